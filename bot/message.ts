import type { Calendars } from '../src/domain/calendars.ts'
import type { Policy } from '../src/domain/policy.ts'
import { bearsSecrecyMark } from '../src/domain/secrecy.ts'
import type { AnswerPost, Execute } from '../src/execute.ts'
import { faultOf } from '../src/faults.ts'
import type { Clock, Database, Log } from '../src/ports.ts'
import { bareFile } from './commands/attach.ts'
import { answerOnly, type CommandContext } from './commands/command.ts'
import { readCommand } from './commands/index.ts'
import { type InboundMessage, normaliseCommandText } from './feishu/inbound.ts'
import type { Messenger } from './feishu/messenger.ts'
import type { DrawAnswer } from './render.ts'

/** Feishu re-delivers a message four times; how many messages in trouble are remembered at once. */
const REMEMBERED_FAILURES = 1_000

/** More than any form can hold; what follows is not looked at, by any pattern. */
const LONGEST_COMMAND = 4_000

export interface MessageDeps {
  readonly db: Database
  readonly clock: Clock
  readonly calendars: Calendars
  readonly policy: Policy
  readonly execute: Execute
  readonly messenger: Messenger
  /** Draws an answer that needs nothing from the database. */
  readonly draw: DrawAnswer
  readonly newId: () => string
  readonly log: Log
}

/**
 * A message to the bot. One command gives exactly one answer, however often Feishu delivers it.
 * A failure is thrown, so that Feishu delivers again; the second failure of the same message is told in the chat with
 * its reference instead, or it would die in silence after the fourth.
 */
export function createMessage(deps: MessageDeps): (message: InboundMessage) => Promise<void> {
  const failures = new Map<string, number>()
  return async (message) => {
    try {
      await handle(message, deps)
      failures.delete(message.messageId)
    } catch (error) {
      const before = failures.get(message.messageId) ?? 0
      remember(failures, message.messageId, before + 1)
      const fault = faultOf(error)
      deps.log.error(
        {
          reference: fault.reference,
          code: fault.code,
          messageId: message.messageId,
          failures: before + 1,
          error,
        },
        'a message failed',
      )
      if (before === 0) throw fault
      await sayFault(message, fault.reference, deps)
    }
  }
}

async function handle(message: InboundMessage, deps: MessageDeps): Promise<void> {
  const { db, clock, calendars, policy, messenger, newId, execute } = deps
  const typed = readCommand(message.text.slice(0, LONGEST_COMMAND), normaliseCommandText)
  const bare = !typed.known && message.chatType === 'p2p' && message.files.length > 0
  const { handler, rest, known } = bare ? { handler: bareFile, rest: '', known: true } : typed
  // A tenant may let the bot read all talk of a group; what was not said to it is not answered.
  if (message.chatType === 'group' && !message.mentionsBot && !known) return
  const directory = await db.read.directory()
  const context: CommandContext = {
    message,
    rest,
    person: directory.person(message.sender),
    body: message.chatType === 'group' ? directory.bodyOfChat(message.chatId) : undefined,
    directory,
    calendar: calendars(await db.read.arrangements()),
    policy,
    now: clock.now(),
    read: db.read,
    messenger,
    newId,
  }
  const plan = bearsSecrecyMark(message.text)
    ? answerOnly(context, { kind: 'answer', answer: { say: 'refusal', refusal: { code: 'secret_text' } } })
    : await handler(context)
  await execute({
    keys: [message.key],
    who: message.sender,
    wish: plan.wish,
    // Somebody the directory does not know may still ask for help.
    strangersMayAsk: true,
    answers: (outcome): readonly AnswerPost[] => plan.answers(outcome),
    ...(plan.also ? { also: plan.also } : {}),
  })
}

/** Drawn without the database, which may be the trouble. Throws when it could not be said, so that Feishu tries again. */
async function sayFault(
  message: InboundMessage,
  reference: string,
  { messenger, draw }: MessageDeps,
): Promise<void> {
  const card = draw({ kind: 'answer', answer: { say: 'fault', reference } })
  await messenger.post(
    { chat: message.chatId },
    card,
    `fault-${message.messageId}`.slice(0, 50),
    message.messageId,
  )
}

function remember(failures: Map<string, number>, messageId: string, count: number): void {
  failures.set(messageId, count)
  const oldest = failures.keys().next()
  if (failures.size > REMEMBERED_FAILURES && !oldest.done) failures.delete(oldest.value)
}
