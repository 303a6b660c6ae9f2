import { closingOf } from '../../src/domain/calendar.ts'
import { deadlineOf } from '../../src/domain/clocks.ts'
import type { Closing } from '../../src/domain/moment-text.ts'
import { policyFor } from '../../src/domain/policy.ts'
import { parseTerm } from '../../src/domain/term-text.ts'
import { answerOnly, type CommandContext, type CommandHandler, refuseCommand } from './command.ts'

/** `/时限 〔起点〕 期限`: when a limit runs out, reckoned line by line as on a slip. */
export const deadlineCommand: CommandHandler = (context) => {
  const { now, calendar } = context
  const { hours } = policyFor(context.policy, officeOf(context))
  const rest = context.rest.slice(0, 100)
  if (rest === '') {
    return refuseCommand(context, { code: 'argument_missing', command: '/时限', example: '/时限 5个工作日' })
  }
  const closing: Closing = (day) => closingOf(hours, day)
  const whole = parseTerm(rest, now, closing)
  const split = whole.ok ? null : /^(.*\S)\s+(\S+)$/su.exec(rest)
  const start = split?.[1] === undefined ? now : startNamed(split[1], now, closing)
  const term = split?.[2] === undefined ? whole : parseTerm(split[2], start ?? now, closing)
  if (!term.ok || start === null) return refuseCommand(context, { code: 'term_unreadable' })
  const { at, steps } = deadlineOf(term.term, start, calendar, hours)
  return answerOnly(context, { kind: 'answer', answer: { say: 'deadline', text: rest, start, at, steps } })
}

/** 今天, 现在, or a moment; null when it cannot be read. */
function startNamed(text: string, now: number, closing: Closing): number | null {
  if (/^(今天|现在|即日|今日)$/u.test(text)) return now
  const read = parseTerm(text, now, closing)
  return read.ok && read.term.kind === 'until' ? read.term.at : null
}

/** Whose hours count in this chat: the office's own, or those of the office that issues to this unit. */
function officeOf({ body, directory }: CommandContext): string | undefined {
  return body?.unit?.officeId ?? body?.id ?? directory.bodiesOfKind('office')[0]?.id
}
