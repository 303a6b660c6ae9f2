import { setTimeout as pauseFor } from 'node:timers/promises'
import { z } from 'zod'
import type { Log } from '../../src/ports.ts'
import { classify } from './codes.ts'
import { FeishuError, FeishuUnreachable, failureFacts } from './failure.ts'
import { createTokenKeeper, type IssuedToken } from './token.ts'
import { callName, exchange, type WireAnswer } from './wire.ts'

/** What the SDK asks of its HTTP seam; of the rest of its request nothing is used. */
export interface SeamRequest {
  readonly url?: string
  readonly method?: string
  readonly params?: Readonly<Record<string, unknown>>
  readonly data?: unknown
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
  request(request: SeamRequest): Promise<WireAnswer>
  tokenState(): 'ok' | 'none' | 'failing'
}

const CALL_TIMEOUT_MS = 10_000
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

  async function once(method: string, url: URL, body: string | undefined): Promise<WireAnswer> {
    const token = await tokens.current()
    try {
      return await exchange(send, {
        method,
        url,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
        },
        body,
        timeoutMs: CALL_TIMEOUT_MS,
        hasEffect: method !== 'GET',
      })
    } catch (error) {
      if (classify(error).class === 'token') tokens.refuse(token)
      throw error
    }
  }

  async function request(asked: SeamRequest): Promise<WireAnswer> {
    const method = (asked.method ?? 'GET').toUpperCase()
    const url = addressOf(asked, origin, method)
    const body = method === 'GET' ? undefined : JSON.stringify(asked.data ?? {})
    const started = now()
    // Fetched first, since fetching has its own second try.
    await tokens.current()
    const answer = await persist(method === 'GET' || hasUuid(asked.data), async () => {
      try {
        return await once(method, url, body)
      } catch (error) {
        // A refused token has had no effect, so this repetition is safe for every call.
        if (classify(error).class !== 'token') throw error
        return once(method, url, body)
      }
    })
    log.debug({ call: callName(method, url), ms: Math.round(now() - started) }, 'call to Feishu')
    return answer
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
