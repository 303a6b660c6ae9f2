import { createDecipheriv, createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { SandboxApp } from './world.ts'

type Json = { [key: string]: unknown }

/** What a stub bot heard: the decrypted payload, and whether the signature was right. */
export type Heard = { payload: Json; signed: boolean; raw: string }

export type Reply = { status?: number; body?: string; hang?: true }

/** A bot of twenty lines, with its own decryption: it answers what the test tells it to. */
export type StubBot = {
  readonly url: string
  readonly heard: Heard[]
  answer: (heard: Heard) => Reply | Promise<Reply>
  close(): Promise<void>
}

export async function startStubBot(app: SandboxApp): Promise<StubBot> {
  const heard: Heard[] = []
  const server: Server = createServer((req, res) => {
    const parts: Buffer[] = []
    req.on('data', (part: Buffer) => parts.push(part))
    req.on('end', async () => {
      const raw = Buffer.concat(parts)
      const one = {
        payload: opened(raw, app.encryptKey),
        signed: isSigned(req.headers, raw, app),
        raw: `${raw}`,
      }
      heard.push(one)
      const reply = await bot.answer(one)
      if (reply.hang) return
      res.writeHead(reply.status ?? 200, { 'content-type': 'application/json' })
      res.end(reply.body ?? '{}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const bot: StubBot = {
    url: `http://127.0.0.1:${port}/feishu/webhook`,
    heard,
    answer: () => ({}),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return bot
}

function opened(raw: Buffer, encryptKey: string): Json {
  const { encrypt } = JSON.parse(raw.toString('utf8')) as { encrypt: string }
  const bytes = Buffer.from(encrypt, 'base64')
  const key = createHash('sha256').update(encryptKey).digest()
  const decipher = createDecipheriv('aes-256-cbc', key, bytes.subarray(0, 16))
  const text = Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]).toString('utf8')
  return JSON.parse(text) as Json
}

function isSigned(headers: NodeJS.Dict<string | string[]>, raw: Buffer, app: SandboxApp): boolean {
  const start = `${headers['x-lark-request-timestamp']}${headers['x-lark-request-nonce']}${app.encryptKey}`
  const right = createHash('sha256').update(start).update(raw).digest('hex')
  return headers['x-lark-signature'] === right
}

/** The answer of a call to the platform. */
export type Called = { status: number; code: number; msg: string; data: Json; headers: Headers; body: Json }

/** Calls the platform as any HTTP client would, with a token of its own. */
export function platformClient(url: string, app: SandboxApp) {
  let token: string | undefined
  const call = async (method: string, path: string, body?: unknown, bearer = token): Promise<Called> => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const json = (text.startsWith('{') ? JSON.parse(text) : {}) as Json
    return {
      status: response.status,
      code: Number(json.code ?? -1),
      msg: String(json.msg ?? text),
      data: (json.data ?? {}) as Json,
      headers: response.headers,
      body: json,
    }
  }
  const login = async (): Promise<string> => {
    const secret = { app_id: app.appId, app_secret: app.appSecret }
    const { body } = await call('POST', '/open-apis/auth/v3/tenant_access_token/internal', secret)
    token = String(body.tenant_access_token)
    return token
  }
  const sendTo = (receiver: string, msgType: string, content: unknown, uuid?: string): Promise<Called> => {
    const kind = receiver.startsWith('oc_') ? 'chat_id' : 'open_id'
    return call('POST', `/open-apis/im/v1/messages?receive_id_type=${kind}`, {
      receive_id: receiver,
      msg_type: msgType,
      content: typeof content === 'string' ? content : JSON.stringify(content),
      ...(uuid ? { uuid } : {}),
    })
  }
  return { call, login, sendTo }
}

/** A small valid card with the given elements. */
export function cardWith(...elements: Json[]): Json {
  return {
    schema: '2.0',
    config: { update_multi: true },
    header: { title: { tag: 'plain_text', content: '网舆交〔2026〕12号 · 待签收' }, template: 'blue' },
    body: { elements },
  }
}

export function button(label: string, value: Json = { do: 'sign' }): Json {
  return {
    tag: 'button',
    text: { tag: 'plain_text', content: label },
    type: 'primary',
    behaviors: [{ type: 'callback', value }],
  }
}
