import { eq, inArray } from 'drizzle-orm'
import type { Instant } from '../../src/domain/time.ts'
import type { InboxKey, StoredOutcome } from '../../src/ports.ts'
import { inbox } from '../schema/index.ts'
import type { Sql } from '../sql.ts'

const DONE: StoredOutcome = { kind: 'done' }

/**
 * The insert waits for a concurrent holder of the same key: if that one commits, its outcome is read; if it rolls back,
 * the key is ours. New keys of a repeat get the remembered outcome too, since the request is one and the same.
 */
export async function claimKeys(
  sql: Sql,
  keys: readonly InboxKey[],
  at: Instant,
): Promise<StoredOutcome | null> {
  // One order for everybody, so that two requests with the same keys cannot wait for each other.
  const wanted = [...new Set(keys)].sort()
  if (wanted.length === 0) return null
  const taken = await sql
    .insert(inbox)
    .values(wanted.map((key) => ({ key, at, outcome: DONE })))
    .onConflictDoNothing()
    .returning({ key: inbox.key })
  if (taken.length === wanted.length) return null
  const ours = new Set(taken.map(({ key }) => key))
  const rows = await sql
    .select()
    .from(inbox)
    .where(
      inArray(
        inbox.key,
        wanted.filter((key) => !ours.has(key)),
      ),
    )
    .orderBy(inbox.at, inbox.key)
  const remembered = rows[0]?.outcome ?? DONE
  await settleKeys(sql, [...ours], remembered)
  return remembered
}

export async function settleKeys(sql: Sql, keys: readonly InboxKey[], outcome: StoredOutcome): Promise<void> {
  if (keys.length === 0) return
  await sql
    .update(inbox)
    .set({ outcome })
    .where(inArray(inbox.key, [...keys]))
}

/** Only for keys of this transaction: what an earlier one settled is remembered. */
export async function releaseKeys(sql: Sql, keys: readonly InboxKey[]): Promise<void> {
  if (keys.length === 0) return
  await sql.delete(inbox).where(inArray(inbox.key, [...keys]))
}

export async function wasTaken(sql: Sql, key: InboxKey): Promise<boolean> {
  return (await sql.$count(inbox, eq(inbox.key, key))) > 0
}
