import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql as raw } from 'drizzle-orm'
import express from 'express'
import { Counter, Registry } from 'prom-client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { intakeRouter } from '../../bot/intake.ts'
import { outbox } from '../../db/schema/index.ts'
import { defaultPolicy } from '../../src/domain/policy.ts'
import { createExecute } from '../../src/execute.ts'
import type { Database, Log } from '../../src/ports.ts'
import { createTakeIn } from '../../src/take-in.ts'
import { withCleanDatabase } from '../support/database.ts'
import { calendar, directory, MONDAY_0900, 网信办 } from '../support/people.ts'

const TOKEN = 'watch-token-of-32-characters-aaa'
const OTHER = 'other-token-of-32-characters-bbb'
const log: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
const water = { id: 'A-1', title: '翠湖苑自来水发黄', summary: '早晚放水都是黄的，电话13812345678' }

describe('POST /intake/matters', () => {
  const database = withCleanDatabase()
  const counter = new Counter({
    name: 'told',
    help: 'told',
    labelNames: ['outcome'],
    registers: [new Registry()],
  })
  let server: Server
  let url = ''
  let broken = false

  beforeEach(async () => {
    broken = false
    const db: Database = {
      ...database(),
      transact: (work) => (broken ? Promise.reject(new Error('no database')) : database().transact(work)),
    }
    const { bodies, people } = directory
    await database().directory.import({ hash: 'people', bodies, people }, { prune: false, at: MONDAY_0900 })
    const clock = { now: () => MONDAY_0900 }
    const execute = createExecute({ db, clock, calendars: () => calendar, policy: defaultPolicy })
    const app = express()
    app.use(
      intakeRouter({
        tokens: new Map([
          ['舆情监测', TOKEN],
          ['市长信箱', OTHER],
        ]),
        takeIn: createTakeIn({ db, execute, log }),
        counter,
        afterAnswer: () => {},
        log,
      }),
    )
    server = await new Promise<Server>((resolve) => {
      const listening = app.listen(0, '127.0.0.1', () => resolve(listening))
    })
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/intake/matters`
  })

  afterEach(() => new Promise<void>((resolve) => void server.close(() => resolve())))

  const post = async (body: unknown, token: string | null = TOKEN) => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: token === null ? {} : { authorization: `Bearer ${token}` },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
  }

  /** Everything that waits to be sent. */
  const owed = () =>
    database().sql.select({ card: outbox.card, chat: outbox.targetId }).from(outbox).orderBy(outbox.seq)

  it('puts a report into the queue and tells the office, with where it came from and no telephone number', async () => {
    const told = {
      ...water,
      author: '三栋四楼',
      posted_at: '2026-11-23T08:10:00+08:00',
      request_type: '投诉',
      reads: 12,
    }
    const { status, body } = await post(told)
    expect([status, body]).toEqual([201, { reference: 'YQ20261123-001' }])
    const [first] = await owed()
    expect(first?.chat).toBe(网信办.chatId)
    const card = first?.card
    if (card?.kind !== 'registered') throw new Error('the office was not told')
    const matter = (await database().read.dossierOfMatter(card.matterId))?.matter
    expect(matter).toMatchObject({
      status: 'registered',
      registered: { by: 'system' },
      seed: { title: water.title, summary: '早晚放水都是黄的，电话138********', requestType: 'complaint' },
      origin: {
        door: 'http',
        source: '舆情监测',
        sourceId: 'A-1',
        author: '三栋四楼',
        postedAt: Date.parse('2026-11-23T08:10:00+08:00'),
        spread: { reads: 12, comments: null, shares: null },
      },
    })
  })

  it('knows the same report again, and keeps those of two sources apart', async () => {
    await post(water)
    expect(await post({ ...water, title: '换了标题' })).toEqual({
      status: 200,
      body: { reference: 'YQ20261123-001' },
    })
    expect((await post(water, OTHER)).body).toEqual({ reference: 'YQ20261123-002' })
    expect(await owed()).toHaveLength(2)
  })

  it('takes a report once, however many tell it at the same moment', async () => {
    const told = await Promise.all([1, 2, 3, 4].map(() => post(water)))
    expect(told.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201])
    expect(new Set(told.map(({ body }) => body.reference))).toEqual(new Set(['YQ20261123-001']))
  })

  it('says of every field what is wrong with it', async () => {
    const { status, body } = await post({
      title: '',
      link: '翠湖苑',
      reads: -1,
      request_type: '牢骚',
      nick: 'x',
    })
    expect(status).toBe(400)
    const fields = (body.fields as { field: string }[]).map(({ field }) => field)
    expect(fields).toEqual(expect.arrayContaining(['id', 'link', 'reads', 'request_type', 'nick']))
    expect((await post({ id: 'A-2' })).status).toBe(400)
    expect((await post('{"id":')).status).toBe(400)
    expect((await post([])).status).toBe(400)
    expect((await post(Array.from({ length: 101 }, () => water))).status).toBe(400)
  })

  it('answers whoever has no right with one and the same refusal', async () => {
    const refusals = await Promise.all([
      post(water, null),
      post(water, ''),
      post(water, `${TOKEN}x`),
      post('{', 'x'),
    ])
    expect(new Set(refusals.map((one) => JSON.stringify(one)))).toEqual(
      new Set([JSON.stringify({ status: 401, body: { error: 'unauthorized' } })]),
    )
    expect(await owed()).toEqual([])
  })

  it('refuses what is too large', async () => {
    expect((await post({ ...water, summary: '水'.repeat(200_000) })).status).toBe(413)
  })

  it('keeps nothing at all of a text that bears a secrecy mark', async () => {
    const secret = { id: 'S-绝密线索', title: '机密★20年', summary: '某工程方案' }
    expect(await post(secret)).toMatchObject({ status: 422, body: { error: 'secret' } })
    const { sql } = database()
    for (const table of ['matters', 'events', 'inbox', 'outbox']) {
      const rows = JSON.stringify(await sql.execute(raw.raw(`select * from ${table}`)))
      for (const part of ['机密', '某工程方案', '绝密线索']) expect(rows).not.toContain(part)
    }
  })

  it('answers an array item by item, and tells the office of more than three once', async () => {
    const told = [
      water,
      { ...water, id: 'A-2', title: '路灯不亮' },
      { id: 'A-3' },
      { id: 'A-4', title: '秘密★' },
      { id: 'A-5', title: '积水' },
      { id: 'A-6', title: '噪声' },
    ]
    const { status, body } = await post(told)
    expect(status).toBe(200)
    expect((body.items as { status: number; id: string }[]).map(({ status, id }) => [id, status])).toEqual([
      ['A-1', 201],
      ['A-2', 201],
      ['A-3', 400],
      ['A-4', 422],
      ['A-5', 201],
      ['A-6', 201],
    ])
    const [only, ...others] = await owed()
    expect(others).toEqual([])
    expect(only?.card).toMatchObject({ kind: 'intake_batch', source: '舆情监测', total: 4 })
  })

  it('tells of three with a card each', async () => {
    await post([water, { ...water, id: 'A-2' }, { ...water, id: 'A-3' }])
    expect((await owed()).map(({ card }) => card.kind)).toEqual(['registered', 'registered', 'registered'])
  })

  it('does not tell the office again of a batch told again', async () => {
    const batch = [1, 2, 3, 4].map((n) => ({ ...water, id: `B-${n}` }))
    await post(batch)
    const { body } = await post(batch)
    expect((body.items as { status: number }[]).map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(await owed()).toHaveLength(1)
  })

  it('writes nothing by halves: out of reach is 503, and telling it again later is the first time', async () => {
    broken = true
    expect((await post(water)).status).toBe(503)
    broken = false
    expect((await post(water)).status).toBe(201)
  })

  it('counts by status', async () => {
    await post(water)
    const { values } = await counter.get()
    expect(values.find(({ labels }) => labels.outcome === '201')?.value).toBeGreaterThan(0)
  })
})
