import { describe, expect, it } from 'vitest'
import { openEnvelope } from '../../../bot/feishu/verify.ts'
import { delivery, encrypt, fixture, keys, press, sign } from './deliveries.ts'

interface Crypto {
  aes: { id: string; encrypt_key: string; encrypt: string; plaintext: string }[]
  signatures: {
    id: string
    timestamp: string
    nonce: string
    encrypt_key: string
    raw_body: string
    signature: string
  }[]
}

const crypto = fixture<Crypto>('crypto')

function vector<T extends { id: string }>(list: T[], id: string): T {
  const found = list.find((one) => one.id === id)
  if (!found) throw new Error(`no vector ${id}`)
  return found
}

const recordedKeys = { appId: 'cli_xxxxxxxx', encryptKey: '1212121212', verificationToken: 'v' }
const open = (body: string | Buffer, headers: Record<string, string | string[]> = {}, with_ = keys) =>
  openEnvelope(Buffer.from(body), headers, with_)

describe('opening what Feishu delivers', () => {
  it('opens a recorded delivery by its recorded signature', () => {
    const one = vector(crypto.signatures, 'encrypted-event')
    const opened = open(
      one.raw_body,
      {
        'x-lark-request-timestamp': one.timestamp,
        'x-lark-request-nonce': one.nonce,
        'x-lark-signature': one.signature,
      },
      recordedKeys,
    )
    expect(opened).toEqual({
      kind: 'event',
      envelope: JSON.parse(vector(crypto.aes, 'event-2').plaintext),
    })
  })

  it.each(['event-1', 'event-2'])('decrypts the recorded %s', (id) => {
    const { encrypt, plaintext } = vector(crypto.aes, id)
    const body = JSON.stringify({ encrypt })
    const opened = open(body, sign(body, recordedKeys.encryptKey), recordedKeys)
    expect(opened).toEqual({ kind: 'event', envelope: JSON.parse(plaintext) })
  })

  it('answers the recorded, unsigned and encrypted check of the address', () => {
    const { encrypt, encrypt_key } = vector(crypto.aes, 'url-verification')
    const opened = open(
      JSON.stringify({ encrypt }),
      {},
      { appId: 'cli_1', encryptKey: encrypt_key, verificationToken: 'iRdCP2WwXNBXRM3mGLqhrgch3cn0gbT6' },
    )
    expect(opened).toEqual({ kind: 'challenge', challenge: '5634b122-c042-4634-bc7f-b07a3c3e77ad' })
  })

  it('opens an event that carries a whole press, Chinese included', () => {
    const envelope = press('form-container')
    envelope.event.action = { tag: 'button', form_value: { reply: '已核实，管网冲洗完毕' } }
    const { body, headers } = delivery(envelope)
    expect(open(body, headers)).toEqual({ kind: 'event', envelope })
  })

  it('takes a delivery that is six hours, or twenty years, old', () => {
    const { body } = delivery(press('documented'))
    expect(open(body, sign(body, keys.encryptKey, '1000000000')).kind).toBe('event')
  })

  it.each([
    ['spaces and a newline', (e: string) => `{ "encrypt" : "${e}" }\n`],
    ['escaped slashes', (e: string) => `{"encrypt":"${e.replaceAll('/', '\\/')}"}`],
    ['escaped key', (e: string) => `{"\\u0065ncrypt":"${e}"}`],
    ['numbers beside', (e: string) => `{"n":1.0,"encrypt":"${e}","b":12345678901234567890}`],
    ['integer-like keys beside', (e: string) => `{"2":1,"1":2,"encrypt":"${e}"}`],
  ])('signs over the bytes as received: %s', (_name, write) => {
    const body = write(encrypt(JSON.stringify(press('documented'))))
    expect(open(body, sign(body)).kind).toBe('event')
    expect(open(JSON.stringify(JSON.parse(body)), sign(body)).kind).toBe('forged')
  })

  it('opens a delivery of the first generation by the token at its top', () => {
    const envelope = {
      uuid: 'u',
      type: 'event_callback',
      token: keys.verificationToken,
      event: { app_id: keys.appId },
    }
    const { body, headers } = delivery(envelope)
    expect(open(body, headers)).toEqual({ kind: 'event', envelope })
    const stranger = delivery({ ...envelope, event: { app_id: 'cli_other' } })
    expect(open(stranger.body, stranger.headers).kind).toBe('forged')
  })
})

describe('refusing what is not Feishu’s', () => {
  const genuine = press('documented')
  const { body, headers } = delivery(genuine)
  const with_ = (change: Record<string, string | string[] | undefined>) => {
    const changed = { ...headers, ...change }
    return Object.fromEntries(
      Object.entries(changed).filter((entry) => entry[1] !== undefined),
    ) as typeof headers
  }

  it.each([
    ['no signature at all', body, {}],
    ['no signature header', body, with_({ 'x-lark-signature': undefined })],
    ['no timestamp header', body, with_({ 'x-lark-request-timestamp': undefined })],
    ['no nonce header', body, with_({ 'x-lark-request-nonce': undefined })],
    ['empty signature', body, with_({ 'x-lark-signature': '' })],
    ['signature twice', body, { ...headers, 'x-lark-signature': [headers['x-lark-signature']] }],
    ['upper-case signature', body, with_({ 'x-lark-signature': headers['x-lark-signature'].toUpperCase() })],
    ['other timestamp', body, with_({ 'x-lark-request-timestamp': '1764000001' })],
    ['other nonce', body, with_({ 'x-lark-request-nonce': 'other' })],
    ['signed with the token', body, sign(body, keys.verificationToken)],
    ['one byte more', `${body} `, headers],
    ['signed, but not JSON', 'not json', sign('not json')],
    ['signed, but empty', '', sign('')],
    ['signed null', 'null', sign('null')],
    ['signed array', '[1]', sign('[1]')],
    ['signed plaintext', JSON.stringify(genuine), sign(JSON.stringify(genuine))],
    ['unsigned plaintext', JSON.stringify(genuine), {}],
    ['encrypt is a number', '{"encrypt":123}', sign('{"encrypt":123}')],
    ['encrypt is no ciphertext', '{"encrypt":"AAAA"}', sign('{"encrypt":"AAAA"}')],
    ['unsigned rubbish to decrypt', '{"encrypt":"AAAA"}', {}],
    [
      'headers smuggled in the body',
      `{"__proto__":{"headers":${JSON.stringify(headers)}},"encrypt":"AAAA"}`,
      {},
    ],
  ])('%s', (_name, raw, given) => {
    expect(open(raw, given).kind).toBe('forged')
  })

  it.each([
    ['another Encrypt Key', delivery(genuine, 'another key')],
    ['another token', delivery({ ...genuine, header: { ...genuine.header, token: 'guess' } })],
    ['no token', delivery({ ...genuine, header: { ...genuine.header, token: undefined } })],
    [
      'a token that is no text',
      delivery({ ...genuine, header: { ...genuine.header, token: [keys.verificationToken] } }),
    ],
    ['another app', delivery({ ...genuine, header: { ...genuine.header, app_id: 'cli_other' } })],
    ['no app', delivery({ ...genuine, header: { ...genuine.header, app_id: undefined } })],
    ['the right token only in the event', delivery({ header: {}, event: { token: keys.verificationToken } })],
    ['ciphertext of no JSON', delivery('just text')],
  ])('signed, with %s', (_name, forgery) => {
    expect(open(forgery.body, forgery.headers).kind).toBe('forged')
  })

  it('reads nothing that stands beside `encrypt`', () => {
    const { encrypt: sealed } = JSON.parse(body)
    const loaded = JSON.stringify({ operator: { open_id: 'ou_boss' }, encrypt: sealed })
    expect(open(loaded, sign(loaded))).toEqual({ kind: 'event', envelope: genuine })
  })

  it.each(['schema', 'header', 'event', 'type', 'token', 'challenge'] as const)(
    'takes no second envelope beside it: %s',
    (name) => {
      const { encrypt: sealed } = JSON.parse(body)
      const loaded = JSON.stringify({ [name]: 'x', encrypt: sealed })
      expect(open(loaded, sign(loaded)).kind).toBe('forged')
    },
  )

  describe('the check of the address', () => {
    const challenge = { type: 'url_verification', token: keys.verificationToken, challenge: 'c-1' }
    const sealed = (inner: object) => JSON.stringify({ encrypt: encrypt(JSON.stringify(inner)) })

    it('is answered encrypted with the right token, signed or not', () => {
      const raw = sealed(challenge)
      expect(open(raw)).toEqual({ kind: 'challenge', challenge: 'c-1' })
      expect(open(raw, sign(raw))).toEqual({ kind: 'challenge', challenge: 'c-1' })
    })

    it.each([
      ['plain', JSON.stringify(challenge)],
      ['with another token', sealed({ ...challenge, token: 'guess' })],
      ['without a token', sealed({ ...challenge, token: undefined })],
      ['without a challenge', sealed({ ...challenge, challenge: undefined })],
      ['with a challenge that is no text', sealed({ ...challenge, challenge: { a: 1 } })],
      ['as a cloak for an event', sealed({ ...challenge, ...press('documented') })],
      ['of another type', sealed({ ...challenge, type: 'event_callback' })],
    ])('is refused %s', (_name, raw) => {
      expect(open(raw).kind).toBe('forged')
    })

    it('is refused with a wrong signature although none would have done', () => {
      expect(open(sealed(challenge), { 'x-lark-signature': 'a'.repeat(64) }).kind).toBe('forged')
    })
  })

  it.each(['appId', 'encryptKey', 'verificationToken'] as const)(
    'refuses everything while %s is not set',
    (key) => {
      const empty = { ...keys, [key]: '' }
      const own = delivery(genuine, empty.encryptKey)
      expect(openEnvelope(Buffer.from(own.body), own.headers, empty).kind).toBe('forged')
    },
  )
})
