import type { Term } from './clocks.ts'
import type { Instant, TimeOfDay } from './time.ts'

/**
 * Why a typed limit cannot be used: not understood; already over; more than a year ahead; a day or hour that does
 * not exist (2月30日, 25:00, 11月25日（周一） when it is a Wednesday).
 */
export type TermTextRefusal = 'unreadable' | 'past' | 'too_long' | 'not_a_day'

export type TermReading =
  | { readonly ok: true; readonly term: Term }
  | { readonly ok: false; readonly why: TermTextRefusal }

export function parseTerm(_text: string, _now: Instant, _closing: TimeOfDay): TermReading {
  return { ok: false, why: 'unreadable' }
}
