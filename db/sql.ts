import { isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { PgColumn, PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type { Instant } from '../src/domain/time.ts'
import type * as schema from './schema/index.ts'

/** A connection or a transaction, of PostgreSQL or of the embedded PGlite: the stores know no difference. */
export type Sql = PgDatabase<PgQueryResultHKT, typeof schema>

/** Hands out the connection for work outside a transaction. */
export type Open = () => Sql

/** The column's new value where an insert meets a row that is there already. */
export function excluded(column: PgColumn): SQL {
  return sql`excluded.${sql.identifier(column.name)}`
}

/** True when the instant in the column has come, or when there is none to wait for. */
export function hasCome(column: PgColumn, now: Instant): SQL | undefined {
  return or(isNull(column), lte(column, now))
}
