import type { Arrangement } from './arrangements.ts'
import { addDays, type Day, isRealDay, weekdayOf } from './time.ts'

/**
 * Why a pasted holiday notice was not taken: no year in it; nothing in it that is understood; a line whose days do not
 * exist, run backwards, contradict the weekday beside them, or are not as many as the line says.
 */
export type NoticeProblem =
  | { readonly why: 'no_year' }
  | { readonly why: 'nothing_read' }
  | { readonly why: 'no_such_days' | 'weekday_differs'; readonly line: string }
  | { readonly why: 'count_differs'; readonly line: string; readonly said: number; readonly counted: number }

export type NoticeReading =
  | { readonly ok: true; readonly arrangement: Arrangement }
  | { readonly ok: false; readonly problem: NoticeProblem }

/** No festival is longer; a longer stretch is a slip of the pen. */
const LONGEST_STRETCH = 20

const NAME = /^(?:[一二三四五六七八九十]+[、.．]|\d+[、.．])?\s*([\p{Script=Han}、]{2,12})[：:]/u
const DATE =
  /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:[（(][^）)]*?(?:周|星期)([一二三四五六日天])[^）)]*[）)]|[（(][^）)]*[）)])?/u
const RANGE = new RegExp(`${DATE.source}(?:\\s*[至到—~-]+\\s*${DATE.source})?`, 'gu')
const COUNT = /共(\d+)天/u

/**
 * Reads the list of the yearly 国务院办公厅 notice as it is published and pasted:
 * `元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。` one festival a line. Every check the text offers
 * (weekdays, number of days) is used, since one wrong day moves the limits of a whole city.
 */
export function readNotice(text: string): NoticeReading {
  const plain = text.normalize('NFKC').replaceAll('(', '（').replaceAll(')', '）')
  const year = /(20\d{2})年/.exec(plain)?.[1]
  if (year === undefined) return no({ why: 'no_year' })
  const holidays: Record<Day, string> = {}
  const makeups: Record<Day, string> = {}
  for (const line of linesOf(plain)) {
    const name = NAME.exec(line)?.[1]
    if (name === undefined) continue
    for (const clause of line.slice(line.search(/[：:]/) + 1).split(/[。；;]/)) {
      const work = /上班/.test(clause)
      if (!work && !/放假|休息/.test(clause)) continue
      const days = daysIn(clause, Number(year))
      if (days === 'no_such_days' || days === 'weekday_differs') return no({ why: days, line: clause.trim() })
      const said = Number(COUNT.exec(clause)?.[1] ?? days.length)
      if (said !== days.length) {
        return no({ why: 'count_differs', line: clause.trim(), said, counted: days.length })
      }
      for (const day of days) (work ? makeups : holidays)[day] = name
    }
  }
  return Object.keys(holidays).length === 0
    ? no({ why: 'nothing_read' })
    : { ok: true, arrangement: { year: Number(year), holidays, makeups } }
}

function no(problem: NoticeProblem): NoticeReading {
  return { ok: false, problem }
}

/** A notice pasted from a web page may have lost its line ends; each festival begins with its numeral. */
function linesOf(text: string): string[] {
  return text
    .split(/\n|(?=[一二三四五六七八九十][、.．]\s*\p{Script=Han}{2,12}[：:])/u)
    .map((line) => line.trim())
}

function daysIn(clause: string, year: number): Day[] | 'no_such_days' | 'weekday_differs' {
  const days: Day[] = []
  let month: string | undefined
  for (const [, ...parts] of clause.replace(COUNT, '').matchAll(RANGE)) {
    const [fromYear, fromMonth, fromDay, fromWeekday, toYear, toMonth, toDay, toWeekday] = parts
    month = fromMonth ?? month
    const from = dayWritten(fromYear ?? String(year), month, fromDay)
    month = toMonth ?? month
    const to = toDay === undefined ? from : dayWritten(toYear ?? fromYear ?? String(year), month, toDay)
    if (!isRealDay(from) || !isRealDay(to) || to < from || addDays(from, LONGEST_STRETCH) < to)
      return 'no_such_days'
    if (!agrees(from, fromWeekday) || !agrees(to, toWeekday)) return 'weekday_differs'
    for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  }
  return days.length === 0 ? 'no_such_days' : days
}

function dayWritten(year: string, month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function agrees(day: Day, weekday: string | undefined): boolean {
  return (
    weekday === undefined || '日一二三四五六'.indexOf(weekday === '天' ? '日' : weekday) === weekdayOf(day)
  )
}
