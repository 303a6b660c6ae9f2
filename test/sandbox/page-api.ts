import express, {
  type Express,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
} from 'express'
import type { Typed } from './delivery/form-values.ts'
import { type FaultKind, type Faults, faultKinds } from './faults.ts'
import { servePage } from './page-files.ts'
import { stateFor } from './page-state.ts'
import type { Sandbox } from './sandbox.ts'
import type { Json, World } from './world.ts'

/** A request of the page that means nothing here: answered 400 with the words. */
class Meaningless extends Error {}

/** Hangs the page and what it asks for into the application. Returns what ends its open streams. */
export function mountPage(app: Express, world: World, sandbox: Sandbox): () => void {
  const streams = new Set<Response>()
  app.use(onlyFromHere)
  app.get('/sandbox/state', (req, res) => {
    res.set('cache-control', 'no-store').json(stateFor(world, sandbox, text(req.query.seat)))
  })
  app.get('/sandbox/stream', (_req, res) => {
    res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    res.write('retry: 1000\n\n')
    streams.add(res)
    res.on('close', () => streams.delete(res))
  })
  app.get('/sandbox/files/:key', (req, res) => {
    const file = world.files.get(text(req.params.key))
    if (!file) return void res.status(404).json({ error: '没有这个文件' })
    res.set({ 'content-type': 'application/octet-stream', 'x-content-type-options': 'nosniff' })
    res.attachment(file.name ?? 'picture.jpg').send(file.bytes)
  })
  app.post('/sandbox/file', express.raw({ type: () => true, limit: '32mb' }), (req, res, next) =>
    answering(async () => {
      const asked = req.query as Json
      const said = await sandbox.sendFile(
        need(asked, 'seat'),
        need(asked, 'chat_id'),
        { name: need(asked, 'name'), bytes: Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0) },
        { as: text(asked.as) === 'image' ? 'image' : 'file' },
      )
      return { message_id: said.messageId }
    })(req, res, next),
  )
  app.use('/sandbox', express.json({ limit: '1mb' }))
  app.post(
    '/sandbox/say',
    answering(async (body) => {
      const said = await sandbox.say(need(body, 'seat'), need(body, 'chat_id'), need(body, 'text'), {
        ...(typeof body.mention === 'boolean' ? { mention: body.mention } : {}),
        ...(text(body.reply_to) ? { replyTo: text(body.reply_to) } : {}),
      })
      return { message_id: said.messageId }
    }),
  )
  app.post(
    '/sandbox/press',
    answering(async (body) => {
      const button = text(body.name) || need(body, 'label')
      const values = typeof body.values === 'object' && body.values !== null ? (body.values as Typed) : {}
      const { delivery: _unseen, ...result } = await sandbox.press(
        need(body, 'seat'),
        need(body, 'message_id'),
        button,
        values,
      )
      return result
    }),
  )
  app.post(
    '/sandbox/wind',
    answering(async (body) => {
      const to = typeof body.ms === 'number' ? world.clock.now() + body.ms : Date.parse(need(body, 'to'))
      if (Number.isNaN(to)) throw new Meaningless('看不懂这个时间')
      await world.clock.windTo(to)
      world.touch()
      return { now: world.clock.now() }
    }),
  )
  app.post(
    '/sandbox/faults',
    answering(async (body) => {
      order(sandbox.faults, body)
      return { faults: sandbox.faults.list() }
    }),
  )
  servePage(app)

  let announced = false
  const stopListening = world.onChange(() => {
    if (announced) return
    announced = true
    setImmediate(() => {
      announced = false
      for (const stream of streams) stream.write('event: change\ndata: {}\n\n')
    })
  })
  return () => {
    stopListening()
    for (const stream of streams) stream.end()
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function need(body: Json, field: string): string {
  const value = text(body[field])
  if (value === '') throw new Meaningless(`缺少 ${field}`)
  return value
}

function answering(work: (body: Json) => Promise<Json>): RequestHandler {
  return async (req, res) => {
    try {
      res.json(await work((req.body ?? {}) as Json))
    } catch (error) {
      res.status(400).json({ error: error instanceof Error ? error.message : String(error) })
    }
  }
}

function order(faults: Faults, body: Json): void {
  const kind = need(body, 'kind')
  if (kind === 'clear') faults.clear()
  else if (kind === 'down') faults.down(Number(body.until))
  else if (kind === 'remove_bot') faults.removeBot(need(body, 'chat_id'))
  else if (kind === 'return_bot') faults.returnBot(need(body, 'chat_id'))
  else if (isFault(kind)) {
    faults.next(kind, {
      ...(typeof body.times === 'number' ? { times: body.times } : {}),
      ...(typeof body.matching === 'string' ? { matching: body.matching } : {}),
      ...(typeof body.ms === 'number' ? { ms: body.ms } : {}),
      ...(typeof body.probability === 'number' ? { probability: body.probability } : {}),
    })
  } else throw new Meaningless(`没有这种故障：${kind}`)
}

function isFault(kind: string): kind is FaultKind {
  return (faultKinds as readonly string[]).includes(kind)
}

// A page of another site, or a name that was pointed at this machine, must not drive the sandbox.
function onlyFromHere(req: Request, res: Response, next: NextFunction): void {
  const host = req.get('host') ?? ''
  const origin = req.get('origin')
  const local = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host)
  if (!local || (origin !== undefined && origin !== `http://${host}`)) {
    res.status(403).json({ error: '只接受本机页面的请求' })
    return
  }
  next()
}
