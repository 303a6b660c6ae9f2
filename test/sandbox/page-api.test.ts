import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { chats, people } from './binjiang.ts'
import { frozenClock } from './clock.ts'
import { createSandbox, type Sandbox } from './sandbox.ts'
import { button, cardWith, platformClient, type StubBot, startStubBot } from './support.ts'

const monday = Date.parse('2026-11-23T09:00:00+08:00')
let sandbox: Sandbox
let bot: StubBot

beforeEach(async () => {
  sandbox = await createSandbox({ clock: frozenClock(monday), limits: false })
  bot = await startStubBot(sandbox.app)
  sandbox.connect(bot.url)
})
afterEach(async () => {
  await sandbox.close()
  await bot.close()
})

async function ask(path: string, body?: unknown) {
  const response = await fetch(
    `${sandbox.url}${path}`,
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  )
  return { status: response.status, json: (await response.json()) as Record<string, unknown> }
}

describe('the page of the sandbox', () => {
  it('shows 赵海涛 the group of 市水务集团 and his private chat, and nothing of the leaders', async () => {
    const api = platformClient(sandbox.url, sandbox.app)
    await api.login()
    await api.sendTo(chats.shuiwuJituan, 'interactive', cardWith(button('确认签收')))
    await api.sendTo(chats.leaders, 'text', { text: '专报' })
    const { json } = await ask(`/sandbox/state?seat=${people.zhaoHaitao.openId}`)
    expect(json).toMatchObject({
      now: monday,
      seat: people.zhaoHaitao.openId,
      chats: [
        { chat_id: chats.shuiwuJituan, kind: 'group' },
        { name: '交办通', kind: 'p2p' },
      ],
      messages: [{ msg_type: 'interactive', sender: { bot: true, name: '交办通' }, state: 'sent' }],
    })
    expect(json.seats).toContainEqual({
      open_id: people.zhaoHaitao.openId,
      name: '赵海涛',
      title: '承办人',
      body: '市水务集团',
    })
  })

  it('offers the office something to try, and nobody else', async () => {
    const { json } = await ask(`/sandbox/state?seat=${people.linXiaoyan.openId}`)
    expect(json.examples).toContainEqual({
      title: '云溪区翠湖苑自来水发黄半个月',
      shows: expect.stringContaining('属地协办'),
      text: expect.stringMatching(/^\/交办 云溪区翠湖苑自来水发黄半个月\n.*\nhttps:/),
      choose: expect.stringContaining('承办单位 市水务集团；协办单位 云溪区政府、市卫健委'),
    })
    const { json: unit } = await ask(`/sandbox/state?seat=${people.zhaoHaitao.openId}`)
    expect(unit.examples).toEqual([])
  })

  it('lets the person in the seat speak and press', async () => {
    const seat = people.zhaoHaitao.openId
    await ask('/sandbox/say', { seat, chat_id: chats.shuiwuJituan, text: '/待办' })
    await sandbox.waitFor(() => bot.heard.length === 1)
    const api = platformClient(sandbox.url, sandbox.app)
    await api.login()
    const card = await api.sendTo(chats.shuiwuJituan, 'interactive', cardWith(button('确认签收')))
    bot.answer = () => ({ body: '{"toast":{"type":"success","content":"已签收"}}' })
    const press = { seat, message_id: card.data.message_id }
    expect(await ask('/sandbox/press', { ...press, label: '确认签收' })).toMatchObject({
      json: { toast: { type: 'success', content: '已签收' } },
    })
    expect(await ask('/sandbox/press', { ...press, label: '签发' })).toMatchObject({
      status: 400,
      json: { error: expect.stringContaining('no button 签发') },
    })
  })

  it('winds the clock and orders trouble', async () => {
    await ask('/sandbox/wind', { ms: 3600_000 })
    await ask('/sandbox/wind', { to: '2026-11-24T08:30:00+08:00' })
    expect(sandbox.clock.now()).toBe(Date.parse('2026-11-24T08:30:00+08:00'))
    expect(await ask('/sandbox/wind', { to: '明天' })).toMatchObject({ status: 400 })
    await ask('/sandbox/faults', { kind: 'http500', times: 2 })
    expect(sandbox.faults.list().plans).toMatchObject([{ kind: 'http500', left: 2 }])
    await ask('/sandbox/faults', { kind: 'remove_bot', chat_id: chats.zhujian })
    expect(sandbox.faults.list().botOutside).toEqual([chats.zhujian])
    await ask('/sandbox/faults', { kind: 'clear' })
    expect(sandbox.faults.list()).toEqual({ plans: [], botOutside: [] })
    expect(await ask('/sandbox/faults', { kind: 'flood' })).toMatchObject({ status: 400 })
  })

  it('tells the open page of every change', async () => {
    const stream = await fetch(`${sandbox.url}/sandbox/stream`)
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
    await sandbox.say(people.linXiaoyan.openId, chats.office, '早上好', { mention: false })
    let heard = ''
    while (!heard.includes('event: change')) heard += (await reader?.read())?.value ?? ''
    expect(heard).toContain('event: change')
    await reader?.cancel()
  })

  it('compiles the modules of the page and gives out nothing else', async () => {
    const page = await fetch(`${sandbox.url}/`)
    expect(page.headers.get('content-type')).toContain('text/html')
    const module = await fetch(`${sandbox.url}/page/api.ts`)
    expect(module.headers.get('content-type')).toContain('text/javascript')
    expect(await module.text()).not.toContain('export type')
    expect((await fetch(`${sandbox.url}/page/..%2Fsandbox.ts`)).status).toBe(404)
    expect((await fetch(`${sandbox.url}/page/nothing.ts`)).status).toBe(404)
  })

  it('refuses a strange Host and a page of another site', async () => {
    const { port } = new URL(sandbox.url)
    const strange = (headers: Record<string, string>) =>
      new Promise<number>((resolve, reject) => {
        const call = request(
          { host: '127.0.0.1', port, path: '/sandbox/say', method: 'POST', headers },
          (response) => resolve(response.resume().statusCode ?? 0),
        )
        call.on('error', reject)
        call.end()
      })
    expect(await strange({ host: 'evil.example' })).toBe(403)
    expect(await strange({ host: `127.0.0.1:${port}`, origin: 'http://evil.example' })).toBe(403)
    expect(await strange({ host: `127.0.0.1:${port}`, origin: `http://127.0.0.1:${port}` })).toBe(400)
  })
})
