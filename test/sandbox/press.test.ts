import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { chats, people } from './binjiang.ts'
import { frozenClock } from './clock.ts'
import { createSandbox, readCard, type Sandbox, type SandboxMessage } from './sandbox.ts'
import { button, cardWith, platformClient, type StubBot, startStubBot } from './support.ts'

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

async function cardInGroup(
  card: Json = cardWith(button('确认签收', { do: 'sign', slip: 12 })),
): Promise<string> {
  const sent = await api.sendTo(chats.shuiwuJituan, 'interactive', card)
  expect(sent.msg).toBe('success')
  return String(sent.data.message_id)
}

const messageOf = (id: string): SandboxMessage | undefined =>
  sandbox.messages(chats.shuiwuJituan).find((one) => one.messageId === id)

describe('what a person presses', () => {
  it('sends what the stored card says, not what the presser says', async () => {
    const id = await cardInGroup()
    await sandbox.press(zhao, id, '确认签收')
    const [heard] = bot.heard
    expect(heard?.signed).toBe(true)
    expect(heard?.payload.event).toMatchObject({
      operator: { open_id: zhao, union_id: people.zhaoHaitao.unionId },
      action: { tag: 'button', value: { do: 'sign', slip: 12 } },
      host: 'im_message',
      context: { open_message_id: id, open_chat_id: chats.shuiwuJituan },
    })
    expect(heard?.payload.event).not.toHaveProperty('operator.user_id')
    await expect(sandbox.press(zhao, id, '签发')).rejects.toThrow('no button 签发; its buttons: 确认签收')
    await expect(sandbox.press(people.liuZhiqiang.openId, id, '确认签收')).rejects.toThrow('not in the chat')
  })

  it('stores a good answer as the card that everybody sees', async () => {
    const id = await cardInGroup()
    const signed = cardWith({ tag: 'div', text: { tag: 'plain_text', content: '已签收 赵海涛' } })
    const toast = { type: 'success', content: '已签收' }
    bot.answer = () => ({ body: JSON.stringify({ toast, card: { type: 'raw', data: signed } }) })
    expect(await sandbox.press(zhao, id, '确认签收')).toMatchObject({ toast, card: signed })
    expect(readCard(messageOf(id)?.card ?? {}).texts).toContain('已签收 赵海涛')
    expect(sandbox.messagesSeenBy(people.sunLiping.openId)).toMatchObject([{ messageId: id, card: signed }])
  })

  it('locks the card until the bot has answered', async () => {
    const id = await cardInGroup()
    const content = JSON.stringify(cardWith(button('催办')))
    let changed: { code: number; msg: string } | undefined
    bot.answer = async () => {
      expect(messageOf(id)?.state).toBe('clicked')
      changed = await api.call('PATCH', `/open-apis/im/v1/messages/${id}`, { content })
      return {}
    }
    await sandbox.press(zhao, id, '确认签收')
    expect(changed).toMatchObject({
      code: 230099,
      msg: expect.stringContaining('ErrMsg: card action is lock'),
    })
    expect(await api.call('PATCH', `/open-apis/im/v1/messages/${id}`, { content })).toMatchObject({ code: 0 })
  })

  it('shows the client code of each kind of bad answer, and never comes again', async () => {
    const id = await cardInGroup()
    const answers: [string | number, number][] = [
      [500, 200671],
      [302, 200671],
      ['', 200672],
      ['"ok"', 200672],
      ['{"toast":{"type":"success","content":"好"},"code":0}', 200672],
      ['{"toast":{"type":"happy","content":"好"}}', 200672],
      ['{"card":{"schema":"2.0"}}', 200672],
      ['{"card":{"type":"raw","data":"{}"}}', 200672],
      [JSON.stringify({ card: { type: 'raw', data: cardWith({ tag: 'note' }) } }), 200673],
      [JSON.stringify({ card: { type: 'raw', data: { elements: [] } } }), 200830],
    ]
    for (const [answer, code] of answers) {
      bot.answer = () => (typeof answer === 'number' ? { status: answer } : { body: answer })
      expect(await sandbox.press(zhao, id, '确认签收')).toMatchObject({ clientError: { code } })
    }
    expect(sandbox.refusals).toMatchObject([{ method: 'ANSWER', rule: 'C5', messageId: id }])
    await sandbox.clock.wind(86_400_000)
    expect(bot.heard).toHaveLength(answers.length)
    expect(readCard(messageOf(id)?.card ?? {}).buttons).toMatchObject([{ label: '确认签收' }])
  })

  it('waits three seconds for an answer, and says when nobody is there', async () => {
    const id = await cardInGroup()
    bot.answer = () => ({ hang: true })
    const started = performance.now()
    expect(await sandbox.press(zhao, id, '确认签收')).toMatchObject({ clientError: { code: 200341 } })
    expect(performance.now() - started).toBeGreaterThan(2900)
    sandbox.connect('http://127.0.0.1:9/feishu/webhook')
    expect(await sandbox.press(zhao, id, '确认签收')).toMatchObject({ clientError: { code: 200342 } })
    expect(messageOf(id)).toMatchObject({ state: 'sent', error: { code: 200342 } })
  })

  it('has no callback before the bot is connected, on a disabled button, and after fourteen days', async () => {
    const id = await cardInGroup(
      cardWith(
        button('确认签收'),
        { ...button('签发'), disabled: true },
        {
          tag: 'button',
          text: { tag: 'plain_text', content: '查看原文' },
          behaviors: [{ type: 'open_url', default_url: 'https://example.com/post' }],
        },
      ),
    )
    expect(await sandbox.press(zhao, id, '签发')).toEqual({ clientError: { code: 0, text: '按钮不可用' } })
    expect(await sandbox.press(zhao, id, '查看原文')).toEqual({ opened: 'https://example.com/post' })
    await sandbox.clock.wind(14 * 86_400_000 + 1)
    expect(await sandbox.press(zhao, id, '确认签收')).toMatchObject({ clientError: { code: 0 } })
    expect(bot.heard).toEqual([])
    const alone = await createSandbox({ clock: frozenClock(monday) })
    const client = platformClient(alone.url, alone.app)
    await client.login()
    const sent = await client.sendTo(chats.office, 'interactive', cardWith(button('签发')))
    const press = alone.press(people.zhouJianguo.openId, String(sent.data.message_id), '签发')
    expect(await press).toMatchObject({ clientError: { code: 200340 } })
    await alone.close()
  })
})
