import type { Calendar } from '../../src/domain/calendar.ts'
import type { CardRef, CommandRefusal } from '../../src/domain/card-ref.ts'
import type { Body, Directory, Person } from '../../src/domain/directory.ts'
import type { Address } from '../../src/domain/effects.ts'
import type { Policy } from '../../src/domain/policy.ts'
import type { Instant } from '../../src/domain/time.ts'
import type { AnswerPost, Outcome, Settled, Wish } from '../../src/execute.ts'
import type { Reader, Tx } from '../../src/ports.ts'
import type { InboundMessage } from '../feishu/inbound.ts'
import type { Messenger } from '../feishu/messenger.ts'

/** What a command may know. Nothing is decided from it: rights are judged again in the transaction. */
export interface CommandContext {
  readonly message: InboundMessage
  /** What was typed after the command's name. */
  readonly rest: string
  readonly person: Person | undefined
  /** The body whose group this chat is; undefined in private chats and unbound groups. */
  readonly body: Body | undefined
  readonly directory: Directory
  readonly calendar: Calendar
  readonly policy: Policy
  readonly now: Instant
  readonly read: Reader
  readonly messenger: Pick<Messenger, 'readMessage' | 'download'>
  readonly newId: () => string
}

/** What is to be done about a command: at most one wish, and exactly one answer in the same chat. */
export interface Plan {
  readonly wish: Wish | null
  readonly answers: (outcome: Outcome) => readonly AnswerPost[]
  readonly also?: (tx: Tx, outcome: Settled) => Promise<void>
}

export type CommandHandler = (context: CommandContext) => Promise<Plan> | Plan

/** Where the answer goes: the chat the command came from, under the message that asked. */
export function here({ message }: CommandContext): { to: Address; replyTo: string } {
  return { to: { chat: message.chatId }, replyTo: message.messageId }
}

export function says(context: CommandContext, card: CardRef): readonly AnswerPost[] {
  return [{ ...here(context), card }]
}

/** A plan that changes nothing and answers with this card. */
export function answerOnly(context: CommandContext, card: CardRef): Plan {
  return { wish: null, answers: () => says(context, card) }
}

export function refuseCommand(context: CommandContext, refusal: CommandRefusal): Plan {
  return answerOnly(context, { kind: 'answer', answer: { say: 'refusal', refusal } })
}

/** A wish whose success is told by `card`, and whose refusal or repetition by its own sentence. */
export function wishThen(context: CommandContext, wish: Wish, card: () => CardRef | null): Plan {
  return {
    wish,
    answers: (outcome) => {
      if (outcome.kind === 'done') {
        const told = card()
        return told ? says(context, told) : []
      }
      // Advice is for forms; a line typed in a chat gets none.
      if (outcome.kind === 'repeat' || outcome.kind === 'advised') return []
      const answer =
        outcome.kind === 'quiet'
          ? ({ say: 'quiet', quiet: outcome.quiet } as const)
          : ({ say: 'refusal', refusal: outcome.refusal } as const)
      return says(context, { kind: 'answer', answer })
    },
  }
}
