import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  backIntoOfficeTime,
  calendarOf,
  closingOf,
  intoOfficeTime,
  isOfficeTime,
  type OfficeHours,
} from '../../src/domain/calendar.ts'
import { addDays, type Day, dayOf, instantOf, timeOfDay } from '../../src/domain/time.ts'
import { officialCalendar } from '../../src/holidays.ts'

const calendar = calendarOf(officialCalendar())
const hours: OfficeHours = {
  periods: [
    { from: '09:00', to: '12:00' },
    { from: '13:30', to: '17:30' },
  ],
}

describe('the calendar of an office', () => {
  it('works from Monday to Friday, and on a Saturday given in exchange', () => {
    expect(calendar.isWorkday('2026-11-25')).toBe(true)
    expect(calendar.isWorkday('2026-11-28')).toBe(false)
    expect(calendar.isWorkday('2026-02-14')).toBe(true)
    expect(calendar.isMakeup('2026-02-14')).toBe(true)
    expect(calendar.isMakeup('2026-02-13')).toBe(false)
  })

  it('names the festival of a rest day, also on its weekend, and the festival a make-up day is worked for', () => {
    expect(calendar.nameOf('2026-02-21')).toBe('春节')
    expect(calendar.nameOf('2026-10-10')).toBe('国庆节')
    expect(calendar.nameOf('2026-11-28')).toBeUndefined()
  })

  it.each([
    ['2026-02-13', '2026-02-14', 'into the make-up Saturday'],
    ['2026-02-14', '2026-02-24', 'over 春节'],
    ['2026-09-30', '2026-10-08', 'over 国庆'],
    ['2025-12-31', '2026-01-04', 'over the year end into a make-up Sunday'],
    ['2026-11-28', '2026-11-30', 'from a Saturday'],
  ])('goes from %s to the working day %s, %s', (day, next) => {
    expect(calendar.nextWorkday(day)).toBe(next)
  })

  it('walks backwards over the same days', () => {
    expect(calendar.addWorkdays('2026-02-24', -1)).toBe('2026-02-14')
    expect(calendar.addWorkdays('2026-10-08', -2)).toBe('2026-09-29')
    expect(calendar.addWorkdays('2026-11-28', 0)).toBe('2026-11-28')
  })

  it('takes Monday to Friday for a year without a notice, and says that it does', () => {
    expect(calendar.covers(2027)).toBe(false)
    expect(calendar.isWorkday('2027-10-01')).toBe(true)
    expect(calendar.isWorkday('2027-10-02')).toBe(false)
  })

  it('refuses a count of working days that would walk for ever', () => {
    for (const n of [Number.NaN, Number.POSITIVE_INFINITY, 1.5, 1_000_000]) {
      expect(() => calendar.addWorkdays('2026-11-24', n)).toThrow(RangeError)
    }
  })

  it('ends even when a table closes the office for a whole year', () => {
    const holidays: Record<Day, string> = {}
    for (let day = '2026-01-01'; day < '2027-01-01'; day = addDays(day, 1)) holidays[day] = '停工'
    expect(calendarOf({ years: [2026], holidays, makeups: {} }).nextWorkday('2026-01-01')).toBe('2027-01-01')
  })
})

describe('what the office enters over the official table', () => {
  it('lengthens a holiday and takes back the make-up day it was promised for', () => {
    const extended = calendarOf(officialCalendar(), {
      holidays: { '2026-02-24': '春节', '2026-02-28': '春节' },
    })
    expect(extended.nextWorkday('2026-02-14')).toBe('2026-02-25')
    expect(extended.isWorkday('2026-02-28')).toBe(false)
    expect(extended.isMakeup('2026-02-28')).toBe(false)
  })

  it('calls people in on a holiday', () => {
    const called = calendarOf(officialCalendar(), { makeups: { '2026-10-07': '国庆节' } })
    expect(called.isWorkday('2026-10-07')).toBe(true)
    expect(called.nextWorkday('2026-09-30')).toBe('2026-10-07')
  })

  it('brings a year the library does not know yet', () => {
    const entered = calendarOf(officialCalendar(), { years: [2027], holidays: { '2027-10-01': '国庆节' } })
    expect(entered.covers(2027)).toBe(true)
    expect(entered.covers(2026)).toBe(true)
    expect(entered.isWorkday('2027-10-01')).toBe(false)
  })
})

describe('office hours', () => {
  it('close at the end of the last period', () => {
    expect(closingOf(hours, '2026-11-24')).toBe('17:30')
    expect(() => closingOf({ periods: [] }, '2026-11-24')).toThrow(RangeError)
  })

  it.each([
    ['2026-11-24', '09:00', true],
    ['2026-11-24', '12:00', true],
    ['2026-11-24', '12:01', false],
    ['2026-11-24', '17:30', true],
    ['2026-11-24', '17:31', false],
    ['2026-11-28', '10:00', false],
    ['2026-02-28', '10:00', true],
  ])('on %s at %s the office works: %s', (day, time, open) => {
    expect(isOfficeTime(instantOf(day, time), calendar, hours)).toBe(open)
  })

  it.each([
    ['2026-11-24', '10:00', '2026-11-24 10:00', '2026-11-24 10:00'],
    ['2026-11-24', '12:40', '2026-11-24 13:30', '2026-11-24 12:00'],
    ['2026-11-24', '03:00', '2026-11-24 09:00', '2026-11-23 17:30'],
    ['2026-11-27', '20:00', '2026-11-30 09:00', '2026-11-27 17:30'],
    ['2026-02-15', '10:00', '2026-02-24 09:00', '2026-02-14 17:30'],
  ])('from %s %s the next office time is %s and the last was %s', (day, time, next, last) => {
    const show = (at: number) => `${dayOf(at)} ${timeOfDay(at)}`
    expect(show(intoOfficeTime(instantOf(day, time), calendar, hours))).toBe(next)
    expect(show(backIntoOfficeTime(instantOf(day, time), calendar, hours))).toBe(last)
  })

  it('are entered from any moment without going the wrong way', () => {
    const moments = fc.integer({
      min: instantOf('2025-12-01', '00:00'),
      max: instantOf('2027-02-01', '00:00'),
    })
    fc.assert(
      fc.property(moments, (at) => {
        const [next, last] = [intoOfficeTime(at, calendar, hours), backIntoOfficeTime(at, calendar, hours)]
        expect(isOfficeTime(next, calendar, hours) && isOfficeTime(last, calendar, hours)).toBe(true)
        expect(last <= at && at <= next).toBe(true)
      }),
    )
  })
})
