import { createHash, randomBytes } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getTableName, is, sql as raw } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { PgTable } from 'drizzle-orm/pg-core'
import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe } from 'vitest'
import { type Connection, connectEmbedded, connectPostgres } from '../../db/connect.ts'
import { migrationsFolder } from '../../db/migrate.ts'
import { databaseOver } from '../../db/open-database.ts'
import * as schema from '../../db/schema/index.ts'
import type { Sql } from '../../db/sql.ts'
import type { Database } from '../../src/ports.ts'

export interface TestDatabase extends Database {
  readonly name: 'pglite' | 'postgres'
  /** The bare connection, to look at rows that no port shows. */
  readonly sql: Sql
  /** The same database as another process sees it: nothing remembered in this process is shared. */
  another(): Database
  /** Empties every table. */
  reset(): Promise<void>
}

export interface TestDatabaseKind {
  readonly name: 'pglite' | 'postgres'
  open(): Promise<TestDatabase>
}

/** The embedded database in memory, and PostgreSQL when TEST_DATABASE_URL names one. */
export function testDatabases(): readonly TestDatabaseKind[] {
  const url = process.env.TEST_DATABASE_URL
  const embedded: TestDatabaseKind = {
    name: 'pglite',
    open: async () => testDatabase('pglite', await connectEmbedded('memory', await embeddedImage())),
  }
  return url ? [embedded, { name: 'postgres', open: () => openPostgres(url) }] : [embedded]
}

/**
 * The same practice on both databases: one database per file, emptied before each test.
 * Without TEST_DATABASE_URL the PostgreSQL half is shown as skipped, under a name that says why.
 */
export function describeOnDatabases(title: string, practice: (database: () => TestDatabase) => void): void {
  for (const kind of testDatabases()) {
    describe(`${title} (${kind.name})`, () => practice(withCleanDatabase(kind)))
  }
  if (!process.env.TEST_DATABASE_URL) {
    describe.skip(`${title} (postgres: TEST_DATABASE_URL is not set)`, () =>
      practice(() => {
        throw new Error('there is no PostgreSQL to test on')
      }))
  }
}

/** Opens one database for the tests of this describe block, empties it before each, closes it after the last. */
export function withCleanDatabase(kind: TestDatabaseKind = testDatabases()[0]!): () => TestDatabase {
  let database: TestDatabase | undefined
  beforeAll(async () => {
    database = await kind.open()
  })
  beforeEach(() => database?.reset())
  afterAll(() => database?.close())
  return () => {
    if (!database) throw new Error('the database is opened before the first test, not at collection')
    return database
  }
}

/**
 * An empty embedded database with its migrations applied, made once per machine and set of migrations:
 * to make it anew takes seconds, to begin with a copy takes one.
 */
export async function embeddedImage(): Promise<Blob> {
  const hashes = readMigrationFiles({ migrationsFolder }).map(({ hash }) => hash)
  const name = createHash('sha256').update(hashes.join()).digest('hex').slice(0, 16)
  const path = join(tmpdir(), `jiaobantong-test-${name}.tar`)
  try {
    return await openAsBlob(path)
  } catch {
    const { image, close } = await connectEmbedded('memory')
    const made = await image()
    await close()
    // Several test files may make it at once; a renamed file is there whole or not at all.
    const draft = `${path}.${randomBytes(6).toString('hex')}`
    await writeFile(draft, Buffer.from(await made.arrayBuffer()))
    await rename(draft, path)
    return made
  }
}

/** An empty PostgreSQL database with a name of its own; `drop` removes it with whoever is still connected. */
export async function freshPostgres(url: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `jiaobantong_test_${randomBytes(6).toString('hex')}`
  await asAdmin(url, `create database ${name}`)
  // The server does not die in these tests, so no commit need wait for the disk.
  await asAdmin(url, `alter database ${name} set synchronous_commit = off`)
  const own = new URL(url)
  own.pathname = `/${name}`
  return { url: own.href, drop: () => asAdmin(url, `drop database if exists ${name} with (force)`) }
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const admin = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await admin.unsafe(statement)
  } finally {
    await admin.end()
  }
}

async function openPostgres(url: string): Promise<TestDatabase> {
  const fresh = await freshPostgres(url)
  const { sql, close } = await connectPostgres(fresh.url)
  return testDatabase('postgres', {
    sql,
    async close() {
      await close()
      await fresh.drop()
    },
  })
}

function testDatabase(name: TestDatabaseKind['name'], connection: Connection): TestDatabase {
  const { sql } = connection
  const tables = Object.values(schema)
    .filter((value) => is(value, PgTable))
    .map(getTableName)
    .filter((table) => table !== getTableName(schema.directoryVersion))
  return {
    ...databaseOver(connection),
    name,
    sql,
    another: () => databaseOver(connection),
    async reset() {
      // Much faster than to truncate; as a replica no trigger guards the event log and no key the order of removal.
      const removals = tables.map((table) => `delete from ${table};`).join(' ')
      await sql.execute(
        raw.raw(`do $$ begin set local session_replication_role = replica; ${removals} end $$`),
      )
      // The version only ever rises: a process that remembers an earlier directory must notice that it is gone.
      await sql.update(schema.directoryVersion).set({ version: raw`${schema.directoryVersion.version} + 1` })
    },
  }
}
