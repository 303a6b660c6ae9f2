import type { ListFilter } from './list-filter.ts'
import type { Slip } from './slip.ts'
import type { Instant } from './time.ts'
import type { Scope } from './visibility.ts'

/** Which slips a list shows, newest first unless it is ordered by limit. */
export interface SlipFilter {
  /** Every one of these scopes must allow the slip (the asker's, and the group's when the answer goes to a group). */
  readonly within: readonly Scope[]
  /** And this one must not: for what goes to the asker in private because the group may not read it. */
  readonly outside: Scope | null
  readonly openOnly: boolean
  /** Bigrams of the text looked for, all of which the slip must have; null for no text. */
  readonly grams: readonly string[] | null
  /** What was asked for beside the text, judged at that instant. */
  readonly filter?: ListFilter & { readonly now: Instant }
  /** `due`: the longest overdue first, then the nearest limit, last what has none. */
  readonly order?: 'due'
  /** Only those that come after this one in the newest-first order: pages that stay whole while slips are issued. */
  readonly after?: Slip
  readonly limit: number
  readonly offset: number
}
