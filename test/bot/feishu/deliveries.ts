import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { WebhookKeys } from '../../../bot/feishu/verify.ts'
import type { Log } from '../../../src/ports.ts'

export const keys: WebhookKeys = {
  appId: 'cli_a511af62e2b5d07f',
  encryptKey: 'binjiang-encrypt-key',
  verificationToken: 'binjiang-verification-token',
}

/** A recorded delivery: header and event, as decrypted. */
export interface Envelope {
  schema?: string
  header: Record<string, unknown>
  event: Record<string, unknown>
}

export function fixture<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../fixtures/feishu/${name}.json`, import.meta.url), 'utf8'))
}

export const presses = fixture<Record<string, Envelope>>('presses')
export const events = fixture<Record<string, Envelope>>('events')

export function press(name: string): Envelope {
  return ours(presses[name])
}

export function event(name: string): Envelope {
  return ours(events[name])
}

/** The recorded delivery as if it had been made to our app. */
function ours(recorded: Envelope | undefined): Envelope {
  if (!recorded) throw new Error('no such recording')
  const copy = structuredClone(recorded)
  copy.header = { ...copy.header, app_id: keys.appId, token: keys.verificationToken }
  return copy
}

export function encrypt(plaintext: string, encryptKey = keys.encryptKey): string {
  const iv = randomBytes(16)
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(encryptKey).digest(), iv)
  return Buffer.concat([iv, cipher.update(plaintext, 'utf8'), cipher.final()]).toString('base64')
}

export function sign(raw: string | Buffer, encryptKey = keys.encryptKey, timestamp = '1764000000') {
  const nonce = 'n0nce'
  const hash = createHash('sha256').update(timestamp).update(nonce).update(encryptKey).update(raw)
  return {
    'x-lark-request-timestamp': timestamp,
    'x-lark-request-nonce': nonce,
    'x-lark-signature': hash.digest('hex'),
  }
}

/** Body and headers as Feishu sends them. */
export function delivery(envelope: unknown, encryptKey = keys.encryptKey) {
  const body = JSON.stringify({ encrypt: encrypt(JSON.stringify(envelope), encryptKey) })
  return { body, headers: sign(body, encryptKey) }
}

export interface LoggedLine {
  readonly level: string
  readonly facts: object
  readonly message: string
}

/** A log that is only kept. */
export function keptLog(): Log & { readonly lines: LoggedLine[] } {
  const lines: LoggedLine[] = []
  const at = (level: string) => (facts: object, message: string) => void lines.push({ level, facts, message })
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}
