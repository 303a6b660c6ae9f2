import { setTimeout as pause } from 'node:timers/promises'
import type { Request, RequestHandler, Response } from 'express'
import type { FaultPlan, FaultSource } from '../faults.ts'
import type { Json, World } from '../world.ts'
import { tooLargeToGive } from './files.ts'
import type { Limits } from './limits.ts'
import { ApiRefusal, refusals } from './refuse.ts'
import type { Tokens } from './tokens.ts'

/** One call of the bot to the platform, as it ended. */
export type ApiCall = {
  at: number
  method: string
  path: string
  query: Json
  body: unknown
  status: number
  code: number
  logId: string
  rule?: string
  fault?: string
}

/** One call while it is handled. `param` and `query` answer '' for what is absent. */
export type Incoming = {
  readonly method: string
  readonly path: string
  readonly body: Json
  param(name: string): string
  query(name: string): string
  /** The parts of a multipart body. */
  form(): Promise<FormData>
}

/** What is answered with a file instead of JSON. */
export type FileAnswer = { bytes: Buffer; headers: Record<string, string> }

/**
 * One row of the platform's table of endpoints. `open` ones need no token; `raw` ones shape their own answer; `form` ones
 * take multipart/form-data, `binary` ones answer with a file.
 */
export type Route = {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  path: string
  open?: true
  raw?: true
} & (
  | { form?: true; binary?: never; handle: (call: Incoming) => Json | Promise<Json> }
  | { form?: never; binary: true; handle: (call: Incoming) => FileAnswer }
)

export type CallContext = {
  world: World
  tokens: Tokens
  limits: Limits
  faults: FaultSource
  calls: ApiCall[]
}

type Answer = { status: number; body: Json | string | Buffer; headers: Record<string, string>; rule?: string }

/** Wraps a route with what every call goes through: faults, token, frequency limit, JSON, envelope, record. */
export function handlerOf(route: Route, ctx: CallContext): RequestHandler {
  return async (req, res) => {
    const logId = `2026${ctx.world.chance.hex(28).toUpperCase()}`
    const call: ApiCall = {
      at: ctx.world.clock.now(),
      method: req.method,
      path: req.path,
      query: { ...req.query },
      // Of an upload the record keeps that there was one.
      body: route.form ? undefined : parsed(req.body),
      status: 0,
      code: 0,
      logId,
    }
    ctx.calls.push(call)
    if (ctx.faults.isDown()) return reset(res, call, 'down')
    const fault = ctx.faults.strike(`${req.method} ${req.path}`)
    if (fault) call.fault = fault.kind
    if (fault?.kind === 'reset_before') return reset(res, call, fault.kind)
    if (fault?.kind === 'slow') await pause(fault.ms)
    const answer = broken(fault, ctx, logId) ?? (await answerOf(route, req, ctx, call))
    call.status = answer.status
    if (typeof answer.body !== 'string' && !Buffer.isBuffer(answer.body))
      call.code = Number(answer.body.code ?? 0)
    if (answer.rule) call.rule = answer.rule
    if (fault?.kind === 'reset_after') return reset(res, call, fault.kind)
    ctx.world.touch()
    send(res, answer, logId)
  }
}

async function answerOf(route: Route, req: Request, ctx: CallContext, call: ApiCall): Promise<Answer> {
  try {
    if (!route.open) {
      ctx.tokens.check(req.get('authorization'))
      ctx.limits.app()
    }
    const asked = incoming(req, call, route.form === true)
    if (route.binary) {
      const { bytes, headers } = route.handle(asked)
      return { status: 200, body: bytes, headers }
    }
    const result = await route.handle(asked)
    const body = route.raw ? result : { code: 0, msg: 'success', data: result }
    return { status: 200, body, headers: {} }
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error
    ctx.world.refusals.push({
      at: call.at,
      method: call.method,
      path: call.path,
      code: error.code,
      rule: error.rule,
      msg: error.message,
    })
    return { ...refused(error, call.logId), rule: error.rule }
  }
}

function incoming(req: Request, call: ApiCall, form: boolean): Incoming {
  if (form && !(req.get('content-type') ?? '').includes('multipart/form-data')) {
    throw new ApiRefusal(400, 234001, 'Invalid request param.', 'F3')
  }
  if (!form && req.method !== 'GET' && req.method !== 'DELETE') {
    const type = req.get('content-type') ?? ''
    const isObject = typeof call.body === 'object' && call.body !== null && !Array.isArray(call.body)
    if (!type.includes('application/json') || !isObject) {
      throw new ApiRefusal(400, 9499, 'Invalid parameter type in json: body', 'F1')
    }
  }
  return {
    method: req.method,
    path: req.path,
    body: (call.body ?? {}) as Json,
    param: (name) => {
      const value = req.params[name]
      return typeof value === 'string' ? value : ''
    },
    query: (name) => {
      const value = req.query[name]
      return typeof value === 'string' ? value : ''
    },
    form: () =>
      new Response(req.body as Buffer<ArrayBuffer>, {
        headers: { 'content-type': req.get('content-type') ?? '' },
      }).formData(),
  }
}

function parsed(body: unknown): unknown {
  if (!Buffer.isBuffer(body) || body.length === 0) return undefined
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return body.toString('utf8')
  }
}

function refused(error: ApiRefusal, logId: string): Answer {
  const troubleshooter = `排查建议查看(Troubleshooting suggestions): https://open.feishu.cn/search?from=openapi&log_id=${logId}&code=${error.code}`
  const body = { code: error.code, msg: error.message, error: { log_id: logId, troubleshooter } }
  return { status: error.http, body, headers: { ...error.headers, 'x-sandbox-rule': error.rule } }
}

function broken(fault: FaultPlan | undefined, ctx: CallContext, logId: string): Answer | undefined {
  switch (fault?.kind) {
    case 'http500':
      return refused(new ApiRefusal(500, 5000, 'internal error', 'F7'), logId)
    case 'http502_html':
      return {
        status: 502,
        body: '<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>',
        headers: { 'content-type': 'text/html', 'x-sandbox-rule': 'F7' },
      }
    case 'token_revoked':
      ctx.tokens.revoke()
      return refused(refusals.tokenInvalid(), logId)
    case 'file_too_large':
      return refused(tooLargeToGive(), logId)
    case 'scope_missing':
      return refused(refusals.scopeMissing(), logId)
    case 'chat_rate':
      return refused(refusals.chatRate(), logId)
    case 'app_rate':
      return refused(refusals.appRate(50, 1), logId)
    case 'odd_ok':
      return {
        ...refused(new ApiRefusal(200, 11232, 'create message service trigger rate limit', 'F7'), logId),
      }
    default:
      return undefined
  }
}

function reset(res: Response, call: ApiCall, fault: string): void {
  call.fault = fault
  res.socket?.destroy()
}

function send(res: Response, answer: Answer, logId: string): void {
  res.status(answer.status).set({ 'x-tt-logid': logId, ...answer.headers })
  if (typeof answer.body === 'string' || Buffer.isBuffer(answer.body)) res.send(answer.body)
  else res.type('application/json; charset=utf-8').send(JSON.stringify(answer.body))
}
