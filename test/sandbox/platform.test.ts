import { createRequire } from 'node:module'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { chats, people } from './binjiang.ts'
import { frozenClock } from './clock.ts'
import { createSandbox, type Sandbox } from './sandbox.ts'
import { button, cardWith, platformClient } from './support.ts'

const sdk = createRequire(import.meta.url)(
  '@larksuiteoapi/node-sdk',
) as typeof import('@larksuiteoapi/node-sdk')

const nothing = () => {}
const silent = { error: nothing, warn: nothing, info: nothing, debug: nothing, trace: nothing }

const monday = Date.parse('2026-11-23T09:00:00+08:00')
let sandbox: Sandbox
let api: ReturnType<typeof platformClient>

beforeEach(async () => {
  sandbox = await createSandbox({ clock: frozenClock(monday), limits: false })
  api = platformClient(sandbox.url, sandbox.app)
})
afterEach(() => sandbox.close())

const messages = '/open-apis/im/v1/messages'

describe('the official client', () => {
  it('sends a slip card to 市水务集团 and changes it after the receipt', async () => {
    const client = new sdk.Client({
      appId: sandbox.app.appId,
      appSecret: sandbox.app.appSecret,
      domain: sandbox.url,
      logger: silent,
    })
    const sent = await client.im.v1.message.create({
      params: { receive_id_type: 'chat_id' },
      data: {
        receive_id: chats.shuiwuJituan,
        msg_type: 'interactive',
        content: JSON.stringify(cardWith(button('确认签收'))),
      },
    })
    const messageId = sent.data?.message_id ?? ''
    const signed = cardWith({ tag: 'div', text: { tag: 'plain_text', content: '已签收 赵海涛' } })
    const changed = await client.im.v1.message.patch({
      path: { message_id: messageId },
      data: { content: JSON.stringify(signed) },
    })
    expect(changed.code).toBe(0)
    expect(sandbox.messages(chats.shuiwuJituan)).toMatchObject([{ messageId, byBot: true, card: signed }])
    const back = await client.im.v1.message.get({ path: { message_id: messageId } })
    expect(JSON.parse(back.data?.items?.[0]?.body?.content ?? '')).toEqual({
      title: '网舆交〔2026〕12号 · 待签收',
      elements: [[{ tag: 'text', text: '已签收 赵海涛' }]],
    })
  })

  it('asks for the bot, its groups and their members', async () => {
    const token = await api.login()
    const info = await api.call('GET', '/open-apis/bot/v3/info')
    expect(info.body.bot).toMatchObject({ open_id: sandbox.bot.openId, app_name: '交办通' })
    expect(token).toMatch(/^t-/)
    const groups = await api.call('GET', '/open-apis/im/v1/chats?page_size=100')
    expect(groups.data.items).toHaveLength(sandbox.city.bodies.length)
    const chat = await api.call('GET', `/open-apis/im/v1/chats/${chats.shuiwuJituan}`)
    expect(chat.data).toMatchObject({ name: '市水务集团舆情回应群', user_count: '4' })
    const members = await api.call('GET', `/open-apis/im/v1/chats/${chats.shuiwuJituan}/members`)
    expect(members.data).toMatchObject({ member_total: 4, has_more: false })
    expect(members.data.items).toContainEqual(expect.objectContaining({ name: '赵海涛' }))
    const here = await api.call('GET', `/open-apis/im/v1/chats/${chats.shuiwuJituan}/members/is_in_chat`)
    expect(here.data.is_in_chat).toBe(true)
  })
})

describe('tokens', () => {
  it('refuses a call without a token, with a strange one and with one that has run out', async () => {
    expect(await api.call('GET', '/open-apis/bot/v3/info')).toMatchObject({ status: 400, code: 99991661 })
    expect(await api.call('GET', '/open-apis/bot/v3/info', undefined, 't-x')).toMatchObject({
      code: 99991663,
    })
    const token = await api.login()
    expect(await api.login()).toBe(token)
    await sandbox.clock.wind(100 * 60_000)
    expect(await api.login()).not.toBe(token)
    expect(await api.call('GET', '/open-apis/bot/v3/info', undefined, token)).toMatchObject({ code: 0 })
    await sandbox.clock.wind(21 * 60_000)
    expect(await api.call('GET', '/open-apis/bot/v3/info', undefined, token)).toMatchObject({
      code: 99991663,
    })
  })

  it('refuses a wrong secret', async () => {
    const wrong = platformClient(sandbox.url, { ...sandbox.app, appSecret: 'guessed' })
    await wrong.login()
    expect(sandbox.refusals).toMatchObject([{ code: 10014 }])
  })
})

describe('messages', () => {
  beforeEach(() => api.login())

  it('gives a repeated uuid the same message within an hour, and a second one after it', async () => {
    const first = await api.sendTo(chats.office, 'text', { text: '月报已生成' }, 'outbox-1')
    const again = await api.sendTo(chats.office, 'text', { text: '月报已生成' }, 'outbox-1')
    expect(again.data.message_id).toBe(first.data.message_id)
    await sandbox.clock.wind(3600_000)
    await api.sendTo(chats.office, 'text', { text: '月报已生成' }, 'outbox-1')
    expect(sandbox.messages(chats.office)).toHaveLength(2)
    expect(await api.sendTo(chats.office, 'text', { text: '月报' }, 'x'.repeat(51))).toMatchObject({
      code: 99992402,
    })
  })

  it('answers each wrong receiver with its own code', async () => {
    const send = (type: string, id: string) =>
      api.call('POST', `${messages}?receive_id_type=${type}`, {
        receive_id: id,
        msg_type: 'text',
        content: '{"text":"好"}',
      })
    expect(await send('chat_id', people.zhaoHaitao.openId)).toMatchObject({
      status: 400,
      code: 230001,
      msg: 'Your request contains an invalid request parameter, ext=invalid receive_id',
    })
    expect(await send('chat_id', 'oc_nowhere')).toMatchObject({ code: 230002 })
    expect(await send('open_id', 'ou_nobody')).toMatchObject({ code: 230013 })
    sandbox.faults.removeBot(chats.zhujian)
    const outside = await send('chat_id', chats.zhujian)
    expect(outside).toMatchObject({ status: 400, code: 230002 })
    expect(outside.body.error).toMatchObject({ log_id: outside.headers.get('x-tt-logid') })
    sandbox.faults.returnBot(chats.zhujian)
    expect(await send('chat_id', chats.zhujian)).toMatchObject({ code: 0 })
  })

  it('delivers what is sent to a person into the private chat', async () => {
    await api.sendTo(people.hanQiushi.openId, 'text', { text: '专报一件' })
    expect(sandbox.messages(sandbox.privateChat(people.hanQiushi.openId))).toMatchObject([
      { text: '专报一件' },
    ])
    expect(sandbox.messagesSeenBy(people.songMingyuan.openId)).toEqual([])
  })

  it('replies below the message answered, and never below a recalled one', async () => {
    const first = await api.sendTo(chats.office, 'text', { text: '请核对' })
    const id = String(first.data.message_id)
    const reply = { msg_type: 'text', content: '{"text":"已核对"}' }
    const answered = await api.call('POST', `${messages}/${id}/reply`, reply)
    expect(answered.data).toMatchObject({ parent_id: id, root_id: id })
    expect(await api.call('DELETE', `${messages}/${id}`)).toMatchObject({ code: 0 })
    expect(await api.call('POST', `${messages}/${id}/reply`, reply)).toMatchObject({ code: 230011 })
    expect(await api.call('DELETE', `${messages}/${id}`)).toMatchObject({ code: 230110 })
  })

  it('changes only cards, only its own, and only for fourteen days', async () => {
    const content = JSON.stringify(cardWith(button('确认签收')))
    const text = await api.sendTo(chats.office, 'text', { text: '通知' })
    expect(await api.call('PATCH', `${messages}/${text.data.message_id}`, { content })).toMatchObject({
      code: 230001,
      msg: expect.stringContaining('This message is NOT a card'),
    })
    const said = await sandbox.say(people.linXiaoyan.openId, chats.office, '你好', { mention: false })
    expect(await api.call('PATCH', `${messages}/${said.messageId}`, { content })).toMatchObject({
      msg: expect.stringContaining('bot or user is not the message`s sender'),
    })
    const card = await api.sendTo(chats.office, 'interactive', content)
    await sandbox.clock.wind(14 * 86_400_000)
    await api.login()
    expect(await api.call('PATCH', `${messages}/${card.data.message_id}`, { content })).toMatchObject({
      code: 0,
    })
    await sandbox.clock.wind(1)
    expect(await api.call('PATCH', `${messages}/${card.data.message_id}`, { content })).toMatchObject({
      code: 230031,
    })
  })

  it('never lets a 2.0 card become a 1.0 card, and notes a 1.0 card as a fault of the bot', async () => {
    const old = { header: { title: { tag: 'plain_text', content: '旧卡片' } }, elements: [] }
    expect(await api.sendTo(chats.office, 'interactive', old)).toMatchObject({ code: 0 })
    expect(sandbox.warnings).toMatchObject([{ rule: 'C1' }])
    const card = await api.sendTo(chats.office, 'interactive', cardWith(button('确认签收')))
    const changed = await api.call('PATCH', `${messages}/${card.data.message_id}`, {
      content: JSON.stringify(old),
    })
    expect(changed).toMatchObject({ code: 230099, msg: expect.stringContaining('ErrCode: 200830') })
    expect(changed.headers.get('x-sandbox-rule')).toBe('C25')
  })

  it('pages through the history of a group between two seconds', async () => {
    for (const n of [1, 2, 3]) {
      await api.sendTo(chats.office, 'text', { text: `第${n}条` })
      await sandbox.clock.wind(60_000)
    }
    const seconds = monday / 1000
    const list = (more: string) =>
      api.call('GET', `${messages}?container_id_type=chat&container_id=${chats.office}&page_size=1${more}`)
    const first = await list(`&start_time=${seconds + 60}`)
    expect(first.data).toMatchObject({ has_more: true, items: [{ body: { content: '{"text":"第2条"}' } }] })
    const second = await list(`&start_time=${seconds + 60}&page_token=${first.data.page_token}`)
    expect(second.data).toMatchObject({ has_more: false, items: [{ body: { content: '{"text":"第3条"}' } }] })
    const newest = await list('&sort_type=ByCreateTimeDesc')
    expect(newest.data.items).toMatchObject([{ body: { content: '{"text":"第3条"}' } }])
    const tooMany = `${messages}?container_id_type=chat&container_id=${chats.office}&page_size=51`
    expect(await api.call('GET', tooMany)).toMatchObject({
      msg: expect.stringContaining('The page_size exceeds the limit'),
    })
  })

  it('urges members of the chat and names the ids that are none', async () => {
    const card = await api.sendTo(chats.shuiwuJituan, 'interactive', cardWith(button('确认签收')))
    const path = `${messages}/${card.data.message_id}/urgent_app?user_id_type=open_id`
    const urged = await api.call('PATCH', path, { user_id_list: [people.zhaoHaitao.openId, 'ou_nobody'] })
    expect(urged.data).toEqual({ invalid_user_id_list: ['ou_nobody'] })
    expect(await api.call('PATCH', path, { user_id_list: ['ou_nobody'] })).toMatchObject({ code: 230001 })
  })

  it('notes what a bot should rather not do', async () => {
    const content = JSON.stringify({ text: '<at user_id="all">所有人</at> 请签收' })
    const body = { receive_id: chats.office, msg_type: 'text', content, urgent: true }
    expect(await api.call('POST', `${messages}?receive_id_type=chat_id`, body)).toMatchObject({ code: 0 })
    expect(sandbox.warnings.map((one) => one.text)).toEqual([
      'POST /open-apis/im/v1/messages: unknown field urgent',
      'a text message that calls everybody',
    ])
  })

  it('refuses content of the wrong shape in the documented words', async () => {
    const refused = async (type: string, content: unknown) =>
      (await api.sendTo(chats.office, type, content)).msg
    expect(await refused('text', '你好')).toContain('content is not a string in json format')
    expect(await refused('text', { words: '你好' })).toContain('invalid message content.')
    expect(
      await refused('post', { zh_cn: { title: '', content: [[{ tag: 'a', text: '链接' }]] } }),
    ).toContain("message_content_a_tag's href field can't be nil")
    expect(await refused('interactive', 'card')).toContain('ErrCode: 200621')
    expect(await refused('interactive', { card: cardWith() })).toContain('ErrCode: 200621')
    const text = '长'.repeat(400)
    const long = cardWith(...Array.from({ length: 30 }, () => ({ tag: 'markdown', content: text })))
    expect(await refused('interactive', long)).toContain(
      'The length of the message content reaches its limit',
    )
  })
})

describe('frequency', () => {
  it('takes five messages a second in one group, and fifty calls a second from one app', async () => {
    const strict = await createSandbox({ clock: frozenClock(monday) })
    const client = platformClient(strict.url, strict.app)
    await client.login()
    const burst = await Promise.all(
      Array.from({ length: 20 }, (_, n) => client.sendTo(chats.office, 'text', { text: `第${n}条` })),
    )
    const refused = burst.filter((one) => one.code === 230020)
    expect(burst.filter((one) => one.code === 0)).toHaveLength(5)
    expect(refused).toHaveLength(15)
    expect(refused[0]?.msg).toBe('This operation triggers the frequency limit, ext=chat rate limit')
    const storm = await Promise.all(
      Array.from({ length: 60 }, () => client.call('GET', '/open-apis/bot/v3/info')),
    )
    const limited = storm.find((one) => one.status === 429)
    expect(limited).toMatchObject({ code: 99991400, msg: 'request trigger frequency limit' })
    expect(Number(limited?.headers.get('x-ogw-ratelimit-reset'))).toBeGreaterThan(0)
    await strict.close()
  })

  it('takes five changes a second of one card', async () => {
    const strict = await createSandbox({ clock: frozenClock(monday) })
    const client = platformClient(strict.url, strict.app)
    await client.login()
    const content = JSON.stringify(cardWith(button('确认签收')))
    const card = await client.sendTo(chats.office, 'interactive', content)
    const change = () => client.call('PATCH', `${messages}/${card.data.message_id}`, { content })
    const codes = (await Promise.all([1, 2, 3, 4, 5, 6].map(change))).map((one) => one.code)
    expect(codes.filter((code) => code === 0)).toHaveLength(5)
    expect(codes).toContain(230020)
    await strict.close()
  })
})

describe('what the platform does not have', () => {
  it('answers 404 to unknown paths and 405 to another method', async () => {
    expect(await api.call('GET', '/open-apis/drive/v1/files')).toMatchObject({ status: 404 })
    expect(await api.call('PUT', '/open-apis/bot/v3/info', {})).toMatchObject({ status: 405 })
  })
})
