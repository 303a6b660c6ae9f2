import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTerm } from '../../src/domain/term-text.ts'
import { addDays, dayOf, instantOf, timeOfDay } from '../../src/domain/time.ts'

/** A Tuesday morning. */
const NOW = instantOf('2026-11-24', '10:00')

/** What a clerk reads back: the length, the moment, or why not. */
function read(text: string, now = NOW, closing = '17:30'): string {
  const reading = parseTerm(text, now, () => closing)
  if (!reading.ok) return reading.why
  const { term } = reading
  return term.kind === 'until' ? `${dayOf(term.at)} ${timeOfDay(term.at)}` : `${term.n} ${term.kind}`
}

describe('a length typed as 办理时限', () => {
  it.each([
    ['5个工作日', '5 workdays'],
    ['5工作日', '5 workdays'],
    ['５　个 工作日', '5 workdays'],
    ['五个工作日', '5 workdays'],
    ['两个工作日内', '2 workdays'],
    ['十个工作日', '10 workdays'],
    ['十五个工作日以内', '15 workdays'],
    ['二十个工作日', '20 workdays'],
    ['一百二十个工作日', '120 workdays'],
    ['24小时', '24 hours'],
    ['24小时内', '24 hours'],
    ['48h', '48 hours'],
    ['1.5小时', '90 minutes'],
    ['半小时', '30 minutes'],
    ['半个小时', '30 minutes'],
    ['一个半小时', '90 minutes'],
    ['30分钟', '30 minutes'],
    ['4个工作小时', '4 work_hours'],
    ['1.5个工作小时', '1.5 work_hours'],
  ])('reads %s as %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each([
    ['3天', '3 days'],
    ['3日', '3 days'],
    ['三天内', '3 days'],
    ['5个自然日', '5 days'],
    ['一周', '7 days'],
    ['两星期', '14 days'],
  ])('reads %s as days that are counted from 签发, rest days and all: %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })
})

describe('a moment typed as 办理时限', () => {
  it.each([
    ['11月25日 17:30', '2026-11-25 17:30'],
    ['11月25日17时30分', '2026-11-25 17:30'],
    ['11月25日17时', '2026-11-25 17:00'],
    ['１１月２５日　１７：３０', '2026-11-25 17:30'],
    ['11 月 25 日 17 : 30', '2026-11-25 17:30'],
    ['11月25日（周三）17:30前', '2026-11-25 17:30'],
    ['11月25日星期三上午9点', '2026-11-25 09:00'],
    ['十一月二十五日下午五点半', '2026-11-25 17:30'],
    ['2026年11月25日', '2026-11-25 17:30'],
    ['二〇二六年十二月一日', '2026-12-01 17:30'],
    ['2026-11-25 17:30', '2026-11-25 17:30'],
    ['2026-11-25T17:30:00', '2026-11-25 17:30'],
    ['2026/12/5', '2026-12-05 17:30'],
    ['2026.11.25', '2026-11-25 17:30'],
    ['11-25 17:30', '2026-11-25 17:30'],
    ['12-2 15:30', '2026-12-02 15:30'],
    ['11/25', '2026-11-25 17:30'],
    ['11/25 下午3点', '2026-11-25 15:00'],
    ['11月25 17:30', '2026-11-25 17:30'],
    ['明天17:30', '2026-11-25 17:30'],
    ['明天中午12点', '2026-11-25 12:00'],
    ['明天上午', '2026-11-25 12:00'],
    ['明日下班前', '2026-11-25 17:30'],
    ['后天', '2026-11-26 17:30'],
    ['大后天 9:00', '2026-11-27 09:00'],
    ['今天 16:00', '2026-11-24 16:00'],
    ['今晚8点', '2026-11-24 20:00'],
    ['今天24:00', '2026-11-25 00:00'],
    ['16:00', '2026-11-24 16:00'],
    ['下周一', '2026-11-30 17:30'],
    ['下个星期天', '2026-12-06 17:30'],
    ['下下周一 9:30', '2026-12-07 09:30'],
    ['本周五', '2026-11-27 17:30'],
    ['周五17:30', '2026-11-27 17:30'],
    ['周五十点', '2026-11-27 10:00'],
    ['下月5日', '2026-12-05 17:30'],
    ['28号', '2026-11-28 17:30'],
  ])('reads %s as %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it('takes a weekday as the next such day: today while its time is ahead, else next week', () => {
    expect(read('周二')).toBe('2026-11-24 17:30')
    expect(read('周二 9:00')).toBe('2026-12-01 09:00')
    expect(read('周一')).toBe('2026-11-30 17:30')
    expect(read('下周日', instantOf('2026-11-29', '10:00'))).toBe('2026-12-06 17:30')
  })

  it('takes a day of the month as the next one there is', () => {
    expect(read('20号')).toBe('2026-12-20 17:30')
    expect(read('31号')).toBe('2026-12-31 17:30')
    expect(read('30号', instantOf('2027-01-31', '10:00'))).toBe('2027-03-30 17:30')
    expect(read('下月3日', instantOf('2026-12-20', '10:00'))).toBe('2027-01-03 17:30')
  })

  it('takes a date without a year as the next one, over the year end', () => {
    expect(read('1月5日')).toBe('2027-01-05 17:30')
    expect(read('10月1日')).toBe('2027-10-01 17:30')
  })

  it('ends a day without a time at the closing time it is given', () => {
    expect(read('明天', NOW, '18:00')).toBe('2026-11-25 18:00')
    expect(read('明天下班前', NOW, '18:00')).toBe('2026-11-25 18:00')
  })

  it('knows today by China’s clock', () => {
    expect(read('今天23:30', Date.parse('2026-11-24T15:00:00Z'))).toBe('2026-11-24 23:30')
    expect(read('明天', Date.parse('2026-11-24T16:10:00Z'))).toBe('2026-11-26 17:30')
  })
})

describe('a limit that cannot be used', () => {
  it.each([
    '尽快',
    '立即',
    '近期',
    '5',
    '五',
    '前',
    '',
    ' ',
    '下周',
    '明天左右',
    '2.5个工作日',
    '0.3分钟',
    '三天前',
    '11月',
  ])('says it does not understand %j', (text) => {
    expect(read(text)).toBe('unreadable')
  })

  it('does not guess where a date ends and a time begins', () => {
    expect(read('11-2517:30')).toBe('unreadable')
    expect(read('11月2517:30')).toBe('unreadable')
  })

  it.each(['今天 9:00', '11月20日', '11-24 09:59', '2026年11月1日', '本周一', '0小时', '9:00'])(
    'says that %s is over',
    (text) => {
      expect(read(text)).toBe('past')
    },
  )

  it('takes this very moment for over', () => {
    expect(read('10:00')).toBe('past')
    expect(read('今天', instantOf('2026-11-24', '17:30'))).toBe('past')
  })

  it('takes a December date typed in January for a slip of the pen', () => {
    expect(read('12月25日', instantOf('2027-01-05', '10:00'))).toBe('past')
    expect(read('12月1日', instantOf('2027-01-05', '10:00'))).toBe('2027-12-01 17:30')
  })

  it.each(['300个工作日', '9000小时', '99999999999分钟', '400天', '2028年1月1日', '2001个工作小时'])(
    'says that %s is too long',
    (text) => {
      expect(read(text)).toBe('too_long')
    },
  )

  it.each([
    '2月30日',
    '2026-13-01',
    '11月31日',
    '明天25点',
    '11月25日 17:60',
    '24:01',
    '2月29日',
    '11月25日（周一）',
  ])('says that %s does not exist', (text) => {
    expect(read(text)).toBe('not_a_day')
  })
})

describe('whatever is typed', () => {
  it('any text gets an answer', () => {
    const words = fc.constantFrom(
      ...'0123456789一二十百两半个工作日天小时分钟周下今明后月年号前内上午点:-/. （）',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words, { maxLength: 14 }).map((w) => w.join('')),
        ),
        (text) => {
          const reading = parseTerm(text, NOW, () => '17:30')
          if (!reading.ok) return
          const { term } = reading
          if (term.kind === 'until') expect(term.at).toBeGreaterThan(NOW)
          else expect(term.n).toBeGreaterThan(0)
        },
      ),
      { numRuns: 5000 },
    )
  })

  it('a day of the coming year is read the same in every way of writing it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 330 }), (ahead) => {
        const day = addDays('2026-11-24', ahead)
        const [year, month, date] = day.split('-').map(Number)
        const ways = [
          `${month}月${date}日`,
          `${month}/${date}`,
          `${year}年${month}月${date}日`,
          day,
          `${month}-${date} 17:30`,
        ]
        expect(ways.map((way) => read(way))).toEqual(ways.map(() => `${day} 17:30`))
      }),
    )
  })
})
