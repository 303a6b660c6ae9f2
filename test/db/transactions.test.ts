import { EventEmitter, once } from 'node:events'
import { asc } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { counters, inbox } from '../../db/schema/index.ts'
import type { InboxKey, StoredOutcome, Tx } from '../../src/ports.ts'
import { draftingMatter, issuedSlip } from '../support/builders.ts'
import { describeOnDatabases, freshPostgres, testDatabases } from '../support/database.ts'
import { MONDAY_0900, 网信办 } from '../support/people.ts'
import { caseOf, file } from './cases.ts'

const refused: StoredOutcome = { kind: 'refused', refusal: { code: 'receipt_first' } }

describeOnDatabases('transactions', (database) => {
  function take(keys: readonly InboxKey[], work: (tx: Tx) => Promise<unknown>) {
    return database().transact(async (tx) => {
      const remembered = await tx.claim(keys, MONDAY_0900)
      if (!remembered) await work(tx)
      return remembered
    })
  }

  it('remembers what came of a request for its repeats', async () => {
    expect(await take(['e:1'], (tx) => tx.settle(['e:1'], refused))).toBeNull()
    expect(await take(['e:1'], () => Promise.reject(new Error('acted twice')))).toEqual(refused)
  })

  it('takes a request that settled nothing as done', async () => {
    await take(['e:1'], () => Promise.resolve())
    expect(await take(['e:1'], () => Promise.reject(new Error('acted twice')))).toEqual({ kind: 'done' })
  })

  it('gives a form submitted again under another event the outcome of its first submission', async () => {
    await take(['e:1', 'n:form'], (tx) => tx.settle(['e:1', 'n:form'], refused))
    expect(await take(['e:2', 'n:form'], () => Promise.reject(new Error('acted twice')))).toEqual(refused)
    expect(await take(['e:2'], () => Promise.reject(new Error('acted twice')))).toEqual(refused)
  })

  it('forgets a request whose transaction failed, so that pressing again is safe', async () => {
    const failing = take(['e:1'], () => Promise.reject(new Error('the line broke')))
    await expect(failing).rejects.toThrow('the line broke')
    expect(await database().sql.$count(inbox)).toBe(0)
    expect(await take(['e:1'], () => Promise.resolve())).toBeNull()
  })

  it('takes a form again that was refused and corrected, but not the press that was refused', async () => {
    await take(['e:1', 'n:form'], async (tx) => {
      await tx.settle(['e:1', 'n:form'], refused)
      await tx.release(['n:form'])
    })
    expect(await take(['e:1'], () => Promise.reject(new Error('acted twice')))).toEqual(refused)
    expect(await take(['e:2', 'n:form'], () => Promise.resolve())).toBeNull()
  })

  it('acts once when the same press arrives twice at the same moment', async () => {
    let acts = 0
    const press = () =>
      take(['e:1', 'n:form'], async (tx) => {
        acts++
        await tx.nextSerial(网信办.id, 'slip', 2026)
        await tx.settle(['e:1', 'n:form'], refused)
      })
    const answers = await Promise.all([press(), press(), press(), press()])
    expect(acts).toBe(1)
    expect(answers.filter((answer) => answer === null)).toHaveLength(1)
    expect(answers.filter((answer) => answer !== null)).toEqual([refused, refused, refused])
  })

  it('has nothing to remember for the sweep, which comes without a key', async () => {
    expect(await take([], () => Promise.resolve())).toBeNull()
    expect(await database().sql.$count(inbox)).toBe(0)
  })

  it('gives twenty who issue at the same moment twenty numbers without a gap', async () => {
    const issue = () =>
      database().transact(async (tx) => {
        const serial = await tx.nextSerial(网信办.id, 'slip', 2026)
        await tx.useSerials(网信办.id, 'slip', 2026, 1)
        return serial
      })
    const serials = await Promise.all(Array.from({ length: 20 }, issue))
    expect(serials.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
  })

  it('gives the number of a failed transaction to the next one', async () => {
    const failing = database().transact(async (tx) => {
      await tx.nextSerial(网信办.id, 'slip', 2026)
      await tx.useSerials(网信办.id, 'slip', 2026, 3)
      throw new Error('the power fails')
    })
    await expect(failing).rejects.toThrow('the power fails')
    expect(await database().transact((tx) => tx.nextSerial(网信办.id, 'slip', 2026))).toBe(1)
  })

  it('counts each series, each year and each office by itself', async () => {
    await database().transact((tx) => tx.nextSerial(网信办.id, 'slip', 2026))
    await database().transact((tx) => tx.useSerials(网信办.id, 'slip', 2026, 3))
    const next = await database().transact(async (tx) => [
      await tx.nextSerial(网信办.id, 'slip', 2026),
      await tx.nextSerial(网信办.id, 'matter', 2026),
      await tx.nextSerial(网信办.id, 'slip', 2027),
      await tx.nextSerial('yunxi-wangxinban', 'slip', 2026),
    ])
    expect(next).toEqual([4, 1, 1, 1])
    expect(await database().sql.select().from(counters).orderBy(asc(counters.last))).toHaveLength(4)
  })

  it('refuses to read beside the transaction that is running, which on one connection would wait for ever', async () => {
    const beside = database().transact(() => database().read.directory())
    await expect(beside).rejects.toThrow('use its Tx')
  })

  it('reads again as soon as the transaction has ended', async () => {
    // Begun inside the transaction and still within its context, but read after its end.
    const end = new EventEmitter()
    const later: Promise<unknown>[] = []
    await database().transact(async () => {
      later.push(once(end, 'ended').then(() => database().read.directory()))
    })
    end.emit('ended')
    expect(await Promise.all(later)).toMatchObject([{ bodies: [] }])
  })

  it('is ready once its migrations are applied', async () => {
    await expect(database().ready()).resolves.toBeUndefined()
  })
})

const postgres = testDatabases().find(({ name }) => name === 'postgres')

describe.skipIf(!postgres)('two transactions that wait for each other (postgres)', () => {
  it('ends in both having their way, one after the other', async () => {
    const database = await postgres!.open()
    try {
      await file(database, caseOf(issuedSlip(), 1))
      await file(database, caseOf(draftingMatter(), 2))
      const bothHoldOne = barrier(2)
      const runs: string[] = []
      const crossing = (first: string, second: string) =>
        database.transact(async (tx) => {
          runs.push(first)
          await tx.lockMatter(first)
          await bothHoldOne()
          return tx.lockMatter(second)
        })
      const got = await Promise.all([crossing('matter-1', 'matter-2'), crossing('matter-2', 'matter-1')])
      expect(got.map((dossier) => dossier?.matter.id)).toEqual(['matter-2', 'matter-1'])
      expect(runs).toHaveLength(3)
    } finally {
      await database.close()
    }
  })

  it('is not ready when the database cannot be reached any more', async () => {
    const database = await postgres!.open()
    await database.close()
    await expect(database.ready()).rejects.toThrow()
  })

  it('removes the databases of its own tests', async () => {
    const fresh = await freshPostgres(process.env.TEST_DATABASE_URL!)
    await expect(fresh.drop()).resolves.toBeUndefined()
  })
})

/** Holds everybody until so many have arrived; later ones pass. */
function barrier(size: number): () => Promise<void> {
  const door = new EventEmitter()
  let arrived = 0
  return async () => {
    arrived++
    if (arrived < size) await once(door, 'open')
    else door.emit('open')
  }
}
