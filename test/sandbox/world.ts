import type { City, Person } from './city.ts'
import { peopleOf } from './city.ts'
import type { SandboxClock } from './clock.ts'
import { type Chance, stableId } from './random.ts'

/** The identity of the app under test, as its developer console would show it. */
export type SandboxApp = {
  appId: string
  appSecret: string
  encryptKey: string
  verificationToken: string
}

/** Any JSON object. */
export type Json = { [key: string]: unknown }

export type SandboxChat = {
  chatId: string
  name: string
  kind: 'group' | 'p2p'
  members: Set<string>
  botIn: boolean
  /** 防泄密: files may be read here, not taken out. */
  restricted?: boolean
}

/** A file or picture, under the key that messages name it by. */
export type SandboxFile = { type: 'file' | 'image'; name?: string; bytes: Buffer; byBot: boolean }

/**
 * A message as the platform keeps it. `clicked` means that a press on its card waits for the bot's answer:
 * until then the card is locked.
 */
export type SandboxMessage = {
  messageId: string
  chatId: string
  /** `open_id` of the sender; the bot's own for what the bot sent. */
  sender: string
  byBot: boolean
  createTime: number
  updateTime: number
  msgType: string
  content: string
  text?: string
  card?: Json
  parentId?: string
  rootId?: string
  mentions: Mention[]
  /** Keys of the files and pictures it holds. */
  files?: string[]
  state: 'sent' | 'clicked' | 'recalled'
  /** `open_id`s of those who were rung for it (加急). */
  urged?: string[]
  /** What the person who pressed last saw go wrong, with the client's code. */
  error?: { code: number; text: string }
}

export type Mention = { key: string; openId: string; unionId: string; name: string; bot: boolean }

/** Something the platform accepts but would rather not see, or that a bot should not rely on. */
export type Warning = { at: number; rule: string; text: string }

/** A refusal with the rule that caused it. `recorded` and `official` rules are proven, `assumed` ones are not. */
export type RefusalEntry = {
  at: number
  method: string
  path: string
  code: number
  rule: string
  msg: string
  messageId?: string
}

/** Everything the platform remembers, and the way to learn that it changed. */
export type World = {
  readonly app: SandboxApp
  readonly city: City
  readonly clock: SandboxClock
  readonly chance: Chance
  readonly bot: { openId: string; name: string }
  readonly tenantKey: string
  readonly people: ReadonlyMap<string, Person>
  readonly chats: Map<string, SandboxChat>
  readonly messages: Map<string, SandboxMessage>
  readonly files: ReadonlyMap<string, SandboxFile>
  readonly refusals: RefusalEntry[]
  readonly warnings: Warning[]
  newId(prefix: string): string
  p2pOf(openId: string): SandboxChat
  add(message: Omit<SandboxMessage, 'messageId' | 'createTime' | 'updateTime' | 'state'>): SandboxMessage
  /** Gives the key it is found under. */
  keepFile(file: SandboxFile): string
  touch(): void
  onChange(fn: () => void): () => void
}

export function createWorld(o: { app: SandboxApp; city: City; clock: SandboxClock; chance: Chance }): World {
  const people = new Map(peopleOf(o.city).map((person) => [person.openId, person]))
  const chats = new Map<string, SandboxChat>()
  for (const body of o.city.bodies) {
    const members = new Set(body.members.map((person) => person.openId))
    chats.set(body.chatId, { chatId: body.chatId, name: body.chatName, kind: 'group', members, botIn: true })
  }
  const p2p = new Map<string, SandboxChat>()
  for (const person of people.values()) {
    const chatId = stableId('oc', `p2p:${o.app.appId}:${person.openId}`)
    const chat: SandboxChat = {
      chatId,
      name: person.name,
      kind: 'p2p',
      members: new Set([person.openId]),
      botIn: true,
    }
    chats.set(chatId, chat)
    p2p.set(person.openId, chat)
  }
  const messages = new Map<string, SandboxMessage>()
  const files = new Map<string, SandboxFile>()
  const listeners = new Set<() => void>()
  const newId = (prefix: string) => `${prefix}_${o.chance.hex(32)}`
  const touch = () => {
    for (const listener of [...listeners]) listener()
  }
  return {
    ...o,
    bot: { openId: stableId('ou', `bot:${o.app.appId}`), name: '交办通' },
    tenantKey: stableId('t', o.city.name).slice(2, 18),
    people,
    chats,
    messages,
    files,
    refusals: [],
    warnings: [],
    newId,
    touch,
    keepFile(file) {
      const key = newId(file.type === 'image' ? 'img_v3' : 'file_v3')
      files.set(key, file)
      return key
    },
    p2pOf(openId) {
      const chat = p2p.get(openId)
      if (!chat) throw new Error(`nobody in ${o.city.name} has the open_id ${openId}`)
      return chat
    },
    add(message) {
      const now = o.clock.now()
      const stored: SandboxMessage = {
        ...message,
        messageId: newId('om'),
        createTime: now,
        updateTime: now,
        state: 'sent',
      }
      messages.set(stored.messageId, stored)
      touch()
      return stored
    },
    onChange(fn) {
      listeners.add(fn)
      return () => listeners.delete(fn)
    },
  }
}
