import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarOf, closingOf, isOfficeTime, type OfficeHours } from '../../src/domain/calendar.ts'
import {
  addWorkdaysAt,
  deadlineOf,
  derivedInstant,
  type Term,
  workMinutesBetween,
} from '../../src/domain/clocks.ts'
import { defaultPolicy, policyFor } from '../../src/domain/policy.ts'
import { parseTerm } from '../../src/domain/term-text.ts'
import { dayOf, type Instant, instantOf, timeOfDay } from '../../src/domain/time.ts'
import { officialCalendar } from '../../src/holidays.ts'

const calendar = calendarOf(officialCalendar())

/** 夏季作息: from May to September the afternoon begins an hour later and ends half an hour later. */
const hours: OfficeHours = {
  periods: [
    { from: '09:00', to: '12:00' },
    { from: '13:30', to: '17:30' },
  ],
  seasons: [
    {
      from: '05-01',
      to: '09-30',
      periods: [
        { from: '08:30', to: '12:00' },
        { from: '14:30', to: '18:00' },
      ],
    },
  ],
}

const at = (text: string): Instant => instantOf(text.slice(0, 10), text.slice(11))
const show = (instant: Instant) => `${dayOf(instant)} ${timeOfDay(instant)}`
const due = (term: Term, start: string) => show(deadlineOf(term, at(start), calendar, hours).at)

describe('an office with summer hours', () => {
  it.each([
    ['2026-04-30', '17:30'],
    ['2026-05-06', '18:00'],
    ['2026-09-30', '18:00'],
    ['2026-10-08', '17:30'],
  ])('closes on %s at %s', (day, time) => {
    expect(closingOf(hours, day)).toBe(time)
  })

  it('is open in the summer afternoon until six, and not before half past two', () => {
    expect(isOfficeTime(at('2026-07-01 17:45'), calendar, hours)).toBe(true)
    expect(isOfficeTime(at('2026-07-01 14:00'), calendar, hours)).toBe(false)
    expect(isOfficeTime(at('2026-11-24 14:00'), calendar, hours)).toBe(true)
  })

  it('ends working days by the hours of the last day, on either side of the change', () => {
    expect(due({ kind: 'workdays', n: 1 }, '2026-04-29 10:00')).toBe('2026-04-30 17:30')
    expect(due({ kind: 'workdays', n: 2 }, '2026-04-29 10:00')).toBe('2026-05-06 18:00')
    expect(due({ kind: 'workdays', n: 1 }, '2026-09-30 10:00')).toBe('2026-10-08 17:30')
  })

  it('counts working hours over the change of the season, each day by its own hours', () => {
    // 16:00–18:00 on the last summer day, then two hours of the first winter morning.
    expect(due({ kind: 'work_hours', n: 4 }, '2026-09-30 16:00')).toBe('2026-10-08 11:00')
    expect(workMinutesBetween(at('2026-09-30 16:00'), at('2026-10-08 11:00'), calendar, hours)).toBe(240)
  })

  it('moves a reminder to the opening hour of its own day', () => {
    expect(show(addWorkdaysAt(at('2026-04-30 13:35'), 1, calendar, hours))).toBe('2026-05-06 14:30')
  })

  it('reads a typed date as ending at that day’s closing time', () => {
    const read = parseTerm('5月8日', at('2026-04-28 10:00'), (day) => closingOf(hours, day))
    expect(read).toEqual({ ok: true, term: { kind: 'until', at: at('2026-05-08 18:00') } })
  })

  it('derives every limit line by line to the very minute, whatever the season', () => {
    const starts = fc.integer({ min: at('2025-12-01 00:00'), max: at('2026-12-31 00:00') })
    const terms = fc.oneof(
      fc.integer({ min: 1, max: 30 }).map((n): Term => ({ kind: 'workdays', n })),
      fc.integer({ min: 1, max: 120 }).map((n): Term => ({ kind: 'work_hours', n: n / 4 })),
    )
    fc.assert(
      fc.property(terms, starts, (term, start) => {
        const { at: end, steps } = deadlineOf(term, start, calendar, hours)
        expect(derivedInstant(steps)).toBe(end)
        expect(isOfficeTime(end, calendar, hours)).toBe(true)
      }),
    )
  })

  it('may keep a winter season over the turn of the year', () => {
    const winter: OfficeHours = {
      periods: [{ from: '08:30', to: '18:00' }],
      seasons: [{ from: '11-01', to: '02-28', periods: [{ from: '09:00', to: '17:00' }] }],
    }
    expect(closingOf(winter, '2026-12-31')).toBe('17:00')
    expect(closingOf(winter, '2027-01-04')).toBe('17:00')
    expect(closingOf(winter, '2027-03-01')).toBe('18:00')
  })
})

describe('an office with hours of its own', () => {
  it('counts by them, and the other offices by the common ones', () => {
    const policy = { ...defaultPolicy, hoursOf: { county: hours } }
    expect(policyFor(policy, 'county').hours).toBe(hours)
    expect(policyFor(policy, 'city').hours).toBe(defaultPolicy.hours)
    expect(policyFor(policy, undefined)).toBe(policy)
  })
})
