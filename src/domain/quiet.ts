import type { Calendar } from './calendar.ts'
import { dayOf, type Instant, instantOf, nextDay, timeOfDay } from './time.ts'

export interface QuietHours {
  readonly from: string
  readonly to: string
}

/**
 * When a message the bot sends by itself may go out: now, or at the end of the quiet hours (20:00–08:00 and rest days).
 * Holding a message never stops a clock.
 */
export function endOfHold(now: Instant, quiet: QuietHours, calendar: Calendar): Instant {
  const day = dayOf(now)
  const time = timeOfDay(now)
  if (calendar.isWorkday(day) && time >= quiet.to && time < quiet.from) return now
  const morning = calendar.isWorkday(day) && time < quiet.to ? day : nextWorkingMorning(day, calendar)
  return instantOf(morning, quiet.to)
}

function nextWorkingMorning(day: string, calendar: Calendar): string {
  let next = nextDay(day)
  while (!calendar.isWorkday(next)) next = nextDay(next)
  return next
}
