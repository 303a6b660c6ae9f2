import { describe, expect, it } from 'vitest'
import { overridesOf, stretchesOf } from '../../src/domain/arrangements.ts'
import { calendarOf } from '../../src/domain/calendar.ts'
import { readNotice } from '../../src/domain/notice-text.ts'
import { type Day, isRealDay, yearOf } from '../../src/domain/time.ts'
import { officialCalendar } from '../../src/holidays.ts'

/** The list for 2026 as it is written in such notices. */
const NOTICE_2026 = `国务院办公厅关于2026年部分节假日安排的通知
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。`

describe('a holiday notice pasted into the chat', () => {
  it('is understood to the same days as the official table has', () => {
    const read = readNotice(NOTICE_2026)
    if (!read.ok) throw new Error(JSON.stringify(read.problem))
    const { holidays, makeups } = officialCalendar()
    const of2026 = (days: Readonly<Record<Day, string>>) =>
      Object.keys(days)
        .filter((day) => isRealDay(day) && yearOf(day) === 2026)
        .sort()
    expect(Object.keys(read.arrangement.holidays).sort()).toEqual(of2026(holidays))
    expect(Object.keys(read.arrangement.makeups).sort()).toEqual(of2026(makeups))
    expect(read.arrangement.year).toBe(2026)
    expect(read.arrangement.makeups['2026-02-28']).toBe('春节')
  })

  it('is understood when the line ends were lost on the way', () => {
    expect(readNotice(NOTICE_2026.replaceAll('\n', ' '))).toEqual(readNotice(NOTICE_2026))
  })

  it('may name a holiday that began in the year before, and months only once', () => {
    const read = readNotice(
      '2027年安排\n一、元旦：2026年12月31日至2027年1月2日放假，共3天。1月9日、16日上班。',
    )
    expect(read).toEqual({
      ok: true,
      arrangement: {
        year: 2027,
        holidays: { '2026-12-31': '元旦', '2027-01-01': '元旦', '2027-01-02': '元旦' },
        makeups: { '2027-01-09': '元旦', '2027-01-16': '元旦' },
      },
    })
  })

  it.each([
    ['元旦：1月1日放假。', { why: 'no_year' }],
    ['2027年的安排另行通知', { why: 'nothing_read' }],
    ['2027年\n元旦：1月1日（周四）放假。', { why: 'weekday_differs', line: '1月1日（周四）放假' }],
    ['2027年\n元旦：2月30日放假。', { why: 'no_such_days', line: '2月30日放假' }],
    ['2027年\n春节：2月9日至5日放假。', { why: 'no_such_days', line: '2月9日至5日放假' }],
    ['2027年\n春节：放假调休。', { why: 'no_such_days', line: '放假调休' }],
    [
      '2027年\n春节：2月5日至11日放假调休，共8天。',
      { why: 'count_differs', line: '2月5日至11日放假调休,共8天', said: 8, counted: 7 },
    ],
  ])('is not taken when a day in it cannot be right: %s', (text, problem) => {
    expect(readNotice(text)).toEqual({ ok: false, problem })
  })
})

describe('notices taken into force one after another', () => {
  const spring = { year: 2027, holidays: { '2027-02-08': '春节', '2027-02-09': '春节' }, makeups: {} }
  const changed = { year: 2027, holidays: {}, makeups: { '2027-02-09': '春节' } }

  it('make a later one beat an earlier for its days', () => {
    const calendar = calendarOf(officialCalendar(), overridesOf([spring, changed]))
    expect(calendar.isWorkday('2027-02-08')).toBe(false)
    expect(calendar.isWorkday('2027-02-09')).toBe(true)
    expect(calendar.covers(2027)).toBe(true)
  })

  it('are read back as stretches of one festival', () => {
    expect(stretchesOf({ '2027-02-09': '春节', '2027-02-08': '春节', '2027-04-05': '清明节' })).toEqual([
      { name: '春节', from: '2027-02-08', to: '2027-02-09' },
      { name: '清明节', from: '2027-04-05', to: '2027-04-05' },
    ])
  })
})
