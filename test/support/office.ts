import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises'
import type { Wall } from '../../bot/outbox/pace.ts'
import { type App, startApp } from '../../src/app.ts'
import type { Config } from '../../src/config.ts'
import type { Database, Log } from '../../src/ports.ts'
import { type City, directoryOf, peopleOf } from '../sandbox/city.ts'
import { frozenClock, type SandboxClock } from '../sandbox/clock.ts'
import type { PressResult } from '../sandbox/sandbox.ts'
import { createSandbox, readCard, type Sandbox, type SandboxMessage } from '../sandbox/sandbox.ts'

/** 2026-11-23, a Monday, at nine: the office opens. */
export const MONDAY_0900 = Date.parse('2026-11-23T09:00:00+08:00')

/** A whole working city: the sandbox, and the real bot connected to it in this process, on a clock that only we move. */
export interface Office {
  readonly sandbox: Sandbox
  readonly clock: SandboxClock
  readonly app: App
  /** The clock that Feishu's limits run on, for a second bot beside the first. */
  readonly wall: Wall
  /** The bot is stopped and started again by another policy file; the city, the database and the clock go on. */
  restart(policyFile?: string): Promise<void>
  /** A person's open_id by name. */
  id(name: string): string
  /** The chat of a body's group by the body's name. */
  group(body: string): string
  /** Takes somebody into a body's group, as group owners do without asking the directory. */
  invite(name: string, body: string): void
  /** Says something, and waits until the bot has answered all of it. */
  say(name: string, where: string, text: string, replyTo?: string): Promise<SandboxMessage[]>
  press(
    name: string,
    message: SandboxMessage | string,
    button: string,
    values?: Record<string, string>,
  ): Promise<PressResult>
  /** The newest message in a chat whose card's title or text contains the words. */
  card(where: string, words: string): SandboxMessage
  /** All cards of a chat that contain the words. */
  cards(where: string, words: string): SandboxMessage[]
  /** Lets time pass, and the bot do what it owes. */
  wind(to: string): Promise<void>
  settle(): Promise<void>
  /** Every transaction takes this much longer, until the returned function is called. */
  slowDown(ms: number): () => void
  close(): Promise<void>
}

export interface OfficeOptions {
  /** The open database of the test file, emptied before each test. */
  readonly database: Database
  readonly at?: number
  readonly policyFile?: string
  readonly city?: City
  readonly intakeTokens?: ReadonlyMap<string, string>
  /** Hears what the bot logs. */
  readonly log?: Log
}

export async function openOffice({
  database,
  at = MONDAY_0900,
  policyFile,
  city,
  intakeTokens,
  log,
}: OfficeOptions): Promise<Office> {
  const clock = frozenClock(at)
  const wall = hurriedWall()
  const sandbox = await createSandbox({ clock, wall: wall.now, ...(city ? { city } : {}) })
  const folder = await mkdtemp(join(tmpdir(), 'office-'))
  const directoryFile = join(folder, 'directory.json')
  await writeFile(directoryFile, JSON.stringify(directoryOf(sandbox.city)))
  const config: Config = {
    app: {
      id: sandbox.app.appId,
      secret: sandbox.app.appSecret,
      encryptKey: sandbox.app.encryptKey,
      verificationToken: sandbox.app.verificationToken,
    },
    domain: sandbox.url,
    databaseUrl: undefined,
    port: 0,
    host: '127.0.0.1',
    dataDir: 'memory',
    directoryFile,
    policyFile,
    ...(intakeTokens ? { intakeTokens } : {}),
    logLevel: process.env.OFFICE_LOG === undefined ? 'silent' : 'debug',
  }
  const slowness = { ms: 0 }
  const slowable: Database = {
    ...database,
    transact: async (work) => {
      await delay(slowness.ms)
      return database.transact(work)
    },
  }
  const start = async (changed: Partial<Config>) => {
    const started = await startApp(
      { ...config, ...changed },
      { clock, wall, database: slowable, ...(log ? { log } : {}) },
    )
    sandbox.connect(`${started.url}/feishu/webhook`)
    return started
  }
  let app = await start({})

  const ids = new Map(peopleOf(sandbox.city).map((person) => [person.name, person.openId]))
  const id = (name: string) => known(ids.get(name), `nobody is called ${name}`)
  const group = (name: string) =>
    known(sandbox.city.bodies.find((body) => body.name === name)?.chatId, `no body is called ${name}`)
  const chatOf = (where: string) => (ids.has(where) ? sandbox.privateChat(id(where)) : group(where))
  const cards = (where: string, words: string) =>
    sandbox.messages(chatOf(where)).filter((message) => wordsOn(message).includes(words))

  return {
    sandbox,
    clock,
    wall,
    get app() {
      return app
    },
    restart: async (changed = policyFile) => {
      await app.close()
      app = await start({ policyFile: changed })
    },
    id,
    group,
    invite: (name, body) => {
      const chat = known(
        sandbox.chats().find(({ chatId }) => chatId === group(body)),
        `no group of ${body}`,
      )
      chat.members.add(id(name))
    },
    say: async (name, where, text, replyTo) => {
      const chat = chatOf(where)
      const before = new Set(sandbox.messages(chat).map((message) => message.messageId))
      const said = await sandbox.say(id(name), chat, text, replyTo === undefined ? {} : { replyTo })
      await said.delivered
      await app.tick()
      return sandbox
        .messages(chat)
        .filter((message) => !before.has(message.messageId) && message.messageId !== said.messageId)
    },
    press: async (name, message, button, values) => {
      const messageId = typeof message === 'string' ? message : message.messageId
      const result = await sandbox.press(id(name), messageId, button, values)
      await app.tick()
      return result
    },
    card: (where, words) =>
      known(
        cards(where, words).at(-1),
        `no card with ${words} in ${where}: ${sandbox.messages(chatOf(where)).map(wordsOn).join(' ⏎ ')}`,
      ),
    cards,
    wind: async (to) => {
      await clock.windTo(Date.parse(to))
      await app.tick()
    },
    settle: () => app.tick(),
    slowDown: (ms) => {
      slowness.ms = ms
      return () => {
        slowness.ms = 0
      }
    },
    close: async () => {
      await app.close()
      await sandbox.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Every word a person reads on a message. */
export function wordsOn(message: SandboxMessage): string {
  if (!message.card) return message.text ?? ''
  const { title, subtitle, tags, texts, buttons, form } = readCard(message.card)
  const fields = form?.fields.flatMap(({ label, value }) => [label, value]) ?? []
  return [title, subtitle, ...tags, ...texts, ...fields, ...buttons.map(({ label }) => `〔${label}〕`)].join(
    '\n',
  )
}

export function buttonsOn(message: SandboxMessage): string[] {
  return message.card ? readCard(message.card).buttons.map(({ label }) => label) : []
}

function known<T>(value: T | undefined, complaint: string): T {
  if (value === undefined) throw new Error(complaint)
  return value
}

/** A wall clock that jumps over every wait for Feishu's limits: as long for the platform as for the bot. */
function hurriedWall(): Wall {
  let skipped = 0
  return {
    now: () => Date.now() + skipped,
    wait: (ms) => {
      skipped += ms
      return nextTurn()
    },
  }
}
