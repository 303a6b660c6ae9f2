import type { Calendar } from './calendar.ts'
import { deadlineOf } from './clocks.ts'
import type { SlipCommandOf } from './command.ts'
import { calm, type Decision, done } from './decision.ts'
import type { MovedLimit, SlipFact } from './event.ts'
import { runningClocks, type Slip } from './slip.ts'
import type { Instant } from './time.ts'

/**
 * The limits of this slip that a holiday notice moves: those reckoned in working time and still running, from their own
 * start by the calendar of today. None moves into the past: nobody becomes late by a notice that came late.
 */
export function movedLimits(slip: Slip, calendar: Calendar, now: Instant): readonly MovedLimit[] {
  return runningClocks(slip).flatMap(({ name, deadline: { at, term, start } }): MovedLimit[] => {
    if (term.kind !== 'workdays' && term.kind !== 'work_hours') return []
    const deadline = deadlineOf(term, start, calendar, slip.policy.hours)
    return deadline.at === at || (deadline.at < at && deadline.at <= now)
      ? []
      : [{ clock: name, from: at, deadline }]
  })
}

export function rederiveLimits(
  { moved }: SlipCommandOf<'rederive_limits'>,
  slip: Slip,
  fact: SlipFact,
): Decision {
  const still = moved.filter(({ clock, from }) =>
    runningClocks(slip).some(({ name, deadline }) => name === clock && deadline.at === from),
  )
  return still.length > 0
    ? done({ ...fact, type: 'limits_moved', moved: still })
    : calm({ code: 'limits_stand' })
}
