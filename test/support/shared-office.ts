import { afterAll, beforeAll } from 'vitest'
import { type TestDatabase, testDatabases } from './database.ts'
import { type Office, type OfficeOptions, openOffice } from './office.ts'

/**
 * One office for all the cases of a file, which happen one after another as in a real week: nothing is emptied between
 * them and the clock goes on. On PostgreSQL where the tests have one, else on the embedded database.
 */
export function shareOffice(options: Omit<OfficeOptions, 'database'> = {}): () => Office {
  let database: TestDatabase | undefined
  let office: Office | undefined
  beforeAll(async () => {
    database = await testDatabases().at(-1)!.open()
    office = await openOffice({ ...options, database })
  })
  afterAll(async () => {
    await office?.close()
    await database?.close()
  })
  return () => {
    if (!office) throw new Error('the office opens before the first test, not at collection')
    return office
  }
}
