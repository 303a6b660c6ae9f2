import { approverOnly, unitOnly } from './authority.ts'
import { type Deadline, deadlineOf } from './clocks.ts'
import type { SlipCommandOf } from './command.ts'
import { type Context, calm, type Decision, done, nameOf, refuse, type Stop } from './decision.ts'
import type { SlipFact } from './event.ts'
import { clockOf, isOpen, type Slip, startedAt } from './slip.ts'
import { ended } from './slip-stops.ts'
import { type Instant, MINUTE } from './time.ts'

/** 登记发布 by the lead unit of an emergency, and the ruling that no press conference is called. */
export const releaseGate = {
  record_release: (slip: Slip, context: Context): Stop | null =>
    unitOnly(slip, context) ??
    ended(slip) ??
    (slip.status === 'contested' ? refuse({ code: 'slip_contested' }) : null) ??
    (slip.status === 'awaiting_receipt' ? refuse({ code: 'receipt_first' }) : null) ??
    (clockOf(slip, 'authoritative_info') ? null : refuse({ code: 'release_not_owed' })),
  waive_conference: (slip: Slip, context: Context): Stop | null => {
    const stop = approverOnly(slip.officeId, context) ?? ended(slip)
    if (stop) return stop
    const { conferenceWaived: waived } = slip
    if (waived) return calm({ code: 'already_ruled', by: nameOf(waived.by), at: waived.at })
    const clock = clockOf(slip, 'press_conference')
    if (!clock) return refuse({ code: 'conference_not_owed' })
    return clock.stoppedAt === null ? null : refuse({ code: 'conference_held', at: clock.stoppedAt })
  },
}

export function recordRelease(
  command: SlipCommandOf<'record_release'>,
  slip: Slip,
  fact: SlipFact,
  { now }: Context,
): Decision {
  const { kind, what, where, link, noLinkReason, publishedAt } = command
  const before = slip.releases.find((one) => one.kind === kind)
  if (before && kind !== 'follow_up')
    return calm({ code: 'already_released', by: nameOf(before.by), at: before.publishedAt })
  const wrong = publishedProblem(publishedAt, slip, now)
  return (
    wrong ?? done({ ...fact, type: 'release_recorded', kind, what, where, link, noLinkReason, publishedAt })
  )
}

/** Nothing is published after now, nor before the slip was given (by telephone, when that came first). */
export function publishedProblem(publishedAt: Instant, slip: Slip, now: Instant): Stop | null {
  if (publishedAt > now) return refuse({ code: 'published_in_future' })
  // The minute is the finest grain of the form's time, so an answer in the minute of issue counts.
  return publishedAt < startedAt(slip) - MINUTE ? refuse({ code: 'published_before_issue' }) : null
}

/** Each report, and each 退回重办, gives the lead unit of an emergency its time anew; null where no reports are owed. */
export function nextRollingReport(slip: Slip, { now, calendar }: Context): Deadline | null {
  const clock = clockOf(slip, 'rolling_report')
  return clock && isOpen(slip) ? deadlineOf(clock.given, now, calendar, slip.policy.hours) : null
}
