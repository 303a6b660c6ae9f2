import { type Arrangement, overridesOf } from './arrangements.ts'
import { type Calendar, type CalendarData, calendarOf } from './calendar.ts'

/** The calendar that the notices in force give over the official table. */
export type Calendars = (inForce: readonly Arrangement[]) => Calendar

/** Stores give the same array while nothing was entered, so each calendar is built once. */
export function createCalendars(official: CalendarData): Calendars {
  const built = new WeakMap<readonly Arrangement[], Calendar>()
  return (inForce) => {
    const known = built.get(inForce)
    if (known) return known
    const calendar = calendarOf(official, overridesOf(inForce))
    built.set(inForce, calendar)
    return calendar
  }
}
