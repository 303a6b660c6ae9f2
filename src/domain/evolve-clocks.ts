import type { Deadline } from './clocks.ts'
import type { ClockName } from './policy.ts'
import type { SlipClock } from './slip.ts'
import type { Instant } from './time.ts'

/** The duty is met; one that was met before stays as it was. */
export function stop(clocks: readonly SlipClock[], name: ClockName, at: Instant): readonly SlipClock[] {
  return clocks.map((clock) =>
    clock.name === name && clock.stoppedAt === null ? { ...clock, stoppedAt: at } : clock,
  )
}

/** The clock runs anew, from this revision on. */
export function restart(
  clocks: readonly SlipClock[],
  name: ClockName,
  since: number,
  deadline: Deadline,
): readonly SlipClock[] {
  return clocks.map((clock) => (clock.name === name ? { ...clock, since, deadline, stoppedAt: null } : clock))
}
