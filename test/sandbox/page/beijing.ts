const HOUR = 3_600_000
const DAY = 24 * HOUR
const OFFSET = 8 * HOUR
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

/** Rest days and make-up workdays announced for 2026; other years know weekends only. */
const restDays = new Set(
  [
    ['01-01', 3],
    ['02-15', 9],
    ['04-04', 3],
    ['05-01', 5],
    ['06-19', 3],
    ['09-25', 3],
    ['10-01', 7],
  ].flatMap(([first, days]) =>
    Array.from({ length: Number(days) }, (_, n) =>
      dayOf(Date.parse(`2026-${first}T00:00:00+08:00`) + n * DAY),
    ),
  ),
)
const makeUpDays = new Set([
  '2026-01-04',
  '2026-02-14',
  '2026-02-28',
  '2026-05-09',
  '2026-09-20',
  '2026-10-10',
])

/** Milliseconds from what the sandbox calls a time: a number, digits, or ISO text. */
export function instant(value: number | string): number {
  if (typeof value === 'number') return value
  return /^\d+$/.test(value) ? Number(value) : Date.parse(value)
}

function parts(at: number) {
  const date = new Date(at + OFFSET)
  const two = (n: number) => String(n).padStart(2, '0')
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: WEEKDAYS[date.getUTCDay()] ?? '',
    minute: `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`,
    second: two(date.getUTCSeconds()),
  }
}

/** `2026-11-24`, the Beijing day of an instant. */
export function dayOf(at: number): string {
  return new Date(at + OFFSET).toISOString().slice(0, 10)
}

/** `10:15` */
export const timeText = (at: number) => parts(at).minute

/** `10:15:08` */
export const secondText = (at: number) => `${parts(at).minute}:${parts(at).second}`

/** `11月24日（周二）` */
export function dayText(at: number): string {
  const { month, day, weekday } = parts(at)
  return `${month}月${day}日（${weekday}）`
}

/** `2026年11月24日 周二` */
export function longDayText(at: number): string {
  const { year, month, day, weekday } = parts(at)
  return `${year}年${month}月${day}日 ${weekday}`
}

/** `2026-11-24T10:15`, as a date-time field holds it. */
export const fieldText = (at: number) => `${dayOf(at)}T${timeText(at)}`

/** The instant a date-time field names, read as Beijing time; undefined while the field is incomplete. */
export function fromField(text: string): number | undefined {
  const at = Date.parse(`${text}:00+08:00`)
  return Number.isNaN(at) ? undefined : at
}

/** A date, time or date-time field's value in Chinese words, whatever language the browser speaks; '' when empty. */
export function fieldWords(value: string): string {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)?T?(\d\d:\d\d)?/.exec(value) ?? []
  const date = day === undefined ? '' : longDayText(Date.parse(`${day}T00:00:00+08:00`))
  return [date, time].filter(Boolean).join(' ')
}

/** Whether offices of the city are open on that day. */
export function isWorkday(at: number): boolean {
  const day = dayOf(at)
  if (makeUpDays.has(day)) return true
  const weekday = new Date(at + OFFSET).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !restDays.has(day)
}

/** The same time of day on the n-th working day after today. */
export function afterWorkdays(at: number, count: number): number {
  let left = count
  let then = at
  while (left > 0) {
    then += DAY
    if (isWorkday(then)) left -= 1
  }
  return then
}

/** `clock` (`08:30`) on the day after today. */
export function tomorrowAt(at: number, clock: string): number {
  return Date.parse(`${dayOf(at + DAY)}T${clock}:00+08:00`)
}

/** `5 分 12 秒`, for how long something still lasts. */
export function spanText(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000))
  const minutes = Math.floor(seconds / 60)
  return minutes === 0 ? `${seconds} 秒` : `${minutes} 分 ${seconds % 60} 秒`
}
