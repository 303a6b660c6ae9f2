import { describe, expect, it } from 'vitest'
import { calendarOf, workdaysOfYear } from '../src/domain/calendar.ts'
import { addDays, type Day, instantOf } from '../src/domain/time.ts'
import { officialCalendar, yearsWithoutNotice } from '../src/holidays.ts'

/**
 * 国务院办公厅 notices on holidays, as they stood in the end: `rest` are inclusive ranges, `worked` the weekend days
 * given in exchange, both MM-DD. 2020 has 春节 as extended to 2 February (国办发明电〔2020〕1号), which also took back
 * the make-up day announced for 1 February. A range that began in the year before carries that year.
 */
const NOTICES: Record<number, { rest: Record<string, string[]>; worked: string[] }> = {
  2020: {
    rest: {
      元旦: ['01-01'],
      春节: ['01-24..02-02'],
      清明: ['04-04..04-06'],
      劳动节: ['05-01..05-05'],
      端午: ['06-25..06-27'],
      国庆节: ['10-01..10-08'],
    },
    worked: ['01-19', '04-26', '05-09', '06-28', '09-27', '10-10'],
  },
  2021: {
    rest: {
      元旦: ['01-01..01-03'],
      春节: ['02-11..02-17'],
      清明: ['04-03..04-05'],
      劳动节: ['05-01..05-05'],
      端午: ['06-12..06-14'],
      中秋: ['09-19..09-21'],
      国庆节: ['10-01..10-07'],
    },
    worked: ['02-07', '02-20', '04-25', '05-08', '09-18', '09-26', '10-09'],
  },
  2022: {
    rest: {
      // 31 December belongs to the notice for 2023.
      元旦: ['01-01..01-03', '12-31'],
      春节: ['01-31..02-06'],
      清明: ['04-03..04-05'],
      劳动节: ['04-30..05-04'],
      端午: ['06-03..06-05'],
      中秋: ['09-10..09-12'],
      国庆节: ['10-01..10-07'],
    },
    worked: ['01-29', '01-30', '04-02', '04-24', '05-07', '10-08', '10-09'],
  },
  2023: {
    rest: {
      元旦: ['01-01..01-02'],
      春节: ['01-21..01-27'],
      清明: ['04-05'],
      劳动节: ['04-29..05-03'],
      端午: ['06-22..06-24'],
      // 中秋 and 国庆 were one holiday of eight days; the first is named after 中秋.
      中秋: ['09-29'],
      国庆节: ['09-30..10-06'],
    },
    worked: ['01-28', '01-29', '04-23', '05-06', '06-25', '10-07', '10-08'],
  },
  2024: {
    rest: {
      元旦: ['01-01'],
      春节: ['02-10..02-17'],
      清明: ['04-04..04-06'],
      劳动节: ['05-01..05-05'],
      端午: ['06-10'],
      中秋: ['09-15..09-17'],
      国庆节: ['10-01..10-07'],
    },
    worked: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
  },
  2025: {
    rest: {
      元旦: ['01-01'],
      春节: ['01-28..02-04'],
      清明: ['04-04..04-06'],
      劳动节: ['05-01..05-05'],
      端午: ['05-31..06-02'],
      国庆节: ['10-01..10-05', '10-07..10-08'],
      中秋: ['10-06'],
    },
    worked: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  },
  2026: {
    rest: {
      元旦: ['01-01..01-03'],
      春节: ['02-15..02-23'],
      清明: ['04-04..04-06'],
      劳动节: ['05-01..05-05'],
      端午: ['06-19..06-21'],
      中秋: ['09-25..09-27'],
      国庆节: ['10-01..10-07'],
    },
    worked: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  },
}

const WORKDAYS = { 2020: 249, 2021: 250, 2022: 249, 2023: 249, 2024: 251, 2025: 248, 2026: 248 }

function daysOf(year: number, range: string): Day[] {
  const [from = '', to = from] = range.split('..')
  const days = [`${year}-${from}`]
  while (days.at(-1) !== `${year}-${to}`) days.push(addDays(days.at(-1) ?? '', 1))
  return days
}

describe('the official holidays', () => {
  const data = officialCalendar()
  const calendar = calendarOf(data)

  it.each(Object.entries(NOTICES))('rests and works in %s exactly as the notice says', (year, notice) => {
    const expected: Record<Day, string> = {}
    for (const [festival, ranges] of Object.entries(notice.rest)) {
      for (const range of ranges) for (const day of daysOf(Number(year), range)) expected[day] = festival
    }
    const ofYear = (days: Readonly<Record<Day, string>>) =>
      Object.fromEntries(Object.entries(days).filter(([day]) => day.startsWith(year)))
    expect(ofYear(data.holidays)).toEqual(expected)
    expect(Object.keys(ofYear(data.makeups)).sort()).toEqual(notice.worked.map((day) => `${year}-${day}`))
    expect(calendar.covers(Number(year))).toBe(true)
  })

  it.each(Object.entries(WORKDAYS))('counts the working days of %s: %i', (year, count) => {
    expect(workdaysOfYear(Number(year), calendar)).toBe(count)
  })

  it('rests through the extended 春节 of 2020 and takes back its make-up day', () => {
    expect(['2020-01-31', '2020-02-01', '2020-02-02', '2020-02-03'].map(calendar.isWorkday)).toEqual([
      false,
      false,
      false,
      true,
    ])
  })

  it('puts every make-up day on a weekend and never on a holiday', () => {
    const makeups = Object.keys(data.makeups)
    expect(makeups.length).toBeGreaterThan(100)
    expect(makeups.filter((day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()))).toEqual([])
    expect(makeups.filter((day) => day in data.holidays)).toEqual([])
  })

  it('has no gap in the years it covers', () => {
    expect(data.years).toEqual(data.years.map((_, i) => (data.years[0] ?? 0) + i))
    expect(data.years).toContain(2004)
    expect(data.years).toContain(2026)
  })
})

describe('a year whose notice is missing', () => {
  const upTo2026 = calendarOf({ years: [2025, 2026], holidays: {}, makeups: {} })

  it('is nobody’s worry while its notice is not due', () => {
    expect(yearsWithoutNotice(instantOf('2026-10-31', '23:59'), upTo2026)).toEqual([])
  })

  it('is named from November of the year before, by China’s calendar', () => {
    expect(yearsWithoutNotice(instantOf('2026-11-01', '00:00'), upTo2026)).toEqual([2027])
    expect(yearsWithoutNotice(instantOf('2027-01-01', '00:00'), upTo2026)).toEqual([2027])
    expect(yearsWithoutNotice(instantOf('2027-12-01', '09:00'), upTo2026)).toEqual([2027, 2028])
  })

  it('is no longer named once the office has entered it by hand', () => {
    const entered = calendarOf({ years: [2026], holidays: {}, makeups: {} }, { years: [2027] })
    expect(yearsWithoutNotice(instantOf('2026-11-24', '09:00'), entered)).toEqual([])
  })

  it('is judged by the official table when no calendar is given', () => {
    expect(yearsWithoutNotice(instantOf('2026-06-01', '09:00'))).toEqual([])
    expect(yearsWithoutNotice(instantOf('2003-06-01', '09:00'))).toEqual([2003])
  })
})
