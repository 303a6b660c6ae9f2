import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarOf, isOfficeTime, type OfficeHours } from '../../src/domain/calendar.ts'
import {
  addWorkdaysAt,
  deadlineOf,
  derivedInstant,
  type Term,
  workdaysBetween,
  workMinutesBetween,
} from '../../src/domain/clocks.ts'
import { addDays, dayOf, HOUR, type Instant, instantOf, MINUTE, timeOfDay } from '../../src/domain/time.ts'
import { officialCalendar } from '../../src/holidays.ts'

const calendar = calendarOf(officialCalendar())
const hours: OfficeHours = {
  periods: [
    { from: '09:00', to: '12:00' },
    { from: '13:30', to: '17:30' },
  ],
}

const at = (text: string): Instant => instantOf(text.slice(0, 10), text.slice(11))
const show = (instant: Instant) => `${dayOf(instant)} ${timeOfDay(instant)}`
const due = (term: Term, start: string) => show(deadlineOf(term, at(start), calendar, hours).at)

describe('a limit in days', () => {
  it.each([
    [1, '2026-11-24 17:30'],
    [3, '2026-11-26 17:30'],
    [5, '2026-11-28 17:30'],
  ])('of %i counts rest days too and ends at closing time: %s', (n, expected) => {
    expect(due({ kind: 'days', n }, '2026-11-23 09:00')).toBe(expected)
  })

  it('is reckoned from the day it starts, not from the day it was typed', () => {
    expect(due({ kind: 'days', n: 3 }, '2026-11-25 16:00')).toBe('2026-11-28 17:30')
  })
})

describe('a limit in working days', () => {
  it.each([
    ['2026-02-13 10:00', '2026-02-27 17:30', '14 Feb worked, 春节 skipped'],
    ['2026-09-24 10:00', '2026-10-09 17:30', '中秋 and 国庆 skipped'],
    ['2026-09-30 10:00', '2026-10-13 17:30', '国庆 skipped, 10 Oct worked'],
    ['2026-04-30 10:00', '2026-05-11 17:30', '劳动节 skipped, 9 May worked'],
    ['2026-11-23 10:00', '2026-11-30 17:30', 'one weekend'],
    ['2025-12-31 10:00', '2026-01-08 17:30', 'over the year end, 4 Jan worked'],
    ['2026-10-03 10:00', '2026-10-13 17:30', 'issued on a holiday'],
    ['2026-11-28 23:59', '2026-12-04 17:30', 'issued on a Saturday night'],
  ])('of five days issued at %s ends at %s (%s)', (start, end) => {
    expect(due({ kind: 'workdays', n: 5 }, start)).toBe(end)
  })

  it('does not count the day of issue, however early or late in it', () => {
    for (const time of ['00:00', '09:00', '12:30', '17:30', '23:59']) {
      expect(due({ kind: 'workdays', n: 1 }, `2026-11-24 ${time}`)).toBe('2026-11-25 17:30')
    }
  })

  it('knows its day by China’s clock, not by UTC', () => {
    expect(
      show(deadlineOf({ kind: 'workdays', n: 1 }, Date.parse('2026-11-24T16:30:00Z'), calendar, hours).at),
    ).toBe('2026-11-26 17:30')
  })

  it('ends at the closing time the office keeps', () => {
    const summer: OfficeHours = { periods: [{ from: '08:30', to: '18:00' }] }
    expect(show(deadlineOf({ kind: 'workdays', n: 2 }, at('2026-07-01 10:00'), calendar, summer).at)).toBe(
      '2026-07-03 18:00',
    )
  })

  it('prints its derivation line by line', () => {
    const start = at('2026-02-13 10:00')
    expect(deadlineOf({ kind: 'workdays', n: 2 }, start, calendar, hours).steps).toEqual([
      { kind: 'starts', at: start },
      { kind: 'makeup', day: '2026-02-14', name: '春节' },
      { kind: 'workday', n: 1, day: '2026-02-14' },
      {
        kind: 'skipped',
        days: [15, 16, 17, 18, 19, 20, 21, 22, 23].map((d) => `2026-02-${d}`),
        why: { festival: '春节' },
      },
      { kind: 'workday', n: 2, day: '2026-02-24' },
      { kind: 'closes', day: '2026-02-24', time: '17:30' },
    ])
  })

  it('keeps two festivals and a weekend apart in the derivation', () => {
    const { steps } = deadlineOf({ kind: 'workdays', n: 2 }, at('2025-10-03 10:00'), calendar, hours)
    expect(steps.filter((s) => s.kind === 'skipped')).toEqual([
      { kind: 'skipped', days: ['2025-10-04', '2025-10-05'], why: { festival: '国庆节' } },
      { kind: 'skipped', days: ['2025-10-06'], why: { festival: '中秋' } },
      { kind: 'skipped', days: ['2025-10-07', '2025-10-08'], why: { festival: '国庆节' } },
    ])
    const weekend = deadlineOf({ kind: 'workdays', n: 1 }, at('2026-11-27 10:00'), calendar, hours)
    expect(weekend.steps[1]).toEqual({ kind: 'skipped', days: ['2026-11-28', '2026-11-29'], why: 'weekend' })
  })

  it('says once that the notice of the next year is missing', () => {
    const { steps, at: end } = deadlineOf({ kind: 'workdays', n: 5 }, at('2026-12-29 10:00'), calendar, hours)
    expect(show(end)).toBe('2027-01-05 17:30')
    expect(steps.filter((s) => s.kind === 'year_uncovered')).toEqual([{ kind: 'year_uncovered', year: 2027 }])
    expect(steps.findIndex((s) => s.kind === 'year_uncovered')).toBe(
      steps.findIndex((s) => s.kind === 'workday' && s.day === '2027-01-01') - 1,
    )
  })
})

describe('a limit in natural hours', () => {
  it('runs through nights, weekends and 春节', () => {
    expect(due({ kind: 'hours', n: 5 }, '2026-02-16 22:00')).toBe('2026-02-17 03:00')
    expect(due({ kind: 'hours', n: 24 }, '2026-11-27 18:00')).toBe('2026-11-28 18:00')
    expect(due({ kind: 'minutes', n: 30 }, '2026-12-31 23:45')).toBe('2027-01-01 00:15')
  })

  it('is as exact as its start', () => {
    const start = at('2026-11-24 10:00') + 12_345
    const deadline = deadlineOf({ kind: 'hours', n: 5 }, start, calendar, hours)
    expect(deadline.at).toBe(start + 5 * HOUR)
    expect(deadline.steps).toEqual([
      { kind: 'starts', at: start },
      { kind: 'natural', n: 5, unit: 'hours' },
    ])
  })
})

describe('a limit in working hours', () => {
  it.each([
    ['2026-11-24 09:00', '2026-11-24 14:30', 'over lunch'],
    ['2026-11-24 08:00', '2026-11-24 14:30', 'issued before opening'],
    ['2026-11-24 12:30', '2026-11-24 17:30', 'issued at lunch, to the minute of closing'],
    ['2026-11-24 16:00', '2026-11-25 11:30', 'over the night'],
    ['2026-11-24 17:30', '2026-11-25 14:30', 'issued exactly at closing'],
    ['2026-11-24 23:00', '2026-11-25 14:30', 'issued at night'],
    ['2026-11-27 16:00', '2026-11-30 11:30', 'over the weekend'],
    ['2026-02-14 16:30', '2026-02-24 12:00', 'over 春节, from a worked Saturday to the minute lunch begins'],
    ['2026-10-03 10:00', '2026-10-08 14:30', 'issued on a holiday'],
  ])('of four hours issued at %s ends at %s (%s)', (start, end) => {
    expect(due({ kind: 'work_hours', n: 4 }, start)).toBe(end)
  })

  it('prints the stretches it counted', () => {
    const start = at('2026-11-27 18:00')
    expect(deadlineOf({ kind: 'work_hours', n: 4 }, start, calendar, hours).steps).toEqual([
      { kind: 'starts', at: start },
      { kind: 'skipped', days: ['2026-11-28', '2026-11-29'], why: 'weekend' },
      { kind: 'opens', day: '2026-11-30', time: '09:00' },
      { kind: 'worked', day: '2026-11-30', from: '09:00', to: '12:00', minutes: 180 },
      { kind: 'worked', day: '2026-11-30', from: '13:30', to: '14:30', minutes: 60 },
    ])
  })

  it('starts at the next full minute, so that nobody loses the one that has begun', () => {
    const deadline = deadlineOf({ kind: 'work_hours', n: 1 }, at('2026-11-24 10:00') + 1, calendar, hours)
    expect(show(deadline.at)).toBe('2026-11-24 11:01')
    const midnight = deadlineOf(
      { kind: 'work_hours', n: 1 },
      at('2026-11-24 23:59') + 30_000,
      calendar,
      hours,
    )
    expect(show(midnight.at)).toBe('2026-11-25 10:00')
  })
})

describe('a limit somebody named', () => {
  it('is that moment, on whatever day', () => {
    const named = at('2026-10-01 20:00')
    const deadline = deadlineOf({ kind: 'until', at: named }, at('2026-09-30 10:00'), calendar, hours)
    expect(deadline.at).toBe(named)
    expect(deadline.steps.at(-1)).toEqual({ kind: 'named', at: named })
  })
})

describe('a limit that is none', () => {
  it.each<Term>([
    { kind: 'workdays', n: 0 },
    { kind: 'workdays', n: -1 },
    { kind: 'workdays', n: 2.5 },
    { kind: 'workdays', n: 1e9 },
    { kind: 'hours', n: 0 },
    { kind: 'hours', n: Number.NaN },
    { kind: 'minutes', n: Number.POSITIVE_INFINITY },
    { kind: 'work_hours', n: 1e12 },
  ])('is refused as a mistake of the caller: %j', (term) => {
    expect(() => deadlineOf(term, at('2026-11-24 10:00'), calendar, hours)).toThrow(RangeError)
  })

  it('cannot be counted in an office that never opens', () => {
    const never: OfficeHours = { periods: [] }
    expect(() => deadlineOf({ kind: 'work_hours', n: 1 }, at('2026-11-24 10:00'), calendar, never)).toThrow(
      RangeError,
    )
    expect(() => deadlineOf({ kind: 'workdays', n: 1 }, at('2026-11-24 10:00'), calendar, never)).toThrow(
      RangeError,
    )
  })

  it('has no derivation that leads nowhere', () => {
    expect(() => derivedInstant([])).toThrow(RangeError)
    expect(() => derivedInstant([{ kind: 'closes', day: '2026-11-24', time: '17:30' }])).toThrow(RangeError)
  })
})

describe('time used', () => {
  it('counts office minutes only', () => {
    expect(workMinutesBetween(at('2026-11-24 11:30'), at('2026-11-24 14:00'), calendar, hours)).toBe(60)
    expect(workMinutesBetween(at('2026-11-27 17:00'), at('2026-11-30 09:10'), calendar, hours)).toBe(40)
    expect(workMinutesBetween(at('2026-02-13 17:30'), at('2026-02-24 09:00'), calendar, hours)).toBe(7 * 60)
    expect(workMinutesBetween(at('2026-11-25 10:00'), at('2026-11-24 10:00'), calendar, hours)).toBe(0)
  })

  it('counts working days after one day up to another', () => {
    expect(workdaysBetween('2026-02-13', '2026-02-27', calendar)).toBe(5)
    expect(workdaysBetween('2026-02-27', '2026-02-13', calendar)).toBe(-5)
    expect(workdaysBetween('2026-11-28', '2026-11-28', calendar)).toBe(0)
    expect(Object.is(workdaysBetween('2026-11-29', '2026-11-28', calendar), 0)).toBe(true)
  })
})

describe('the moment some working days before or after another', () => {
  it.each([
    ['2026-11-25 15:00', -1, '2026-11-24 15:00'],
    ['2026-11-25 17:30', -1, '2026-11-24 17:30'],
    ['2026-11-30 17:30', -1, '2026-11-27 17:30'],
    ['2026-02-24 10:00', -1, '2026-02-14 10:00'],
    ['2026-11-25 20:00', -1, '2026-11-24 17:30'],
    ['2026-11-25 03:00', -1, '2026-11-23 17:30'],
    ['2026-11-25 12:40', -1, '2026-11-24 12:00'],
    ['2026-11-24 17:30', 1, '2026-11-25 17:30'],
    ['2026-11-27 12:40', 1, '2026-11-30 13:30'],
    ['2026-11-27 20:00', 1, '2026-12-01 09:00'],
    ['2026-09-30 17:30', 2, '2026-10-09 17:30'],
    ['2026-11-28 10:00', 0, '2026-11-30 09:00'],
    ['2026-11-27 10:00', 0, '2026-11-27 10:00'],
  ])('%s %i is %s', (start, n, expected) => {
    expect(show(addWorkdaysAt(at(start), n, calendar, hours))).toBe(expected)
  })
})

describe('whatever the limit and whenever it starts', () => {
  // From a year with a notice well into years without one.
  const instants = fc.integer({ min: at('2019-12-01 00:00'), max: at('2027-12-31 00:00') })
  const counts = fc.integer({ min: 1, max: 40 })
  const terms: fc.Arbitrary<Term> = fc.oneof(
    fc.integer({ min: 1, max: 200 }).map((n): Term => ({ kind: 'days', n })),
    counts.map((n): Term => ({ kind: 'workdays', n })),
    counts.map((n): Term => ({ kind: 'work_hours', n: n / 4 })),
    fc.integer({ min: 1, max: 200 }).map((n): Term => ({ kind: 'hours', n })),
    fc.integer({ min: 1, max: 2000 }).map((n): Term => ({ kind: 'minutes', n })),
    instants.map((named): Term => ({ kind: 'until', at: named })),
  )

  it('its derivation leads to it', () => {
    fc.assert(
      fc.property(terms, instants, (term, start) => {
        const deadline = deadlineOf(term, start, calendar, hours)
        expect(derivedInstant(deadline.steps)).toBe(deadline.at)
      }),
      { numRuns: 1000 },
    )
  })

  it('a later start never ends earlier', () => {
    fc.assert(
      fc.property(terms, instants, fc.integer({ min: 0, max: 20 * 24 * HOUR }), (term, start, later) => {
        const ends = deadlineOf(term, start, calendar, hours).at
        expect(deadlineOf(term, start + later, calendar, hours).at).toBeGreaterThanOrEqual(ends)
      }),
      { numRuns: 500 },
    )
  })

  it('a longer term ends later', () => {
    const kinds = fc.constantFrom('workdays', 'days', 'hours', 'minutes', 'work_hours')
    fc.assert(
      fc.property(kinds, counts, instants, (kind, n, start) => {
        const ends = deadlineOf({ kind, n }, start, calendar, hours).at
        expect(deadlineOf({ kind, n: n + 1 }, start, calendar, hours).at).toBeGreaterThan(ends)
      }),
      { numRuns: 500 },
    )
  })

  it('working days end at closing time of a working day, that many working days after the start', () => {
    fc.assert(
      fc.property(counts, instants, (n, start) => {
        const end = deadlineOf({ kind: 'workdays', n }, start, calendar, hours).at
        expect(timeOfDay(end)).toBe('17:30')
        expect(calendar.isWorkday(dayOf(end))).toBe(true)
        expect(workdaysBetween(dayOf(start), dayOf(end), calendar)).toBe(n)
      }),
      { numRuns: 500 },
    )
  })

  it('working hours hold exactly that many office minutes and end inside office hours', () => {
    fc.assert(
      fc.property(counts, instants, (quarters, start) => {
        const end = deadlineOf({ kind: 'work_hours', n: quarters / 4 }, start, calendar, hours).at
        const fromFullMinute = Math.ceil(start / MINUTE) * MINUTE
        expect(workMinutesBetween(fromFullMinute, end, calendar, hours)).toBe(quarters * 15)
        expect(isOfficeTime(end, calendar, hours)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('every day between start and end of working days is either counted or explained', () => {
    fc.assert(
      fc.property(counts, instants, (n, start) => {
        const { steps, at: end } = deadlineOf({ kind: 'workdays', n }, start, calendar, hours)
        const told = steps.flatMap((s) =>
          s.kind === 'workday' ? [s.day] : s.kind === 'skipped' ? s.days : [],
        )
        const walked = []
        for (let day = addDays(dayOf(start), 1); day <= dayOf(end); day = addDays(day, 1)) walked.push(day)
        expect(told).toEqual(walked)
      }),
      { numRuns: 300 },
    )
  })

  it('a reminder moved by working days lies in office hours and at least that far away', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -5, max: 5 }), (start, n) => {
        const moved = addWorkdaysAt(start, n, calendar, hours)
        expect(isOfficeTime(moved, calendar, hours)).toBe(true)
        const days = workdaysBetween(dayOf(start), dayOf(moved), calendar)
        if (n < 0) expect(days).toBeLessThanOrEqual(n)
        else expect(days).toBeGreaterThanOrEqual(n)
      }),
      { numRuns: 500 },
    )
  })
})
