import type { AmendedField } from './asks.ts'
import { deadlineOf } from './clocks.ts'
import type { SlipCommandOf } from './command.ts'
import { recheckOf } from './decide-deferral.ts'
import { type Context, type Decision, done, refuse } from './decision.ts'
import type { SlipFact } from './event.ts'
import { receiptDeadline } from './limits.ts'
import { clockOf, type Slip } from './slip.ts'

/** 更正: what differs is told field by field; a new demand or limit asks for a new receipt. */
export function amend(
  command: SlipCommandOf<'amend'>,
  slip: Slip,
  fact: SlipFact,
  context: Context,
): Decision {
  const { now, calendar } = context
  if (command.seenRev < (slip.amendments.at(-1)?.rev ?? 0)) return refuse({ code: 'stale_card' })
  if (command.term?.kind === 'until' && command.term.at <= now) return refuse({ code: 'term_not_in_future' })
  const changes = changesIn(command, slip)
  const deadline = command.term && deadlineOf(command.term, now, calendar, slip.policy.hours)
  if (changes.length === 0 && !deadline) return refuse({ code: 'nothing_amended' })
  const receiptAgain =
    slip.receipt !== null && (deadline !== null || changes.some(({ field }) => field === 'demand'))
  const feedback = deadline ?? clockOf(slip, 'feedback')?.deadline
  if (deadline !== null || receiptAgain) {
    // Both would put the slip into other hands than those that wait: first the ruling, or the re-check.
    const recheckAt = recheckOf(slip)
    if (recheckAt !== null) return refuse({ code: 'slip_deferred', until: recheckAt })
    if (slip.status === 'contested') return refuse({ code: 'slip_contested' })
  }
  return done({
    ...fact,
    type: 'amended',
    reason: command.reason,
    changes,
    deadline,
    receiptAgain,
    receiptDeadline: receiptAgain ? receiptDeadline(slip, feedback?.at, context) : null,
  })
}

/** A 举报件 is never given a link: it would lead to its author. */
function changesIn(command: SlipCommandOf<'amend'>, { brief, circle }: Slip): readonly AmendedField[] {
  const fields = ['title', 'summary', 'link', 'demand'] as const
  const open = fields.filter((field) => field !== 'link' || !circle)
  return open.flatMap((field) => {
    const from = brief[field] ?? ''
    const to = command[field] ?? ''
    return from === to ? [] : [{ field, from, to }]
  })
}
