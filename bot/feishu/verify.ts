import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** The three secrets by which a delivery is known to come from Feishu for this app. */
export interface WebhookKeys {
  readonly appId: string
  readonly encryptKey: string
  readonly verificationToken: string
}

/** What a request to the webhook turned out to be. `why` is for the log; the sender learns nothing of it. */
export type Opened =
  | { readonly kind: 'challenge'; readonly challenge: string }
  | { readonly kind: 'event'; readonly envelope: unknown }
  | { readonly kind: 'forged'; readonly why: string }

/**
 * Opens a delivery from its bytes as received. Genuine is what is signed over exactly these bytes, encrypted
 * with our key, and carries our token and app id. The one unsigned thing accepted is Feishu's check of the
 * address, which must then be encrypted. Nothing beside `encrypt` is read, and a second, plain envelope there
 * is refused. There is no time window, since deliveries are repeated up to six hours later; a replay is
 * stopped by the inbox.
 */
export function openEnvelope(raw: Buffer, headers: IncomingHttpHeaders, keys: WebhookKeys): Opened {
  if (keys.appId === '' || keys.encryptKey === '' || keys.verificationToken === '') return forged('no keys')
  const signed = isSigned(headers)
  if (signed && !signatureHolds(raw, headers, keys.encryptKey)) return forged('signature')

  const outer = objectIn(raw.toString('utf8'))
  if (typeof outer?.encrypt !== 'string') return forged('not encrypted')
  if (ENVELOPE.some((name) => Object.hasOwn(outer, name))) return forged('plaintext beside the encrypted')
  const inner = objectIn(decrypt(outer.encrypt, keys.encryptKey))
  if (inner === undefined) return forged('cannot decrypt')

  const header = fieldsOf(inner.header)
  if (header === undefined && inner.type === 'url_verification') return openChallenge(inner, keys)
  if (!signed) return forged('unsigned')

  // Deliveries of the first generation have no header: the token stands at the top, the app id in the event.
  const token = header ? header.token : inner.token
  const appId = header ? header.app_id : fieldsOf(inner.event)?.app_id
  if (!same(token, keys.verificationToken)) return forged('token')
  if (!same(appId, keys.appId)) return forged('app id')
  return { kind: 'event', envelope: inner }
}

function openChallenge(inner: Fields, keys: WebhookKeys): Opened {
  const { challenge } = inner
  if (!same(inner.token, keys.verificationToken)) return forged('token')
  if (typeof challenge !== 'string' || challenge === '') return forged('no challenge')
  return { kind: 'challenge', challenge }
}

/**
 * Names that belong inside what is encrypted. Some libraries let them override it, so only a forger writes
 * them outside.
 */
const ENVELOPE = ['schema', 'header', 'event', 'type', 'token', 'challenge'] as const

const SIGNATURE = 'x-lark-signature'
const TIMESTAMP = 'x-lark-request-timestamp'
const NONCE = 'x-lark-request-nonce'

function isSigned(headers: IncomingHttpHeaders): boolean {
  return [SIGNATURE, TIMESTAMP, NONCE].some((name) => headers[name] !== undefined)
}

function signatureHolds(raw: Buffer, headers: IncomingHttpHeaders, encryptKey: string): boolean {
  const signature = headers[SIGNATURE]
  const timestamp = headers[TIMESTAMP]
  const nonce = headers[NONCE]
  if (typeof signature !== 'string' || typeof timestamp !== 'string' || typeof nonce !== 'string')
    return false
  const hash = createHash('sha256').update(timestamp).update(nonce).update(encryptKey).update(raw)
  return same(signature, hash.digest('hex'))
}

/** Compares in constant time; hashing first makes the lengths equal and says nothing of the right one. */
function same(given: unknown, right: string): boolean {
  if (typeof given !== 'string') return false
  return timingSafeEqual(digest(given), digest(right))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

const BLOCK = 16

function decrypt(encrypt: string, encryptKey: string): string | undefined {
  const bytes = Buffer.from(encrypt, 'base64')
  if (bytes.length < 2 * BLOCK || bytes.length % BLOCK !== 0) return undefined
  try {
    const cipher = createDecipheriv('aes-256-cbc', digest(encryptKey), bytes.subarray(0, BLOCK))
    return Buffer.concat([cipher.update(bytes.subarray(BLOCK)), cipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}

interface Fields {
  readonly [key: string]: unknown
}

function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
}

function objectIn(text: string | undefined): Fields | undefined {
  if (text === undefined) return undefined
  try {
    return fieldsOf(JSON.parse(text))
  } catch {
    return undefined
  }
}

function forged(why: string): Opened {
  return { kind: 'forged', why }
}
