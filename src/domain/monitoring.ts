import type { Act } from './act.ts'
import type { Deadline, Term } from './clocks.ts'
import type { Category, Level } from './dictionary.ts'

/** 全网监测 of a matter by the office: how often, and what was found each time. */
export interface Monitoring {
  readonly started: Act
  /** The time from one entry to the next. */
  readonly every: Term
  readonly entries: readonly MonitoringEntry[]
  /** The matter's revision of the last entry, or of the start: it names the reminders of the next. */
  readonly since: number
  /** When the next entry is owed. */
  readonly next: Deadline
  readonly ended: Act | null
}

export interface MonitoringEntry extends Act {
  readonly text: string
  /** Reach as told by the platforms (阅读、转评赞), in the words of whoever looked. */
  readonly figures: string | null
}

/** How often, and which matters are watched from 签发 on by themselves (both must fit). */
export interface MonitoringPolicy {
  readonly every: Term
  readonly categories: readonly Category[]
  readonly levels: readonly Level[]
}

export const defaultMonitoring: MonitoringPolicy = {
  every: { kind: 'hours', n: 2 },
  categories: ['U1', 'U2', 'U3'],
  levels: ['extraordinary', 'major'],
}
