import type { Category } from './dictionary.ts'
import type { Directory, OpenId } from './directory.ts'
import type { Dossier } from './dossier.ts'
import type { SlipEvent } from './event.ts'
import type { FieldProblem } from './refusal.ts'
import type { Slip } from './slip.ts'

/**
 * 领导批示件: what a leader wrote on the matter before it was assigned. `openId` is the leader's when the directory knows
 * the name, else null.
 */
export interface LeaderOrder {
  readonly leader: string
  readonly openId: OpenId | null
  readonly text: string
}

/** The category that is never assigned without the 批示 it carries out. */
const ORDERED: Category = 'N7'

/** What was typed of an order: whole or nothing, and never nothing in a 领导批示件. */
export function orderProblems(
  category: Category,
  { leader, text }: { readonly leader: string; readonly text: string },
): readonly FieldProblem[] {
  if (category !== ORDERED && leader === '' && text === '') return []
  return [
    ...(leader === '' ? [{ field: 'leader', why: 'missing' } as const] : []),
    ...(text === '' ? [{ field: 'directive', why: 'missing' } as const] : []),
  ]
}

/** The leader whose name stands in what was typed (宋明远市长); nobody when none does, or more than one. */
export function orderOf(leader: string, text: string, directory: Directory): LeaderOrder {
  const leaders = directory.bodiesOfKind('leaders').flatMap(({ id }) => directory.holders(id, 'leader'))
  const named = new Set(leaders.filter(({ name }) => leader.includes(name)).map(({ openId }) => openId))
  const [openId] = named
  return { leader, openId: named.size === 1 && openId !== undefined ? openId : null, text }
}

/**
 * 呈报: what became of the 批示, told to its leader in the decision that closes the matter. Null for a matter without a
 * 批示. It goes on the slip of the lead.
 */
export function resultReport(
  { slips }: Dossier,
  { by, at }: Pick<SlipEvent, 'by' | 'at'>,
): (SlipEvent & { type: 'leaders_told' }) | null {
  const lead = slips.find(({ duty, voided }) => duty === 'lead' && !voided) ?? slips[0]
  const order = lead && (lead.brief.order ?? slips.find(({ brief }) => brief.order)?.brief.order)
  if (!lead || !order) return null
  return {
    on: 'slip',
    id: lead.id,
    by,
    at,
    type: 'leaders_told',
    to: 'leaders',
    rungs: [],
    result: { leader: order.leader, openId: order.openId },
  }
}

/** The matter was reported on: its leader may write a new 批示 although the slip is closed. */
export function wasReported({ notices }: Slip): boolean {
  return notices.some(({ result }) => result !== undefined)
}
