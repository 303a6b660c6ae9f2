import {
  addDays,
  type Day,
  dayOf,
  type Instant,
  instantOf,
  type TimeOfDay,
  weekdayOf,
  yearOf,
} from './time.ts'

/** Periods of a working day in order, not touching, e.g. 09:00–12:00 and 13:30–17:30. */
export type Periods = readonly { readonly from: TimeOfDay; readonly to: TimeOfDay }[]

/** Office hours, with other ones for a part of every year (夏季作息: 05-01 to 09-30, both included). */
export interface OfficeHours {
  readonly periods: Periods
  readonly seasons?: readonly Season[]
}

/** `from` and `to` are MM-DD; a season that begins later than it ends goes over the turn of the year. */
export interface Season {
  readonly from: string
  readonly to: string
  readonly periods: Periods
}

/** What the yearly 国务院办公厅 notices on holidays arrange. */
export interface CalendarData {
  /** Years whose notice is known. In any other year only Saturday and Sunday are taken as rest. */
  readonly years: readonly number[]
  /** Rest days with the name of their festival; weekend days that lie inside a festival are listed too. */
  readonly holidays: Readonly<Record<Day, string>>
  /** Days worked in exchange (调休上班), with the name of the festival they make up for. */
  readonly makeups: Readonly<Record<Day, string>>
}

export interface Calendar {
  isWorkday(day: Day): boolean
  /** Whether the notice for this year is known; if not, its answers are a guess of Monday to Friday. */
  covers(year: number): boolean
  /** The festival a rest day belongs to, or that a make-up day is worked for. */
  nameOf(day: Day): string | undefined
  isMakeup(day: Day): boolean
  /** The first working day strictly after `day`. */
  nextWorkday(day: Day): Day
  /**
   * The n-th working day strictly after `day`, or before it when n is negative; `day` itself, worked or not, for 0.
   * Throws RangeError unless n is a whole number of at most 3660 (some fourteen years).
   */
  addWorkdays(day: Day, n: number): Day
}

/** More working days than any limit names: a typing error must not walk the calendar for ever. */
const MOST_WORKDAYS = 3660

/**
 * The calendar an office works by. An entry of `overrides` beats the data for its day: a holiday there cancels
 * a make-up day, and a make-up day there cancels a holiday (how 国务院 extended 春节 2020).
 */
export function calendarOf(data: CalendarData, overrides: Partial<CalendarData> = {}): Calendar {
  const holidays = new Map(Object.entries(data.holidays))
  const makeups = new Map(Object.entries(data.makeups))
  for (const [day, name] of Object.entries(overrides.holidays ?? {})) {
    holidays.set(day, name)
    makeups.delete(day)
  }
  for (const [day, name] of Object.entries(overrides.makeups ?? {})) {
    makeups.set(day, name)
    holidays.delete(day)
  }
  const years = new Set([...data.years, ...(overrides.years ?? [])])

  const isWorkday = (day: Day): boolean => {
    if (makeups.has(day)) return true
    if (holidays.has(day)) return false
    return !isWeekend(day)
  }

  // Ends for any data: the tables are finite, and beyond them Monday to Friday are worked.
  const step = (from: Day, by: 1 | -1): Day => {
    let day = addDays(from, by)
    while (!isWorkday(day)) day = addDays(day, by)
    return day
  }

  return {
    isWorkday,
    covers: (year) => years.has(year),
    nameOf: (day) => holidays.get(day) ?? makeups.get(day),
    isMakeup: (day) => makeups.has(day),
    nextWorkday: (day) => step(day, 1),
    addWorkdays: (day, n) => {
      if (!Number.isInteger(n) || Math.abs(n) > MOST_WORKDAYS)
        throw new RangeError(`not a count of working days: ${n}`)
      let at = day
      for (let left = Math.abs(n); left > 0; left--) at = step(at, n > 0 ? 1 : -1)
      return at
    },
  }
}

export function isWeekend(day: Day): boolean {
  return weekdayOf(day) === 0 || weekdayOf(day) === 6
}

/** How many days of the year are worked (248 in 2026). */
export function workdaysOfYear(year: number, calendar: Calendar): number {
  let count = 0
  for (let day = `${year}-01-01`; yearOf(day) === year; day = addDays(day, 1))
    if (calendar.isWorkday(day)) count++
  return count
}

/** Closing time of that working day: the end of its last period. Throws RangeError for hours without a period. */
export function closingOf(hours: OfficeHours, day: Day): TimeOfDay {
  return periodsOf(hours, day).at(-1)?.to ?? ''
}

/** The periods of that working day. Throws RangeError when there is none, as nothing could ever be due. */
export function periodsOf({ periods, seasons = [] }: OfficeHours, day: Day): Periods {
  const date = day.slice(5)
  const held = seasons.find((season) => holds(season, date))?.periods ?? periods
  if (!held.some((p) => p.to > p.from)) throw new RangeError('office hours without a period')
  return held
}

function holds({ from, to }: Season, date: string): boolean {
  return from <= to ? from <= date && date <= to : from <= date || date <= to
}

/** Whether the office works at this instant; opening and closing count as inside. */
export function isOfficeTime(at: Instant, calendar: Calendar, hours: OfficeHours): boolean {
  const day = dayOf(at)
  return (
    calendar.isWorkday(day) &&
    periodsOf(hours, day).some((p) => at >= instantOf(day, p.from) && at <= instantOf(day, p.to))
  )
}

/** `at` itself when the office works then, else its next opening. */
export function intoOfficeTime(at: Instant, calendar: Calendar, hours: OfficeHours): Instant {
  if (isOfficeTime(at, calendar, hours)) return at
  for (let day = calendar.isWorkday(dayOf(at)) ? dayOf(at) : calendar.nextWorkday(dayOf(at)); ; ) {
    for (const { from } of periodsOf(hours, day)) if (instantOf(day, from) > at) return instantOf(day, from)
    day = calendar.nextWorkday(day)
  }
}

/** `at` itself when the office works then, else its latest closing before (the start of lunch counts as one). */
export function backIntoOfficeTime(at: Instant, calendar: Calendar, hours: OfficeHours): Instant {
  if (isOfficeTime(at, calendar, hours)) return at
  for (let day = calendar.isWorkday(dayOf(at)) ? dayOf(at) : calendar.addWorkdays(dayOf(at), -1); ; ) {
    for (const { to } of periodsOf(hours, day).toReversed())
      if (instantOf(day, to) < at) return instantOf(day, to)
    day = calendar.addWorkdays(day, -1)
  }
}
