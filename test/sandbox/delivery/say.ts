import type { SandboxChat, SandboxMessage, World } from '../world.ts'
import type { Courier, Delivery } from './deliver.ts'
import { receiveEvent, withMentions } from './events.ts'

export type SayOptions = {
  /** Whether the bot is mentioned in a group. A text that already says `@交办通` mentions it anyway. */
  mention?: boolean
  replyTo?: string
  /** How the client sends it: long pasted text arrives as `post`. */
  as?: 'text' | 'post'
  /** Pictures below the text; such a message is a post. */
  pictures?: readonly Uint8Array[]
}

export type SentFile = { name: string; bytes: Uint8Array }

export type Said = { messageId: string; delivered: Promise<Delivery> }

/** A person writes into a chat; the bot hears it in private, or in a group when it is mentioned. */
export function sayInChat(
  world: World,
  courier: Courier,
  person: string,
  where: string,
  words: string,
  o: SayOptions,
): Said {
  const chat = chatFor(world, person, where)
  const mentioned = chat.kind === 'group' && (o.mention ?? true) && !words.includes(`@${world.bot.name}`)
  const spoken = withMentions(world, chat, mentioned ? `@${world.bot.name} ${words}` : words)
  const parent = parentIn(world, chat, o.replyTo)
  const pictures = (o.pictures ?? []).map((bytes) =>
    world.keepFile({ type: 'image', bytes: Buffer.from(bytes), byBot: false }),
  )
  const msgType = pictures.length > 0 ? 'post' : (o.as ?? 'text')
  const message = world.add({
    chatId: chat.chatId,
    sender: person,
    byBot: false,
    msgType,
    content: msgType === 'post' ? postContent(spoken.text, pictures) : JSON.stringify({ text: spoken.text }),
    ...(pictures.length > 0 ? { files: pictures } : {}),
    text: mentioned ? `@${world.bot.name} ${words}` : words,
    mentions: spoken.mentions,
    ...(parent ? { parentId: parent.messageId, rootId: parent.rootId ?? parent.messageId } : {}),
  })
  return told(world, courier, message, chat)
}

/** A person sends a file, or a picture as a picture. Such a message mentions nobody, so in a group the bot never hears of it. */
export function sendFileInChat(
  world: World,
  courier: Courier,
  person: string,
  where: string,
  { name, bytes }: SentFile,
  o: { as?: 'file' | 'image'; replyTo?: string },
): Said {
  const chat = chatFor(world, person, where)
  const parent = parentIn(world, chat, o.replyTo)
  const type = o.as ?? 'file'
  const key = world.keepFile({
    type,
    bytes: Buffer.from(bytes),
    byBot: false,
    ...(type === 'file' ? { name } : {}),
  })
  const message = world.add({
    chatId: chat.chatId,
    sender: person,
    byBot: false,
    msgType: type,
    content: JSON.stringify(type === 'image' ? { image_key: key } : { file_key: key, file_name: name }),
    files: [key],
    mentions: [],
    ...(parent ? { parentId: parent.messageId, rootId: parent.rootId ?? parent.messageId } : {}),
  })
  return told(world, courier, message, chat)
}

function chatFor(world: World, person: string, where: string): SandboxChat {
  const chat = where === 'p2p' ? world.p2pOf(person) : world.chats.get(where)
  if (!chat) throw new Error(`there is no chat ${where}`)
  if (!chat.members.has(person))
    throw new Error(`${world.people.get(person)?.name ?? person} is not in ${chat.name}`)
  return chat
}

function parentIn(world: World, chat: SandboxChat, replyTo: string | undefined): SandboxMessage | undefined {
  const parent = replyTo === undefined ? undefined : world.messages.get(replyTo)
  if (replyTo !== undefined && parent?.chatId !== chat.chatId)
    throw new Error('the answered message is elsewhere')
  return parent
}

function told(world: World, courier: Courier, message: SandboxMessage, chat: SandboxChat): Said {
  const { messageId, mentions } = message
  const heard = chat.botIn && (chat.kind === 'p2p' || mentions.some((one) => one.bot))
  if (!heard) return { messageId, delivered: Promise.resolve(courier.unseen(messageId)) }
  const eventId = world.chance.hex(32)
  const payload = receiveEvent(world, message, chat, eventId)
  return { messageId, delivered: courier.event(payload, eventId, messageId) }
}

/** Sends the event of a message again, as the platform does now and then even after a success. */
export function redeliverMessage(
  world: World,
  courier: Courier,
  message: SandboxMessage,
  newEventId: boolean,
): Promise<Delivery> {
  const earlier = courier.deliveries.find(
    (one) => one.messageId === message.messageId && one.kind === 'event',
  )
  if (!earlier || earlier.state === 'unseen') throw new Error('the bot was never told of this message')
  const eventId = newEventId ? world.chance.hex(32) : earlier.eventId
  const chat: SandboxChat | undefined = world.chats.get(message.chatId)
  if (!chat) throw new Error(`there is no chat ${message.chatId}`)
  return courier.event(receiveEvent(world, message, chat, eventId), eventId, message.messageId)
}

function postContent(text: string, pictures: readonly string[]): string {
  const lines = [
    ...text.split('\n').map((line) => postLine(line)),
    ...pictures.map((image_key) => [{ tag: 'img', image_key }]),
  ]
  return JSON.stringify({ title: '', content: lines })
}

function postLine(line: string): { tag: string; text?: string; user_id?: string }[] {
  return line
    .split(/(@_user_\d+)/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('@_user_') ? { tag: 'at', user_id: part } : { tag: 'text', text: part }))
}
