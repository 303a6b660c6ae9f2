import type { CalendarData } from './calendar.ts'
import { addDays, type Day } from './time.ts'

/** One holiday notice as the office entered it: the days it makes rest or work, each with the festival's name. */
export interface Arrangement {
  readonly year: number
  readonly holidays: Readonly<Record<Day, string>>
  readonly makeups: Readonly<Record<Day, string>>
}

/** What the notices say together, in the order they were taken into force: a later one beats an earlier for its days. */
export function overridesOf(arrangements: readonly Arrangement[]): CalendarData {
  const holidays = new Map<Day, string>()
  const makeups = new Map<Day, string>()
  for (const one of arrangements) {
    for (const [day, name] of Object.entries(one.holidays)) {
      holidays.set(day, name)
      makeups.delete(day)
    }
    for (const [day, name] of Object.entries(one.makeups)) {
      makeups.set(day, name)
      holidays.delete(day)
    }
  }
  return {
    years: arrangements.map(({ year }) => year),
    holidays: Object.fromEntries(holidays),
    makeups: Object.fromEntries(makeups),
  }
}

/** Days of one festival that follow each other, as a person reads them. */
export interface Stretch {
  readonly name: string
  readonly from: Day
  readonly to: Day
}

export function stretchesOf(days: Readonly<Record<Day, string>>): readonly Stretch[] {
  const stretches: Stretch[] = []
  for (const [day, name] of Object.entries(days).sort(([a], [b]) => a.localeCompare(b))) {
    const last = stretches.at(-1)
    if (last && last.name === name && addDays(last.to, 1) === day)
      stretches[stretches.length - 1] = { ...last, to: day }
    else stretches.push({ name, from: day, to: day })
  }
  return stretches
}
