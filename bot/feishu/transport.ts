import { Readable } from 'node:stream'
import { setTimeout as pauseFor } from 'node:timers/promises'
import { z } from 'zod'
import { MOST_ATTACHMENT_BYTES } from '../../src/domain/attachment.ts'
import type { Log } from '../../src/ports.ts'
import { classify } from './codes.ts'
import { FeishuError, FeishuUnreachable, failureFacts } from './failure.ts'
import { createTokenKeeper, type IssuedToken } from './token.ts'
import { callName, exchange, fetchFile, type WireAnswer, type WireRequest } from './wire.ts'

/** What the SDK asks of its HTTP seam; of the rest of its request nothing is used. */
export interface SeamRequest {
  readonly url?: string
  readonly method?: string
  readonly params?: Readonly<Record<string, unknown>>
  readonly data?: unknown
  readonly headers?: Readonly<Record<string, unknown>>
  readonly responseType?: string
}

/** What the SDK makes of a file it asked for as a stream. */
export interface SeamFile {
  readonly data: Readable
  readonly headers: Readonly<Record<string, string>>
}

export interface TransportOptions {
  readonly appId: string
  readonly appSecret: string
  /** `https://open.feishu.cn` or another address of the platform. */
  readonly domain: string
  readonly log: Log
  readonly fetch?: typeof fetch
  /** Milliseconds of a clock that never jumps. */
  readonly now?: () => number
  readonly pause?: (ms: number) => Promise<unknown>
}

export interface Transport {
  /**
   * Feishu's whole answer, `{code: 0, …}`. Throws FeishuError or FeishuUnreachable, neither of which holds a
   * secret.
   */
  request(request: SeamRequest): Promise<WireAnswer | SeamFile>
  tokenState(): 'ok' | 'none' | 'failing'
}

const CALL_TIMEOUT_MS = 10_000
/** A file takes longer; an upload must end before the outbox gives its row to somebody else. */
const FILE_TIMEOUT_MS = 25_000
const TOKEN_TIMEOUT_MS = 5_000
const RETRIES = 2
const LONGEST_PAUSE_MS = 2_000
const TOKEN_PATH = '/open-apis/auth/v3/tenant_access_token/internal'

const tokenShape = z.object({ tenant_access_token: z.string().min(1), expire: z.number().positive() })

/**
 * Calls the platform on behalf of the app: token, time limits, and a short second try for what may be
 * repeated: reads, and sends that carry a `uuid`. Waiting longer than two seconds is left to the outbox.
 */
export function createTransport(options: TransportOptions): Transport {
  const send: typeof fetch = options.fetch ?? ((input, init) => fetch(input, init))
  const now = options.now ?? (() => performance.now())
  const pause = options.pause ?? ((ms: number) => pauseFor(ms))
  const { origin } = new URL(options.domain)
  const { log } = options

  const tokens = createTokenKeeper(
    () =>
      persist(true, async (): Promise<IssuedToken> => {
        const url = new URL(TOKEN_PATH, origin)
        const answer = await exchange(send, {
          method: 'POST',
          url,
          headers: { 'content-type': 'application/json; charset=utf-8' },
          body: JSON.stringify({ app_id: options.appId, app_secret: options.appSecret }),
          timeoutMs: TOKEN_TIMEOUT_MS,
          hasEffect: false,
        })
        const issued = tokenShape.safeParse(answer)
        if (!issued.success) {
          const call = callName('POST', url)
          throw new FeishuUnreachable({ reason: 'not_json', call, mayHaveArrived: false })
        }
        return { token: issued.data.tenant_access_token, expire: issued.data.expire }
      }),
    now,
  )

  /** Tries again after a short, growing and scattered pause while the failure is of the passing kind. */
  async function persist<T>(repeatable: boolean, attempt: () => Promise<T>): Promise<T> {
    for (let tried = 0; ; tried += 1) {
      try {
        return await attempt()
      } catch (error) {
        const wait = repeatable && tried < RETRIES ? pauseBefore(error, tried) : undefined
        if (wait === undefined) throw error
        log.debug({ ...failureFacts(error), wait, tried }, 'call to Feishu is tried again')
        await pause(wait)
      }
    }
  }

  async function once<T>(asked: Asked, call: (request: WireRequest) => Promise<T>): Promise<T> {
    const token = await tokens.current()
    const { method, url, body, timeoutMs } = asked
    try {
      return await call({
        method,
        url,
        headers: {
          authorization: `Bearer ${token}`,
          ...(typeof body === 'string' ? { 'content-type': 'application/json; charset=utf-8' } : {}),
        },
        body,
        timeoutMs,
        hasEffect: method !== 'GET',
      })
    } catch (error) {
      if (classify(error).class === 'token') tokens.refuse(token)
      throw error
    }
  }

  async function persistently<T>(asked: Asked, call: (request: WireRequest) => Promise<T>): Promise<T> {
    const { method, url, repeatable } = asked
    const started = now()
    // Fetched first, since fetching has its own second try.
    await tokens.current()
    const answer = await persist(repeatable, async () => {
      try {
        return await once(asked, call)
      } catch (error) {
        // A refused token has had no effect, so this repetition is safe for every call.
        if (classify(error).class !== 'token') throw error
        return once(asked, call)
      }
    })
    log.debug({ call: callName(method, url), ms: Math.round(now() - started) }, 'call to Feishu')
    return answer
  }

  async function request(seam: SeamRequest): Promise<WireAnswer | SeamFile> {
    const method = (seam.method ?? 'GET').toUpperCase()
    const url = addressOf(seam, origin, method)
    if (seam.responseType === 'stream') {
      const asked = { method, url, body: undefined, timeoutMs: FILE_TIMEOUT_MS, repeatable: true }
      const { content, headers } = await persistently(asked, (wire) =>
        fetchFile(send, wire, MOST_ATTACHMENT_BYTES),
      )
      return { data: Readable.from([content]), headers: Object.fromEntries(headers) }
    }
    const form = isMultipart(seam)
    const body = form ? formOf(seam.data) : JSON.stringify(seam.data ?? {})
    return persistently(
      {
        method,
        url,
        body: method === 'GET' ? undefined : body,
        timeoutMs: form ? FILE_TIMEOUT_MS : CALL_TIMEOUT_MS,
        // What is uploaded twice stands nowhere: only the message that names it does.
        repeatable: method === 'GET' || form || hasUuid(seam.data),
      },
      (wire) => exchange(send, wire),
    )
  }

  return { request, tokenState: tokens.state }
}

function pauseBefore(error: unknown, tried: number): number | undefined {
  const failure = classify(error)
  const passing =
    (error instanceof FeishuUnreachable && failure.class === 'retry') ||
    (error instanceof FeishuError &&
      (error.httpStatus >= 500 || error.httpStatus === 429 || error.code === 99991400))
  if (!passing) return undefined
  const asked = failure.retryAfterMs ?? 0
  if (asked > LONGEST_PAUSE_MS) return undefined
  const step = 200 * 2 ** tried
  return asked + step / 2 + Math.random() * step
}

interface Asked {
  readonly method: string
  readonly url: URL
  readonly body: string | FormData | undefined
  readonly timeoutMs: number
  readonly repeatable: boolean
}

function isMultipart({ headers = {} }: SeamRequest): boolean {
  return String(headers['Content-Type'] ?? '').startsWith('multipart/form-data')
}

function formOf(data: unknown): FormData {
  const form = new FormData()
  const name = isFields(data) && typeof data.file_name === 'string' ? data.file_name : 'file'
  for (const [field, value] of Object.entries(isFields(data) ? data : {})) {
    if (value instanceof Uint8Array) form.set(field, new Blob([Uint8Array.from(value)]), name)
    else if (value !== undefined && value !== null) form.set(field, String(value))
  }
  return form
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function hasUuid(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'uuid' in data && typeof data.uuid === 'string'
}

/** Only the platform's own API, and only as written: a path that resolves to another one is refused. */
function addressOf(asked: SeamRequest, origin: string, method: string): URL {
  const raw = asked.url ?? ''
  const url = URL.canParse(raw, origin) ? new URL(raw, origin) : undefined
  const path = raw.startsWith(origin) ? raw.slice(origin.length) : raw
  if (url?.origin !== origin || url.pathname !== path || !path.startsWith('/open-apis/')) {
    throw new FeishuUnreachable({ reason: 'refused_url', call: method, mayHaveArrived: false })
  }
  for (const [name, value] of Object.entries(asked.params ?? {})) {
    if (value !== undefined && value !== null) url.searchParams.set(name, String(value))
  }
  return url
}
