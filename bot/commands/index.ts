import { type CommandName, commandNamed, commandNames } from '../../cards/commands.ts'
import { seatsOf } from '../../src/domain/help-seat.ts'
import { accuseCommand, praiseCommand } from './accountability.ts'
import { attachCommand } from './attach.ts'
import { bindCommand } from './bind.ts'
import { remindCommand, superviseCommand } from './chase.ts'
import { answerOnly, type CommandContext, type CommandHandler, type Plan } from './command.ts'
import { conferenceCommand } from './conference.ts'
import { draftCommand, registerCommand, urgentCommand } from './draft.ts'
import { holidayCommand } from './holidays.ts'
import { ledgerCommand, searchCommand, todoCommand } from './look-up.ts'
import { monitorCommand } from './monitor.ts'
import { deadlineCommand } from './reckon.ts'
import { watchCommand } from './watch.ts'
import { whistleCommand } from './whistle.ts'

const commands: Readonly<Record<CommandName, CommandHandler>> = {
  交办: draftCommand,
  举报: whistleCommand,
  紧急交办: urgentCommand,
  登记: registerCommand,
  查: searchCommand,
  待办: todoCommand,
  台账: ledgerCommand,
  催办: remindCommand,
  督办: superviseCommand,
  监测: monitorCommand,
  问责: accuseCommand,
  表扬: praiseCommand,
  时限: deadlineCommand,
  假期: holidayCommand,
  会商: conferenceCommand,
  预警: watchCommand,
  附件: attachCommand,
  绑定: bindCommand,
  帮助: (context) => helpFor(context, null),
}

/** What was typed, as a command. Anything that is none gets help: silence would look like a broken bot. */
export interface TypedCommand {
  readonly handler: CommandHandler
  readonly rest: string
  readonly known: boolean
}

/** `text` has the bot's own mention stripped; `plain` is the same with full-width and invisible characters folded. */
export function readCommand(text: string, fold: (text: string) => string): TypedCommand {
  const [, slash = '', word = '', rest = ''] = /^\s*([/／]?)(\S*)\s*([\s\S]*)$/u.exec(text) ?? []
  const typed = fold(slash) === '/' ? wordAndRest(fold(word), word, rest) : undefined
  if (typed) return { handler: commands[typed.name], rest: typed.rest.trim(), known: true }
  const unknown = text.trim() === '' ? null : `${slash}${word}`
  return { handler: (context) => helpFor(context, unknown), rest: '', known: false }
}

/** On a phone the blank is easily left out: `/查12号` means `/查 12号`. */
function wordAndRest(
  folded: string,
  word: string,
  rest: string,
): { name: CommandName; rest: string } | undefined {
  const name = commandNamed(folded)
  if (name) return { name, rest }
  const glued = commandNames.find(
    (one) => word.startsWith(one) && /^[\d〔[（(【「“"]|^https?:/u.test(word.slice(one.length)),
  )
  return glued && { name: glued, rest: `${word.slice(glued.length)} ${rest}` }
}

function helpFor(context: CommandContext, unknown: string | null): Plan {
  const { body, message, person, directory, rest } = context
  const about = unknown === null ? commandNamed(rest.replace(/^[/／]/u, '').trim()) : undefined
  const inPrivate = message.chatType === 'p2p'
  const seats = inPrivate || body ? seatsOf(person, directory, body?.id ?? null) : []
  return answerOnly(context, {
    kind: 'answer',
    answer: {
      say: 'help',
      unknown,
      forBody: body !== undefined || inPrivate,
      seats,
      ...(about === undefined ? {} : { about }),
    },
  })
}
