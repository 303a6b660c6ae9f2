import { leaderOnly, readerOnly, unitOnly } from './authority.ts'
import { deadlineOf } from './clocks.ts'
import type { SlipCommandOf } from './command.ts'
import { type Context, calm, type Decision, done, nameOf, refuse, type Stop } from './decision.ts'
import type { SlipFact } from './event.ts'
import { wasReported } from './order.ts'
import type { Slip } from './slip.ts'
import { ended, notWithdrawn } from './slip-stops.ts'

/** 已阅 and 批示 on a notice to leaders, and the unit's answer to a 批示. */
export const directiveGate = {
  acknowledge: (_: Slip, context: Context): Stop | null => readerOnly(context),
  // A 呈报 comes when the slip is closed, and a leader may want more.
  instruct: (slip: Slip, context: Context): Stop | null =>
    leaderOnly(context) ?? (wasReported(slip) ? notWithdrawn(slip) : ended(slip)),
  answer_directive: (slip: Slip, context: Context): Stop | null => unitOnly(slip, context),
}

export function acknowledge(
  { notice: n }: SlipCommandOf<'acknowledge'>,
  slip: Slip,
  fact: SlipFact,
  context: Context,
): Decision {
  const notice = slip.notices.find((one) => one.n === n)
  if (!notice) return refuse({ code: 'not_found' })
  const stop = readerOnly(context, notice.to)
  if (stop) return stop
  const before = notice.acknowledged.find(
    ({ by }) => by !== 'system' && fact.by !== 'system' && by.openId === fact.by.openId,
  )
  return before
    ? calm({ code: 'already_acknowledged', at: before.at })
    : done({ ...fact, type: 'acknowledged', notice: n })
}

/** A 批示 is to be answered by the day it names, or by the policy's. */
export function instruct(
  { notice, text, term }: SlipCommandOf<'instruct'>,
  slip: Slip,
  fact: SlipFact,
  { now, calendar, policy }: Context,
): Decision {
  const answered = slip.notices.find(({ n }) => n === notice)
  if (!answered) return refuse({ code: 'not_found' })
  const stop = answered.result ? null : ended(slip)
  if (stop) return stop
  if (term?.kind === 'until' && term.at <= now) return refuse({ code: 'term_not_in_future' })
  const deadline = deadlineOf(term ?? policy.directiveTerm, now, calendar, slip.policy.hours)
  return done({ ...fact, type: 'instructed', notice, text, deadline })
}

export function answerDirective(
  { n, text }: SlipCommandOf<'answer_directive'>,
  slip: Slip,
  fact: SlipFact,
): Decision {
  const directive = slip.directives.find((one) => one.n === n)
  if (!directive) return refuse({ code: 'not_found' })
  const { answer } = directive
  return answer
    ? calm({ code: 'already_answered', by: nameOf(answer.by), at: answer.at })
    : done({ ...fact, type: 'directive_answered', n, text })
}
