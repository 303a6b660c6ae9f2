import type { Term } from './clocks.ts'
import { type Closing, readMoment } from './moment-text.ts'
import { DAY, type Instant } from './time.ts'

/**
 * Why a typed limit cannot be used: not understood; already over; more than a year ahead; a day or hour that does
 * not exist (2月30日, 25:00, 11月25日（周一） when it is a Wednesday).
 */
export type TermTextRefusal = 'unreadable' | 'past' | 'too_long' | 'not_a_day'

export type TermReading =
  | { readonly ok: true; readonly term: Term }
  | { readonly ok: false; readonly why: TermTextRefusal }

/** No limit of a slip reaches further ahead. */
const FARTHEST_DAYS = 366
const MOST_WORKDAYS = 250

/**
 * Reads what a clerk types as 办理时限: a length (5个工作日, 24小时, 4个工作小时, 30分钟), natural days (3天: closing
 * time of the third day), or a moment (11月25日 17:30, 2026-11-25, 明天, 下周一上午10点). A day without a time ends
 * at `closing`. A date without a year is the next one of that name, a weekday the next such day, today included
 * while its time is still ahead. Chinese and full-width digits and stray spaces are read as meant.
 */
export function parseTerm(text: string, now: Instant, closing: Closing): TermReading {
  const plain = plainText(text)
  const length = readLength(plain)
  if (length !== undefined) return length
  const moment = readMoment(plain, now, closing)
  return typeof moment === 'number' ? until(moment, now) : no(moment)
}

/**
 * A moment that has been (12:40, 昨天23:50, 11月24日12时40分). A time alone is the last such time, so that after
 * midnight 23:50 is yesterday's.
 */
export function parsePastMoment(
  text: string,
  now: Instant,
  closing: Closing,
): Instant | 'unreadable' | 'not_a_day' {
  const plain = plainText(text)
  const yesterday = /^昨[天日]/.test(plain)
  const at = readMoment(yesterday ? plain.replace(/^昨[天日]/, '') : plain, now, closing)
  if (typeof at !== 'number') return at
  const timeAlone = /^(?:凌晨|早上|上午|中午|下午|傍晚|晚上)?\d{1,2}[:点时]/.test(plain)
  return yesterday || (timeAlone && at > now) ? at - DAY : at
}

function no(why: TermTextRefusal): TermReading {
  return { ok: false, why }
}

/** Full-width forms made plain, Chinese numerals made digits, and only the spaces that part two numbers kept. */
function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/(?<!周|星期|礼拜)[零〇一二两三四五六七八九十百]+/g, numeral)
    .replace(/\s+/g, ' ')
    .replace(/(?<!\d) | (?!\d)/g, '')
}

const CHINESE_DIGITS = '零一二三四五六七八九'

/** 二十五 → 25, 一百二十 → 120; digit by digit when it holds neither 十 nor 百 (二〇二六 → 2026). */
function numeral(text: string): string {
  const signs = [...text.replaceAll('〇', '零').replaceAll('两', '二')]
  if (!/[十百]/.test(text)) return signs.map((sign) => CHINESE_DIGITS.indexOf(sign)).join('')
  let sum = 0
  let held: number | undefined
  for (const sign of signs) {
    if (sign !== '十' && sign !== '百') {
      held = CHINESE_DIGITS.indexOf(sign)
      continue
    }
    sum += (held || 1) * (sign === '十' ? 10 : 100)
    held = undefined
  }
  return String(sum + (held ?? 0))
}

const LENGTH = /^(\d+(?:\.\d+)?)个?(工作日|工作天|工作小时|小时|钟头|h|分钟|自然日|天|日|周|星期)(?:以?内)?$/i

/** Undefined when the text is no length at all and may be a moment. */
function readLength(text: string): TermReading | undefined {
  const m = LENGTH.exec(text.replace(/^半个?/, '0.5个').replace(/^(\d+)个半/, '$1.5个'))
  if (m === null) return undefined
  const n = Number(m[1])
  if (n === 0) return no('past')
  switch (m[2]) {
    case '工作日':
    case '工作天':
      return counted({ kind: 'workdays', n }, n, MOST_WORKDAYS)
    case '工作小时':
      return counted({ kind: 'work_hours', n }, n * 60, MOST_WORKDAYS * 8 * 60)
    case '分钟':
      return counted({ kind: 'minutes', n }, n, FARTHEST_DAYS * 24 * 60)
    case '天':
    case '日':
    case '自然日':
      return counted({ kind: 'days', n }, n, FARTHEST_DAYS)
    case '周':
    case '星期':
      return counted({ kind: 'days', n: n * 7 }, n * 7, FARTHEST_DAYS)
    default: {
      const minutes = n * 60
      const term: Term = Number.isInteger(n) ? { kind: 'hours', n } : { kind: 'minutes', n: minutes }
      return counted(term, minutes, FARTHEST_DAYS * 24 * 60)
    }
  }
}

/** A length is given in whole units of its smallest kind, and not without end. */
function counted(term: Term, units: number, most: number): TermReading {
  if (units > most) return no('too_long')
  return Number.isInteger(units) ? { ok: true, term } : no('unreadable')
}

function until(at: Instant, now: Instant): TermReading {
  if (at <= now) return no('past')
  return at > now + FARTHEST_DAYS * DAY ? no('too_long') : { ok: true, term: { kind: 'until', at } }
}
