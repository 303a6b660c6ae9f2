import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import express from 'express'
import { afterEach, describe, expect, it } from 'vitest'
import type { Received } from '../../../bot/feishu/inbound.ts'
import { feishuWebhook, type Reply } from '../../../bot/feishu/webhook.ts'
import { delivery, type Envelope, encrypt, event, keptLog, keys, press, sign } from './deliveries.ts'

let server: Server | undefined

afterEach(async () => {
  server?.closeAllConnections()
  if (server) await once(server.close(), 'close')
  server = undefined
})

/** The bot's door on a free port, and everything that happened behind it, in order. */
async function door(receive: (inbound: Received) => Reply | Promise<Reply> = () => ({})) {
  const happened: string[] = []
  const received: Received[] = []
  const log = keptLog()
  let onAnswered = () => {}
  const answered = new Promise<void>((resolve) => {
    onAnswered = resolve
  })
  const app = express()
  app.use(
    feishuWebhook({
      keys,
      botOpenId: () => 'ou_bot',
      receive: async (inbound) => {
        received.push(inbound)
        happened.push('received')
        return receive(inbound)
      },
      onFault: () => ({ type: 'warning', content: '没有办成，编号 K7M2P9XA，请再按一次' }),
      afterAnswer: () => {
        happened.push('answered')
        onAnswered()
      },
      log,
    }),
  )
  server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}/feishu/webhook`
  const post = async (body: BodyInit, headers: Record<string, string> = {}) => {
    const response = await fetch(url, { method: 'POST', body, headers })
    const text = await response.text()
    return { status: response.status, text, type: response.headers.get('content-type') }
  }
  const deliver = (envelope: Envelope) => {
    const { body, headers } = delivery(envelope)
    return post(body, { 'content-type': 'application/json', ...headers })
  }
  return { url, port, post, deliver, happened, received, answered, log }
}

describe('a press', () => {
  it('is answered in the same request with the toast and the card, and nothing else', async () => {
    const card = { schema: '2.0', body: { elements: [] } }
    const reply = { toast: { type: 'success', content: '已签收' }, card, internal: 'x' } as const
    const { deliver, received } = await door(() => reply)
    const { status, text, type } = await deliver(press('form-submit-without-value'))
    expect(status).toBe(200)
    expect(type).toContain('application/json')
    expect(JSON.parse(text)).toEqual({
      toast: { type: 'success', content: '已签收' },
      card: { type: 'raw', data: card },
    })
    expect(received).toMatchObject([{ kind: 'press', name: 'custom_submit_1' }])
  })

  it('that changes nothing is answered with an empty object, never an empty body', async () => {
    const { deliver } = await door()
    expect(await deliver(press('documented'))).toMatchObject({ status: 200, text: '{}' })
  })

  it('whose handling failed is answered in words, since it is never delivered again', async () => {
    const { deliver, log } = await door(() => {
      throw new Error('insert into feedback values (群众来电 13800000000)')
    })
    const { status, text } = await deliver(press('documented'))
    expect(status).toBe(200)
    expect(JSON.parse(text)).toEqual({
      toast: { type: 'warning', content: '没有办成，编号 K7M2P9XA，请再按一次' },
    })
    expect(log.lines.filter((line) => line.level === 'error')).toHaveLength(1)
    expect(JSON.stringify(log.lines)).not.toContain('13800000000')
  })

  it('lets the outbox go on only after its answer has left', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const one = await door(async () => {
      await held
      one.happened.push('decided')
      return {}
    })
    const delivered = one.deliver(press('documented'))
    release()
    await delivered
    await one.answered
    expect(one.happened).toEqual(['received', 'decided', 'answered'])
  })

  it('lets the outbox go on also when the presser has gone away', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    let arrived = () => {}
    const came = new Promise<void>((resolve) => {
      arrived = resolve
    })
    const one = await door(async () => {
      arrived()
      await held
      return {}
    })
    const { body, headers } = delivery(press('documented'))
    const socket = connect(one.port, '127.0.0.1')
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
    socket.write(
      [
        'POST /feishu/webhook HTTP/1.1',
        'host: bot',
        `content-length: ${body.length}`,
        ...lines,
        '',
        body,
      ].join('\r\n'),
    )
    await came
    socket.destroy()
    await one.answered
    release()
    expect(one.received).toHaveLength(1)
  })
})

describe('a message', () => {
  it('is answered with 200 once it is dealt with', async () => {
    const { deliver, received, answered } = await door()
    expect(await deliver(event('im.message.receive_v1'))).toMatchObject({ status: 200, text: '{}' })
    expect(received).toMatchObject([{ kind: 'message', text: '@Tom hello' }])
    await answered
  })

  it('that could not be dealt with is answered with 500, so that Feishu brings it again', async () => {
    const { deliver } = await door(() => {
      throw new Error('the database is away')
    })
    expect(await deliver(event('im.message.receive_v1'))).toMatchObject({ status: 500, text: '{}' })
  })

  it('keeps its Chinese when the bytes come in pieces', async () => {
    const envelope = event('im.message.receive_v1')
    const content = JSON.stringify({ text: `/登记 ${'舆情处置'.repeat(20_000)}` })
    envelope.event.message = { ...(envelope.event.message as object), content, mentions: [] }
    const { deliver, received } = await door()
    expect((await deliver(envelope)).status).toBe(200)
    expect(received).toMatchObject([{ text: `/登记 ${'舆情处置'.repeat(20_000)}` }])
  })
})

describe('other deliveries', () => {
  it('hands on that the bot was added to a group', async () => {
    const { deliver, received } = await door()
    expect((await deliver(event('im.chat.member.bot.added_v1'))).status).toBe(200)
    expect(received).toMatchObject([{ kind: 'bot_added', name: '群名称测试' }])
  })

  it('takes note of an event of no interest and does nothing', async () => {
    const { deliver, received } = await door()
    expect(await deliver(event('im.message.message_read_v1'))).toMatchObject({ status: 200, text: '{}' })
    expect(received).toEqual([])
  })

  it('drops a genuine delivery of an unknown shape with a warning that quotes nothing', async () => {
    const envelope = press('documented')
    envelope.event.operator = { name: '王建国' }
    const { deliver, received, log } = await door()
    expect(await deliver(envelope)).toMatchObject({ status: 200, text: '{}' })
    expect(received).toEqual([])
    expect(log.lines).toMatchObject([
      { level: 'warn', facts: { type: 'card.action.trigger', fields: 'operator' } },
    ])
    expect(JSON.stringify(log.lines)).not.toContain('王建国')
  })

  it('answers the check of the address', async () => {
    const inner = { type: 'url_verification', token: keys.verificationToken, challenge: 'c-1' }
    const { post } = await door()
    const { status, text } = await post(JSON.stringify({ encrypt: encrypt(JSON.stringify(inner)) }))
    expect({ status, text }).toEqual({ status: 200, text: '{"challenge":"c-1"}' })
  })
})

describe('whatever is not genuine', () => {
  const genuine = delivery(press('documented'))
  const plain = JSON.stringify(press('documented'))
  it.each<[string, BodyInit, Record<string, string>]>([
    ['nothing', '', {}],
    ['plain JSON', plain, { 'content-type': 'application/json' }],
    ['signed plain JSON', plain, sign(plain)],
    ['no signature', genuine.body, {}],
    ['a wrong signature', genuine.body, { ...genuine.headers, 'x-lark-signature': 'a'.repeat(64) }],
    ['bad ciphertext', '{"encrypt":"AAAA"}', {}],
    ['a plain check of the address', '{"type":"url_verification","challenge":"x","token":"x"}', {}],
    ['a compressed body', gzipSync(genuine.body), { ...genuine.headers, 'content-encoding': 'gzip' }],
    ['another charset', genuine.body, { 'content-type': 'application/json; charset=utf-7' }],
    ['broken UTF-8', Buffer.from([0xff, 0xfe, 0x00]), {}],
  ])('gets the one 401: %s', async (_name, body, headers) => {
    const { post, received, happened } = await door()
    const { status, text, type } = await post(body, headers)
    expect({ status, text }).toEqual({ status: 401, text: '{"error":"unauthorized"}' })
    expect(type).toContain('application/json')
    expect(received).toEqual([])
    expect(happened).toEqual([])
  })

  it('gets the same for another method', async () => {
    const { url } = await door()
    const response = await fetch(url)
    expect({ status: response.status, text: await response.text() }).toEqual({
      status: 401,
      text: '{"error":"unauthorized"}',
    })
  })

  it('is told when it is larger than 1 MB, signed or not', async () => {
    const { post, received } = await door()
    const huge = JSON.stringify({ encrypt: 'A'.repeat(1_100_000) })
    for (const headers of [{}, sign(huge)]) {
      const { status, text } = await post(huge, headers)
      expect({ status, text }).toEqual({ status: 413, text: '{"error":"payload too large"}' })
    }
    expect(received).toEqual([])
  })
})

it.each(['appId', 'encryptKey', 'verificationToken'] as const)('refuses to open without %s', (key) => {
  const deps = {
    keys: { ...keys, [key]: '' },
    botOpenId: () => undefined,
    receive: async () => ({}),
    onFault: () => ({ type: 'warning', content: '' }) as const,
    log: keptLog(),
  }
  expect(() => feishuWebhook(deps)).toThrow('Encrypt Key')
})
