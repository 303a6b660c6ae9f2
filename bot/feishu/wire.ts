import { z } from 'zod'
import { readAtMost } from './download.ts'
import { FeishuError, FeishuTooLarge, FeishuUnreachable } from './failure.ts'
import { pathTemplate } from './ids.ts'

/** One HTTP exchange with the platform, before token and retries. */
export interface WireRequest {
  readonly method: string
  readonly url: URL
  readonly headers: Record<string, string>
  readonly body: string | FormData | undefined
  readonly timeoutMs: number
  /** False for what changes nothing on the platform, so that a lost answer leaves no doubt. */
  readonly hasEffect: boolean
}

/** Feishu's answer with `code` 0. */
export interface WireAnswer {
  readonly code: 0
  readonly [field: string]: unknown
}

const answerShape = z.looseObject({
  code: z.number(),
  msg: z.string().optional().catch(undefined),
  error: z.looseObject({ log_id: z.string() }).optional().catch(undefined),
})

const STILL_SENDING = 230049

/** Errors at which not a byte of the request has left. */
const NEVER_LEFT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

export function callName(method: string, url: URL): string {
  return `${method} ${pathTemplate(url.pathname)}`
}

/**
 * Sends and reads. Whatever is not `code` 0 in JSON is thrown as FeishuError or FeishuUnreachable; redirects
 * are not followed.
 */
export async function exchange(send: typeof fetch, request: WireRequest): Promise<WireAnswer> {
  const call = callName(request.method, request.url)
  const { response, read } = await reach(send, request, call, (came) => came.text())
  return judged(request, call, response, read)
}

/** Like `exchange`, for what is answered with a file: only a refusal comes as JSON. */
export async function fetchFile(
  send: typeof fetch,
  request: WireRequest,
  most: number,
): Promise<{ readonly content: Buffer; readonly headers: Headers }> {
  const call = callName(request.method, request.url)
  // A file may itself be JSON; only then does the answer name one.
  const isFile = ({ status, headers }: Response) =>
    status === 200 &&
    (headers.has('content-disposition') || !headers.get('content-type')?.includes('application/json'))
  const { response, read } = await reach(send, request, call, async (came) =>
    isFile(came) ? readAtMost(came, most, call) : came.text(),
  )
  if (typeof read !== 'string') return { content: read, headers: response.headers }
  judged(request, call, response, read)
  throw new FeishuUnreachable({
    reason: 'not_json',
    call,
    httpStatus: response.status,
    mayHaveArrived: false,
  })
}

function judged(request: WireRequest, call: string, response: Response, text: string): WireAnswer {
  const httpStatus = response.status
  if (httpStatus >= 300 && httpStatus < 400) {
    throw new FeishuUnreachable({ reason: 'redirect', call, httpStatus, mayHaveArrived: false })
  }
  const read = answerShape.safeParse(jsonOf(text))
  const retryAfterMs = resetOf(response.headers)
  if (!read.success) {
    if (httpStatus === 429) {
      throw new FeishuError({ code: 429, httpStatus, call, retryAfterMs, mayHaveArrived: false })
    }
    throw new FeishuUnreachable({ reason: 'not_json', call, httpStatus, mayHaveArrived: request.hasEffect })
  }
  const { code, msg, error } = read.data
  if (code === 0 && response.ok) return { ...read.data, code: 0 }
  throw new FeishuError({
    code: code === 0 ? httpStatus : code,
    httpStatus,
    call,
    msg,
    logId: response.headers.get('x-tt-logid') ?? error?.log_id,
    retryAfterMs,
    mayHaveArrived: request.hasEffect && (httpStatus >= 500 || code === STILL_SENDING),
  })
}

async function reach<T>(
  send: typeof fetch,
  request: WireRequest,
  call: string,
  readBody: (response: Response) => Promise<T>,
): Promise<{ response: Response; read: T }> {
  try {
    const response = await send(request.url, {
      method: request.method,
      headers: request.headers,
      ...(request.body === undefined ? {} : { body: request.body }),
      redirect: 'manual',
      signal: AbortSignal.timeout(request.timeoutMs),
    })
    return { response, read: await readBody(response) }
  } catch (error) {
    if (error instanceof FeishuTooLarge) throw error
    // The original holds the request with its token, so nothing but its code goes on.
    const errno = errnoOf(error)
    if (errno === 'TimeoutError')
      throw new FeishuUnreachable({ reason: 'timeout', call, mayHaveArrived: request.hasEffect })
    throw new FeishuUnreachable({
      reason: 'network',
      call,
      errno,
      mayHaveArrived: request.hasEffect && !(errno !== undefined && NEVER_LEFT.has(errno)),
    })
  }
}

function errnoOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'TimeoutError'
  if ('code' in error && typeof error.code === 'string') return error.code
  if (error instanceof AggregateError) return errnoOf(error.errors[0])
  return errnoOf(error.cause)
}

/** Seconds until the frequency limit opens again. */
function resetOf(headers: Headers): number | undefined {
  const seconds = headers.get('x-ogw-ratelimit-reset') ?? headers.get('retry-after')
  return seconds !== null && /^\d{1,6}$/.test(seconds) ? Number(seconds) * 1000 : undefined
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
