import { drawCard } from '../cards/draw.ts'
import { MOST_BATCH_LINES } from '../cards/intake-cards.ts'
import type { Card, Drawing, Face, Scene } from '../cards/scene.ts'
import type { Calendars } from '../src/domain/calendars.ts'
import type { CardRef, ListQuery } from '../src/domain/card-ref.ts'
import { type Directory, directoryOf } from '../src/domain/directory.ts'
import type { Dossier } from '../src/domain/dossier.ts'
import { narrows } from '../src/domain/list-filter.ts'
import type { Matter } from '../src/domain/matter.ts'
import { type DocNo, readSlipNo } from '../src/domain/numbering.ts'
import { type Policy, policyFor } from '../src/domain/policy.ts'
import { dayOf, yearOf } from '../src/domain/time.ts'
import { amongOthers, maySee, scopeOfGroup, scopeOfPerson } from '../src/domain/visibility.ts'
import type { Clock, Reader } from '../src/ports.ts'
import { filterOf, LIST_PAGE } from './commands/look-up.ts'
import { keptFor } from './kept.ts'
import { similarFor } from './similar.ts'

export interface RenderDeps {
  readonly read: Reader
  readonly clock: Clock
  readonly calendars: Calendars
  readonly policy: Policy
}

export interface Rendered {
  readonly drawing: Drawing
  readonly dossier: Dossier | null
}

export type Render = (ref: CardRef, face?: Face, redacted?: boolean) => Promise<Rendered>

const plain: Face = { kind: 'plain' }

/** Draws a card from the state of this moment, whatever it was when the card was asked for. */
export function createRender({ read, clock, calendars, policy }: RenderDeps): Render {
  // A number asked for together with other things is one of the words to be found.
  const no = ({ text, filter }: ListQuery) =>
    text === null || (filter && narrows(filter))
      ? null
      : readSlipNo(text, policy.words, yearOf(dayOf(clock.now())))
  return async (ref, face = plain, redacted = false) => {
    const directory = await read.directory()
    const calendar = calendars(await read.arrangements())
    const dossier = await dossierOf(ref, read)
    const list = ref.kind === 'list' ? await listOf(ref.list, directory, read, clock, no(ref.list)) : null
    const officePolicy = policyFor(policy, dossier?.matter.officeId)
    const scene: Scene = {
      now: clock.now(),
      directory,
      calendar,
      policy: officePolicy,
      redacted,
      dossier,
      list,
      similar: await similarFor(ref, dossier, read, officePolicy, clock.now()),
      batch: ref.kind === 'intake_batch' ? await mattersOf(ref.matterIds, read) : [],
    }
    return { drawing: drawCard(ref, scene, face), dossier }
  }
}

export type DrawAnswer = (ref: CardRef & { readonly kind: 'answer' }) => Card

const nobody = directoryOf([], [])

export function createDrawAnswer({ clock, calendars, policy }: Omit<RenderDeps, 'read'>): DrawAnswer {
  return (ref) => {
    const scene = {
      now: clock.now(),
      directory: nobody,
      calendar: calendars([]),
      policy,
      redacted: false,
      dossier: null,
      list: null,
    }
    const card = standing(drawCard(ref, scene, plain))
    if (!card) throw new TypeError('an answer is always a card')
    return card
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

async function mattersOf(ids: readonly string[], read: Reader): Promise<readonly Matter[]> {
  const found = await Promise.all(ids.slice(0, MOST_BATCH_LINES).map((id) => read.dossierOfMatter(id)))
  return found.flatMap((dossier) => (dossier ? [dossier.matter] : []))
}

async function listOf(
  query: ListQuery,
  directory: Directory,
  read: Reader,
  clock: Clock,
  no: DocNo | null,
): Promise<NonNullable<Scene['list']>> {
  const whole = scopeOfPerson(directory.person({ openId: query.asker }), directory)
  // Asked in a group, also the part that goes to the asker in private tells the group that there is something.
  const own = query.bodyId === null && query.restOf === null ? whole : amongOthers(whole)
  const group = query.bodyId === null ? null : scopeOfGroup(directory.body(query.bodyId))
  const answered = query.restOf === null ? null : scopeOfGroup(directory.body(query.restOf))
  const within = group ? [own, group] : [own]
  if (no) {
    const slip = await read.slipByNo(no)
    const visible =
      slip && within.every((scope) => maySee(scope, slip)) && !(answered && maySee(answered, slip))
    const pointer = slip !== null && group !== null && maySee(own, slip) && !maySee(group, slip)
    return { slips: visible ? [slip] : [], total: visible ? 1 : 0, pointer }
  }
  const asked = filterOf(query, clock.now())
  const pageOf = async (page: number) => ({
    page,
    ...(await read.slips({
      ...asked,
      limit: LIST_PAGE,
      offset: page * LIST_PAGE,
      within,
      outside: answered,
    })),
  })
  const first = await pageOf(query.page)
  const pages = Math.max(1, Math.ceil(first.total / LIST_PAGE))
  // Since it was turned to, slips may have been closed, and the page with them.
  const found = first.page < pages ? first : await pageOf(pages - 1)
  const rest = group
    ? await read.slips({ ...asked, limit: 1, offset: 0, within: [own], outside: group })
    : { total: 0 }
  const kept = await keptFor(query, within, directory, read)
  return { ...found, pages, pointer: rest.total > 0, kept }
}
