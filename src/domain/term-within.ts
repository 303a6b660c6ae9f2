import type { Term } from './clocks.ts'
import type { Closing } from './moment-text.ts'
import { parseTerm } from './term-text.ts'
import type { Instant } from './time.ts'

const NUMBER = '(?:\\d+|[一二两三四五六七八九十]+)'

/** 三日内, 5个工作日以内, 一周内; 11月27日前, 明天17:30前, 下周三前. 三天前 is no limit. */
const NAMED = new RegExp(
  [
    `${NUMBER}个?(?:工作日|工作天|小时|天|日|周|星期)(?=(?:之|以)?内)`,
    `(?:${NUMBER}月${NUMBER}[日号]|[今明后][天日]|下?周[一二三四五六日天])(?:\\s*\\d{1,2}[:：]\\d{2})?(?=(?:之|以)?[前内])`,
  ].join('|'),
  'g',
)

/** The first limit that a sentence names, as a leader writes it; null when it names none that lies ahead. */
export function termWithin(text: string, now: Instant, closing: Closing): Term | null {
  for (const [found] of text.matchAll(NAMED)) {
    const read = parseTerm(found, now, closing)
    if (read.ok) return read.term
  }
  return null
}
