import { AsyncLocalStorage } from 'node:async_hooks'
import type { Log } from '../src/ports.ts'
import type { Open, Sql } from './sql.ts'

export interface UnitOfWork {
  /** Runs the work in one transaction. It may run again after a deadlock, so it has no effect outside the database. */
  transact<T>(work: (sql: Sql) => Promise<T>): Promise<T>
  readonly open: Open
}

/** Deadlock and serialization failure: PostgreSQL chose this transaction as the victim, and it may simply run again. */
const VICTIM_CODES = new Set(['40P01', '40001'])
const RETRIES = 3

export function createUnitOfWork(sql: Sql, log: Log | undefined): UnitOfWork {
  const current = new AsyncLocalStorage<{ running: boolean }>()

  // The embedded database has one connection: a second transaction begun inside the first would wait for itself for ever.
  function open(): Sql {
    if (current.getStore()?.running) {
      throw new Error('the database was used beside the transaction that is running; use its Tx')
    }
    return sql
  }

  async function transact<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    const connection = open()
    for (let retry = 0; ; retry++) {
      const mark = { running: true }
      try {
        return await current.run(mark, () => connection.transaction((tx) => work(tx)))
      } catch (error) {
        const code = sqlStateOf(error)
        if (code === null || !VICTIM_CODES.has(code) || retry === RETRIES) throw error
        log?.warn({ code, retry: retry + 1 }, 'transaction begins again')
      } finally {
        mark.running = false
      }
    }
  }

  return { transact, open }
}

/** The five characters of SQLSTATE; null when the trouble did not come from the database. */
export function sqlStateOf(error: unknown): string | null {
  for (let e = error; e instanceof Error; e = e.cause) {
    if ('code' in e && typeof e.code === 'string' && /^[0-9A-Z]{5}$/.test(e.code)) return e.code
  }
  return null
}
