import type { Act } from './act.ts'
import { officeOnly, registeredOnly, unitOnly } from './authority.ts'
import type { SlipCommandOf } from './command.ts'
import { notForWhistle } from './decide-whistle.ts'
import { byOf, type Context, calm, type Decision, done, nameOf, refuse, type Stop } from './decision.ts'
import type { BodyId } from './directory.ts'
import type { SlipEvent, SlipFact } from './event.ts'
import type { Slip } from './slip.ts'
import { notWithdrawn } from './slip-stops.ts'

/** 线索移交: what was found of who spread it, handed to 公安 and 网信 (facts of 3.2). The paper has no number of its own. */
export interface Clue extends Act {
  readonly n: number
  readonly what: string
  readonly link: string | null
  /** How the traces were secured. */
  readonly evidence: string
  readonly to: readonly BodyId[]
  readonly received: readonly (Act & { readonly bodyId: BodyId })[]
}

/** By the unit or the office that found it, also after the slip is closed; received by whom it was handed to. */
export const clueGate = {
  hand_over_clue: (slip: Slip, context: Context): Stop | null =>
    (officeOnly(slip.officeId, context) && unitOnly(slip, context)) ??
    notForWhistle(slip) ??
    notWithdrawn(slip) ??
    (context.policy.emergency.clues?.categories.includes(slip.brief.category)
      ? null
      : refuse({ code: 'no_clue_here' })),
  receive_clue: (slip: Slip, context: Context): Stop | null => {
    if (slip.clues.length === 0) return registeredOnly(context) ?? refuse({ code: 'not_found' })
    return slip.clues.some(({ to }) => receiving(to, context).length > 0)
      ? null
      : (registeredOnly(context) ?? refuse({ code: 'clue_not_yours' }))
  },
}

/** Those of the bodies that the actor belongs to. */
function receiving(to: readonly BodyId[], { actor }: Context): readonly BodyId[] {
  return actor.kind === 'system'
    ? []
    : to.filter((id) => actor.person.posts.some(({ bodyId, roles }) => bodyId === id && roles.length > 0))
}

export function handOverClue(
  { what, link, evidence, to }: SlipCommandOf<'hand_over_clue'>,
  { clues }: Slip,
  fact: SlipFact,
): Decision {
  const before = clues.find((one) => one.what === what && to.every((id) => one.to.includes(id)))
  return before
    ? calm({ code: 'already_handed_over', by: nameOf(before.by), at: before.at })
    : done({ ...fact, type: 'clue_handed_over', what, link, evidence, to })
}

/** 已接收, once for each body. */
export function receiveClue(
  { n }: SlipCommandOf<'receive_clue'>,
  { clues }: Slip,
  fact: SlipFact,
  context: Context,
): Decision {
  const clue = clues.find((one) => one.n === n)
  if (!clue) return refuse({ code: 'not_found' })
  const mine = receiving(clue.to, context)
  if (mine.length === 0) return refuse({ code: 'clue_not_yours' })
  const left = mine.filter((id) => !clue.received.some(({ bodyId }) => bodyId === id))
  const before = clue.received.find(({ bodyId }) => mine.includes(bodyId))
  return left.length === 0 && before
    ? calm({ code: 'already_received', by: nameOf(before.by), at: before.at })
    : done(
        ...left.map(
          (bodyId) => ({ ...fact, by: byOf(context.actor), type: 'clue_received', n, bodyId }) as const,
        ),
      )
}

export function withClue(
  clues: readonly Clue[],
  event: SlipEvent & { type: 'clue_handed_over' | 'clue_received' },
): readonly Clue[] {
  const { by, at } = event
  if (event.type === 'clue_received') {
    const { n, bodyId } = event
    return clues.map((one) =>
      one.n === n ? { ...one, received: [...one.received, { by, at, bodyId }] } : one,
    )
  }
  const { what, link, evidence, to } = event
  return [...clues, { by, at, n: clues.length + 1, what, link, evidence, to, received: [] }]
}
