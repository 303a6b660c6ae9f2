import type { Json, World } from '../world.ts'
import { eventHeader } from './events.ts'
import { encrypted, type Posted, post, signatureHeaders } from './wire.ts'

/**
 * Requests a bot must refuse: they did not come from the platform, or not for this app.
 * `old_timestamp` is the exception: a re-delivery hours later is genuine.
 */
export type Forgery =
  | 'wrong_signature'
  | 'no_signature'
  | 'signature_of_other_bytes'
  | 'wrong_token'
  | 'wrong_app'
  | 'plaintext'
  | 'plaintext_beside_encrypted'
  | 'wrong_key'
  | 'not_json'
  | 'old_timestamp'

const limitMs = 3000

/** Posts a message event of that person, forged in that way, and returns what the bot answered. */
export function forge(
  world: World,
  webhook: string,
  kind: Forgery,
  person: string,
  words: string,
): Promise<Posted> {
  const payload = privateMessage(world, person, words)
  const header = payload.header as Json
  if (kind === 'wrong_token') header.token = 'another-token'
  if (kind === 'wrong_app') header.app_id = 'cli_00000000000000ff'
  const raw = bodyOf(world, kind, payload)
  return post(webhook, raw, headersOf(world, kind, raw), limitMs)
}

/** Asks the bot's address to prove itself, encrypted and unsigned, as when it is entered in the console. */
export async function challenge(world: World, webhook: string): Promise<boolean> {
  const word = world.chance.hex(32)
  const text = JSON.stringify({
    challenge: word,
    token: world.app.verificationToken,
    type: 'url_verification',
  })
  const raw = Buffer.from(JSON.stringify({ encrypt: encrypted(text, world.app.encryptKey) }))
  const posted = await post(webhook, raw, {}, 1000)
  if (!('status' in posted) || posted.status !== 200) return false
  try {
    return (JSON.parse(posted.body) as Json).challenge === word
  } catch {
    return false
  }
}

function bodyOf(world: World, kind: Forgery, payload: Json): Buffer {
  const text = JSON.stringify(payload)
  const cipher = encrypted(text, kind === 'wrong_key' ? 'another-key' : world.app.encryptKey)
  switch (kind) {
    case 'plaintext':
      return Buffer.from(text)
    case 'plaintext_beside_encrypted':
      return Buffer.from(JSON.stringify({ ...payload, encrypt: cipher }))
    case 'not_json':
      return Buffer.from('encrypt=1')
    default:
      return Buffer.from(JSON.stringify({ encrypt: cipher }))
  }
}

function headersOf(world: World, kind: Forgery, raw: Buffer): Record<string, string> {
  const now = world.clock.now()
  switch (kind) {
    case 'no_signature':
      return {}
    case 'wrong_signature':
      return signatureHeaders(raw, 'another-key', now)
    case 'signature_of_other_bytes':
      return signatureHeaders(Buffer.concat([raw, Buffer.from(' ')]), world.app.encryptKey, now)
    case 'old_timestamp':
      return signatureHeaders(raw, world.app.encryptKey, now - 6 * 3600_000)
    default:
      return signatureHeaders(raw, world.app.encryptKey, now)
  }
}

function privateMessage(world: World, person: string, words: string): Json {
  const now = String(world.clock.now())
  return {
    schema: '2.0',
    header: eventHeader(world, world.chance.hex(32), 'im.message.receive_v1', now),
    event: {
      sender: {
        sender_id: { open_id: person, union_id: world.people.get(person)?.unionId ?? '' },
        sender_type: 'user',
        tenant_key: world.tenantKey,
      },
      message: {
        message_id: world.newId('om'),
        create_time: now,
        update_time: now,
        chat_id: world.p2pOf(person).chatId,
        chat_type: 'p2p',
        message_type: 'text',
        content: JSON.stringify({ text: words }),
      },
    },
  }
}
