import { seatsOf } from './city.ts'
import { examplesFor } from './examples.ts'
import type { Sandbox } from './sandbox.ts'
import type { Json, SandboxMessage, World } from './world.ts'

const shownEntries = 20

/** The sandbox as the person in that seat sees it; an unknown seat becomes the first one. */
export function stateFor(world: World, sandbox: Sandbox, wanted: string): Json {
  const seats = seatsOf(world.city)
  const seat = seats.some((one) => one.open_id === wanted) ? wanted : (seats[0]?.open_id ?? '')
  const mine = sandbox.chats().filter((chat) => chat.members.has(seat))
  const shown = new Set(mine.map((chat) => chat.chatId))
  return {
    now: world.clock.now(),
    bot: { open_id: world.bot.openId, name: world.bot.name },
    seats,
    seat,
    chats: mine.map((chat) => ({
      chat_id: chat.chatId,
      name: chat.kind === 'p2p' ? world.bot.name : chat.name,
      kind: chat.kind,
      members: [...chat.members].map((openId) => ({
        open_id: openId,
        name: world.people.get(openId)?.name ?? '',
      })),
    })),
    messages: [...world.messages.values()]
      .filter((one) => shown.has(one.chatId))
      .map((one) => view(world, one)),
    refusals: world.refusals.slice(-shownEntries),
    deliveries: attempts(sandbox).slice(-shownEntries),
    faults: sandbox.faults.list(),
    examples: examplesFor(world.city, seat),
  }
}

function view(world: World, message: SandboxMessage): Json {
  const recalled = message.state === 'recalled'
  return {
    message_id: message.messageId,
    chat_id: message.chatId,
    sender: {
      open_id: message.sender,
      name: message.byBot ? world.bot.name : (world.people.get(message.sender)?.name ?? ''),
      bot: message.byBot,
    },
    create_time: message.createTime,
    update_time: message.updateTime,
    msg_type: message.msgType,
    ...(message.text !== undefined && !recalled ? { text: message.text } : {}),
    ...(message.card && !recalled ? { card: message.card } : {}),
    ...(message.files && !recalled ? { files: message.files.map((key) => fileView(world, key)) } : {}),
    ...(message.parentId ? { parent_id: message.parentId } : {}),
    state: message.state,
    ...(message.urged ? { urged: message.urged.map((id) => world.people.get(id)?.name ?? '') } : {}),
    ...(message.error ? { error: message.error } : {}),
  }
}

function fileView(world: World, key: string): Json {
  const file = world.files.get(key)
  return { key, type: file?.type, name: file?.name ?? '图片', bytes: file?.bytes.length ?? 0 }
}

function attempts(sandbox: Sandbox): Json[] {
  const all = sandbox.deliveries.flatMap((delivery) =>
    delivery.attempts.map((attempt, i) => ({
      at: attempt.at,
      kind: delivery.kind,
      event_id: delivery.eventId,
      attempt: i + 1,
      status: attempt.status ?? attempt.failed ?? '',
      ms: attempt.ms,
    })),
  )
  return all.sort((a, b) => a.at - b.at)
}
