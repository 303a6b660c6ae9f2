import { and, asc, eq, gt, gte, inArray, lt, lte, notInArray, sql as raw } from 'drizzle-orm'
import type { Auditing } from '../../src/ports.ts'
import { events, outbox, slips } from '../schema/index.ts'
import { hasCome } from '../sql.ts'
import type { UnitOfWork } from '../unit-of-work.ts'

export function createAuditing({ open }: UnitOfWork): Auditing {
  return {
    async openSlips(after, limit) {
      const rows = await open()
        .select({ state: slips.state })
        .from(slips)
        .where(and(gt(slips.id, after), notInArray(slips.status, ['closed', 'withdrawn', 'voided'])))
        .orderBy(asc(slips.id))
        .limit(limit)
      return rows.map(({ state }) => state)
    },

    async climbs(officeId, since, until) {
      const rows = await open()
        .select({ body: events.body })
        .from(events)
        .where(
          and(
            eq(events.officeId, officeId),
            gte(events.at, since),
            lt(events.at, until),
            eq(events.type, 'rungs_climbed'),
          ),
        )
      return rows.flatMap(({ body }) => (body.type === 'rungs_climbed' ? [body] : []))
    },

    async written(keys) {
      if (keys.length === 0) return new Set()
      const rows = await open()
        .select({ key: outbox.dedupKey })
        .from(outbox)
        .where(inArray(outbox.dedupKey, [...keys]))
      return new Set(rows.map(({ key }) => key))
    },

    async unsent(before, limit) {
      const rows = await open()
        .select({ key: outbox.dedupKey, card: outbox.card, due: outbox.notBefore, code: outbox.lastCode })
        .from(outbox)
        .where(
          and(
            raw`${outbox.status} = 'pending'`,
            lte(outbox.notBefore, before),
            hasCome(outbox.leasedUntil, before),
          ),
        )
        .orderBy(asc(outbox.notBefore), asc(outbox.seq))
        .limit(limit)
      return rows
    },
  }
}
