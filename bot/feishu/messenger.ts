import { z } from 'zod'
import type { Instant } from '../../src/domain/time.ts'
import { lazyClient } from './client.ts'
import { classify } from './codes.ts'
import { FeishuError, FeishuUnreachable, failureFacts } from './failure.ts'
import { checkedId } from './ids.ts'
import { platformLimits } from './limits.ts'
import { type Mention, plainText } from './message-text.ts'
import { createTransport, type TransportOptions } from './transport.ts'

/**
 * A message somebody quoted, or why it cannot be read: `scope_missing` an administrator must grant the right
 * to read.
 */
export type Quoted =
  | {
      readonly kind: 'read'
      readonly text: string
      readonly messageType: string
      readonly senderOpenId?: string
    }
  | { readonly kind: 'unread'; readonly why: 'scope_missing' | 'gone' | 'other' }

/** A message found in a chat. `senderId` is an open_id, or the app id for what a bot sent. */
export interface FoundMessage {
  readonly messageId: string
  readonly createdAt: Instant
  readonly senderId?: string
  readonly messageType: string
  /** Flattened; of a card its title and texts. */
  readonly text: string
}

/**
 * What the bot does in Feishu. Everything throws FeishuError or FeishuUnreachable (judged by `classify`)
 * unless said otherwise.
 */
export interface Messenger {
  /**
   * Posts a card. `uuid` (at most 50 characters) makes repetitions within an hour one message. When the
   * message to reply to is gone, the card is posted plainly.
   */
  post(
    to: { readonly chat: string } | { readonly person: string },
    card: object,
    uuid: string,
    replyTo?: string | null,
  ): Promise<{ readonly messageId: string; readonly chatId?: string }>
  /** Redraws a card the bot posted, for 14 days, never while a press on it is unanswered. */
  patch(messageId: string, card: object): Promise<void>
  /**
   * 加急 in the app for people of the chat, on a message of the bot (im/message/urgent_app; scope im:message.urgent).
   * `missed` are those who are not in the chat; when nobody is, it throws.
   */
  ring(messageId: string, openIds: readonly string[]): Promise<{ readonly missed: readonly string[] }>
  /** Never throws: what cannot be read is asked of the person. */
  readMessage(messageId: string): Promise<Quoted>
  /** Messages of a chat from an instant on, oldest first, at most 1000. */
  history(chatId: string, since: Instant): Promise<readonly FoundMessage[]>
  whoAmI(): Promise<{ readonly openId: string; readonly name: string }>
  /** Whether the bot is in the chat; a chat that does not exist has no bot in it. */
  inChat(chatId: string): Promise<boolean>
  tokenState(): 'ok' | 'none' | 'failing'
}

const sent = z.object({ message_id: z.string().min(1), chat_id: z.string().min(1).optional() })
const me = z.object({ bot: z.object({ open_id: z.string().min(1), app_name: z.string() }) })

const found = z.object({
  message_id: z.string().min(1),
  msg_type: z.string().default(''),
  create_time: z.coerce.number(),
  deleted: z.boolean().optional(),
  sender: z.object({ id: z.string(), id_type: z.string() }).optional(),
  body: z.object({ content: z.string() }).optional(),
  mentions: z.array(z.object({ key: z.string(), id: z.string(), name: z.string() })).optional(),
})

type Found = z.infer<typeof found>

const page = z.object({
  items: z.array(found).default([]),
  has_more: z.boolean().default(false),
  page_token: z.string().optional(),
})

const MOST_PAGES = 20

/** The bot's hands in Feishu. `domain` is the platform's address without a trailing slash needed. */
export function createMessenger(options: TransportOptions): Messenger {
  const { appId, log } = options
  const domain = new URL(options.domain).origin
  const transport = createTransport({ ...options, domain })
  const client = lazyClient({ appId, domain, transport, log })

  async function send(receiver: Receiver, content: string, uuid: string) {
    const answer = await client().im.v1.message.create({
      params: { receive_id_type: receiver.type },
      data: { receive_id: receiver.id, msg_type: 'interactive', content, uuid },
    })
    return sentOf(answer.data)
  }

  async function reply(messageId: string, content: string, uuid: string) {
    const answer = await client().im.v1.message.reply({
      path: { message_id: checkedId(messageId, 'om') },
      data: { msg_type: 'interactive', content, uuid },
    })
    return sentOf(answer.data)
  }

  return {
    async post(to, card, uuid, replyTo) {
      const receiver = receiverOf(to)
      const content = JSON.stringify(card)
      if (uuid === '' || uuid.length > platformLimits.uuidChars.value)
        throw new RangeError('uuid is 1 to 50 long')
      if (replyTo === undefined || replyTo === null) return send(receiver, content, uuid)
      try {
        return await reply(replyTo, content, uuid)
      } catch (error) {
        if (classify(error).class !== 'gone_message') throw error
        log.info(failureFacts(error), 'the message to reply to is gone, posting plainly')
        return send(receiver, content, uuid)
      }
    },

    async patch(messageId, card) {
      await client().im.v1.message.patch({
        path: { message_id: checkedId(messageId, 'om') },
        data: { content: JSON.stringify(card) },
      })
    },

    async ring(messageId, openIds) {
      const answer = await client().im.v1.message.urgentApp({
        path: { message_id: checkedId(messageId, 'om') },
        params: { user_id_type: 'open_id' },
        data: { user_id_list: openIds.map((id) => checkedId(id, 'ou')) },
      })
      return { missed: answer.data?.invalid_user_id_list ?? [] }
    },

    async readMessage(messageId) {
      try {
        const answer = await client().im.v1.message.get({ path: { message_id: checkedId(messageId, 'om') } })
        return quotedOf(page.parse(answer.data ?? {}).items)
      } catch (error) {
        log.info(failureFacts(error), 'a quoted message cannot be read')
        return { kind: 'unread', why: whyUnread(error) }
      }
    },

    async history(chatId, since) {
      const all: FoundMessage[] = []
      let pageToken: string | undefined
      for (let pages = 0; pages < MOST_PAGES; pages += 1) {
        const answer = await client().im.v1.message.list({
          params: {
            container_id_type: 'chat',
            container_id: checkedId(chatId, 'oc'),
            start_time: String(Math.floor(since / 1000)),
            sort_type: 'ByCreateTimeAsc',
            page_size: platformLimits.historyPage.value,
            ...(pageToken === undefined ? {} : { page_token: pageToken }),
          },
        })
        const { items, has_more, page_token } = page.parse(answer.data ?? {})
        all.push(...items.filter((one) => one.create_time >= since).map(foundOf))
        if (!has_more || !page_token) break
        pageToken = page_token
      }
      return all
    },

    async whoAmI() {
      const answer: unknown = await client().request({ method: 'GET', url: '/open-apis/bot/v3/info' })
      const { bot } = me.parse(answer)
      return { openId: bot.open_id, name: bot.app_name }
    },

    async inChat(chatId) {
      try {
        const answer = await client().im.v1.chatMembers.isInChat({
          path: { chat_id: checkedId(chatId, 'oc') },
        })
        return answer.data?.is_in_chat === true
      } catch (error) {
        if (classify(error).class === 'chat_gone') return false
        throw error
      }
    },

    tokenState: transport.tokenState,
  }
}

interface Receiver {
  readonly type: 'chat_id' | 'open_id' | 'union_id'
  readonly id: string
}

function receiverOf(to: { readonly chat: string } | { readonly person: string }): Receiver {
  if ('chat' in to) return { type: 'chat_id', id: checkedId(to.chat, 'oc') }
  const id = checkedId(to.person, 'ou', 'on')
  return { type: id.startsWith('ou_') ? 'open_id' : 'union_id', id }
}

/** A send that Feishu answered without a message id may well have happened. */
function sentOf(data: unknown): { messageId: string; chatId?: string } {
  const read = sent.safeParse(data)
  if (!read.success) {
    throw new FeishuUnreachable({
      reason: 'not_json',
      call: 'POST /open-apis/im/v1/messages',
      mayHaveArrived: true,
    })
  }
  const { message_id: messageId, chat_id: chatId } = read.data
  return { messageId, ...(chatId === undefined ? {} : { chatId }) }
}

function quotedOf(items: readonly Found[]): Quoted {
  const [first, ...rest] = items
  if (!first || first.deleted) return { kind: 'unread', why: 'gone' }
  // A forwarded bundle is one message followed by those inside it.
  const texts = first.msg_type === 'merge_forward' ? rest.map(textOf) : [textOf(first)]
  return {
    kind: 'read',
    text: texts.filter((one) => one !== '').join('\n'),
    messageType: first.msg_type,
    ...(first.sender?.id_type === 'open_id' ? { senderOpenId: first.sender.id } : {}),
  }
}

function foundOf(one: Found): FoundMessage {
  return {
    messageId: one.message_id,
    createdAt: one.create_time,
    ...(one.sender ? { senderId: one.sender.id } : {}),
    messageType: one.msg_type,
    text: one.deleted ? '' : textOf(one),
  }
}

function textOf(one: Found): string {
  const mentions = (one.mentions ?? []).map(
    (who): Mention => ({ key: who.key, name: who.name, openId: who.id, isBot: false }),
  )
  return plainText(one.msg_type, one.body?.content ?? '', mentions)
}

const SCOPE_MISSING = new Set([99991672, 230027])

function whyUnread(error: unknown): 'scope_missing' | 'gone' | 'other' {
  if (error instanceof FeishuError && SCOPE_MISSING.has(error.code)) return 'scope_missing'
  return classify(error).class === 'gone_message' ? 'gone' : 'other'
}
