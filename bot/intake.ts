import { createHash, timingSafeEqual } from 'node:crypto'
import express, { type ErrorRequestHandler, type RequestHandler, type Router } from 'express'
import type { Counter } from 'prom-client'
import { z } from 'zod'

import { isWebLink, requestTypeFrom } from '../src/domain/intake.ts'
import type { Log } from '../src/ports.ts'
import type { Report, TakeIn, TakenIn } from '../src/take-in.ts'

export interface IntakeDeps {
  /** By the name of the source; without any the address does not exist. */
  readonly tokens: ReadonlyMap<string, string>
  readonly takeIn: TakeIn
  readonly counter: Counter<'outcome'>
  /** Something may have to be sent now. */
  readonly afterAnswer: () => void
  readonly log: Log
}

const MOST_BYTES = 256 * 1024
const MOST_ITEMS = 100

/**
 * `POST /intake/matters`: other systems put what they found into the office's queue, one object or an array of up to a
 * hundred. 201 with the reference, 200 when it was known, 400 with a message for each field, 401, 413, 422 for secret
 * text (nothing kept), 503 when it could not be written. An array is answered item by item.
 */
export function intakeRouter({ tokens, takeIn, counter, afterAnswer, log }: IntakeDeps): Router {
  const router = express.Router()
  if (tokens.size === 0) return router
  const take: RequestHandler = async (req, res) => {
    const source: string = res.locals.source
    const many = Array.isArray(req.body)
    const told: readonly unknown[] = many ? req.body : [req.body]
    if (told.length === 0 || told.length > MOST_ITEMS) {
      res.status(400).json({ error: 'invalid', fields: [{ field: '', message: `应为1至${MOST_ITEMS}条` }] })
      return
    }
    const read = told.map((one) => item.safeParse(one))
    const good = read.flatMap((one) => (one.success ? [one.data] : []))
    const taken = good.length === 0 ? [] : await takeIn(good.map(reportOf), { door: 'http', source })
    afterAnswer()
    let next = 0
    const answers = read.map((one) => (one.success ? answerTo(taken[next++]) : invalid(one.error)))
    for (const { status } of answers) counter.inc({ outcome: String(status) })
    if (many) {
      res.status(200).json({
        items: answers.map(({ status, body }, index) => ({ status, id: idIn(told[index]), ...body })),
      })
      return
    }
    const [only] = answers
    res.status(only?.status ?? 503).json(only?.body ?? {})
  }
  router.post(
    '/intake/matters',
    authorised(tokens),
    express.json({ limit: MOST_BYTES, type: () => true }),
    take,
  )
  router.use('/intake', troubles(log))
  return router
}

/** One body for every refusal at the door: it tells nothing of what was wrong. */
function authorised(tokens: ReadonlyMap<string, string>): RequestHandler {
  const digests = [...tokens].map(([source, token]) => ({ source, digest: digestOf(token) }))
  return (req, res, next) => {
    const given = /^Bearer +(\S+)$/i.exec(req.headers.authorization ?? '')?.[1] ?? ''
    const digest = digestOf(given)
    // All of them are compared, so that the time tells nothing either.
    const found = digests.filter((one) => timingSafeEqual(one.digest, digest))
    const [known] = found
    if (!known) {
      res.status(401).json({ error: 'unauthorized' })
      return
    }
    res.locals.source = known.source
    next()
  }
}

function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

function troubles(log: Log): ErrorRequestHandler {
  return (error, _req, res, _next) => {
    const type: unknown = error?.type
    if (type === 'entity.too.large') {
      res.status(413).json({ error: 'too large' })
    } else if (typeof type === 'string' && /^(entity|encoding|charset|request)\./.test(type)) {
      res.status(400).json({ error: 'invalid', fields: [{ field: '', message: '不是有效的 JSON' }] })
    } else {
      log.error({ error }, 'intake failed')
      res.status(503).json({ error: 'unavailable' })
    }
  }
}

const text = (max: number) => z.string({ error: '应为文字' }).trim().max(max, `超过${max}字`)
const count = z.number({ error: '应为数字' }).int('应为整数').nonnegative('不能小于0')

const item = z
  .strictObject(
    {
      id: text(100).min(1, '为空'),
      title: text(200).optional(),
      summary: text(5000).optional(),
      platform: text(30).optional(),
      link: text(500).refine(isWebLink, '不是完整的网址').optional(),
      posted_at: z.iso
        .datetime({ offset: true, error: '应为带时区的时间，例如 2026-11-23T09:00:00+08:00' })
        .optional(),
      author: text(60).optional(),
      request_type: z
        .string({ error: '应为文字' })
        .refine((word) => requestTypeFrom(word) !== null, '应为咨询、建议、投诉、举报、求助、质疑之一')
        .optional(),
      reads: count.optional(),
      comments: count.optional(),
      shares: count.optional(),
    },
    { error: (issue) => (issue.code === 'unrecognized_keys' ? '有不认识的字段' : '应为对象') },
  )
  .refine((one) => Boolean(one.title) || Boolean(one.summary), {
    path: ['title'],
    message: '标题和摘要至少填一项',
  })

type Item = z.infer<typeof item>

function reportOf(one: Item): Report {
  const { reads = null, comments = null, shares = null } = one
  const told = reads !== null || comments !== null || shares !== null
  return {
    sourceId: one.id,
    title: one.title || null,
    summary: one.summary || null,
    platform: one.platform || null,
    link: one.link ?? null,
    author: one.author || null,
    postedAt: one.posted_at === undefined ? null : Date.parse(one.posted_at),
    requestType: one.request_type === undefined ? null : requestTypeFrom(one.request_type),
    spread: told ? { reads, comments, shares } : null,
  }
}

interface ItemAnswer {
  readonly status: number
  readonly body: object
}

function answerTo(taken: TakenIn | undefined): ItemAnswer {
  switch (taken?.kind) {
    case 'registered':
      return { status: 201, body: { reference: taken.ref } }
    case 'known':
      return { status: 200, body: { reference: taken.ref } }
    case 'secret':
      return {
        status: 422,
        body: { error: 'secret', message: '内容带有密级标志，未保存，请勿通过本接口传输' },
      }
    case 'failed':
      return { status: 503, body: { error: 'unavailable', fault: taken.reference } }
    case undefined:
      return { status: 503, body: { error: 'unavailable' } }
  }
}

function invalid({ issues }: z.ZodError): ItemAnswer {
  const fields = issues.map((issue) => ({
    field: issue.code === 'unrecognized_keys' ? issue.keys.join(',') : issue.path.map(String).join('.'),
    message: issue.code === 'invalid_type' && issue.input === undefined ? '缺少' : issue.message,
  }))
  return { status: 400, body: { error: 'invalid', fields } }
}

/** Given back as it was told, so that the caller finds its item again. */
function idIn(told: unknown): string | null {
  return typeof told === 'object' && told !== null && 'id' in told && typeof told.id === 'string'
    ? told.id.slice(0, 100)
    : null
}
