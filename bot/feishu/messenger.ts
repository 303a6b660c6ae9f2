import { z } from 'zod'
import type { AttachmentKind } from '../../src/domain/attachment.ts'
import type { Instant } from '../../src/domain/time.ts'
import { lazyClient } from './client.ts'
import { classify } from './codes.ts'
import { FeishuTooLarge, FeishuUnreachable, failureFacts } from './failure.ts'
import { contentOf, type Downloaded, uploadTypes, whyKept } from './files.ts'
import { checkedId, checkedKey } from './ids.ts'
import { platformLimits } from './limits.ts'
import type { FileRef } from './message-files.ts'
import { type FoundMessage, foundOf, page, type Quoted, quotedOf, whyUnread } from './read-back.ts'
import { createTransport, type TransportOptions } from './transport.ts'

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
  /** Uploads and posts a file (im-v1/file/create), by the same rules. */
  postFile(
    to: { readonly chat: string } | { readonly person: string },
    file: { readonly name: string; readonly kind: AttachmentKind; readonly content: Uint8Array },
    uuid: string,
    replyTo?: string | null,
  ): Promise<{ readonly messageId: string; readonly chatId?: string }>
  /**
   * A file of a message somebody sent (im-v1/message-resource/get), at most 20 MB of it. Throws for what may pass: then the
   * message is delivered again.
   */
  download(messageId: string, file: FileRef): Promise<Downloaded>
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

const uploaded = z.object({ file_key: z.string().min(1) })

const MOST_PAGES = 20

/** The bot's hands in Feishu. `domain` is the platform's address without a trailing slash needed. */
export function createMessenger(options: TransportOptions): Messenger {
  const { appId, log } = options
  const domain = new URL(options.domain).origin
  const transport = createTransport({ ...options, domain })
  const client = lazyClient({ appId, domain, transport, log })

  async function send(receiver: Receiver, what: Content, uuid: string) {
    const answer = await client().im.v1.message.create({
      params: { receive_id_type: receiver.type },
      data: { receive_id: receiver.id, ...what, uuid },
    })
    return sentOf(answer.data)
  }

  async function reply(messageId: string, what: Content, uuid: string) {
    const answer = await client().im.v1.message.reply({
      path: { message_id: checkedId(messageId, 'om') },
      data: { ...what, uuid },
    })
    return sentOf(answer.data)
  }

  async function postOrReply(
    receiver: Receiver,
    what: Content,
    uuid: string,
    replyTo: string | null | undefined,
  ) {
    if (uuid === '' || uuid.length > platformLimits.uuidChars.value)
      throw new RangeError('uuid is 1 to 50 long')
    if (replyTo === undefined || replyTo === null) return send(receiver, what, uuid)
    try {
      return await reply(replyTo, what, uuid)
    } catch (error) {
      if (classify(error).class !== 'gone_message') throw error
      log.info(failureFacts(error), 'the message to reply to is gone, posting plainly')
      return send(receiver, what, uuid)
    }
  }

  return {
    post: async (to, card, uuid, replyTo) =>
      postOrReply(receiverOf(to), { msg_type: 'interactive', content: JSON.stringify(card) }, uuid, replyTo),

    async postFile(to, { name, kind, content }, uuid, replyTo) {
      const receiver = receiverOf(to)
      const answer = await client().im.v1.file.create({
        data: { file_type: uploadTypes[kind], file_name: name, file: Buffer.from(content) },
      })
      const { file_key } = uploaded.parse(answer)
      return postOrReply(receiver, { msg_type: 'file', content: JSON.stringify({ file_key }) }, uuid, replyTo)
    },

    async download(messageId, { type, key }) {
      try {
        const answer = await client().im.v1.messageResource.get({
          path: { message_id: checkedId(messageId, 'om'), file_key: checkedKey(key) },
          params: { type },
        })
        return { kind: 'got', content: await contentOf(answer.getReadableStream()) }
      } catch (error) {
        if (error instanceof FeishuTooLarge) return { kind: 'too_large' }
        log.info(failureFacts(error), 'a file cannot be fetched')
        return { kind: 'refused', why: whyKept(error) }
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

interface Content {
  readonly msg_type: 'interactive' | 'file'
  readonly content: string
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
