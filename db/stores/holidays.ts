import { randomUUID } from 'node:crypto'
import { and, asc, desc, eq, gt, gte, isNotNull, isNull, max, notInArray } from 'drizzle-orm'
import type { Arrangement } from '../../src/domain/arrangements.ts'
import type { BodyId, OpenId } from '../../src/domain/directory.ts'
import type { Instant } from '../../src/domain/time.ts'
import type { EnteredNotice } from '../../src/ports.ts'
import { holidayNotices, slips } from '../schema/index.ts'
import type { Sql } from '../sql.ts'

export interface HolidayStore {
  /** The notices in force, in their order; the same array while nothing changed. */
  arrangements(sql: Sql): Promise<readonly Arrangement[]>
}

export function createHolidayStore(): HolidayStore {
  let known: { readonly position: number; readonly inForce: readonly Arrangement[] } = {
    position: 0,
    inForce: [],
  }
  return {
    async arrangements(sql) {
      const position = await lastPosition(sql)
      if (known.position === position) return known.inForce
      const rows = await sql
        .select({ position: holidayNotices.position, arrangement: holidayNotices.arrangement })
        .from(holidayNotices)
        .where(isNotNull(holidayNotices.position))
        .orderBy(asc(holidayNotices.position))
      known = { position: rows.at(-1)?.position ?? 0, inForce: rows.map(({ arrangement }) => arrangement) }
      return known.inForce
    },
  }
}

async function lastPosition(sql: Sql): Promise<number> {
  const [row] = await sql.select({ position: max(holidayNotices.position) }).from(holidayNotices)
  return row?.position ?? 0
}

/** The notice of that office entered last and not yet in force, unless it was entered before `since`. */
export async function enteredNotice(
  sql: Sql,
  officeId: BodyId,
  since: Instant,
): Promise<EnteredNotice | null> {
  const [row] = await sql
    .select({ id: holidayNotices.id, arrangement: holidayNotices.arrangement })
    .from(holidayNotices)
    .where(
      and(
        eq(holidayNotices.officeId, officeId),
        isNull(holidayNotices.position),
        gte(holidayNotices.enteredAt, since),
      ),
    )
    .orderBy(desc(holidayNotices.enteredAt))
    .limit(1)
  return row ?? null
}

export async function enterNotice(
  sql: Sql,
  officeId: BodyId,
  arrangement: Arrangement,
  by: OpenId,
  at: Instant,
): Promise<void> {
  await sql
    .insert(holidayNotices)
    .values({ id: randomUUID(), officeId, arrangement, enteredBy: by, enteredAt: at })
}

/** Of two in the same moment the unique position refuses one, whose message Feishu then delivers again. */
export async function adoptNotice(sql: Sql, id: string, by: OpenId, at: Instant): Promise<boolean> {
  const position = (await lastPosition(sql)) + 1
  const adopted = await sql
    .update(holidayNotices)
    .set({ position, adoptedBy: by, adoptedAt: at })
    .where(and(eq(holidayNotices.id, id), isNull(holidayNotices.position)))
    .returning({ id: holidayNotices.id })
  return adopted.length > 0
}

export async function unsettledNotice(sql: Sql): Promise<string | null> {
  const [row] = await sql
    .select({ id: holidayNotices.id })
    .from(holidayNotices)
    .where(and(isNotNull(holidayNotices.adoptedAt), isNull(holidayNotices.settledAt)))
    .orderBy(asc(holidayNotices.position))
    .limit(1)
  return row?.id ?? null
}

export async function settleNotice(sql: Sql, id: string, at: Instant): Promise<void> {
  await sql.update(holidayNotices).set({ settledAt: at }).where(eq(holidayNotices.id, id))
}

export async function openSlips(sql: Sql, after: string, limit: number): Promise<readonly string[]> {
  const rows = await sql
    .select({ id: slips.id })
    .from(slips)
    .where(and(gt(slips.id, after), notInArray(slips.status, ['closed', 'withdrawn', 'voided'])))
    .orderBy(asc(slips.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}
