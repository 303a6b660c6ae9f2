import { refuseDowngrade, refuseLocked } from '../cards/gate.ts'
import { simplified } from '../cards/simplified.ts'
import type { Json, SandboxChat, SandboxMessage, World } from '../world.ts'
import type { Incoming, Route } from './calls.ts'
import { acceptContent } from './content.ts'
import type { Limits } from './limits.ts'
import { ApiRefusal, badParameter, fieldFailed, refusals } from './refuse.ts'

const uuidWindowMs = 3600_000
const changeWindowMs = 14 * 86_400_000

/** Sending, replying, changing, reading, recalling and urging messages. */
export function messageRoutes(world: World, limits: Limits): Route[] {
  const sentByUuid = new Map<string, { messageId: string; until: number }>()

  const post = (call: Incoming, chat: SandboxChat, parent?: SandboxMessage): Json => {
    const { msg_type, content, uuid } = call.body
    if (typeof msg_type !== 'string') throw fieldFailed('msg_type is required')
    if (content === undefined) throw fieldFailed('content is required')
    if (uuid !== undefined && (typeof uuid !== 'string' || uuid.length > 50))
      throw fieldFailed('uuid max length is 50')
    if (!chat.botIn) throw refusals.botOutside()
    noteUnknownFields(world, call)
    limits.chat(chat.chatId)
    const earlier = uuid ? sentByUuid.get(uuid) : undefined
    if (earlier && earlier.until > world.clock.now()) {
      return viewOf(world, messageOf(world, earlier.messageId), undefined)
    }
    const accepted = acceptContent(world, msg_type, content)
    const message = world.add({
      chatId: chat.chatId,
      sender: world.bot.openId,
      byBot: true,
      msgType: msg_type,
      content: String(content),
      mentions: [],
      ...accepted,
      ...(parent ? { parentId: parent.messageId, rootId: parent.rootId ?? parent.messageId } : {}),
    })
    if (uuid) sentByUuid.set(uuid, { messageId: message.messageId, until: world.clock.now() + uuidWindowMs })
    return viewOf(world, message, undefined)
  }

  return [
    {
      method: 'POST',
      path: '/open-apis/im/v1/messages',
      handle: (call) => post(call, receiverOf(world, call)),
    },
    {
      method: 'POST',
      path: '/open-apis/im/v1/messages/:message_id/reply',
      handle: (call) => {
        const parent = messageOf(world, call.param('message_id'))
        if (parent.state === 'recalled') throw refusals.recalled()
        return post(call, chatOf(world, parent.chatId), parent)
      },
    },
    {
      method: 'PATCH',
      path: '/open-apis/im/v1/messages/:message_id',
      handle: (call) => {
        const message = messageOf(world, call.param('message_id'))
        if (call.body.content === undefined) throw fieldFailed('content is required')
        if (!message.byBot) throw badParameter('bot or user is not the message`s sender')
        if (message.msgType !== 'interactive') throw badParameter('This message is NOT a card')
        if (message.state === 'recalled') throw refusals.recalled()
        if (!chatOf(world, message.chatId).botIn) throw refusals.botOutside()
        if (world.clock.now() - message.createTime > changeWindowMs) throw refusals.tooOld()
        limits.message(message.messageId)
        refuseLocked(message)
        const { card } = acceptContent(world, 'interactive', call.body.content)
        if (card) {
          refuseDowngrade(message, card)
          message.card = card
        }
        message.content = String(call.body.content)
        message.updateTime = world.clock.now()
        return {}
      },
    },
    {
      method: 'GET',
      path: '/open-apis/im/v1/messages/:message_id',
      handle: (call) => {
        const message = messageOf(world, call.param('message_id'))
        if (!chatOf(world, message.chatId).botIn) throw refusals.botOutside()
        return { items: [viewOf(world, message, call.query('card_msg_content_type'))] }
      },
    },
    { method: 'GET', path: '/open-apis/im/v1/messages', handle: (call) => history(world, call) },
    {
      method: 'DELETE',
      path: '/open-apis/im/v1/messages/:message_id',
      handle: (call) => {
        const message = messageOf(world, call.param('message_id'))
        if (message.state === 'recalled') throw refusals.deleted()
        if (!message.byBot) throw refusals.notRecallable()
        if (!chatOf(world, message.chatId).botIn) throw refusals.botOutside()
        message.state = 'recalled'
        message.updateTime = world.clock.now()
        return {}
      },
    },
    {
      method: 'PATCH',
      path: '/open-apis/im/v1/messages/:message_id/urgent_app',
      handle: (call) => urge(world, call),
    },
  ]
}

const knownFields = new Set(['receive_id', 'msg_type', 'content', 'uuid', 'reply_in_thread'])

// What the real platform does with a field it does not know is not recorded, so it is only noted.
function noteUnknownFields(world: World, call: Incoming): void {
  for (const field of Object.keys(call.body)) {
    if (knownFields.has(field)) continue
    world.warnings.push({
      at: world.clock.now(),
      rule: 'F1',
      text: `${call.method} ${call.path}: unknown field ${field}`,
    })
  }
}

function urge(world: World, call: Incoming): Json {
  const message = messageOf(world, call.param('message_id'))
  if (call.query('user_id_type') !== 'open_id') throw fieldFailed('user_id_type must be open_id')
  const ids = call.body.user_id_list
  if (!Array.isArray(ids) || ids.length === 0 || ids.length > 200)
    throw fieldFailed('user_id_list is required')
  if (!message.byBot) throw new ApiRefusal(400, 230012, 'Bot is NOT the sender of the message.', 'F2')
  if (message.state === 'recalled') throw refusals.recalled()
  const members = chatOf(world, message.chatId).members
  const invalid = ids.filter((id) => typeof id !== 'string' || !members.has(id))
  if (invalid.length === ids.length) throw badParameter('invalid user_id')
  message.urged = [...new Set([...(message.urged ?? []), ...ids.filter((id) => members.has(id))])]
  return { invalid_user_id_list: invalid }
}

function history(world: World, call: Incoming): Json {
  if (call.query('container_id_type') !== 'chat') throw badParameter('invalid container_id_type')
  const chat = world.chats.get(call.query('container_id'))
  if (!chat) throw badParameter('invalid container_id')
  if (!chat.botIn) throw refusals.botOutside()
  const size = call.query('page_size') === '' ? 20 : Number(call.query('page_size'))
  if (!Number.isInteger(size) || size < 1 || size > 50) throw badParameter('The page_size exceeds the limit')
  const from = call.query('start_time') === '' ? 0 : Number(call.query('start_time')) * 1000
  const to =
    call.query('end_time') === '' ? Number.POSITIVE_INFINITY : Number(call.query('end_time')) * 1000 + 999
  const skip = call.query('page_token') === '' ? 0 : Number(call.query('page_token'))
  if (!Number.isInteger(skip) || skip < 0) throw badParameter('invalid page_token')
  const found = [...world.messages.values()].filter(
    (one) => one.chatId === chat.chatId && one.createTime >= from && one.createTime <= to,
  )
  const sorted = call.query('sort_type') === 'ByCreateTimeDesc' ? found.reverse() : found
  const page = sorted.slice(skip, skip + size)
  const hasMore = skip + size < sorted.length
  return {
    has_more: hasMore,
    page_token: hasMore ? String(skip + size) : '',
    items: page.map((one) => viewOf(world, one, call.query('card_msg_content_type'))),
  }
}

const prefixes: Record<string, string> = { open_id: 'ou_', union_id: 'on_', chat_id: 'oc_' }

function receiverOf(world: World, call: Incoming): SandboxChat {
  const type = call.query('receive_id_type')
  const id = call.body.receive_id
  if (type === '') throw fieldFailed('receive_id_type is required')
  if (typeof id !== 'string' || id === '') throw fieldFailed('receive_id is required')
  if (!['open_id', 'union_id', 'user_id', 'email', 'chat_id'].includes(type))
    throw badParameter('invalid receive_id_type')
  const prefix = prefixes[type]
  if (prefix && !id.startsWith(prefix)) throw badParameter('invalid receive_id')
  if (type === 'chat_id') {
    const chat = world.chats.get(id)
    if (!chat) throw refusals.botOutside()
    return chat
  }
  const person = [...world.people.values()].find(
    (one) => one.openId === id || one.unionId === id || one.userId === id,
  )
  if (!person) throw refusals.noAvailability()
  return world.p2pOf(person.openId)
}

function messageOf(world: World, id: string): SandboxMessage {
  if (!id.startsWith('om_')) throw badParameter('invalid message_id')
  const message = world.messages.get(id)
  if (!message)
    throw new ApiRefusal(400, 99992354, `The request you send is not a valid {open_message_id}, ${id}`, 'F2')
  return message
}

function chatOf(world: World, chatId: string): SandboxChat {
  const chat = world.chats.get(chatId)
  if (!chat) throw refusals.botOutside()
  return chat
}

function viewOf(world: World, message: SandboxMessage, cardAs: string | undefined): Json {
  const recalled = message.state === 'recalled'
  const sender = message.byBot
    ? { id: world.app.appId, id_type: 'app_id', sender_type: 'app', tenant_key: world.tenantKey }
    : { id: message.sender, id_type: 'open_id', sender_type: 'user', tenant_key: world.tenantKey }
  return {
    message_id: message.messageId,
    ...(message.rootId ? { root_id: message.rootId, parent_id: message.parentId } : {}),
    msg_type: message.msgType,
    create_time: String(message.createTime),
    update_time: String(message.updateTime),
    deleted: recalled,
    updated: message.updateTime > message.createTime,
    chat_id: message.chatId,
    sender,
    body: { content: recalled ? 'This message was recalled' : contentOf(message, cardAs) },
    mentions: message.mentions.map((one) => ({
      key: one.key,
      id: one.openId,
      id_type: 'open_id',
      name: one.name,
      tenant_key: world.tenantKey,
    })),
  }
}

// A card read back is a flattened picture of itself: a bot must not keep its state in its own cards.
function contentOf(message: SandboxMessage, cardAs: string | undefined): string {
  if (!message.card) return message.content
  return cardAs ? JSON.stringify(message.card) : JSON.stringify(simplified(message.card))
}
