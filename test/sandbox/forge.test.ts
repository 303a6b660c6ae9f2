import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { people } from './binjiang.ts'
import { frozenClock } from './clock.ts'
import { encrypted, signatureHeaders } from './delivery/wire.ts'
import { createSandbox, type Sandbox } from './sandbox.ts'
import { type StubBot, startStubBot } from './support.ts'

const monday = Date.parse('2026-11-23T09:00:00+08:00')
let sandbox: Sandbox
let bot: StubBot

beforeEach(async () => {
  sandbox = await createSandbox({ clock: frozenClock(monday) })
  bot = await startStubBot(sandbox.app)
  sandbox.connect(bot.url)
})
afterEach(async () => {
  await sandbox.close()
  await bot.close()
})

const zhao = people.zhaoHaitao.openId

describe('the seal of the platform', () => {
  it('is the documented one: SHA-256 over time, nonce, key and the very bytes', () => {
    const raw = Buffer.from('{ "encrypt": "水" }\n')
    const headers = signatureHeaders(raw, 'key', monday)
    const start = `${monday / 1000}${headers['X-Lark-Request-Nonce']}key`
    expect(headers['X-Lark-Signature']).toBe(createHash('sha256').update(start).update(raw).digest('hex'))
  })

  it('never encrypts the same text to the same bytes', () => {
    expect(encrypted('hello world', 'test key')).not.toBe(encrypted('hello world', 'test key'))
  })
})

describe('what did not come from the platform', () => {
  it('is sent as ordered, and only the late one is genuine', async () => {
    await sandbox.forge('old_timestamp', zhao)
    await sandbox.forge('wrong_signature', zhao)
    await sandbox.forge('no_signature', zhao)
    await sandbox.forge('signature_of_other_bytes', zhao)
    await sandbox.forge('wrong_token', zhao)
    await sandbox.forge('wrong_app', zhao)
    expect(bot.heard.map((one) => one.signed)).toEqual([true, false, false, false, true, true])
    expect(bot.heard[4]?.payload.header).toMatchObject({ token: 'another-token' })
    expect(bot.heard[5]?.payload.header).toMatchObject({ app_id: 'cli_00000000000000ff' })
  })

  it('leaves no message in any chat', async () => {
    await sandbox.forge('wrong_signature', zhao, '/待办')
    expect(sandbox.messagesSeenBy(zhao)).toEqual([])
  })
})

describe('the proof of an address', () => {
  it('is given by a bot that returns the challenge, and by no other', async () => {
    expect(await sandbox.challenge()).toBe(false)
    bot.answer = ({ payload }) => ({ body: JSON.stringify({ challenge: payload.challenge }) })
    expect(await sandbox.challenge()).toBe(true)
    expect(bot.heard[0]?.payload).toMatchObject({
      type: 'url_verification',
      token: sandbox.app.verificationToken,
    })
    sandbox.connect('http://127.0.0.1:9/')
    expect(await sandbox.challenge()).toBe(false)
  })
})
