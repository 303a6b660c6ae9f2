import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { request } from 'node:http'
import type { Chance } from '../random.ts'
import type { SandboxApp } from '../world.ts'

export type Posted = { status: number; body: string } | { failed: 'timeout' | 'connection'; reason: string }

/** A body as the platform encrypts it: fresh IV, AES-256-CBC, the key being the SHA-256 of the Encrypt Key. */
export function encrypted(text: string, encryptKey: string): string {
  const key = createHash('sha256').update(encryptKey).digest()
  const iv = randomBytes(16)
  const cipher = createCipheriv('aes-256-cbc', key, iv)
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final()]).toString('base64')
}

/** The three headers that prove where a body comes from, over exactly these bytes. */
export function signatureHeaders(raw: Buffer, encryptKey: string, timestamp: number): Record<string, string> {
  const seconds = String(Math.floor(timestamp / 1000))
  const nonce = randomBytes(8).toString('hex')
  const signature = createHash('sha256').update(`${seconds}${nonce}${encryptKey}`).update(raw).digest('hex')
  return {
    'X-Lark-Request-Timestamp': seconds,
    'X-Lark-Request-Nonce': nonce,
    'X-Lark-Signature': signature,
  }
}

/** The same payload in one of the spellings a bot must not depend on: spaces, `\u` escapes, an outer line break. */
export function sealed(payload: unknown, app: SandboxApp, chance: Chance): Buffer {
  const inner = chance.happens(0.25) ? escaped(JSON.stringify(payload)) : JSON.stringify(payload)
  const cipher = encrypted(inner, app.encryptKey)
  const outer = { encrypt: cipher }
  return Buffer.from(chance.happens(0.25) ? `${JSON.stringify(outer, null, 2)}\n` : JSON.stringify(outer))
}

function escaped(json: string): string {
  return json.replaceAll(/[^\x20-\x7e]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Posts to the bot and waits at most `limitMs` of real time. Redirects are not followed. */
export function post(
  url: string,
  raw: Buffer,
  headers: Record<string, string>,
  limitMs: number,
): Promise<Posted> {
  return new Promise((resolve) => {
    // One connection per post, so that a bot that is shutting down is not held open from here.
    const call = request(
      url,
      {
        method: 'POST',
        agent: false,
        headers: {
          'Content-Type': 'application/json; charset=utf-8',
          'Content-Length': raw.length,
          ...headers,
        },
      },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => {
          clearTimeout(timer)
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') })
        })
        response.on('error', (error) => resolve({ failed: 'connection', reason: error.message }))
      },
    )
    const timer = setTimeout(() => {
      resolve({ failed: 'timeout', reason: `no answer in ${limitMs} ms` })
      call.destroy()
    }, limitMs)
    call.on('error', (error) => {
      clearTimeout(timer)
      resolve({ failed: 'connection', reason: error.message })
    })
    call.end(raw)
  })
}
