import { isNotNull } from 'drizzle-orm'
import type { Database, Log } from '../src/ports.ts'
import { type Connection, connectEmbedded, connectPostgres } from './connect.ts'
import { assertMigrated } from './migrate.ts'
import { outbox, postedCards } from './schema/index.ts'
import type { Sql } from './sql.ts'
import { createAuditing } from './stores/auditing.ts'
import { createDirectoryStore } from './stores/directory.ts'
import { createDirectoryAdmin } from './stores/directory-import.ts'
import { createHolidayStore } from './stores/holidays.ts'
import { createOutbox } from './stores/outbox.ts'
import { createPace } from './stores/pace.ts'
import { createQueueState } from './stores/queue-state.ts'
import { createReader } from './stores/reader.ts'
import { createRedraws } from './stores/redraws.ts'
import { createSweeping } from './stores/sweeping.ts'
import { txOf } from './stores/tx.ts'
import { createUnitOfWork } from './unit-of-work.ts'

export interface DatabaseConfig {
  /** `postgres://…`; without it the embedded database is opened in `dataDir`. */
  readonly url?: string | undefined
  /** Folder of the embedded database; `memory` keeps nothing. */
  readonly dataDir?: string | undefined
  /** A copy of an embedded database for a new one to begin with; tests start faster by it. */
  readonly image?: Blob | undefined
  readonly log?: Log | undefined
}

/** Opens the database and applies missing migrations. Throws `DATA_DIR_IN_USE` when another process holds the folder. */
export async function openDatabase({
  url,
  dataDir = './data',
  image,
  log,
}: DatabaseConfig): Promise<Database> {
  const connection = url ? await connectPostgres(url) : await connectEmbedded(dataDir, image)
  if (!url) await endLeases(connection.sql)
  log?.info({ database: url ? 'postgres' : 'embedded' }, 'database is open')
  return databaseOver(connection, log)
}

/** The folder's lock proves that whoever held a lease in an embedded database is gone: what they held is free at once. */
async function endLeases(sql: Sql): Promise<void> {
  await sql.update(outbox).set({ leasedUntil: 0 }).where(isNotNull(outbox.leasedUntil))
  await sql.update(postedCards).set({ leasedUntil: 0 }).where(isNotNull(postedCards.leasedUntil))
}

export function databaseOver({ sql, close }: Connection, log?: Log): Database {
  const work = createUnitOfWork(sql, log)
  const directories = createDirectoryStore()
  const holidays = createHolidayStore()
  return {
    transact: (use) => work.transact((tx) => use(txOf(tx, directories, holidays))),
    read: createReader(work.open, directories, holidays),
    outbox: {
      ...createOutbox(work),
      ...createRedraws(work),
      ...createPace(work),
      ...createQueueState(work),
    },
    sweeping: createSweeping(work),
    auditing: createAuditing(work),
    directory: createDirectoryAdmin(work),
    ready: () => assertMigrated(work.open()),
    close,
  }
}
