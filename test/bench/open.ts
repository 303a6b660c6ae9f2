import { type Connection, connectEmbedded, connectPostgres } from '../../db/connect.ts'
import { databaseOver } from '../../db/open-database.ts'
import type { Sql } from '../../db/sql.ts'
import type { Database } from '../../src/ports.ts'
import { embeddedImage, freshPostgres } from '../support/database.ts'
import { everybody, MONDAY_0900, 住建局, 市领导, 水务集团, 督查室, 网信办 } from '../support/people.ts'

export interface BenchDatabase {
  readonly kind: 'PGlite' | 'PostgreSQL'
  readonly sql: Sql
  readonly db: Database
  close(): Promise<void>
}

/** An empty database with the people of a small office: PGlite in memory, or PostgreSQL when TEST_DATABASE_URL names one. */
export async function openBench(): Promise<BenchDatabase> {
  const url = process.env.TEST_DATABASE_URL
  const fresh = url ? await freshPostgres(url) : null
  const connection: Connection = fresh
    ? await connectPostgres(fresh.url)
    : await connectEmbedded('memory', await embeddedImage())
  const db = databaseOver(connection)
  const bodies = [网信办, 水务集团, 住建局, 督查室, 市领导]
  await db.directory.import(
    { hash: 'bench', bodies, people: everybody.filter(({ posts }) => posts.length > 0) },
    { prune: false, at: MONDAY_0900 },
  )
  return {
    kind: fresh ? 'PostgreSQL' : 'PGlite',
    sql: connection.sql,
    db,
    close: async () => {
      await connection.close()
      await fresh?.drop()
    },
  }
}
