import { sql as raw } from 'drizzle-orm'
import { createPress } from '../../bot/press.ts'
import { createRender } from '../../bot/render.ts'
import { buttonValue } from '../../cards/action.ts'
import { postedCards } from '../../db/schema/index.ts'
import type { Dossier } from '../../src/domain/dossier.ts'
import type { DomainEvent } from '../../src/domain/event.ts'
import { nextLookAt } from '../../src/domain/ladder.ts'
import { defaultPolicy } from '../../src/domain/policy.ts'
import { MINUTE } from '../../src/domain/time.ts'
import { createExecute } from '../../src/execute.ts'
import type { Database, Log } from '../../src/ports.ts'
import { issuedSlip } from '../support/builders.ts'
import { calendar, MONDAY_0900, 水务集团, 王立 } from '../support/people.ts'
import { MATTER_ID } from '../support/wishes.ts'
import { quietTimeOf, runsFor, say } from './measure.ts'
import { type BenchDatabase, openBench } from './open.ts'

const PRESSES = 100

/** 确认签收, each on a slip of its own, against a transaction that does nothing. */
export async function benchPress(): Promise<void> {
  const bench = await openBench()
  const { kind, sql, db, close } = bench
  process.stdout.write(`press (${kind})\n`)
  const troubles: object[] = []
  const log: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: (facts) => troubles.push(facts) }
  const clock = { now: () => MONDAY_0900 + 10 * MINUTE }
  const parts = { db, clock, calendars: () => calendar, policy: defaultPolicy }
  const render = createRender({ ...parts, read: db.read })
  const press = createPress({ ...parts, execute: createExecute(parts), render, log })
  try {
    const slips = await issueMany(bench, runsFor(PRESSES))
    const slipOf = (n: number) => slips[n] ?? ''
    const bare = await quietTimeOf(PRESSES, () => sql.transaction((tx) => tx.execute(raw`select 1`)))
    say('a bare transaction', bare)
    const drawn = await quietTimeOf(PRESSES, (n) => render({ kind: 'slip', slipId: slipOf(n) }))
    say('a slip card read and drawn', drawn, bare)
    const replies = new Map<string, number>()
    const pressed = await quietTimeOf(PRESSES, async (n) => {
      const reply = await press({
        kind: 'press',
        key: `e:bench${n}`,
        eventId: `bench${n}`,
        messageId: `om_${slipOf(n)}`,
        chatId: 水务集团.chatId,
        operator: { openId: 王立.openId },
        tag: 'button',
        value: buttonValue('sign_receipt', { slip: slipOf(n), rev: 1 }),
        host: 'im_message',
      })
      const type = reply.toast?.type ?? 'none'
      replies.set(type, (replies.get(type) ?? 0) + 1)
    })
    say('确认签收: executed, saved, answered with the new card', pressed, bare)
    if (replies.get('success') !== runsFor(PRESSES)) {
      throw new Error(`not every press was taken: ${JSON.stringify([...replies])}`, { cause: troubles[0] })
    }
    process.stdout.write('\n')
  } finally {
    await close()
  }
}

/** Slips issued one by one in the core, and saved as the executor saves them; gives their ids. */
async function issueMany({ sql, db }: BenchDatabase, count: number): Promise<string[]> {
  const { dossier, log } = issuedSlip()
  const told = JSON.stringify({ dossier, log })
  const ids: string[] = []
  for (let n = 1; n <= count; n++) {
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
