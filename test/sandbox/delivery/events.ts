import type { Json, Mention, SandboxChat, SandboxMessage, World } from '../world.ts'

/** The header of an event; `create_time` is in milliseconds here, unlike in most callbacks. */
export function eventHeader(world: World, eventId: string, type: string, createTime: string): Json {
  return {
    event_id: eventId,
    event_type: type,
    create_time: createTime,
    token: world.app.verificationToken,
    app_id: world.app.appId,
    tenant_key: world.tenantKey,
  }
}

/** Finds the `@name`s in a text, in order, and puts the platform's placeholders in their place. */
export function withMentions(
  world: World,
  chat: SandboxChat,
  text: string,
): { text: string; mentions: Mention[] } {
  const named = [
    { openId: world.bot.openId, unionId: '', name: world.bot.name, bot: true },
    ...[...chat.members].flatMap((openId) => {
      const person = world.people.get(openId)
      return person ? [{ openId, unionId: person.unionId, name: person.name, bot: false }] : []
    }),
  ]
  const mentions: Mention[] = []
  let rest = text
  let done = ''
  for (let at = rest.indexOf('@'); at >= 0; at = rest.indexOf('@')) {
    const target = named.find((one) => rest.startsWith(one.name, at + 1))
    if (!target) {
      done += rest.slice(0, at + 1)
      rest = rest.slice(at + 1)
      continue
    }
    const key = `@_user_${mentions.length + 1}`
    mentions.push({ key, ...target })
    done += rest.slice(0, at) + key
    rest = rest.slice(at + 1 + target.name.length)
  }
  return { text: done + rest, mentions }
}

/** `im.message.receive_v1` for a stored message. `user_id` stays out: the app has no right to it. */
export function receiveEvent(
  world: World,
  message: SandboxMessage,
  chat: SandboxChat,
  eventId: string,
): Json {
  const person = world.people.get(message.sender)
  return {
    schema: '2.0',
    header: eventHeader(world, eventId, 'im.message.receive_v1', String(message.createTime)),
    event: {
      sender: {
        sender_id: { union_id: person?.unionId ?? '', open_id: message.sender },
        sender_type: 'user',
        tenant_key: world.tenantKey,
      },
      message: {
        message_id: message.messageId,
        ...(message.parentId ? { root_id: message.rootId, parent_id: message.parentId } : {}),
        create_time: String(message.createTime),
        update_time: String(message.updateTime),
        chat_id: message.chatId,
        chat_type: chat.kind,
        message_type: message.msgType,
        content: message.content,
        ...(message.mentions.length > 0
          ? { mentions: message.mentions.map((one) => mentionView(world, one)) }
          : {}),
      },
    },
  }
}

function mentionView(world: World, mention: Mention): Json {
  return {
    key: mention.key,
    id: { open_id: mention.openId, union_id: mention.unionId },
    mentioned_type: mention.bot ? 'bot' : 'user',
    name: mention.name,
    tenant_key: world.tenantKey,
  }
}
