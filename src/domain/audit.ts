import type { Calendar } from './calendar.ts'
import { dueRungs } from './ladder.ts'
import type { Slip } from './slip.ts'
import { type Instant, MINUTE } from './time.ts'

/** Sweep and outbox work every few seconds; what is a minute late did not happen. */
export const GRACE = MINUTE

/**
 * Something that should have happened and did not.
 * `rung_missed`: due by the slip's own facts, and not climbed. `not_written`: climbed, but no message was ever written
 * for it. `not_sent`: written and due, and still not sent, with the platform's last code if it refused.
 */
export type Gap =
  | { readonly what: 'rung_missed'; readonly slipId: string; readonly key: string; readonly due: Instant }
  | { readonly what: 'not_written'; readonly slipId: string; readonly key: string; readonly due: Instant }
  | { readonly what: 'not_sent'; readonly key: string; readonly due: Instant; readonly code: string | null }

/** Judged from the slip's facts alone, not from the appointment the sweep goes by: that may be what is wrong. */
export function missedRungs(slip: Slip, calendar: Calendar, now: Instant): readonly Gap[] {
  return dueRungs(slip, calendar, now - GRACE).map(({ key, due }) => ({
    what: 'rung_missed',
    slipId: slip.id,
    key,
    due,
  }))
}

/** Only the platform's doing: our own part was done, and goes on being tried. */
export function isOurs({ what }: Gap): boolean {
  return what !== 'not_sent'
}
