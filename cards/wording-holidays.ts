import { type Arrangement, stretchesOf } from '../src/domain/arrangements.ts'
import type { NoticeProblem } from '../src/domain/notice-text.ts'
import type { ClockName } from '../src/domain/policy.ts'
import type { Instant } from '../src/domain/time.ts'
import { clockWords } from './wording-dictionary.ts'
import { dayWord, moment } from './wording-times.ts'

/** 时限调整, to a unit whose limits a holiday notice moved. */
export const movedLines = {
  word: '时限调整',
  ask: '放假安排公布，本单时限按工作日重新推算，请以新的时限为准。',
  limit: (clock: ClockName, from: Instant, to: Instant, now: Instant): string =>
    `${clockWords[clock]}：由${moment(from, now)}调整为${moment(to, now)}`,
  why: (clock: ClockName): string => `为什么是这个时限（${clockWords[clock]}）`,
} as const

/** `/假期`: the arrangements, what was understood of a pasted notice, and the warning for a year without one. */
export const holidayLines = {
  title: '放假安排',
  entered: '请核对放假安排',
  adopted: '放假安排已启用',
  enteredTold: (year: number): string => `${year}年放假安排按下列日期理解，尚未启用。`,
  adoptedTold: (year: number): string =>
    `${year}年放假安排已启用。在办交办单的时限将重新推算，有变动的逐件告知承办单位。`,
  confirm: '核对无误后，请审核人员发送：/假期 启用。有误的，改正后重新发送。',
  none: '这两年没有另行录入的放假安排。',
  known: (years: readonly number[]): string => `已有放假安排的年份：${years.join('、')}年。`,
  missingTitle: '缺少放假安排',
  missing: (year: number): string =>
    `${year}年放假安排尚未录入，涉及该年的时限暂按周一至周五上班推算。国务院办公厅通知公布后，请将其中的放假安排发送给机器人：/假期 通知原文。`,
  rest: '放假',
  work: '上班（调休）',
} as const

export function arrangementLines({ holidays, makeups }: Arrangement, now: Instant): readonly string[] {
  const lines = (days: Arrangement['holidays'], word: string) =>
    stretchesOf(days).map(({ name, from, to }) => {
      const days = from === to ? dayWord(from, now) : `${dayWord(from, now)}至${dayWord(to, now)}`
      return `${name}：${days}${word}`
    })
  return [...lines(holidays, holidayLines.rest), ...lines(makeups, holidayLines.work)]
}

export function noticeProblemWords(problem: NoticeProblem): string {
  switch (problem.why) {
    case 'no_year':
      return '没有看到年份。请连同“×××× 年”一起发送通知中的放假安排。'
    case 'nothing_read':
      return '没有读到放假安排。请逐条写明，例如：元旦：1月1日至3日放假，共3天。1月4日上班。'
    case 'no_such_days':
      return `“${problem.line}”中的日期无法确认，请核对后重新发送。`
    case 'weekday_differs':
      return `“${problem.line}”中的日期与星期对不上，请核对后重新发送。`
    case 'count_differs':
      return `“${problem.line}”写明共${problem.said}天，按日期是${problem.counted}天，请核对后重新发送。`
  }
}
