import { closingOf } from '../../src/domain/calendar.ts'
import { deadlineOf } from '../../src/domain/clocks.ts'
import { parseTerm } from '../../src/domain/term-text.ts'
import { answerOnly, type CommandHandler, refuseCommand } from './command.ts'

/** `/时限 〔起点〕 期限`: when a limit runs out, reckoned line by line as on a slip. */
export const deadlineCommand: CommandHandler = (context) => {
  const { now, calendar, policy } = context
  const rest = context.rest.slice(0, 100)
  if (rest === '') {
    return refuseCommand(context, { code: 'argument_missing', command: '/时限', example: '/时限 5个工作日' })
  }
  const closing = closingOf(policy.hours)
  const whole = parseTerm(rest, now, closing)
  const split = whole.ok ? null : /^(.*\S)\s+(\S+)$/su.exec(rest)
  const start = split?.[1] === undefined ? now : startNamed(split[1], now, closing)
  const term = split?.[2] === undefined ? whole : parseTerm(split[2], start ?? now, closing)
  if (!term.ok || start === null) return refuseCommand(context, { code: 'term_unreadable' })
  const { at, steps } = deadlineOf(term.term, start, calendar, policy.hours)
  return answerOnly(context, { kind: 'answer', answer: { say: 'deadline', text: rest, start, at, steps } })
}

/** 今天, 现在, or a moment; null when it cannot be read. */
function startNamed(text: string, now: number, closing: string): number | null {
  if (/^(今天|现在|即日|今日)$/u.test(text)) return now
  const read = parseTerm(text, now, closing)
  return read.ok && read.term.kind === 'until' ? read.term.at : null
}
