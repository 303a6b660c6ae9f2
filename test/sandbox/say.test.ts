import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { chats, people } from './binjiang.ts'
import { frozenClock } from './clock.ts'
import { createSandbox, type Sandbox } from './sandbox.ts'
import { type Heard, platformClient, type StubBot, startStubBot } from './support.ts'

type Json = { [key: string]: unknown }

const monday = Date.parse('2026-11-23T09:00:00+08:00')
const zhao = people.zhaoHaitao.openId
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

const eventOf = (heard: Heard | undefined) => heard?.payload.event as { message: Json; sender: Json }
const headerOf = (heard: Heard | undefined) => heard?.payload.header as Json

describe('what a person says', () => {
  it('reaches the bot signed and encrypted, with the mention as a placeholder', async () => {
    const { messageId, delivered } = await sandbox.say(
      people.linXiaoyan.openId,
      chats.office,
      '/交办 @周建国',
    )
    expect(await delivered).toMatchObject({ state: 'delivered', attempts: [{ status: 200 }] })
    const [heard] = bot.heard
    expect(heard?.signed).toBe(true)
    expect(headerOf(heard)).toMatchObject({
      event_type: 'im.message.receive_v1',
      create_time: String(monday),
      token: sandbox.app.verificationToken,
      app_id: sandbox.app.appId,
    })
    const { message, sender } = eventOf(heard)
    expect(message).toMatchObject({
      message_id: messageId,
      chat_id: chats.office,
      chat_type: 'group',
      content: JSON.stringify({ text: '@_user_1 /交办 @_user_2' }),
      mentions: [
        { key: '@_user_1', id: { open_id: sandbox.bot.openId }, name: '交办通', mentioned_type: 'bot' },
        { key: '@_user_2', id: { open_id: people.zhouJianguo.openId }, name: '周建国' },
      ],
    })
    expect(sender.sender_id).toEqual({
      open_id: people.linXiaoyan.openId,
      union_id: people.linXiaoyan.unionId,
    })
  })

  it('does not reach the bot from a group in which it was not mentioned', async () => {
    const { delivered } = await sandbox.say(zhao, chats.shuiwuJituan, '中午开会', { mention: false })
    expect(await delivered).toMatchObject({ state: 'unseen', attempts: [] })
    const there = await sandbox.say(zhao, chats.shuiwuJituan, '@交办通 /待办', { mention: false })
    expect(await there.delivered).toMatchObject({ state: 'delivered' })
    sandbox.faults.removeBot(chats.shuiwuJituan)
    const gone = await sandbox.say(zhao, chats.shuiwuJituan, '/待办')
    expect(await gone.delivered).toMatchObject({ state: 'unseen' })
  })

  it('reaches the bot in private without a mention, and as rich text when it is long', async () => {
    await (await sandbox.say(zhao, 'p2p', '/帮助')).delivered
    expect(eventOf(bot.heard[0]).message).toMatchObject({
      chat_type: 'p2p',
      chat_id: sandbox.privateChat(zhao),
      content: '{"text":"/帮助"}',
    })
    await (await sandbox.say(zhao, 'p2p', '第一段\n第二段', { as: 'post' })).delivered
    const { message } = eventOf(bot.heard[1])
    expect(message.message_type).toBe('post')
    expect(JSON.parse(String(message.content))).toEqual({
      title: '',
      content: [[{ tag: 'text', text: '第一段' }], [{ tag: 'text', text: '第二段' }]],
    })
  })

  it('carries the message it answers, and cannot be said by somebody outside the group', async () => {
    const first = await sandbox.say(zhao, chats.shuiwuJituan, '水黄', { mention: false })
    await (await sandbox.say(zhao, chats.shuiwuJituan, '/交办', { replyTo: first.messageId })).delivered
    expect(eventOf(bot.heard[0]).message).toMatchObject({
      parent_id: first.messageId,
      root_id: first.messageId,
    })
    await expect(sandbox.say(zhao, chats.leaders, '你好')).rejects.toThrow(
      '赵海涛 is not in 市领导舆情专报群',
    )
  })

  it('comes again after 15 s, 5 min, 1 h and 6 h, always under the same event id, and then never more', async () => {
    bot.answer = () => ({ status: 500 })
    const { delivered } = await sandbox.say(zhao, 'p2p', '/待办')
    const delivery = await delivered
    expect(delivery.state).toBe('waiting')
    for (const wait of [15_000, 300_000, 3_600_000, 21_600_000]) {
      const before = bot.heard.length
      await sandbox.clock.wind(wait - 1)
      expect(bot.heard).toHaveLength(before)
      await sandbox.clock.wind(1)
      expect(bot.heard).toHaveLength(before + 1)
    }
    await sandbox.clock.wind(86_400_000)
    expect(bot.heard).toHaveLength(5)
    expect(new Set(bot.heard.map((one) => headerOf(one).event_id))).toEqual(new Set([delivery.eventId]))
    expect(delivery.state).toBe('given_up')
  })

  it('stops coming once the bot has answered', async () => {
    bot.answer = () => ({ status: bot.heard.length === 1 ? 503 : 200 })
    const delivery = await (await sandbox.say(zhao, 'p2p', '/待办')).delivered
    await sandbox.clock.wind(86_400_000)
    expect(bot.heard).toHaveLength(2)
    expect(delivery).toMatchObject({ state: 'delivered', attempts: [{ status: 503 }, { status: 200 }] })
  })

  it('can be delivered twice, under the same event id or another one', async () => {
    const { messageId, delivered } = await sandbox.say(zhao, 'p2p', '/待办')
    await delivered
    await sandbox.redeliver(messageId, { newEventId: false })
    await sandbox.redeliver(messageId, { newEventId: true })
    const [first, second, third] = bot.heard.map((one) => headerOf(one).event_id)
    expect(second).toBe(first)
    expect(third).not.toBe(first)
    expect(bot.heard.map((one) => eventOf(one).message.message_id)).toEqual([messageId, messageId, messageId])
  })
})
