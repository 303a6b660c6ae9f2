import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { chats, people } from './binjiang.ts'
import { frozenClock } from './clock.ts'
import { createSandbox, type Sandbox } from './sandbox.ts'
import { cardWith, type Heard, platformClient, type StubBot, startStubBot } from './support.ts'

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

const headerOf = (heard: Heard | undefined) => heard?.payload.header as Json

async function cardInGroup(card: Json): Promise<string> {
  const sent = await api.sendTo(chats.shuiwuJituan, 'interactive', card)
  expect(sent.msg).toBe('success')
  return String(sent.data.message_id)
}

const feedbackForm = cardWith({
  tag: 'form',
  name: 'feedback_form',
  elements: [
    {
      tag: 'input',
      name: 'result',
      label: { tag: 'plain_text', content: '办理结果' },
      required: true,
      max_length: 20,
    },
    { tag: 'input', name: 'link', label: { tag: 'plain_text', content: '回复链接' } },
    { tag: 'markdown', content: '答复形式' },
    {
      tag: 'select_static',
      name: 'form',
      options: [
        { text: { tag: 'plain_text', content: '原平台跟帖' }, value: 'thread' },
        { text: { tag: 'plain_text', content: '电话答复' }, value: 'phone' },
      ],
    },
    { tag: 'markdown', content: '公开时间' },
    { tag: 'picker_datetime', name: 'at', placeholder: { tag: 'plain_text', content: '公开时间' } },
    {
      tag: 'button',
      text: { tag: 'plain_text', content: '提交反馈' },
      name: 'submit__12',
      value: { do: 'feedback', slip: 12 },
      form_action_type: 'submit',
    },
  ],
})

const actionOf = (heard: Heard | undefined) =>
  (heard?.payload.event as { action: Json } | undefined)?.action ?? {}

describe('what a person submits', () => {
  it('carries the fields of the form in the formats of the client', async () => {
    const id = await cardInGroup(feedbackForm)
    await sandbox.press(zhao, id, '提交反馈', {
      办理结果: '管网已冲洗',
      答复形式: '原平台跟帖',
      公开时间: '2026-11-24 10:30',
    })
    expect(actionOf(bot.heard[0])).toMatchObject({
      tag: 'button',
      name: 'submit__12',
      form_value: { result: '管网已冲洗', form: 'thread', at: '2026-11-24 10:30 +0800' },
    })
  })

  it('is stopped by the client when a required field is empty or a text too long', async () => {
    const id = await cardInGroup(feedbackForm)
    expect(await sandbox.press(zhao, id, '提交反馈')).toEqual({
      clientError: { code: 0, text: '有必填项未填写' },
    })
    expect(await sandbox.press(zhao, id, '提交反馈', { 办理结果: '长'.repeat(21) })).toMatchObject({
      clientError: { text: '办理结果超过20字' },
    })
    expect(bot.heard).toEqual([])
    await expect(sandbox.press(zhao, id, '提交反馈', { 承办人: '赵海涛' })).rejects.toThrow('no field 承办人')
    await expect(sandbox.press(zhao, id, '提交反馈', { 办理结果: '好', 答复形式: '口头' })).rejects.toThrow(
      '答复形式 offers no 口头',
    )
  })

  it('sometimes comes without the button value, and with blank fields absent or empty', async () => {
    const id = await cardInGroup(feedbackForm)
    for (let n = 0; n < 20; n++) await sandbox.press(zhao, id, '提交反馈', { 办理结果: '已办' })
    const actions = bot.heard.map(actionOf)
    const forms = actions.map((action) => action.form_value as Json)
    expect(new Set(actions.map((action) => 'value' in action))).toEqual(new Set([true, false]))
    expect(new Set(forms.map((form) => form.link))).toEqual(new Set(['', undefined]))
    const lengths = bot.heard.map((one) => String(headerOf(one).create_time).length)
    expect(new Set(lengths)).toEqual(new Set([13, 16]))
    expect(new Set(bot.heard.map((one) => one.raw.includes('\n')))).toEqual(new Set([true, false]))
  })
})
