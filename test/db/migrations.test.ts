import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { sql as raw } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connectPostgres } from '../../db/connect.ts'
import { assertMigrated, migrationsFolder } from '../../db/migrate.ts'
import { openDatabase } from '../../db/open-database.ts'
import { freshPostgres, withCleanDatabase } from '../support/database.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const url = process.env.TEST_DATABASE_URL

describe('migrations', () => {
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jiaobantong-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('say everything that the schema says', async () => {
    const out = join(folder, 'migrations')
    cpSync(migrationsFolder, out, { recursive: true })
    const config = join(folder, 'drizzle.config.json')
    // drizzle-kit puts `./` before the folder whatever it is, so an absolute path would be another one.
    const settings = { dialect: 'postgresql', schema: './db/schema/*.ts', out: relative(root, out) }
    writeFileSync(config, JSON.stringify(settings))
    const kit = join(root, 'node_modules/drizzle-kit/bin.cjs')
    const generate = [kit, 'generate', '--config', relative(root, config)]
    const { stdout } = await promisify(execFile)(process.execPath, generate, { cwd: root })
    // It ends with success also when it failed, so only its own sentence tells that it looked and found nothing.
    expect(stdout).toContain('No schema changes')
    expect(readdirSync(out).sort()).toEqual(readdirSync(migrationsFolder).sort())
  })
})

describe('an embedded database that an older version left behind', () => {
  const database = withCleanDatabase()

  it('is not ready', async () => {
    const { sql } = database()
    await expect(assertMigrated(sql)).resolves.toBeUndefined()
    await sql.execute(
      raw`delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations)`,
    )
    await expect(database().ready()).rejects.toThrow('migrations are missing')
  })
})

describe.skipIf(!url)('processes that start together on an empty PostgreSQL', () => {
  it('apply each migration once, and all of them are ready', async () => {
    const fresh = await freshPostgres(url!)
    try {
      const databases = await Promise.all([1, 2, 3].map(() => openDatabase({ url: fresh.url })))
      for (const database of databases) await database.ready()
      await Promise.all(databases.map((database) => database.close()))
      const { sql, close } = await connectPostgres(fresh.url)
      const applied = await sql.$count(raw`drizzle.__drizzle_migrations`)
      await close()
      expect(applied).toBe(readdirSync(migrationsFolder).filter((name) => name.endsWith('.sql')).length)
    } finally {
      await fresh.drop()
    }
  })
})
