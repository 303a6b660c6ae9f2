import { asc, gt, lte, sql } from 'drizzle-orm'
import type { Sweeping } from '../../src/ports.ts'
import { matters, slips, ticks } from '../schema/index.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { openSlips, settleNotice, unsettledNotice } from './holidays.ts'

/** How far clocks of several processes may differ. */
const AHEAD = 60_000

export function createSweeping({ open }: UnitOfWork): Sweeping {
  return {
    async claimTick(name, now, every) {
      const won = await open()
        .insert(ticks)
        .values({ name, lastAt: now })
        .onConflictDoUpdate({
          target: ticks.name,
          set: { lastAt: now },
          // A clock that once ran ahead must not stop the sweep until that time has really come.
          setWhere: sql`${lte(ticks.lastAt, now - every)} or ${gt(ticks.lastAt, now + AHEAD)}`,
        })
        .returning({ name: ticks.name })
      return won.length > 0
    },

    unsettledNotice: () => unsettledNotice(open()),
    settleNotice: (id, at) => settleNotice(open(), id, at),
    openSlips: (after, limit) => openSlips(open(), after, limit),

    async slipsToLookAt(now, limit) {
      const rows = await open()
        .select({ id: slips.id })
        .from(slips)
        .where(lte(slips.nextLookAt, now))
        .orderBy(asc(slips.nextLookAt), asc(slips.id))
        .limit(limit)
      return rows.map(({ id }) => id)
    },

    async mattersToLookAt(now, limit) {
      const rows = await open()
        .select({ id: matters.id })
        .from(matters)
        .where(lte(matters.nextLookAt, now))
        .orderBy(asc(matters.nextLookAt), asc(matters.id))
        .limit(limit)
      return rows.map(({ id }) => id)
    },
  }
}
