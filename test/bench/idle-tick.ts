import { sql as raw } from 'drizzle-orm'
import { defaultPolicy } from '../../src/domain/policy.ts'
import { DAY } from '../../src/domain/time.ts'
import { createExecute } from '../../src/execute.ts'
import type { Log } from '../../src/ports.ts'
import { createSweep } from '../../src/sweep.ts'
import { calendar, MONDAY_0900 } from '../support/people.ts'
import { quietTimeOf, say } from './measure.ts'
import { type BenchDatabase, openBench } from './open.ts'

const OPEN = 10_000
const CLOSED = 100_000
const TICKS = 100

const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

/**
 * A tick in which nothing is due: what the sweep and the outbox ask of the database every few seconds, with an office's
 * open slips, and with ten times as many closed ones beside them.
 */
export async function benchIdleTick(): Promise<void> {
  const bench = await openBench()
  const { kind, db, close } = bench
  process.stdout.write(`idle tick (${kind})\n`)
  const time = { now: MONDAY_0900 }
  const clock = { now: () => time.now }
  const execute = createExecute({ db, clock, calendars: () => calendar, policy: defaultPolicy })
  const sweep = createSweep({ db, clock, execute, log: silent })
  const later = () => {
    time.now += 5_000
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
  const tick = async (stage: string, before?: readonly number[]): Promise<readonly number[]> => {
    const taken: number[] = []
    for (const [name, part] of parts) {
      taken.push(await quietTimeOf(TICKS, part))
      say(`${stage}: ${name}`, taken.at(-1) ?? 0, before?.[taken.length - 1])
    }
    return taken
  }
  try {
    await insertSlips(bench, 'open', OPEN, 0)
    const few = await tick(`${OPEN} open`)
    await insertSlips(bench, 'closed', CLOSED, OPEN)
    const many = await tick(`${OPEN} open, ${CLOSED} closed`, few)
    say('a whole idle tick', sum(many), sum(few))
    process.stdout.write('\n')
  } finally {
    await close()
  }
}

function sum(all: readonly number[]): number {
  return all.reduce((a, b) => a + b, 0)
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
