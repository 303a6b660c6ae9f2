import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { chats } from './binjiang.ts'
import { frozenClock } from './clock.ts'
import { createSandbox, type Sandbox } from './sandbox.ts'
import { platformClient, type StubBot, startStubBot } from './support.ts'

const monday = Date.parse('2026-11-23T09:00:00+08:00')
let sandbox: Sandbox
let bot: StubBot
let api: ReturnType<typeof platformClient>

beforeEach(async () => {
  sandbox = await createSandbox({ clock: frozenClock(monday), limits: false, seed: 7 })
  bot = await startStubBot(sandbox.app)
  sandbox.connect(bot.url)
  api = platformClient(sandbox.url, sandbox.app)
  await api.login()
})
afterEach(async () => {
  await sandbox.close()
  await bot.close()
})

describe('trouble on the way', () => {
  it('applies the change, loses the answer, and recognises the same uuid afterwards', async () => {
    sandbox.faults.next('reset_after', { matching: 'POST /open-apis/im/v1/messages' })
    await expect(api.sendTo(chats.office, 'text', { text: '交办' }, 'row-1')).rejects.toThrow()
    expect(sandbox.messages(chats.office)).toHaveLength(1)
    const again = await api.sendTo(chats.office, 'text', { text: '交办' }, 'row-1')
    expect(again.data.message_id).toBe(sandbox.messages(chats.office)[0]?.messageId)
    expect(sandbox.messages(chats.office)).toHaveLength(1)
  })

  it('answers as ordered: 500, a page of HTML, an odd 200, a revoked token, a broken line', async () => {
    const send = () => api.sendTo(chats.office, 'text', { text: '交办' })
    sandbox.faults.next('http500')
    expect(await send()).toMatchObject({ status: 500, code: 5000 })
    sandbox.faults.next('http502_html')
    expect(await send()).toMatchObject({ status: 502, msg: expect.stringContaining('<html>') })
    sandbox.faults.next('odd_ok')
    expect(await send()).toMatchObject({ status: 200, code: 11232 })
    sandbox.faults.next('chat_rate')
    expect(await send()).toMatchObject({ status: 400, code: 230020 })
    sandbox.faults.next('reset_before')
    await expect(send()).rejects.toThrow()
    sandbox.faults.next('token_revoked')
    expect(await send()).toMatchObject({ code: 99991663 })
    expect(await send()).toMatchObject({ code: 99991663 })
    await api.login()
    expect(await send()).toMatchObject({ code: 0 })
    expect(sandbox.messages(chats.office)).toHaveLength(1)
  })

  it('breaks every connection while the platform is down', async () => {
    sandbox.faults.down(sandbox.clock.now() + 600_000)
    await expect(api.call('GET', '/open-apis/bot/v3/info')).rejects.toThrow()
    await sandbox.clock.wind(600_000)
    expect(await api.call('GET', '/open-apis/bot/v3/info')).toMatchObject({ code: 0 })
  })
})
