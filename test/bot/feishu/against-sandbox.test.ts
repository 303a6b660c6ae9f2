import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { classify } from '../../../bot/feishu/codes.ts'
import type { Received } from '../../../bot/feishu/inbound.ts'
import { createMessenger, type Messenger } from '../../../bot/feishu/messenger.ts'
import { feishuWebhook, type Reply } from '../../../bot/feishu/webhook.ts'
import { chats, people } from '../../sandbox/binjiang.ts'
import { createSandbox, type Forgery, type Sandbox } from '../../sandbox/sandbox.ts'
import { keptLog } from './deliveries.ts'

let sandbox: Sandbox
let server: Server
let messenger: Messenger
let receive: (inbound: Received) => Promise<Reply>
let afterAnswer: () => void
const received: Received[] = []
const log = keptLog()

const card = (words: string) => ({
  schema: '2.0',
  config: { update_multi: true },
  header: { title: { tag: 'plain_text', content: '网舆交〔2026〕12号' } },
  body: {
    elements: [
      { tag: 'div', text: { tag: 'plain_text', content: words } },
      {
        tag: 'button',
        text: { tag: 'plain_text', content: '确认签收' },
        behaviors: [{ type: 'callback', value: { v: 1, do: 'sign_receipt' } }],
      },
    ],
  },
})

beforeAll(async () => {
  sandbox = await createSandbox({ seed: 7 })
  messenger = createMessenger({
    appId: sandbox.app.appId,
    appSecret: sandbox.app.appSecret,
    domain: sandbox.url,
    log,
  })
  const { openId } = await messenger.whoAmI()
  const app = express()
  app.use(
    feishuWebhook({
      keys: sandbox.app,
      botOpenId: () => openId,
      receive: async (inbound) => {
        received.push(inbound)
        return receive(inbound)
      },
      onFault: () => ({ type: 'warning', content: '没有办成' }),
      afterAnswer: () => afterAnswer(),
      log,
    }),
  )
  server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  sandbox.connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}/feishu/webhook`)
  receive = async () => ({})
  afterAnswer = () => {}
})

afterAll(async () => {
  await sandbox.close()
  server.closeAllConnections()
  await once(server.close(), 'close')
})

describe('the edge in front of a strict Feishu', () => {
  it('proves its address', async () => {
    expect(await sandbox.challenge()).toBe(true)
  })

  it('hears a command in the group without its own mention', async () => {
    received.length = 0
    const said = await sandbox.say(people.linXiaoyan.openId, chats.office, '/交办 翠湖苑自来水发黄')
    await said.delivered
    expect(received).toMatchObject([
      {
        kind: 'message',
        key: `m:${said.messageId}`,
        chatId: chats.office,
        chatType: 'group',
        text: '/交办 翠湖苑自来水发黄',
        mentionsBot: true,
        sender: { openId: people.linXiaoyan.openId },
      },
    ])
    expect(await messenger.readMessage(said.messageId)).toMatchObject({
      kind: 'read',
      text: expect.stringContaining('翠湖苑自来水发黄'),
      senderOpenId: people.linXiaoyan.openId,
    })
  })

  it.each<Forgery>([
    'wrong_signature',
    'no_signature',
    'signature_of_other_bytes',
    'wrong_token',
    'wrong_app',
    'plaintext',
    'plaintext_beside_encrypted',
    'wrong_key',
    'not_json',
  ])('answers a forgery with the one 401: %s', async (kind) => {
    received.length = 0
    const posted = await sandbox.forge(kind, people.linXiaoyan.openId)
    expect(posted).toMatchObject({ status: 401, body: '{"error":"unauthorized"}' })
    expect(received).toEqual([])
  })

  it('takes a genuine delivery that comes six hours late', async () => {
    received.length = 0
    expect(await sandbox.forge('old_timestamp', people.linXiaoyan.openId)).toMatchObject({ status: 200 })
    expect(received).toMatchObject([{ kind: 'message', text: '/帮助', chatType: 'p2p' }])
  })

  it('redraws a pressed card only after the answer, so Feishu takes it', async () => {
    const { messageId } = await messenger.post({ chat: chats.shuiwuJituan }, card('待签收'), 'sandbox-1')
    const early: unknown[] = []
    receive = async (inbound) => {
      if (inbound.kind !== 'press') return {}
      await messenger.patch(messageId, card('太早')).catch((error: unknown) => early.push(classify(error)))
      return { toast: { type: 'success', content: '已签收' }, card: card('已签收') }
    }
    const redrawn = new Promise<void>((resolve, reject) => {
      afterAnswer = () => void messenger.patch(messageId, card('已签收，等待答复')).then(resolve, reject)
    })
    const pressed = await sandbox.press(people.zhaoHaitao.openId, messageId, '确认签收')
    expect(pressed).toMatchObject({ toast: { type: 'success', content: '已签收' } })
    await redrawn
    expect(early).toMatchObject([{ class: 'retry', code: '230099/11310' }])
    const stored = sandbox.messages(chats.shuiwuJituan).find((one) => one.messageId === messageId)
    expect(JSON.stringify(stored?.card)).toContain('已签收，等待答复')
    afterAnswer = () => {}
  })

  it('posts one card although the answer to the first send was lost', async () => {
    const before = sandbox.messages(chats.zhujian).length
    const since = sandbox.clock.now()
    sandbox.faults.next('reset_after', { matching: 'POST /open-apis/im/v1/messages' })
    const { messageId } = await messenger.post({ chat: chats.zhujian }, card('待签收'), 'sandbox-2')
    expect(sandbox.messages(chats.zhujian)).toHaveLength(before + 1)
    expect(await messenger.history(chats.zhujian, since)).toMatchObject([
      {
        messageId,
        senderId: sandbox.app.appId,
        messageType: 'interactive',
        text: expect.stringContaining('12号'),
      },
    ])
  })

  it('goes on with a new token when the old one is revoked', async () => {
    sandbox.faults.next('token_revoked', { matching: 'POST /open-apis/im/v1/messages' })
    expect(
      await messenger.post({ person: people.zhaoHaitao.openId }, card('提醒'), 'sandbox-3'),
    ).toMatchObject({
      messageId: expect.stringMatching(/^om_/),
    })
    expect(messenger.tokenState()).toBe('ok')
  })

  it('learns that it was thrown out of a group', async () => {
    sandbox.faults.removeBot(chats.zhujian)
    expect(await messenger.inChat(chats.zhujian)).toBe(false)
    const refused = await messenger.post({ chat: chats.zhujian }, card('待签收'), 'sandbox-4').catch(classify)
    expect(refused).toMatchObject({ class: 'chat_gone', code: '230002' })
    sandbox.faults.returnBot(chats.zhujian)
    expect(await messenger.inChat(chats.zhujian)).toBe(true)
  })

  it('is refused nothing for the shape of its calls', () => {
    expect(sandbox.warnings).toEqual([])
    expect(sandbox.refusals.map((one) => one.code).sort()).toEqual([230002, 230099])
  })
})
