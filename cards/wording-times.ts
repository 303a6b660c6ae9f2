import type { DerivationStep, Term } from '../src/domain/clocks.ts'
import { type Day, dayOf, type Instant, MINUTE, timeOfDay, weekdayOf, yearOf } from '../src/domain/time.ts'

/** `11月25日（周三）17:30`; the year is told when it is not the year of `now`. */
export function moment(at: Instant, now: Instant): string {
  return `${dayWord(dayOf(at), now)}${timeOfDay(at)}`
}

/** `11月25日（周三）`. */
export function dayWord(day: Day, now: Instant): string {
  const [, month = '', date = ''] = day.split('-')
  const year = yearOf(day) === yearOf(dayOf(now)) ? '' : `${yearOf(day)}年`
  return `${year}${Number(month)}月${Number(date)}日（周${'日一二三四五六'[weekdayOf(day)]}）`
}

/** A limit as it is typed, so that a form filled with it reads back as the same limit. */
export function termWords(term: Term): string {
  switch (term.kind) {
    case 'workdays':
      return `${term.n}个工作日`
    case 'hours':
      return `${term.n}小时`
    case 'minutes':
      return `${term.n}分钟`
    case 'work_hours':
      return `${term.n}个工作小时`
    case 'days':
      return `${term.n}天`
    case 'until':
      return `${dayOf(term.at)} ${timeOfDay(term.at)}`
  }
}

/** A length of time in its two largest units, `2天3小时`; under a minute it is one minute. */
export function lasting(ms: number): string {
  const minutes = Math.max(1, Math.floor(ms / MINUTE))
  const days = Math.floor(minutes / 1440)
  const hours = Math.floor((minutes % 1440) / 60)
  const rest = minutes % 60
  if (days > 0) return `${days}天${hours > 0 ? `${hours}小时` : ''}`
  if (hours > 0) return `${hours}小时${rest > 0 ? `${rest}分钟` : ''}`
  return `${rest}分钟`
}

/** More lines than this are cut in the middle: a limit of a hundred working days still fits a card. */
const MOST_LINES = 14

/** 为什么是这个时限, one sentence a line; runs of working days share a line. */
export function derivationLines(steps: readonly DerivationStep[], now: Instant): readonly string[] {
  const lines: string[] = []
  for (let i = 0; i < steps.length; i++) {
    const step = steps[i]
    if (step?.kind === 'workday') {
      let last = step
      for (let next = steps[i + 1]; next?.kind === 'workday'; next = steps[i + 1]) {
        last = next
        i++
      }
      lines.push(
        last === step
          ? `第${step.n}个工作日：${dayWord(step.day, now)}。`
          : `第${step.n}至${last.n}个工作日：${dayWord(step.day, now)}至${dayWord(last.day, now)}。`,
      )
    } else if (step) {
      lines.push(stepWords(step, now))
    }
  }
  if (lines.length <= MOST_LINES) return lines
  const half = Math.floor(MOST_LINES / 2)
  return [
    ...lines.slice(0, half),
    `……（中间${lines.length - 2 * half}行从略，推算方法相同）`,
    ...lines.slice(-half),
  ]
}

function stepWords(step: Exclude<DerivationStep, { kind: 'workday' }>, now: Instant): string {
  switch (step.kind) {
    case 'starts':
      return `自${moment(step.at, now)}起算。`
    case 'named':
      return `到期时间指定为${moment(step.at, now)}。`
    case 'natural':
      return `连续计${step.n}${step.unit === 'hours' ? '小时' : '分钟'}，夜间和休息日照算。`
    case 'calendar_day':
      return `第${step.n}天（休息日照算）：${dayWord(step.day, now)}。`
    case 'opens':
      return `起算时不在办公时间，从${dayWord(step.day, now)}${step.time}上班开始计。`
    case 'skipped': {
      const [first = '', last = first] = [step.days[0], step.days.at(-1)]
      const days = first === last ? dayWord(first, now) : `${dayWord(first, now)}至${dayWord(last, now)}`
      return `${days}${step.why === 'weekend' ? '周末' : `${step.why.festival}放假`}，不计。`
    }
    case 'makeup':
      return `${dayWord(step.day, now)}${step.name}调休上班，计入工作日。`
    case 'closes':
      return `至${dayWord(step.day, now)}${step.time}下班时到期。`
    case 'worked':
      return `${dayWord(step.day, now)}${step.from}至${step.to}，计${lasting(step.minutes * MINUTE)}。`
    case 'year_uncovered':
      return `${step.year}年放假安排尚未公布，暂按周一至周五上班推算，公布后以公布的为准。`
  }
}
