import { and, eq, sql as raw } from 'drizzle-orm'
import type { Series } from '../../src/domain/decision.ts'
import type { BodyId } from '../../src/domain/directory.ts'
import { counters } from '../schema/index.ts'
import type { Sql } from '../sql.ts'

function rowOf(officeId: BodyId, series: Series, year: number) {
  return and(eq(counters.officeId, officeId), eq(counters.series, series), eq(counters.year, year))
}

/** The next free serial. The row stays locked until the transaction ends, so whoever comes next waits for its outcome. */
export async function nextSerial(sql: Sql, officeId: BodyId, series: Series, year: number): Promise<number> {
  await sql.insert(counters).values({ officeId, series, year, last: 0 }).onConflictDoNothing()
  const [row] = await sql
    .select()
    .from(counters)
    .where(rowOf(officeId, series, year))
    .for('update')
  if (!row) throw new Error(`no counter for ${officeId}/${series}/${year}`)
  return row.last + 1
}

export async function useSerials(
  sql: Sql,
  officeId: BodyId,
  series: Series,
  year: number,
  count: number,
): Promise<void> {
  await sql
    .update(counters)
    .set({ last: raw`${counters.last} + ${count}` })
    .where(rowOf(officeId, series, year))
}
