/**
 * Feishu answered, and the answer was no. Carries references only: no token, no secret, nothing of what was
 * sent.
 */
export class FeishuError extends Error {
  override readonly name = 'FeishuError'
  readonly code: number
  /** The card error inside 230099. */
  readonly subCode: number | undefined
  readonly httpStatus: number
  /** What Feishu's support asks for. */
  readonly logId: string | undefined
  /** How long Feishu asks to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined
  /** Method and path with ids left out: `PATCH /open-apis/im/v1/messages/:message_id`. */
  readonly call: string
  /** A send must not be repeated blindly after this. */
  readonly mayHaveArrived: boolean
  /**
   * The part of Feishu's explanation that cannot hold what was sent: missing scopes, a known phrase, a place
   * in the card.
   */
  readonly detail: string

  constructor(about: {
    code: number
    httpStatus: number
    call: string
    mayHaveArrived: boolean
    msg?: string | undefined
    logId?: string | undefined
    retryAfterMs?: number | undefined
  }) {
    const detail = safeDetail(about.code, about.msg ?? '')
    super(`${about.call} refused with ${about.code}${detail === '' ? '' : ` (${detail})`}`)
    this.code = about.code
    this.subCode = about.code === CARD_FAILED ? subCodeOf(about.msg ?? '') : undefined
    this.httpStatus = about.httpStatus
    this.logId = about.logId
    this.retryAfterMs = about.retryAfterMs
    this.call = about.call
    this.mayHaveArrived = about.mayHaveArrived
    this.detail = detail
  }
}

/** No usable answer came from Feishu. */
export class FeishuUnreachable extends Error {
  override readonly name = 'FeishuUnreachable'
  readonly reason: 'timeout' | 'network' | 'redirect' | 'not_json' | 'refused_url'
  /** `ECONNRESET` and the like. */
  readonly errno: string | undefined
  readonly httpStatus: number | undefined
  readonly call: string
  /** The call may have had its effect although its answer was lost: a send must not be repeated blindly. */
  readonly mayHaveArrived: boolean

  constructor(about: {
    reason: FeishuUnreachable['reason']
    call: string
    mayHaveArrived: boolean
    errno?: string | undefined
    httpStatus?: number | undefined
  }) {
    super(`${about.call}: ${about.reason}${about.errno ? ` ${about.errno}` : ''}`)
    this.reason = about.reason
    this.call = about.call
    this.mayHaveArrived = about.mayHaveArrived
    this.errno = about.errno
    this.httpStatus = about.httpStatus
  }
}

/** A file of more bytes than we take; nothing of it is kept. */
export class FeishuTooLarge extends Error {
  override readonly name = 'FeishuTooLarge'
  constructor(call: string) {
    super(`${call}: the file is too large`)
  }
}

const CARD_FAILED = 230099
const SCOPE_MISSING = 99991672

const phrases = [
  'card action is lock',
  'element exceeds the limit',
  'card table number over limit',
  'template is not visible to app',
  'invalid receive_id',
  'invalid message_id',
  'This message is NOT a card',
] as const

function subCodeOf(msg: string): number | undefined {
  const found = /ErrCode: (\d{1,9})/.exec(msg)?.[1]
  return found === undefined ? undefined : Number(found)
}

/** Feishu quotes the refused card in its message, so only what is known to be free of it is kept. */
function safeDetail(code: number, msg: string): string {
  if (code === SCOPE_MISSING) {
    return [...new Set(msg.match(/\b[a-z_]+(?::[a-z_.]+){1,3}\b/g) ?? [])].slice(0, 8).join(' ')
  }
  const phrase = phrases.find((one) => msg.includes(one)) ?? ''
  const sub = code === CARD_FAILED ? subCodeOf(msg) : undefined
  if (sub === undefined) return phrase
  const place = /ErrPath: ([A-Za-z0-9_[\]():> -]{1,200});/.exec(msg)?.[1]
  return [`sub-code ${sub}`, phrase, place].filter(Boolean).join(', ')
}

/**
 * An error as log facts: kind, code and place in our code. Messages of foreign errors may quote what people
 * wrote.
 */
export function failureFacts(error: unknown): object {
  if (error instanceof FeishuError) {
    const { name, code, subCode, httpStatus, logId, call, detail } = error
    return { failure: name, code, subCode, httpStatus, logId, call, detail }
  }
  if (error instanceof FeishuUnreachable) {
    const { name, reason, errno, httpStatus, call } = error
    return { failure: name, reason, errno, httpStatus, call }
  }
  if (!(error instanceof Error)) return { failure: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    failure: error.name,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    ...('reference' in error && typeof error.reference === 'string' ? { reference: error.reference } : {}),
    frames: frames.slice(0, 6).map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: failureFacts(error.cause) }),
  }
}
