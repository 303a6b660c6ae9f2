import { fileURLToPath } from 'node:url'
import { max, sql as raw } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { bigint, pgSchema } from 'drizzle-orm/pg-core'
import type { Sql } from './sql.ts'

export const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url))

/** Any number, the same in every version: processes that start together apply migrations one after the other. */
const MIGRATION_LOCK = 2_026_112_401

const applied = pgSchema('drizzle').table('__drizzle_migrations', {
  createdAt: bigint('created_at', { mode: 'number' }),
})

/** `sql` must be a single connection, since the lock belongs to the connection that took it. */
export async function migrateUnderLock(sql: Sql, migrate: () => Promise<void>): Promise<void> {
  await sql.execute(raw`select pg_advisory_lock(${MIGRATION_LOCK}::bigint)`)
  try {
    await migrate()
  } finally {
    await sql.execute(raw`select pg_advisory_unlock(${MIGRATION_LOCK}::bigint)`)
  }
}

/** Throws when the database does not answer, or was last migrated by an older version than this one. */
export async function assertMigrated(sql: Sql): Promise<void> {
  const newest = readMigrationFiles({ migrationsFolder }).at(-1)?.folderMillis ?? 0
  const [row] = await sql.select({ last: max(applied.createdAt) }).from(applied)
  if ((row?.last ?? 0) < newest) throw new Error('migrations are missing in the database')
}
