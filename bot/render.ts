import { drawCard } from '../cards/draw.ts'
import type { Card, Drawing, Face, Scene } from '../cards/scene.ts'
import type { Calendar } from '../src/domain/calendar.ts'
import type { CardRef, ListQuery } from '../src/domain/card-ref.ts'
import type { Directory } from '../src/domain/directory.ts'
import type { Dossier } from '../src/domain/dossier.ts'
import type { Policy } from '../src/domain/policy.ts'
import { scopeOfGroup, scopeOfPerson } from '../src/domain/visibility.ts'
import type { Clock, Reader } from '../src/ports.ts'
import { filterOf, LIST_PAGE } from './commands/look-up.ts'

export interface RenderDeps {
  readonly read: Reader
  readonly clock: Clock
  readonly calendar: Calendar
  readonly policy: Policy
}

export interface Rendered {
  readonly drawing: Drawing
  readonly dossier: Dossier | null
}

export type Render = (ref: CardRef, face?: Face, redacted?: boolean) => Promise<Rendered>

const plain: Face = { kind: 'plain' }

/** Draws a card from the state of this moment, whatever it was when the card was asked for. */
export function createRender({ read, clock, calendar, policy }: RenderDeps): Render {
  return async (ref, face = plain, redacted = false) => {
    const directory = await read.directory()
    const dossier = await dossierOf(ref, read)
    const list = ref.kind === 'list' ? await listOf(ref.list, directory, read) : null
    const scene: Scene = { now: clock.now(), directory, calendar, policy, redacted, dossier, list }
    return { drawing: drawCard(ref, scene, face), dossier }
  }
}

/** What stands in the chat: a message that has become pointless turns into the fact that settled it. */
export function standing(drawing: Drawing): Card | null {
  return drawing.kind === 'card' ? drawing.card : drawing.settled
}

export function dossierOf(ref: CardRef, read: Reader): Promise<Dossier | null> {
  if ('matterId' in ref) return read.dossierOfMatter(ref.matterId)
  if ('slipId' in ref) return read.dossierOfSlip(ref.slipId)
  return Promise.resolve(null)
}

async function listOf(
  query: ListQuery,
  directory: Directory,
  read: Reader,
): Promise<NonNullable<Scene['list']>> {
  const own = scopeOfPerson(directory.person({ openId: query.asker }), directory)
  const group = query.bodyId === null ? null : scopeOfGroup(directory.body(query.bodyId))
  const answered = query.restOf === null ? null : scopeOfGroup(directory.body(query.restOf))
  const page = { ...filterOf(query), limit: LIST_PAGE, offset: query.page * LIST_PAGE }
  const found = await read.slips({ ...page, within: group ? [own, group] : [own], outside: answered })
  const rest = group
    ? await read.slips({ ...page, limit: 1, offset: 0, within: [own], outside: group })
    : { total: 0 }
  return { ...found, pointer: rest.total > 0 }
}
