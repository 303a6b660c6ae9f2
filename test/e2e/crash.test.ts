import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { freshPostgres } from '../support/database.ts'
import { complaint, draft, type Outside, openOutside, slipNoOn, wordsOn } from '../support/outside.ts'
import { startBot, type Variables, variablesFor } from '../support/process.ts'

const POST_MESSAGE = 'POST /open-apis/im/v1/messages'

/** A start, a death, a start, and the 30 s for which a dead process's message stays its own. */
const LONG = 150_000

let city: Outside
beforeEach(async () => {
  city = await openOutside()
})
afterEach(() => city.close())

/** 周建国 signs under the fault, and the bot dies as soon as `seen` is true. What it then owes stands in its database. */
async function dieAfterIssue(fault: () => void, seen: () => boolean): Promise<void> {
  const approval = await draft(city)
  fault()
  const pressed = await city.sandbox.press(city.id('周建国'), approval.messageId, '签发')
  expect(pressed).toMatchObject({ toast: { type: 'success' } })
  // The platform announces no call before it has answered it, and a log line is no event.
  await vi.waitFor(() => expect(seen()).toBe(true), { interval: 5, timeout: 20_000 })
  if (seen === failureNoticed) await fetch(`${city.bot().url}/metrics`)
  await city.bot().kill('SIGKILL')
}

const sendingBegan = () => city.sandbox.calls.some(({ path, fault }) => path.endsWith('/messages') && fault)
/** The line is written before the row: one more question to the database lets the row be written too. */
const failureNoticed = () => city.bot().output().includes('a message was not taken')

async function expectOneSlip(): Promise<void> {
  const slip = await city.sandbox.waitFor(() => city.written('市水务集团').at(-1), 60_000)
  await city.bot().settled()
  expect(city.written('市水务集团').map(wordsOn)).toEqual([expect.stringContaining(slipNoOn(slip))])
  expect(await city.press('赵海涛', slip, '确认签收')).toMatchObject({ toast: { type: 'success' } })
  expect(city.sandbox.refusals).toEqual([])
}

function practice(database: () => Variables): void {
  it(
    'sends what was decided before the death exactly once, the platform being out of order meanwhile',
    async () => {
      await city.start(database())
      await dieAfterIssue(
        () => city.sandbox.faults.next('reset_before', { matching: POST_MESSAGE, times: 1000 }),
        failureNoticed,
      )
      expect(city.written('市水务集团')).toEqual([])
      city.sandbox.faults.clear()
      await city.start(database())
      await expectOneSlip()
    },
    LONG,
  )

  it(
    'does not send again what had arrived when the answer was lost and the bot died',
    async () => {
      await city.start(database())
      await dieAfterIssue(
        () => city.sandbox.faults.next('reset_after', { matching: POST_MESSAGE, times: 1000 }),
        failureNoticed,
      )
      expect(city.written('市水务集团')).toHaveLength(1)
      city.sandbox.faults.clear()
      await city.start(database())
      await expectOneSlip()
    },
    LONG,
  )
}

describe('a bot that dies on its embedded database', () => {
  practice(() => ({}))

  it(
    'does not send again what arrived only after the bot had died while it waited',
    async () => {
      await city.start()
      await dieAfterIssue(
        () => city.sandbox.faults.next('slow', { matching: POST_MESSAGE, times: 10, ms: 1000 }),
        sendingBegan,
      )
      await city.sandbox.waitFor(() => city.written('市水务集团').length > 0)
      city.sandbox.faults.clear()
      await city.start()
      await expectOneSlip()
    },
    LONG,
  )
})

describe.skipIf(!process.env.TEST_DATABASE_URL)('a bot that dies on PostgreSQL (TEST_DATABASE_URL)', () => {
  let database: Awaited<ReturnType<typeof freshPostgres>>
  beforeEach(async () => {
    database = await freshPostgres(process.env.TEST_DATABASE_URL ?? '')
  })
  afterEach(async () => {
    await city.bot().kill('SIGKILL')
    await database.drop()
  })

  practice(() => ({ DATABASE_URL: database.url }))

  it(
    'has a second one beside it: every message once, and the survivor finishes the work of the dead',
    async () => {
      const first = await city.start({ DATABASE_URL: database.url })
      const second = await startBot({
        ...(await variablesFor(city.sandbox, city.folder)),
        DATABASE_URL: database.url,
      })
      try {
        for (const text of ['/待办', '/帮助', '/交办']) {
          const before = city.written('市网信办').length
          city.sandbox.connect(first.webhook)
          const said = await city.sandbox.say(city.id('林晓燕'), city.group('市网信办'), text)
          const again = [first, second].map(({ webhook }) => {
            city.sandbox.connect(webhook)
            return city.sandbox.redeliver(said.messageId, { newEventId: true })
          })
          await Promise.all([said.delivered, ...again])
          await Promise.all([first.settled(), second.settled()])
          expect(city.written('市网信办').length - before, text).toBe(1)
        }

        const units = ['市住建局', '市公安局', '市教育局', '市人社局', '市文旅局', '市民政局']
        city.sandbox.connect(first.webhook)
        const approval = await draft(city, { ...complaint, 协办单位: units.join('、') })
        city.sandbox.connect(second.webhook)
        await city.sandbox.press(city.id('周建国'), approval.messageId, '签发')
        await second.kill('SIGKILL')
        city.sandbox.connect(first.webhook)
        const all = ['市水务集团', ...units]
        await city.sandbox.waitFor(() => all.every((unit) => city.written(unit).length > 0), 60_000)
        await first.settled()
        expect(all.map((unit) => city.written(unit).length)).toEqual(all.map(() => 1))
        const numbers = all.map((unit) => city.written(unit).map(slipNoOn)[0])
        expect(new Set(numbers).size).toBe(all.length)
      } finally {
        await second.kill('SIGKILL')
      }
    },
    LONG,
  )
})
