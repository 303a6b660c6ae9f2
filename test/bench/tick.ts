import { eq, sql as raw } from 'drizzle-orm'
import { slips } from '../../db/schema/index.ts'
import { defaultPolicy } from '../../src/domain/policy.ts'
import { DAY } from '../../src/domain/time.ts'
import { createExecute } from '../../src/execute.ts'
import type { Log } from '../../src/ports.ts'
import { createSweep } from '../../src/sweep.ts'
import { calendar, MONDAY_0900 } from '../support/people.ts'
import { issueMany } from './issue-many.ts'
import { quietTimeOf, runsFor, say } from './measure.ts'
import { type BenchDatabase, openBench } from './open.ts'

const OPEN = 10_000
/** Many years of a large city; the embedded database is for small ones. */
const CLOSED = { PostgreSQL: 1_000_000, PGlite: 100_000 } as const
const TICKS = 100
/** Slips that fall due together in a tick that has work to do. */
const DUE = 5

/** How often the bot sweeps. */
const EVERY = 5_000

const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

/**
 * What the sweep and the outbox ask of the database every few seconds, with an office's open slips, and with all the
 * closed ones of many years beside them: a tick in which nothing is due, and one that reminds of a few slips.
 */
export async function benchTick(): Promise<void> {
  const bench = await openBench()
  const { kind, db, close } = bench
  process.stdout.write(`tick (${kind})\n`)
  const time = { now: MONDAY_0900 }
  const clock = { now: () => time.now }
  const execute = createExecute({ db, clock, calendars: () => calendar, policy: defaultPolicy })
  const sweep = createSweep({ db, clock, execute, log: silent })
  const later = () => {
    time.now += EVERY
    return time.now
  }
  const parts: readonly (readonly [string, () => Promise<unknown>])[] = [
    [
      'sweep',
      () => {
        later()
        return sweep()
      },
    ],
    ['messages to send', () => db.outbox.claim(later(), 20, 30_000)],
    ['cards to redraw', () => db.outbox.claimStale(later(), 20, 30_000)],
  ]
  const idle = async (stage: string, before?: readonly number[]): Promise<readonly number[]> => {
    const taken: number[] = []
    for (const [name, part] of parts) {
      taken.push(await quietTimeOf(TICKS, part))
      say(`${stage}: ${name}`, taken.at(-1) ?? 0, before?.[taken.length - 1])
    }
    return taken
  }
  const busy = async (stage: string, first: number, before?: number): Promise<number> => {
    time.now = await fallDue(bench, DUE * runsFor(TICKS), first)
    const swept: number[] = []
    const taken = await quietTimeOf(TICKS, async () => {
      swept.push(await sweep())
      time.now += EVERY
    })
    if (swept.some((climbed) => climbed !== DUE)) throw new Error(`not ${DUE} a tick: ${swept.join()}`)
    say(`${stage}: sweep that reminds of ${DUE}`, taken, before)
    return taken
  }
  try {
    await insertSlips(bench, 'open', OPEN, 0)
    const few = await idle(`${OPEN} open`)
    const fewBusy = await busy(`${OPEN} open`, 2_000_001)
    const closed = CLOSED[kind]
    await insertSlips(bench, 'closed', closed, OPEN)
    const many = await idle(`${OPEN} open, ${closed} closed`, few)
    const manyBusy = await busy(`${OPEN} open, ${closed} closed`, 3_000_001, fewBusy)
    say('a whole idle tick', sum(many), sum(few))
    say('a tick with work', sum(many) + manyBusy, sum(few) + fewBusy)
    process.stdout.write('\n')
  } finally {
    await close()
  }
}

function sum(all: readonly number[]): number {
  return all.reduce((a, b) => a + b, 0)
}

/** Issues slips of which `DUE` more fall due at every tick from the returned instant on. */
async function fallDue(bench: BenchDatabase, count: number, first: number): Promise<number> {
  const ids = await issueMany(bench, count, first)
  const [one] = await bench.sql
    .select({ at: slips.nextLookAt })
    .from(slips)
    .where(eq(slips.id, ids[0] ?? ''))
  if (!one?.at) throw new Error('the slips that were issued have no appointment')
  for (const [n, id] of ids.entries()) {
    const at = one.at + Math.floor(n / DUE) * EVERY
    await bench.sql.update(slips).set({ nextLookAt: at }).where(eq(slips.id, id))
  }
  return one.at
}

/** Each with its matter, its message sent and its card up to date. The states are empty: an idle tick reads none. */
async function insertSlips(
  { sql, kind: kept }: BenchDatabase,
  kind: 'open' | 'closed',
  count: number,
  before: number,
): Promise<void> {
  const issued = new Date(MONDAY_0900).toISOString()
  const look = kind === 'open' ? `'${new Date(MONDAY_0900 + 30 * DAY).toISOString()}'` : 'null'
  const status = kind === 'open' ? 'in_hand' : 'closed'
  const statements = [
    `insert into matters (id, office_id, ref, status, seq, registered_at, state)
     select 'bench' || n, 'wangxinban', 'YQ' || n, '${kind === 'open' ? 'issued' : 'closed'}', 6, '${issued}', '{}'
     from generate_series(${before + 1}, ${before + count}) n`,
    `insert into slips (id, matter_id, office_id, unit_id, position, no_word, no_year, no_serial, status, rev,
       issued_at, closed_at, next_look_at, grams, state)
     select 'bench' || n || '-1', 'bench' || n, 'wangxinban', 'shuiwu', 0, '网舆交', 2026, n, '${status}', 4,
       '${issued}', ${kind === 'open' ? 'null' : `'${issued}'`}, ${look}::timestamptz + n * interval '1 second',
       array['g' || n % 97, 'g' || n % 89, 'g' || n % 83], '{}'
     from generate_series(${before + 1}, ${before + count}) n`,
    `insert into outbox (id, dedup_key, office_id, target_kind, target_id, card, not_before, status, attempts,
       settled_at, message_id)
     select gen_random_uuid(), 'slip/bench' || n || '-1', 'wangxinban', 'chat', 'oc_shuiwu', '{}', '${issued}', 'sent', 1,
       '${issued}', 'om_bench' || n
     from generate_series(${before + 1}, ${before + count}) n`,
    `insert into posted_cards (id, message_id, chat_id, office_id, card, matter_id, posted_at, stale, attempts)
     select gen_random_uuid(), 'om_bench' || n, 'oc_shuiwu', 'wangxinban', '{}', 'bench' || n, '${issued}', false, 0
     from generate_series(${before + 1}, ${before + count}) n`,
  ]
  // PostgreSQL keeps its statistics by itself, if a little later; the embedded database never has any.
  if (kept === 'PostgreSQL') statements.push('analyze')
  for (const statement of statements) await sql.execute(raw.raw(statement))
}
