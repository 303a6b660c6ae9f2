import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite'
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator'
import { drizzle as drizzlePostgres } from 'drizzle-orm/postgres-js'
import { migrate as migratePostgres } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { lockDataDir } from './data-dir-lock.ts'
import { migrateUnderLock, migrationsFolder } from './migrate.ts'
import * as schema from './schema/index.ts'
import type { Sql } from './sql.ts'

export interface Connection {
  readonly sql: Sql
  close(): Promise<void>
}

/** Seconds that `close` waits for queries under way. */
const CLOSE_TIMEOUT = 5

/** A pool on PostgreSQL, its migrations applied. */
export async function connectPostgres(url: string): Promise<Connection> {
  const options = {
    connection: { TimeZone: 'UTC', application_name: 'jiaobantong' },
    onnotice: () => {},
  }
  const single = postgres(url, { ...options, max: 1 })
  try {
    const sql = drizzlePostgres(single, { schema })
    await migrateUnderLock(sql, () => migratePostgres(sql, { migrationsFolder }))
  } finally {
    await single.end({ timeout: CLOSE_TIMEOUT })
  }
  const pool = postgres(url, { ...options, max: 10 })
  return {
    sql: drizzlePostgres(pool, { schema }),
    close: () => pool.end({ timeout: CLOSE_TIMEOUT }),
  }
}

export interface EmbeddedConnection extends Connection {
  /** A copy of everything, with which another embedded database may begin. */
  image(): Promise<Blob>
}

/**
 * The embedded database in the folder, or in memory for tests; its migrations applied.
 * A new one begins empty, or as a copy of `image`, which takes a fifth of the time.
 */
export async function connectEmbedded(dataDir: string, image?: Blob): Promise<EmbeddedConnection> {
  const release = dataDir === 'memory' ? () => {} : lockDataDir(dataDir)
  try {
    const client = await PGlite.create(
      dataDir === 'memory' ? 'memory://' : folderIn(dataDir),
      image ? { loadDataDir: image } : {},
    )
    const sql = drizzlePglite(client, { schema })
    await migratePglite(sql, { migrationsFolder })
    // Nothing gathers statistics by itself here, and a page anywhere costs the same: else the planner reads whole tables.
    await client.exec('set random_page_cost = 1; analyze')
    return {
      sql,
      image: () => client.dumpDataDir('none'),
      async close() {
        await client.close()
        release()
      },
    }
  } catch (error) {
    release()
    throw error
  }
}

function folderIn(dataDir: string): string {
  const folder = join(dataDir, 'pglite')
  mkdirSync(folder, { recursive: true })
  return folder
}
