import express, { type NextFunction, type Request, type Response, type Router } from 'express'
import type { Log } from '../../src/ports.ts'
import { failureFacts } from './failure.ts'
import { type Received, readInbound } from './inbound.ts'
import { openEnvelope, type WebhookKeys } from './verify.ts'

/** The line that appears over the chat after a press. */
export interface Toast {
  readonly type: 'info' | 'success' | 'warning' | 'error'
  readonly content: string
}

/**
 * What a press is answered with in the same request. `card` (Card JSON 2.0) takes the place of the pressed
 * one.
 */
export interface Reply {
  readonly toast?: Toast
  readonly card?: object
}

export interface WebhookDeps {
  readonly keys: WebhookKeys
  /** The bot's own open_id; undefined until the platform has told it. */
  readonly botOpenId: () => string | undefined
  /**
   * Acts on what came in. Throws when a message could not be handled, so that Feishu delivers it again.
   * The reply matters for presses only.
   */
  readonly receive: (inbound: Received) => Promise<Reply>
  /** What somebody is told whose press failed after all: Feishu never delivers a press again. */
  readonly onFault: (error: unknown) => Toast
  /** Called once the answer has left: Feishu refuses to change a card while a press on it is unanswered. */
  readonly afterAnswer?: () => void
  readonly log: Log
}

const PATH = '/feishu/webhook'
const LIMIT = '1mb'
const UNAUTHORIZED = { error: 'unauthorized' }
const TOO_LARGE = { error: 'payload too large' }

/**
 * The door for Feishu's events and card callbacks, `POST /feishu/webhook`. Whatever is not genuine gets one
 * and the same 401. Throws at once when a key is missing: without it anybody could speak as anybody.
 */
export function feishuWebhook(deps: WebhookDeps): Router {
  const { appId, encryptKey, verificationToken } = deps.keys
  if (appId === '' || encryptKey === '' || verificationToken === '') {
    throw new Error('the webhook needs the app id, the Encrypt Key and the Verification Token')
  }
  const router = express.Router()
  router.post(PATH, express.raw({ type: () => true, limit: LIMIT, inflate: false }), (req, res) =>
    answer(deps, req, res),
  )
  router.all(PATH, (_req, res) => void res.status(401).json(UNAUTHORIZED))
  router.use(PATH, (error: unknown, _req: Request, res: Response, _next: NextFunction) => {
    const type =
      typeof error === 'object' && error !== null && 'type' in error ? String(error.type) : 'unknown'
    deps.log.warn({ why: type }, 'webhook request could not be read')
    if (type === 'entity.too.large') res.status(413).json(TOO_LARGE)
    else res.status(401).json(UNAUTHORIZED)
  })
  return router
}

async function answer(deps: WebhookDeps, req: Request, res: Response): Promise<void> {
  const raw = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0)
  const opened = openEnvelope(raw, req.headers, deps.keys)
  switch (opened.kind) {
    case 'forged':
      deps.log.warn({ why: opened.why, bytes: raw.length, from: req.ip }, 'webhook request refused')
      res.status(401).json(UNAUTHORIZED)
      return
    case 'challenge':
      res.json({ challenge: opened.challenge })
      return
    case 'event':
      return answerEvent(deps, opened.envelope, res)
  }
}

async function answerEvent(deps: WebhookDeps, envelope: unknown, res: Response): Promise<void> {
  const inbound = readInbound(envelope, deps.botOpenId())
  if (inbound.kind === 'malformed') {
    deps.log.warn(
      { type: inbound.type, fields: inbound.why },
      'genuine delivery of an unknown shape, dropped',
    )
    res.json({})
    return
  }
  if (inbound.kind === 'other') {
    deps.log.debug({ type: inbound.type }, 'event of no interest')
    res.json({})
    return
  }
  res.once('close', () => deps.afterAnswer?.())
  if (inbound.kind === 'press') {
    res.json(pressBody(await replyToPress(deps, inbound)))
    return
  }
  try {
    await deps.receive(inbound)
    res.json({})
  } catch (error) {
    deps.log.error(
      { ...failureFacts(error), key: inbound.key, kind: inbound.kind },
      'event failed, Feishu will deliver again',
    )
    res.status(500).json({})
  }
}

async function replyToPress(deps: WebhookDeps, press: Extract<Received, { kind: 'press' }>): Promise<Reply> {
  try {
    return await deps.receive(press)
  } catch (error) {
    deps.log.error({ ...failureFacts(error), key: press.key }, 'press failed')
    return { toast: deps.onFault(error) }
  }
}

/** Exactly the keys Feishu knows: any other shows the presser 200672 instead of the answer. */
export function pressBody({ toast, card }: Reply): object {
  return {
    ...(toast === undefined ? {} : { toast: { type: toast.type, content: toast.content } }),
    ...(card === undefined ? {} : { card: { type: 'raw', data: card } }),
  }
}
