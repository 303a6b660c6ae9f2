import { eq, like } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { outbox, slips } from '../../db/schema/index.ts'
import { createAudit } from '../../src/audit.ts'
import { createCalendars } from '../../src/domain/calendars.ts'
import { defaultPolicy } from '../../src/domain/policy.ts'
import { MINUTE } from '../../src/domain/time.ts'
import { officialCalendar } from '../../src/holidays.ts'
import { describeOnDatabases } from '../support/database.ts'
import { issue } from '../support/matters.ts'
import { type Office, openOffice, wordsOn } from '../support/office.ts'

describeOnDatabases('the audit of our own work', (database) => {
  let office: Office
  let beats: boolean[]
  beforeEach(async () => {
    beats = []
    office = await openOffice({ database: database() })
    await issue(office)
  })
  afterEach(() => office.close())

  /** The auditor of another process: it remembers nothing of what this one did. */
  const auditor = () =>
    createAudit({
      db: database(),
      clock: office.clock,
      calendars: createCalendars(officialCalendar()),
      policy: defaultPolicy,
      log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
      heartbeat: async (inOrder) => void beats.push(inOrder),
    }).look
  const accusations = () =>
    office.sandbox
      .messages(office.group('市网信办'))
      .map(wordsOn)
      .filter((words) => words.includes('系统自查发现遗漏'))

  it('finds nothing after a day on which everything was said, and lets the heart beat', async () => {
    await office.wind('2026-11-24T10:00:00+08:00')
    expect(await auditor()()).toEqual([])
    expect(beats).toEqual([true])
    expect(accusations()).toEqual([])
  })

  it('finds the rung the sweep was kept from, by the slip’s own facts, and tells the office once', async () => {
    await database().sql.update(slips).set({ nextLookAt: null })
    await office.wind('2026-11-23T14:35:00+08:00')
    expect(await auditor()()).toMatchObject([
      { what: 'rung_missed', key: 'receipt.urge.1@1', due: Date.parse('2026-11-23T14:30:00+08:00') },
    ])
    expect(beats).toEqual([false])
    await office.settle()
    expect(accusations()).toHaveLength(1)
    expect(accusations()[0]).toContain('应于11月23日（周一）14:30')
    await office.clock.windTo(office.clock.now() + 2 * MINUTE)
    await auditor()()
    await office.settle()
    expect(accusations()).toHaveLength(1)
  })

  it('finds a reminder that was decided and whose message is gone', async () => {
    await office.wind('2026-11-23T14:31:00+08:00')
    await database().sql.delete(outbox).where(like(outbox.dedupKey, 'reminder/%'))
    await office.clock.windTo(office.clock.now() + MINUTE)
    expect(await auditor()()).toMatchObject([{ what: 'not_written', key: 'receipt.urge.1@1' }])
  })

  it('tells a message the platform does not take from our own failings: the heart goes on beating', async () => {
    await office.wind('2026-11-23T14:31:00+08:00')
    await database()
      .sql.update(outbox)
      .set({ status: 'pending', nextAttemptAt: office.clock.now() + 60 * MINUTE, lastCode: '11232' })
      .where(eq(outbox.status, 'sent'))
    await office.clock.windTo(office.clock.now() + 2 * MINUTE)
    const gaps = await auditor()()
    expect(gaps.length).toBeGreaterThan(0)
    expect(gaps.every(({ what }) => what === 'not_sent')).toBe(true)
    expect(beats).toEqual([true])
  })
})
