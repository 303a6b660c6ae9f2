import { and, eq, like } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { outbox, slips } from '../../db/schema/index.ts'
import { createAudit } from '../../src/audit.ts'
import { createCalendars } from '../../src/domain/calendars.ts'
import { defaultPolicy } from '../../src/domain/policy.ts'
import { MINUTE } from '../../src/domain/time.ts'
import { officialCalendar } from '../../src/holidays.ts'
import { testDatabases, withCleanDatabase } from '../support/database.ts'
import { live, type Troubles } from '../support/fortnight.ts'
import {
  expectNightsInPeace,
  expectNothingHeld,
  expectRungsOnce,
  expectRungsOnTime,
} from '../support/fortnight-rules.ts'
import { issue, yellowWater } from '../support/matters.ts'
import { type Office, openOffice, wordsOn } from '../support/office.ts'
import { calmDown, expectBooksInOrder } from '../support/reckoning.ts'
import { anotherBot } from '../support/second-bot.ts'

const BEFORE_MID_AUTUMN = Date.parse('2026-09-21T09:00:00+08:00')

/** PostgreSQL where there is one: what a city goes through, its server does. */
const kind = testDatabases().at(-1)

describe(`two weeks of a city in trouble (${kind?.name})`, () => {
  const database = withCleanDatabase(kind)
  let office: Office
  beforeEach(async () => {
    office = await openOffice({ database: database(), at: BEFORE_MID_AUTUMN })
  })
  afterEach(() => office.close())

  const auditor = () =>
    createAudit({
      db: database(),
      clock: office.clock,
      calendars: createCalendars(officialCalendar()),
      policy: defaultPolicy,
      log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
      heartbeat: async () => {},
    }).look

  /** Dies now and then, has a second process beside it for five days, loses three days at once and Feishu for six hours. */
  const troubles: Troubles = {
    death: 0.08,
    second: [3, 8],
    open: () => anotherBot(office, database().another()),
    jump: 6,
    outage: 10.1,
  }

  it('of deaths, of two at once, of a jump of the clock and of an outage: each rung once, at its time; the audit finds what is wrong and nothing else', async () => {
    const audit = auditor()
    const weeks = await live(office, database(), {
      seed: 12,
      days: 13,
      matters: 14,
      troubles,
      afterCalm: async () => expect(await audit()).toEqual([]),
    })
    expect(await database().sql.$count(slips)).toBeGreaterThan(25)
    expect(weeks.deaths).toBeGreaterThan(3)
    const { climbed, spoken } = await expectRungsOnce(database(), weeks)
    expect(climbed).toBeGreaterThan(60)
    expect(spoken).toBeGreaterThan(30)
    await expectRungsOnTime(database(), weeks)
    const { held, woken } = await expectNightsInPeace(office, database(), weeks)
    expect(held).toBeGreaterThan(5)
    expect(woken).toBeGreaterThan(5)
    await office.wind('2026-10-26T10:00:00+08:00')
    await calmDown(office, database())
    await expectNothingHeld(database())
    await expectBooksInOrder(office, database())
    await expectAuditToNameTheGaps()
  })

  /** One slip loses its appointment, another the message of its first reminder. */
  async function expectAuditToNameTheGaps(): Promise<void> {
    const { sql } = database()
    const before = new Set((await sql.select({ id: slips.id }).from(slips)).map(({ id }) => id))
    await issue(office)
    await issue(office, { ...yellowWater, 标题: '泵站夜间停水' })
    const issued = (await sql.select({ id: slips.id }).from(slips).orderBy(slips.noSerial))
      .map(({ id }) => id)
      .filter((id) => !before.has(id))
    const [forgotten = '', untold = ''] = issued
    await sql.update(slips).set({ nextLookAt: null }).where(eq(slips.id, forgotten))
    await office.wind('2026-10-26T15:31:00+08:00')
    const reminder = and(like(outbox.dedupKey, 'reminder/%'), like(outbox.dedupKey, `%${untold}%`))
    expect(await sql.delete(outbox).where(reminder).returning()).toHaveLength(1)
    await office.clock.wind(2 * MINUTE)
    const found = await auditor()()
    expect(found.map((gap) => `${gap.what} ${'slipId' in gap ? gap.slipId : gap.key}`).sort()).toEqual([
      `not_written ${untold}`,
      `rung_missed ${forgotten}`,
    ])
    await office.settle()
    const [last] = office.cards('市网信办', '系统自查发现遗漏').slice(-1)
    expect(last && wordsOn(last)).toContain(String(found.length))
  }
})
