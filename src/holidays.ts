import { createRequire } from 'node:module'
import { type Calendar, type CalendarData, calendarOf } from './domain/calendar.ts'
import { dayOf, type Instant, isRealDay, yearOf } from './domain/time.ts'

/** The table chinese-days publishes: by day, `English name,中文名,days of the festival`. */
interface PublishedTable {
  readonly holidays: Readonly<Record<string, string>>
  readonly workdays: Readonly<Record<string, string>>
}

// Required rather than imported: Node 20 still prints a warning for every imported JSON module.
const published: unknown = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json')

let known: CalendarData | undefined

/**
 * The holiday arrangements of 国务院办公厅 for every year the library has (2004 to 2026 at this version), as announced
 * and later changed. Throws Error when the library no longer has the shape this relies on.
 */
export function officialCalendar(): CalendarData {
  known ??= readTable(published)
  return known
}

function readTable(table: unknown): CalendarData {
  if (!isPublishedTable(table)) throw new Error('chinese-days: its table of holidays has an unknown shape')
  const holidays = named(table.holidays)
  // 国庆 is the test of a year: its neighbours' notices spill into it at 元旦 and say nothing about the rest.
  const years = [...new Set(Object.keys(holidays).map(yearOf))].filter((year) => `${year}-10-01` in holidays)
  return { years: years.sort((a, b) => a - b), holidays, makeups: named(table.workdays) }
}

function isPublishedTable(table: unknown): table is PublishedTable {
  if (typeof table !== 'object' || table === null || !('holidays' in table) || !('workdays' in table))
    return false
  return [table.holidays, table.workdays].every(
    (part) =>
      typeof part === 'object' &&
      part !== null &&
      Object.entries(part).every(([day, text]) => isRealDay(day) && /^[^,]+,[^,]+,/.test(String(text))),
  )
}

function named(part: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(part).map(([day, text]) => [day, text.split(',')[1] ?? '']))
}

/** November: the notice for the next year comes between late October and early December. */
const NOTICE_MONTH = 11

/**
 * Years the office already reckons with and whose holiday notice is missing: this one, and from November the next.
 * Not empty means the people who run the bot must be told to update the library or fill the override table.
 */
export function yearsWithoutNotice(
  now: Instant,
  calendar: Calendar = calendarOf(officialCalendar()),
): number[] {
  const today = dayOf(now)
  const year = yearOf(today)
  const wanted = Number(today.slice(5, 7)) >= NOTICE_MONTH ? [year, year + 1] : [year]
  return wanted.filter((y) => !calendar.covers(y))
}
