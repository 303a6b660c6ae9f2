import { afterAll, describe, expect, it } from 'vitest'
import { freshPostgres } from '../support/database.ts'
import { inACity, LONG, practice } from '../support/death.ts'
import { complaint, draft, slipNoOn } from '../support/outside.ts'
import { startBot, variablesFor } from '../support/process.ts'

describe.skipIf(!process.env.TEST_DATABASE_URL)('a bot that dies on PostgreSQL (TEST_DATABASE_URL)', () => {
  const databases: Awaited<ReturnType<typeof freshPostgres>>[] = []
  const fresh = async () => {
    const database = await freshPostgres(process.env.TEST_DATABASE_URL ?? '')
    databases.push(database)
    return { DATABASE_URL: database.url }
  }
  afterAll(() => Promise.all(databases.map(({ drop }) => drop())))

  practice(fresh)

  it.concurrent(
    'has a second one beside it: every message once, and the survivor finishes the work of the dead',
    () =>
      inACity(async (city) => {
        const where = await fresh()
        const first = await city.start(where)
        const second = await startBot({ ...(await variablesFor(city.sandbox, city.folder)), ...where })
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
      }),
    LONG,
  )
})
