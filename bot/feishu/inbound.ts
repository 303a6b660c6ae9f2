import type { z } from 'zod'
import type { PersonIds } from '../../src/domain/directory.ts'
import type { Instant } from '../../src/domain/time.ts'
import type { InboxKey } from '../../src/ports.ts'
import {
  chatEvent,
  envelope,
  type FormValues,
  firstGeneration,
  formOf,
  ids,
  instantOf,
  messageEvent,
  pressEvent,
} from './inbound-shapes.ts'
import { type FileRef, filesIn } from './message-files.ts'
import { type Mention, plainText } from './message-text.ts'

export { normaliseCommandText } from './message-text.ts'
export type { Mention }

/** Something was written to the bot. `text` is empty when the message has none (a picture, a file). */
export interface InboundMessage {
  readonly kind: 'message'
  /** By message, not by event: the platform delivers one message under several event ids. */
  readonly key: InboxKey
  readonly eventId: string
  readonly messageId: string
  readonly chatId: string
  readonly chatType: 'p2p' | 'group'
  readonly sender: PersonIds
  /** As typed, without the bot's own mention; other mentions are `@name`. */
  readonly text: string
  /** The message this one quotes or replies to. */
  readonly parentId?: string
  readonly mentions: readonly Mention[]
  /**
   * False for group talk that was not addressed to the bot (seen only where the tenant lets it read
   * everything).
   */
  readonly mentionsBot: boolean
  readonly messageType: string
  /** Files and pictures it holds. */
  readonly files: readonly FileRef[]
  readonly createdAt: Instant
}

/** A button or form on one of the bot's cards was pressed. Never re-delivered; answered within 3 s. */
export interface InboundPress {
  readonly kind: 'press'
  readonly key: InboxKey
  readonly eventId: string
  readonly messageId: string
  readonly chatId: string
  readonly operator: PersonIds
  readonly tag: string
  readonly name?: string
  /** Whatever the card gave the button, object or string; often missing on a form's submit. */
  readonly value?: unknown
  readonly form?: FormValues
  readonly option?: string
  readonly host: string
  readonly createdAt?: Instant
}

interface ChatEvent<K extends string> {
  readonly kind: K
  readonly key: InboxKey
  readonly eventId: string
  readonly chatId: string
  readonly createdAt?: Instant
}

export type InboundChatEvent =
  | (ChatEvent<'bot_added'> & { readonly name?: string })
  | ChatEvent<'bot_removed'>
  | ChatEvent<'chat_disbanded'>
  | (ChatEvent<'member_left'> & { readonly people: readonly PersonIds[] })

/** What the bot acts on. */
export type Received = InboundMessage | InboundPress | InboundChatEvent

/** Everything genuine: also events of no interest, and the words of other bots. */
export type Inbound = Received | { readonly kind: 'other'; readonly type: string }

/** Genuine, but not of the shape its type promises. `why` names fields, never their contents. */
export interface Malformed {
  readonly kind: 'malformed'
  readonly type: string
  readonly why: string
}

/**
 * Reads a verified envelope. `botOpenId` is the bot's own id, by which its mention is recognised; while it is
 * not known, the only bot mentioned is taken for it.
 */
export function readInbound(raw: unknown, botOpenId: string | undefined): Inbound | Malformed {
  const read = envelope.safeParse(raw)
  if (!read.success) {
    const legacy = firstGeneration.safeParse(raw)
    return legacy.success ? { kind: 'other', type: legacy.data.type } : malformed('?', read.error)
  }
  const about = { eventId: read.data.header.event_id, createdAt: instantOf(read.data.header.create_time) }
  const { event } = read.data
  const type = read.data.header.event_type
  switch (type) {
    case 'im.message.receive_v1':
      return readMessage(event, about, botOpenId)
    case 'card.action.trigger':
      return readPress(event, about)
    case 'im.chat.member.bot.added_v1':
    case 'im.chat.member.bot.deleted_v1':
    case 'im.chat.disbanded_v1':
    case 'im.chat.member.user.deleted_v1':
    case 'im.chat.member.user.withdrawn_v1':
      return readChatEvent(type, event, about)
    default:
      return { kind: 'other', type }
  }
}

interface About {
  readonly eventId: string
  readonly createdAt: Instant | undefined
}

function readMessage(event: unknown, about: About, botOpenId: string | undefined): Inbound | Malformed {
  const type = 'im.message.receive_v1'
  const read = messageEvent.safeParse(event)
  if (!read.success) return malformed(type, read.error)
  const { sender, message } = read.data
  // Two bots that answer each other would never stop.
  if (sender.sender_type !== undefined && sender.sender_type !== 'user') return { kind: 'other', type }
  const who = ids.safeParse(sender.sender_id)
  if (!who.success) return malformed(type, who.error)
  const createdAt = instantOf(message.create_time) ?? about.createdAt
  if (createdAt === undefined) return { kind: 'malformed', type, why: 'create_time' }

  const named = message.mentions ?? []
  const bots = named.filter((one) => one.mentioned_type === 'bot')
  const onlyBot = botOpenId === undefined && bots.length === 1 ? bots[0] : undefined
  const mentions = named.map((one): Mention => {
    const openId = one.id?.open_id
    return {
      key: one.key,
      name: one.name ?? '',
      ...(openId === undefined ? {} : { openId }),
      isBot: one === onlyBot || (openId !== undefined && openId === botOpenId),
    }
  })
  return {
    kind: 'message',
    key: `m:${message.message_id}`,
    eventId: about.eventId,
    messageId: message.message_id,
    chatId: message.chat_id,
    chatType: message.chat_type === 'p2p' ? 'p2p' : 'group',
    sender: who.data,
    text: plainText(message.message_type, message.content ?? '', mentions),
    ...(message.parent_id === undefined ? {} : { parentId: message.parent_id }),
    mentions,
    mentionsBot: mentions.some((one) => one.isBot),
    messageType: message.message_type,
    files: filesIn(message.message_type, message.content ?? ''),
    createdAt,
  }
}

function readPress(event: unknown, { eventId, createdAt }: About): Inbound | Malformed {
  const type = 'card.action.trigger'
  const read = pressEvent.safeParse(event)
  if (!read.success) return malformed(type, read.error)
  const { operator, action, host, context } = read.data
  // Some clients put the ids beside `operator` instead of into it.
  const who = [operator, event].map((one) => ids.safeParse(one)).find((one) => one.success)
  if (!who) return { kind: 'malformed', type, why: 'operator' }
  const form = formOf(action.form_value)
  const value = action.value
  return {
    kind: 'press',
    key: `e:${eventId}`,
    eventId,
    messageId: context.open_message_id,
    chatId: context.open_chat_id,
    operator: who.data,
    tag: action.tag,
    ...(action.name === undefined ? {} : { name: action.name }),
    ...(value === undefined || value === null || value === '' ? {} : { value }),
    ...(form === undefined ? {} : { form }),
    ...(action.option === undefined ? {} : { option: action.option }),
    host: host ?? 'im_message',
    ...(createdAt === undefined ? {} : { createdAt }),
  }
}

const chatKinds = {
  'im.chat.member.bot.added_v1': 'bot_added',
  'im.chat.member.bot.deleted_v1': 'bot_removed',
  'im.chat.disbanded_v1': 'chat_disbanded',
  'im.chat.member.user.deleted_v1': 'member_left',
  'im.chat.member.user.withdrawn_v1': 'member_left',
} as const

function readChatEvent(type: keyof typeof chatKinds, event: unknown, about: About): Inbound | Malformed {
  const read = chatEvent.safeParse(event)
  if (!read.success) return malformed(type, read.error)
  const { chat_id: chatId, name, users } = read.data
  const { eventId, createdAt } = about
  const base = {
    key: `e:${eventId}`,
    eventId,
    chatId,
    ...(createdAt === undefined ? {} : { createdAt }),
  } as const
  const kind = chatKinds[type]
  if (kind === 'bot_added') return { kind, ...base, ...(name === undefined ? {} : { name }) }
  if (kind === 'member_left') return { kind, ...base, people: (users ?? []).map((one) => one.user_id) }
  return { kind, ...base }
}

function malformed(type: string, error: z.ZodError): Malformed {
  const fields = new Set(error.issues.map((issue) => issue.path.join('.')))
  return { kind: 'malformed', type, why: [...fields].join(', ') }
}
