import {
  addDays,
  type Day,
  dayOf,
  type Instant,
  instantOf,
  isRealDay,
  type TimeOfDay,
  weekdayOf,
  yearOf,
} from './time.ts'

/** A date without its year that lies this few days back is a slip of the pen, not a date of next year. */
const RECENT_DAYS = 30

/** When the office closes on a day, for a day that is named without a time. */
export type Closing = (day: Day) => TimeOfDay

/**
 * Reads a moment written in Chinese office style (11月25日17时30分, 11/25 17:30, 明天下午3点, 下周一, 25号), its
 * digits and spaces already made plain. A day without a time ends at `closing`; a time alone is today's. The moment
 * may lie in the past; only a weekday or a day of the month (25号) moves on to the next such day.
 */
export function readMoment(
  text: string,
  now: Instant,
  closing: Closing,
): Instant | 'unreadable' | 'not_a_day' {
  const phrase = text.replace(/^([今明])([早晚])上?/, '$1天$2上').replace(/(?:之前|以前|前)$/, '')
  if (phrase === '') return 'unreadable'
  const found = findDay(phrase, dayOf(now))
  const time = readTime(found.rest)
  if (time === 'unreadable') return time
  const days = found.days.filter(isRealDay)
  if (time === 'no_such_time') return 'not_a_day'
  const onThat = (day: Day) => instantOf(day, time === 'closing' ? closing(day) : time)
  const day = days.find((d) => onThat(d) > now) ?? days.at(-1)
  if (day === undefined) return 'not_a_day'
  if (found.weekday !== undefined && found.weekday !== weekdayOf(day)) return 'not_a_day'
  return onThat(day)
}

interface FoundDay {
  /** What the words may mean, in order: the first still ahead counts. Some may be no real days. */
  readonly days: readonly string[]
  /** A weekday written beside the date, which must agree with it: 0 Sunday … 6 Saturday. */
  readonly weekday?: number
  readonly rest: string
}

function findDay(text: string, today: Day): FoundDay {
  for (const [form, days] of dayForms) {
    const m = form.exec(text)
    if (m !== null) return { days: days(m.slice(1), today), ...splitRest(text.slice(m[0].length)) }
  }
  return { days: [today], rest: text }
}

function splitRest(text: string): { rest: string; weekday?: number } {
  const m = /^ ?(?:\((?:周|星期|礼拜)(.)\)|(?:周|星期|礼拜)(.))/.exec(text)
  const rest = (m === null ? text : text.slice(m[0].length)).replace(/^[ T,]/, '')
  return m === null ? { rest } : { rest, weekday: weekdayNamed(m[1] ?? m[2]) }
}

type Parts = readonly (string | undefined)[]

/** Each way to write a day, and the days it may mean. A date in digits must not run into the digits of the time. */
const dayForms: readonly (readonly [RegExp, (parts: Parts, today: Day) => readonly string[]])[] = [
  [
    /^(大后|今|明|后)[天日]/,
    ([word], today) => [addDays(today, ['今', '明', '后', '大后'].indexOf(word ?? ''))],
  ],
  [
    /^(本|这|下{1,2})?个?(?:周|星期|礼拜)([一二三四五六日天])/,
    ([which, sign], today) => weekdays(which, sign, today),
  ],
  [/^(本|这|下)个?月(\d{1,2})[日号]/, ([which, day], today) => [inMonth(today, which === '下' ? 1 : 0, day)]],
  // Three months on, because two neighbours may both lack a 30号.
  [/^(\d{1,2})号/, ([day], today) => [0, 1, 2].map((ahead) => inMonth(today, ahead, day))],
  [/^(\d{4})年(\d{1,2})月(\d{1,2})(?:[日号]|(?!\d))/, ([year, month, day]) => [written(year, month, day)]],
  [/^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d:])/, ([year, , month, day]) => [written(year, month, day)]],
  [/^(\d{1,2})月(\d{1,2})(?:[日号]|(?!\d))/, ([month, day], today) => nextOfName(month, day, today)],
  [/^(\d{1,2})[-/.](\d{1,2})(?![\d:])/, ([month, day], today) => nextOfName(month, day, today)],
]

/** -1 for a sign that names no weekday, which then agrees with no date. */
function weekdayNamed(sign: string | undefined): number {
  return sign === '天' ? 0 : '日一二三四五六'.indexOf(sign ?? '?')
}

/** Weeks begin on Monday: 下周日 is the end of next week. */
function weekdays(which: string | undefined, sign: string | undefined, today: Day): Day[] {
  const fromMonday = (weekday: number): number => (weekday + 6) % 7
  const ahead = fromMonday(weekdayNamed(sign)) - fromMonday(weekdayOf(today))
  if (which === undefined) return [addDays(today, ahead < 0 ? ahead + 7 : ahead), addDays(today, ahead + 7)]
  return [addDays(today, ahead + 7 * (which.startsWith('下') ? which.length : 0))]
}

function inMonth(today: Day, ahead: number, day: string | undefined): string {
  const month = Number(today.slice(5, 7)) - 1 + ahead
  return written(String(yearOf(today) + Math.floor(month / 12)), String((month % 12) + 1), day)
}

function written(year = '', month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function nextOfName(month: string | undefined, day: string | undefined, today: Day): string[] {
  const earliest = addDays(today, -RECENT_DAYS)
  return [-1, 0, 1]
    .map((ahead) => written(String(yearOf(today) + ahead), month, day))
    .filter((d) => isRealDay(d) && d >= earliest)
    .slice(0, 1)
}

const TIME =
  /^(凌晨|早上|上午|中午|下午|傍晚|晚上)?(\d{1,2})(?::(\d{1,2})(?::00)?|[点时](?:(\d{1,2})分?|(半)|整|钟)?)$/

/** The ends of the parts of a day that are limits by themselves. */
const NOON = '12:00'

function readTime(text: string): TimeOfDay | 'closing' | 'unreadable' | 'no_such_time' {
  if (text === '' || text === '下班' || text === '下午') return 'closing'
  if (text === '上午' || text === '中午') return NOON
  const m = TIME.exec(text)
  if (m === null) return 'unreadable'
  const minute = m[5] === undefined ? Number(m[3] ?? m[4] ?? 0) : 30
  const hour = hourOf(m[1], Number(m[2]))
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return 'no_such_time'
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

function hourOf(part: string | undefined, hour: number): number {
  switch (part) {
    case '下午':
    case '傍晚':
      return hour < 12 ? hour + 12 : hour
    case '晚上':
      // 晚上12点 is the end of that day.
      return hour <= 12 ? hour + 12 : hour
    case '中午':
      return hour < 3 ? hour + 12 : hour
    case '凌晨':
      return hour === 12 ? 0 : hour
    default:
      return hour
  }
}
