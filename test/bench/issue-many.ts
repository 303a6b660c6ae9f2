import { postedCards } from '../../db/schema/index.ts'
import type { Dossier } from '../../src/domain/dossier.ts'
import type { DomainEvent } from '../../src/domain/event.ts'
import { nextLookAt } from '../../src/domain/ladder.ts'
import type { Database } from '../../src/ports.ts'
import { issuedSlip } from '../support/builders.ts'
import { calendar, MONDAY_0900, 水务集团 } from '../support/people.ts'
import { MATTER_ID } from '../support/wishes.ts'
import type { BenchDatabase } from './open.ts'

/**
 * Slips issued one by one in the core, and saved as the executor saves them, with the numbers from `first` on; gives
 * their ids.
 */
export async function issueMany({ sql, db }: BenchDatabase, count: number, first = 1): Promise<string[]> {
  const { dossier, log } = issuedSlip()
  const told = JSON.stringify({ dossier, log })
  const ids: string[] = []
  for (let n = first; n < first + count; n++) {
    const matterId = `bench${String(n).padStart(8, '0')}`
    const one: { dossier: Dossier; log: DomainEvent[] } = JSON.parse(told.replaceAll(MATTER_ID, matterId))
    const numbered = {
      matter: { ...one.dossier.matter, ref: `YQ20261123-${n}` },
      slips: one.dossier.slips.map((slip) => ({ ...slip, no: { ...slip.no, serial: n } })),
    }
    const [slip] = numbered.slips
    if (!slip) throw new Error('the story issued no slip')
    await save(db, numbered, one.log)
    await sql.insert(postedCards).values({
      id: crypto.randomUUID(),
      messageId: `om_${slip.id}`,
      chatId: 水务集团.chatId,
      officeId: slip.officeId,
      card: { kind: 'slip', slipId: slip.id },
      matterId,
      postedAt: MONDAY_0900,
      stale: false,
      attempts: 0,
    })
    ids.push(slip.id)
  }
  return ids
}

function save(db: Database, dossier: Dossier, log: readonly DomainEvent[]): Promise<void> {
  const looks = new Map(dossier.slips.map((slip) => [slip.id, nextLookAt(slip, calendar)]))
  return db.transact((tx) => tx.save(dossier, log, looks, 'bench'))
}
