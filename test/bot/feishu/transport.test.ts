import { inspect } from 'node:util'
import nock from 'nock'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { FeishuError, FeishuUnreachable } from '../../../bot/feishu/failure.ts'
import { createTransport, type TransportOptions } from '../../../bot/feishu/transport.ts'
import { keptLog } from './deliveries.ts'

const ORIGIN = 'https://open.feishu.cn'
const TOKEN = '/open-apis/auth/v3/tenant_access_token/internal'
const SECRET = 'app-secret-of-binjiang'

beforeAll(() => nock.disableNetConnect())
afterEach(() => {
  nock.abortPendingRequests()
  nock.cleanAll()
})
afterAll(() => {
  nock.enableNetConnect()
  nock.restore()
})

function transport(change: Partial<TransportOptions> = {}) {
  const log = keptLog()
  const pauses: number[] = []
  let at = 0
  const made = createTransport({
    appId: 'cli_1',
    appSecret: SECRET,
    domain: ORIGIN,
    log,
    now: () => at,
    pause: async (ms) => pauses.push(ms),
    ...change,
  })
  return { ...made, log, pauses, wind: (ms: number) => (at += ms) }
}

function token(value = 't-1', expire = 7200) {
  return nock(ORIGIN)
    .post(TOKEN, { app_id: 'cli_1', app_secret: SECRET })
    .reply(200, { code: 0, msg: 'ok', tenant_access_token: value, expire })
}

const bearer = (value: string) => nock(ORIGIN, { reqheaders: { authorization: `Bearer ${value}` } })
const ok = { code: 0, msg: 'success', data: {} }
const read = { method: 'GET', url: `${ORIGIN}/open-apis/im/v1/chats` }
const send = (data: object = {}) => ({
  method: 'POST',
  url: `${ORIGIN}/open-apis/im/v1/messages`,
  params: { receive_id_type: 'chat_id', page_token: undefined },
  data: { receive_id: 'oc_1', ...data },
})

async function thrown(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise
  } catch (error) {
    return error
  }
  throw new Error('it went through')
}

describe('the token', () => {
  it('is fetched once for fifty calls at the same time', async () => {
    token()
    bearer('t-1').get('/open-apis/im/v1/chats').times(50).reply(200, ok)
    const { request, tokenState } = transport()
    expect(tokenState()).toBe('none')
    await Promise.all(Array.from({ length: 50 }, () => request(read)))
    expect(tokenState()).toBe('ok')
    expect(nock.isDone()).toBe(true)
  })

  it('is kept until three minutes before its end', async () => {
    token('t-1', 7200)
    bearer('t-1').get('/open-apis/im/v1/chats').twice().reply(200, ok)
    const one = transport()
    await one.request(read)
    one.wind((7200 - 181) * 1000)
    await one.request(read)
    token('t-2')
    bearer('t-2').get('/open-apis/im/v1/chats').reply(200, ok)
    one.wind(2000)
    await one.request(read)
    expect(nock.isDone()).toBe(true)
  })

  it.each([99991661, 99991663, 99991664, 99991665, 99991671])(
    'is fetched anew, once, when Feishu refuses it with %i, also for a send that may not be repeated',
    async (code) => {
      token('t-old')
      bearer('t-old')
        .post(/messages/)
        .reply(400, { code, msg: 'Invalid access token' })
      token('t-new')
      bearer('t-new')
        .post(/messages/)
        .reply(200, ok)
      await transport().request(send())
      expect(nock.isDone()).toBe(true)
    },
  )

  it('refused twice is a failure, not a loop', async () => {
    token('t-1')
    token('t-2')
    nock(ORIGIN).get('/open-apis/im/v1/chats').twice().reply(400, { code: 99991663, msg: 'Invalid' })
    expect(await thrown(transport().request(read))).toMatchObject({ code: 99991663 })
    expect(nock.isDone()).toBe(true)
  })

  it('that cannot be had says so, and leaves no doubt about the send', async () => {
    nock(ORIGIN).post(TOKEN).reply(400, { code: 10014, msg: 'app secret invalid' })
    const one = transport()
    expect(await thrown(one.request(send()))).toMatchObject({ code: 10014, mayHaveArrived: false })
    expect(one.tokenState()).toBe('failing')
    nock(ORIGIN)
      .post(TOKEN)
      .times(3)
      .replyWithError(Object.assign(new Error('reset'), { code: 'ECONNRESET' }))
    expect(await thrown(one.request(send({ uuid: 'u' })))).toMatchObject({
      errno: 'ECONNRESET',
      mayHaveArrived: false,
    })
    expect(nock.isDone()).toBe(true)
  })

  it.each([
    ['without a token', { code: 0, expire: 7200 }],
    ['without an end', { code: 0, tenant_access_token: 't-1' }],
    ['with a code beside it', { code: 5, tenant_access_token: 't-1', expire: 7200 }],
  ])('is not taken from an answer %s', async (_what, answer) => {
    nock(ORIGIN).post(TOKEN).times(3).reply(200, answer)
    const one = transport()
    await thrown(one.request(read))
    expect(one.tokenState()).toBe('failing')
  })
})

describe('a refusal', () => {
  it('is thrown with its code, its log id and the path without ids, also in HTTP 200', async () => {
    token()
    nock(ORIGIN)
      .patch('/open-apis/im/v1/messages/om_x100b47')
      .reply(200, { code: 230031, msg: 'too old', error: { log_id: 'L1' } })
    const call = {
      method: 'PATCH',
      url: `${ORIGIN}/open-apis/im/v1/messages/om_x100b47`,
      data: { content: '{}' },
    }
    const error = await thrown(transport().request(call))
    expect(error).toBeInstanceOf(FeishuError)
    expect(error).toMatchObject({
      code: 230031,
      httpStatus: 200,
      logId: 'L1',
      call: 'PATCH /open-apis/im/v1/messages/:message_id',
      mayHaveArrived: false,
    })
  })

  it('for frequency says how long to wait, and is left to the outbox when that is long', async () => {
    token()
    nock(ORIGIN)
      .get('/open-apis/im/v1/chats')
      .reply(
        429,
        { code: 99991400, msg: 'request trigger frequency limit' },
        { 'x-ogw-ratelimit-reset': '52' },
      )
    const one = transport()
    expect(await thrown(one.request(read))).toMatchObject({ code: 99991400, retryAfterMs: 52_000 })
    expect(one.pauses).toEqual([])
  })
})

describe('a second try', () => {
  it('waits at least as long as Feishu asks, when that is short', async () => {
    token()
    nock(ORIGIN)
      .get('/open-apis/im/v1/chats')
      .reply(400, { code: 99991400, msg: 'frequency' }, { 'x-ogw-ratelimit-reset': '1' })
    nock(ORIGIN).get('/open-apis/im/v1/chats').reply(200, ok)
    const one = transport()
    expect(await one.request(read)).toMatchObject({ code: 0 })
    expect(one.pauses).toHaveLength(1)
    expect(one.pauses[0]).toBeGreaterThanOrEqual(1000)
    expect(one.pauses[0]).toBeLessThanOrEqual(2000)
  })

  it('is made for a send with a uuid whose answer was lost, with the same uuid', async () => {
    token()
    const body = { receive_id: 'oc_1', uuid: 'row-7' }
    nock(ORIGIN)
      .post('/open-apis/im/v1/messages?receive_id_type=chat_id', body)
      .replyWithError(Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }))
    nock(ORIGIN).post('/open-apis/im/v1/messages?receive_id_type=chat_id', body).reply(200, ok)
    await transport().request(send({ uuid: 'row-7' }))
    expect(nock.isDone()).toBe(true)
  })

  it('is not made for a send without one', async () => {
    token()
    nock(ORIGIN)
      .post(/messages/)
      .reply(502, '<html>Bad Gateway</html>')
    const one = transport()
    expect(await thrown(one.request(send()))).toMatchObject({
      reason: 'not_json',
      httpStatus: 502,
      mayHaveArrived: true,
    })
    expect(one.pauses).toEqual([])
  })

  it('is made twice, not more', async () => {
    token()
    nock(ORIGIN).get('/open-apis/im/v1/chats').times(3).reply(500, { code: 5000, msg: 'internal' })
    const one = transport()
    expect(await thrown(one.request(read))).toMatchObject({ code: 5000 })
    expect(one.pauses).toHaveLength(2)
    expect(nock.isDone()).toBe(true)
  })

  it.each([230002, 230020, 230022, 99991672])('is not made after %i', async (code) => {
    token()
    nock(ORIGIN).get('/open-apis/im/v1/chats').reply(400, { code, msg: 'no' })
    const one = transport()
    await thrown(one.request(read))
    expect(one.pauses).toEqual([])
  })
})

describe('no answer', () => {
  it('within the time is a failure that may have had its effect', async () => {
    const asked: string[] = []
    const slow: typeof fetch = async (input, init) => {
      asked.push(String(input))
      if (String(input).endsWith(TOKEN)) {
        return Response.json({ code: 0, tenant_access_token: 't-1', expire: 7200 })
      }
      expect(init?.signal).toBeInstanceOf(AbortSignal)
      throw new DOMException('The operation was aborted due to timeout', 'TimeoutError')
    }
    const error = await thrown(transport({ fetch: slow }).request(send()))
    expect(error).toBeInstanceOf(FeishuUnreachable)
    expect(error).toMatchObject({ reason: 'timeout', mayHaveArrived: true })
    expect(asked).toHaveLength(2)
  })

  it.each(['ECONNREFUSED', 'ENOTFOUND'])('because of %s had none', async (code) => {
    token()
    nock(ORIGIN)
      .post(/messages/)
      .replyWithError(Object.assign(new Error('no'), { code }))
    expect(await thrown(transport().request(send()))).toMatchObject({
      reason: 'network',
      errno: code,
      mayHaveArrived: false,
    })
  })

  it('of Feishu’s own: a page of the network operator in HTTP 200', async () => {
    token()
    nock(ORIGIN)
      .post(/messages/)
      .reply(200, '<html>请登录</html>')
    expect(await thrown(transport().request(send()))).toMatchObject({ reason: 'not_json', httpStatus: 200 })
  })
})

describe('the address', () => {
  it('never follows a redirect with the token', async () => {
    token()
    const elsewhere = nock('https://evil.example').get('/').reply(200, ok)
    nock(ORIGIN).get('/open-apis/im/v1/chats').reply(302, '', { location: 'https://evil.example/' })
    expect(await thrown(transport().request(read))).toMatchObject({ reason: 'redirect' })
    expect(elsewhere.isDone()).toBe(false)
  })

  it.each([
    'https://evil.example/open-apis/im/v1/chats',
    'https://open.feishu.cn.evil.example/open-apis/x',
    'https://open.feishu.cn@evil.example/open-apis/x',
    'http://open.feishu.cn/open-apis/im/v1/chats',
    `${ORIGIN}/open-apis/im/v1/messages/../../../evil`,
    `${ORIGIN}/open-apis/im/v1/messages/om_1?x=1`,
    `${ORIGIN}/open-apis/im/v1/messages/om_1#x`,
    `${ORIGIN}/other`,
    '',
  ])('%j is refused before anything is sent', async (url) => {
    expect(await thrown(transport().request({ method: 'GET', url }))).toMatchObject({ reason: 'refused_url' })
  })
})

describe('secrets', () => {
  it('stand in no error and no log line', async () => {
    const one = transport()
    const errors: unknown[] = []
    nock(ORIGIN)
      .post(TOKEN)
      .reply(400, { code: 10014, msg: `bad ${SECRET}` })
    errors.push(await thrown(one.request(read)))
    nock(ORIGIN)
      .post(TOKEN)
      .times(3)
      .replyWithError(new Error(`connect with ${SECRET}`))
    errors.push(await thrown(one.request(read)))
    token('t-bearer-of-binjiang')
    nock(ORIGIN)
      .post(/messages/)
      .reply(400, { code: 230001, msg: 'bad t-bearer-of-binjiang 群众来电' })
    errors.push(await thrown(one.request(send({ content: '群众来电' }))))
    nock(ORIGIN)
      .post(/messages/)
      .replyWithError(new Error('Authorization: Bearer t-bearer-of-binjiang'))
    errors.push(await thrown(one.request(send({ content: '群众来电' }))))
    for (const shown of [...errors, one.log.lines]) {
      const text = `${inspect(shown, { depth: 20, showHidden: true })} ${JSON.stringify(shown)} ${String(shown)}`
      expect(text).not.toContain(SECRET)
      expect(text).not.toContain('t-bearer-of-binjiang')
      expect(text).not.toContain('群众来电')
    }
    expect(errors).toHaveLength(4)
  })
})
