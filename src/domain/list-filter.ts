import type { Category, Level } from './dictionary.ts'
import type { BodyId } from './directory.ts'
import { overdueBy, runningClocks, type Slip, type SlipStatus } from './slip.ts'
import type { Day, Instant } from './time.ts'

/** 退回重办 is no status of its own, but everybody calls it one. */
export type ListState = SlipStatus | 'rework'

/** Days from `from` on and before `before`. */
export interface Period {
  readonly from: Day
  readonly before: Day
}

/** What a list is narrowed to. Within a kind any of the values will do, and every kind must be met; an empty one narrows nothing. */
export interface ListFilter {
  readonly units: readonly BodyId[]
  readonly states: readonly ListState[]
  /** `now`: a limit has passed and its duty is still owed. `ever`: that, or a duty was met after its limit. */
  readonly late: 'now' | 'ever' | null
  readonly issued: readonly Period[]
  readonly categories: readonly Category[]
  readonly levels: readonly Level[]
}

export const unfiltered: ListFilter = {
  units: [],
  states: [],
  late: null,
  issued: [],
  categories: [],
  levels: [],
}

export function narrows({ units, states, late, issued, categories, levels }: ListFilter): boolean {
  return late !== null || [units, states, issued, categories, levels].some(({ length }) => length > 0)
}

/** The nearest limit the unit runs against: in its order the longest overdue come first. */
export function dueOf(slip: Slip): Instant | null {
  const limits = runningClocks(slip).map(({ deadline }) => deadline.at)
  return limits.length === 0 ? null : Math.min(...limits)
}

/** By how much its worst duty was late, or is by now; what an ended slip left undone is not counted on. */
export function lateness(slip: Slip, now: Instant): number {
  const running = runningClocks(slip)
  const counted = slip.clocks.filter((clock) => clock.stoppedAt !== null || running.includes(clock))
  return Math.max(0, ...counted.map((clock) => overdueBy(clock, now)))
}
