/** An instant: milliseconds since 1970-01-01T00:00:00Z. The core never reads a clock; instants come in as arguments. */
export type Instant = number

/** A civil day in China, `2026-11-24`. */
export type Day = string

/** A time of day in China, `17:30`. */
export type TimeOfDay = string

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** China has kept UTC+8 without daylight saving since 1991, so a fixed offset is the whole time zone. */
const CHINA_OFFSET = 8 * HOUR

export function dayOf(at: Instant): Day {
  return new Date(at + CHINA_OFFSET).toISOString().slice(0, 10)
}

export function timeOfDay(at: Instant): TimeOfDay {
  return new Date(at + CHINA_OFFSET).toISOString().slice(11, 16)
}

/** `2026-11-23T01:00:00.000Z`. */
export function iso(at: Instant): string {
  return new Date(at).toISOString()
}

export function instantOf(day: Day, time: TimeOfDay): Instant {
  return Date.parse(`${day}T${time}:00Z`) - CHINA_OFFSET
}

export function nextDay(day: Day): Day {
  return addDays(day, 1)
}

export function addDays(day: Day, n: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + n * DAY).toISOString().slice(0, 10)
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}

/** False for `2026-02-30` and the like, which Date would silently roll over. */
export function isRealDay(day: string): day is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false
  const at = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === day
}
