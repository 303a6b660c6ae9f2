import type { Json, SandboxChat, World } from '../world.ts'
import type { Incoming, Route } from './calls.ts'
import { ApiRefusal, badParameter, fieldFailed } from './refuse.ts'

/** What a bot may ask about the groups it is in. */
export function chatRoutes(world: World): Route[] {
  return [
    {
      method: 'GET',
      path: '/open-apis/im/v1/chats',
      handle: (call) => {
        const groups = [...world.chats.values()].filter((chat) => chat.kind === 'group' && chat.botIn)
        return paged(call, groups, 100, (chat) => ({
          chat_id: chat.chatId,
          name: chat.name,
          external: false,
          tenant_key: world.tenantKey,
          chat_status: 'normal',
        }))
      },
    },
    {
      method: 'GET',
      path: '/open-apis/im/v1/chats/:chat_id',
      handle: (call) => {
        const chat = chatOf(world, call)
        return {
          name: chat.name,
          chat_mode: chat.kind,
          chat_type: 'private',
          external: false,
          tenant_key: world.tenantKey,
          user_count: String(chat.members.size),
          bot_count: chat.botIn ? '1' : '0',
          chat_status: 'normal',
        }
      },
    },
    {
      method: 'GET',
      path: '/open-apis/im/v1/chats/:chat_id/members',
      handle: (call) => {
        const chat = chatOf(world, call)
        if (!chat.botIn) throw outside()
        if (!['', 'open_id', 'union_id'].includes(call.query('member_id_type')))
          throw fieldFailed('member_id_type')
        const union = call.query('member_id_type') === 'union_id'
        const list = paged(call, [...chat.members], 100, (openId) => {
          const person = world.people.get(openId)
          return {
            member_id_type: union ? 'union_id' : 'open_id',
            member_id: union ? person?.unionId : openId,
            name: person?.name,
            tenant_key: world.tenantKey,
          }
        })
        return { ...list, member_total: chat.members.size }
      },
    },
    {
      method: 'GET',
      path: '/open-apis/im/v1/chats/:chat_id/members/is_in_chat',
      handle: (call) => ({ is_in_chat: chatOf(world, call).botIn }),
    },
  ]
}

function outside(): ApiRefusal {
  return new ApiRefusal(400, 232011, 'Operator can NOT be out of the chat.', 'F2')
}

function chatOf(world: World, call: Incoming): SandboxChat {
  const id = call.param('chat_id')
  if (!id.startsWith('oc_')) throw badParameter('invalid chat_id')
  const chat = world.chats.get(id)
  if (!chat) throw new ApiRefusal(400, 232006, 'Your request specifies a chat which is not existing.', 'F2')
  return chat
}

function paged<T>(call: Incoming, all: T[], max: number, view: (one: T) => Json): Json {
  const size = call.query('page_size') === '' ? 20 : Number(call.query('page_size'))
  if (!Number.isInteger(size) || size < 1 || size > max) throw fieldFailed(`page_size max is ${max}`)
  const skip = Number(call.query('page_token'))
  if (!Number.isInteger(skip) || skip < 0) throw badParameter('invalid page_token')
  const hasMore = skip + size < all.length
  return {
    items: all.slice(skip, skip + size).map(view),
    has_more: hasMore,
    page_token: hasMore ? String(skip + size) : '',
  }
}
