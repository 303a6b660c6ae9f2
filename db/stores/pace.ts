import { asc, inArray, lt } from 'drizzle-orm'
import type { Instant } from '../../src/domain/time.ts'
import type { Outbox } from '../../src/ports.ts'
import { type Budget, idleAt, type Slots, takeUnit } from '../pace-window.ts'
import { pace } from '../schema/index.ts'
import { excluded, type Sql } from '../sql.ts'
import type { UnitOfWork } from '../unit-of-work.ts'

/**
 * At the first taking of a process, and then every so many, the rows that say nothing any more are removed:
 * there is one for every message ever redrawn.
 */
const CLEAN_EVERY = 500

export function createPace({ transact }: UnitOfWork): Pick<Outbox, 'pace'> {
  let takings = 0
  return {
    async pace(budgets, now) {
      if (budgets.length === 0) return { waitUntil: null }
      if (takings++ % CLEAN_EVERY === 0) await transact((sql) => removeIdle(sql, now))
      return transact((sql) => takeAll(sql, budgets, now))
    },
  }
}

async function takeAll(
  sql: Sql,
  budgets: readonly Budget[],
  now: Instant,
): Promise<{ waitUntil: Instant | null }> {
  // One order for everybody, so that two senders cannot wait for each other's rows.
  const keys = budgets.map(({ key }) => key).sort()
  await sql
    .insert(pace)
    .values(keys.map((key) => ({ key, slots: [], idleAt: now })))
    .onConflictDoNothing()
  const rows = await sql
    .select()
    .from(pace)
    .where(inArray(pace.key, keys))
    .orderBy(asc(pace.key))
    .for('update')
  const slotsOf = new Map<string, Slots>(rows.map(({ key, slots }) => [key, slots]))
  const taken = budgets.map((budget) => ({
    budget,
    taken: takeUnit(slotsOf.get(budget.key) ?? [], budget, now),
  }))
  const waits = taken.flatMap(({ taken: one }) => ('waitUntil' in one ? [one.waitUntil] : []))
  if (waits.length > 0) return { waitUntil: Math.max(...waits) }
  await sql
    .insert(pace)
    .values(
      taken.flatMap(({ budget, taken: one }) =>
        'slots' in one ? [{ key: budget.key, slots: one.slots, idleAt: idleAt(one.slots, budget) }] : [],
      ),
    )
    .onConflictDoUpdate({
      target: pace.key,
      set: { slots: excluded(pace.slots), idleAt: excluded(pace.idleAt) },
    })
  return { waitUntil: null }
}

async function removeIdle(sql: Sql, now: Instant): Promise<void> {
  const idle = await sql
    .select({ key: pace.key })
    .from(pace)
    .where(lt(pace.idleAt, now))
    .limit(CLEAN_EVERY)
    .for('update', { skipLocked: true })
  if (idle.length === 0) return
  await sql.delete(pace).where(
    inArray(
      pace.key,
      idle.map(({ key }) => key),
    ),
  )
}
