import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { binjiang } from './binjiang.ts'
import type { City } from './city.ts'
import { runningClock, type SandboxClock } from './clock.ts'
import { type Courier, createCourier, type Delivery } from './delivery/deliver.ts'
import { challenge, type Forgery, forge } from './delivery/forge.ts'
import type { Typed } from './delivery/form-values.ts'
import { type PressResult, pressButton } from './delivery/press.ts'
import {
  redeliverMessage,
  type Said,
  type SayOptions,
  type SentFile,
  sayInChat,
  sendFileInChat,
} from './delivery/say.ts'
import type { Posted } from './delivery/wire.ts'
import { createFaults, type Faults } from './faults.ts'
import { mountPage } from './page-api.ts'
import type { ApiCall } from './platform/calls.ts'
import { createLimits, unlimited } from './platform/limits.ts'
import { mountPlatform, routesOf } from './platform/router.ts'
import { createTokens } from './platform/tokens.ts'
import { chanceOf } from './random.ts'
import {
  createWorld,
  type RefusalEntry,
  type SandboxApp,
  type SandboxChat,
  type SandboxFile,
  type SandboxMessage,
  type Warning,
  type World,
} from './world.ts'

export { readCard } from './cards/read.ts'
export type { Delivery, Faults, Forgery, PressResult, SandboxApp, SandboxChat, SandboxMessage }

export type SandboxOptions = {
  city?: City
  clock?: SandboxClock
  app?: SandboxApp
  /** 0, the default, takes any free port. */
  port?: number
  /** Decides every random choice: ids, absent fields, spellings on the wire. */
  seed?: number
  /** Whether the frequency limits hold; they do unless switched off. */
  limits?: boolean
  /** The clock the frequency limits run on, in ms; the machine's when not given. */
  wall?: () => number
}

/** A local Feishu with one city in it. */
export type Sandbox = {
  readonly url: string
  readonly app: SandboxApp
  readonly bot: { openId: string; name: string }
  readonly city: City
  readonly clock: SandboxClock
  /** Tells the platform where the bot takes events and callbacks. */
  connect(webhookUrl: string): void
  /**
   * A person says something; in a group the bot is mentioned unless `mention: false`.
   * `delivered` resolves after the first attempt at the bot.
   */
  say(person: string, chat: string, text: string, o?: SayOptions): Promise<Said>
  /** A person sends a file, or a picture as a picture. In a group the bot never hears of it. */
  sendFile(
    person: string,
    chat: string,
    file: SentFile,
    o?: { as?: 'file' | 'image'; replyTo?: string },
  ): Promise<Said>
  /** The bytes of a file in a message. */
  fileOf(key: string): SandboxFile | undefined
  /** 防泄密 for a group: files may not be taken out of it. */
  restrict(chatId: string): void
  /** A person presses a button, found by label or name; form fields by name or by the words beside them. */
  press(person: string, messageId: string, button: string, values?: Typed): Promise<PressResult>
  chats(): SandboxChat[]
  /** The messages of a chat in order of time, recalled ones included. */
  messages(chatId: string): SandboxMessage[]
  /** Everything a person can read, in all chats, in order of time. */
  messagesSeenBy(openId: string): SandboxMessage[]
  /** The chat id of a person's private chat with the bot. */
  privateChat(openId: string): string
  readonly deliveries: readonly Delivery[]
  readonly calls: readonly ApiCall[]
  readonly refusals: readonly RefusalEntry[]
  readonly warnings: readonly Warning[]
  readonly faults: Faults
  /** Sends a message event once more, under the same event id or a new one. */
  redeliver(messageId: string, o: { newEventId: boolean }): Promise<Delivery>
  /** Asks the bot's address to prove itself within a second, as the console does. */
  challenge(): Promise<boolean>
  /** Posts a forged private message of that person to the bot, and returns its answer. */
  forge(kind: Forgery, person: string, text?: string): Promise<Posted>
  /** Resolves at the next change of anything. */
  changed(): Promise<void>
  /** Resolves with the first truthy result of `pred`, which is asked again at each change. */
  waitFor<T>(pred: () => T | undefined | null | false, timeoutMs?: number): Promise<T>
  close(): Promise<void>
}

const demoApp: SandboxApp = {
  appId: 'cli_a1b2c3d4e5f60718',
  appSecret: 'sandbox-app-secret-0123456789ab',
  encryptKey: 'sandbox-encrypt-key',
  verificationToken: 'sandbox-verification-token',
}

/** Starts the platform on 127.0.0.1. */
export async function createSandbox(o: SandboxOptions = {}): Promise<Sandbox> {
  const clock = o.clock ?? runningClock()
  const chance = chanceOf(o.seed ?? 20261124)
  const world = createWorld({ app: o.app ?? demoApp, city: o.city ?? binjiang, clock, chance })
  const faults = createFaults({
    clock,
    chance,
    changed: world.touch,
    setBot: (chatId, present) => {
      const chat = world.chats.get(chatId)
      if (!chat) throw new Error(`there is no chat ${chatId}`)
      chat.botIn = present
    },
  })
  const calls: ApiCall[] = []
  const courier = createCourier(world)
  const tokens = createTokens(world)
  const limits = o.limits === false ? unlimited : createLimits(o.wall)
  const server = express()
  server.disable('x-powered-by')
  mountPlatform(server, routesOf(world, tokens, limits), { world, tokens, limits, faults, calls })
  const listener = await new Promise<Server>((resolve, reject) => {
    const started = server.listen(o.port ?? 0, '127.0.0.1', (error) =>
      error ? reject(error) : resolve(started),
    )
  })
  const { port } = listener.address() as AddressInfo
  const sandbox = assemble(world, courier, faults, calls, `http://127.0.0.1:${port}`, async () => {
    stopPage()
    await shut(listener)
    clock.close()
  })
  const stopPage = mountPage(server, world, sandbox)
  return sandbox
}

function assemble(
  world: World,
  courier: Courier,
  faults: Faults,
  calls: ApiCall[],
  url: string,
  close: () => Promise<void>,
): Sandbox {
  const message = (id: string): SandboxMessage => {
    const found = world.messages.get(id)
    if (!found) throw new Error(`there is no message ${id}`)
    return found
  }
  return {
    url,
    app: world.app,
    bot: world.bot,
    city: world.city,
    clock: world.clock,
    connect: courier.connect,
    say: async (person, chat, text, options = {}) => sayInChat(world, courier, person, chat, text, options),
    sendFile: async (person, chat, file, options = {}) =>
      sendFileInChat(world, courier, person, chat, file, options),
    fileOf: (key) => world.files.get(key),
    restrict: (chatId) => {
      const chat = world.chats.get(chatId)
      if (!chat) throw new Error(`there is no chat ${chatId}`)
      chat.restricted = true
    },
    press: (person, messageId, button, values = {}) =>
      pressButton(world, courier, person, message(messageId), button, values),
    chats: () => [...world.chats.values()],
    messages: (chatId) => [...world.messages.values()].filter((one) => one.chatId === chatId),
    messagesSeenBy: (openId) =>
      [...world.messages.values()].filter((one) => world.chats.get(one.chatId)?.members.has(openId)),
    privateChat: (openId) => world.p2pOf(openId).chatId,
    deliveries: courier.deliveries,
    calls,
    refusals: world.refusals,
    warnings: world.warnings,
    faults,
    redeliver: (messageId, options) =>
      redeliverMessage(world, courier, message(messageId), options.newEventId),
    challenge: () => challenge(world, courier.address()),
    forge: (kind, person, text = '/帮助') => forge(world, courier.address(), kind, person, text),
    changed: () => nextChange(world),
    waitFor: (pred, timeoutMs = 10_000) => waitFor(world, pred, timeoutMs),
    close,
  }
}

function nextChange(world: World): Promise<void> {
  return new Promise((resolve) => {
    const stop = world.onChange(() => {
      stop()
      resolve()
    })
  })
}

function waitFor<T>(world: World, pred: () => T | undefined | null | false, timeoutMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const ask = () => {
      try {
        const found = pred()
        if (found) settle(() => resolve(found))
      } catch (error) {
        settle(() => reject(error))
      }
    }
    const settle = (end: () => void) => {
      clearTimeout(timer)
      stop()
      end()
    }
    const timer = setTimeout(
      () => settle(() => reject(new Error(`waited ${timeoutMs} ms in vain for: ${pred.toString()}`))),
      timeoutMs,
    )
    const stop = world.onChange(ask)
    ask()
  })
}

function shut(listener: Server): Promise<void> {
  return new Promise((resolve) => {
    listener.close(() => resolve())
    listener.closeAllConnections()
  })
}
