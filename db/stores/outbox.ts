import { randomUUID } from 'node:crypto'
import { and, asc, eq, inArray, lte, notExists, sql as raw, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Address, Post } from '../../src/domain/effects.ts'
import type { Instant } from '../../src/domain/time.ts'
import type { Outbox, OutboxItem } from '../../src/ports.ts'
import { outbox, postedCards } from '../schema/index.ts'
import { hasCome, type Sql } from '../sql.ts'
import type { UnitOfWork } from '../unit-of-work.ts'

type Row = typeof outbox.$inferSelect

/** Written as text and not as a parameter, or the planner could not know that the partial indexes serve. */
const pending: SQL = raw`${outbox.status} = 'pending'`

export async function enqueue(sql: Sql, all: readonly Post[]): Promise<void> {
  if (all.length === 0) return
  await sql
    .insert(outbox)
    .values(
      all.map(({ key, officeId, to, card, notBefore, replyTo }) => ({
        id: randomUUID(),
        dedupKey: key,
        officeId,
        targetKind: 'chat' in to ? ('chat' as const) : ('person' as const),
        targetId: 'chat' in to ? to.chat : to.person,
        card,
        replyTo,
        notBefore,
        status: 'pending' as const,
        attempts: 0,
      })),
    )
    .onConflictDoNothing({ target: outbox.dedupKey })
}

/**
 * Order within a chat: only the first of a target's pending rows, by `notBefore` and then by the order of writing, may be
 * taken. While it is leased or waits for its retry, the others wait behind it; once it is sent, skipped or buried, the
 * next is first. A row held until morning comes later in that order, so it holds nobody up.
 */
export async function claimDue(
  sql: Sql,
  now: Instant,
  limit: number,
  lease: number,
): Promise<readonly OutboxItem[]> {
  const earlier = alias(outbox, 'earlier')
  const rows = await sql
    .select()
    .from(outbox)
    .where(
      and(
        pending,
        lte(outbox.notBefore, now),
        hasCome(outbox.nextAttemptAt, now),
        hasCome(outbox.leasedUntil, now),
        notExists(
          sql
            .select({ one: raw`1` })
            .from(earlier)
            .where(
              and(
                raw`${earlier.status} = 'pending'`,
                eq(earlier.targetKind, outbox.targetKind),
                eq(earlier.targetId, outbox.targetId),
                raw`(${earlier.notBefore}, ${earlier.seq}) < (${outbox.notBefore}, ${outbox.seq})`,
              ),
            ),
        ),
      ),
    )
    .orderBy(asc(outbox.notBefore), asc(outbox.seq))
    .limit(limit)
    .for('update', { of: outbox, skipLocked: true })
  if (rows.length === 0) return []
  await sql
    .update(outbox)
    .set({
      attempts: raw`${outbox.attempts} + 1`,
      firstAttemptAt: raw`coalesce(${outbox.firstAttemptAt}, ${raw.param(now, outbox.firstAttemptAt)})`,
      leasedUntil: now + lease,
    })
    .where(
      inArray(
        outbox.id,
        rows.map(({ id }) => id),
      ),
    )
  return rows.map(itemFrom)
}

/** `attempts` and `firstAttemptAt` tell of the tries before this one. */
function itemFrom(row: Row): OutboxItem {
  const { id, dedupKey, card, replyTo, attempts, firstAttemptAt, notBefore } = row
  const to: Address = row.targetKind === 'chat' ? { chat: row.targetId } : { person: row.targetId }
  return { id, key: dedupKey, to, card, replyTo, attempts, firstAttemptAt, notBefore }
}

/** Still the taking that handed out the item: a process that outlived its lease must not speak over its successor. */
function stillTaken(item: OutboxItem): SQL | undefined {
  return and(eq(outbox.id, item.id), pending, eq(outbox.attempts, item.attempts + 1))
}

export function createOutbox({
  transact,
  open,
}: UnitOfWork): Pick<Outbox, 'claim' | 'sent' | 'retry' | 'drop' | 'messageOf'> {
  return {
    claim: (now, limit, lease) => transact((sql) => claimDue(sql, now, limit, lease)),

    sent: (item, { messageId, chatId, at, hash, matterId }) =>
      transact(async (sql) => {
        // Sent is sent, also by a process that outlived its lease: the card stands in the chat either way.
        const [row] = await sql.select().from(outbox).where(eq(outbox.id, item.id)).for('update')
        if (!row) throw new Error(`no outbox row ${item.id}`)
        await sql
          .update(outbox)
          .set({ status: 'sent', leasedUntil: null, nextAttemptAt: null, settledAt: at, messageId })
          .where(eq(outbox.id, item.id))
        await sql
          .insert(postedCards)
          .values({
            id: randomUUID(),
            messageId,
            chatId,
            openId: row.targetKind === 'person' ? row.targetId : null,
            officeId: row.officeId,
            card: item.card,
            matterId,
            postedAt: at,
            // The dossier may have changed since the card was drawn, when it was not yet posted and could not be marked.
            stale: matterId !== null,
            drawnHash: hash,
            attempts: 0,
          })
          .onConflictDoNothing({ target: postedCards.messageId })
      }),

    async retry(item, at, code, certain) {
      await open()
        .update(outbox)
        .set({
          leasedUntil: null,
          nextAttemptAt: at,
          lastCode: code,
          // An earlier try whose end is unknown stays unknown, whatever became of this one.
          ...(certain ? { firstAttemptAt: item.firstAttemptAt } : {}),
        })
        .where(stillTaken(item))
    },

    async messageOf(key) {
      const [row] = await open()
        .select({ messageId: outbox.messageId })
        .from(outbox)
        .where(eq(outbox.dedupKey, key))
      return row?.messageId ?? null
    },

    async drop(item, outcome, code, at) {
      await open()
        .update(outbox)
        .set({ status: outcome, leasedUntil: null, nextAttemptAt: null, lastCode: code, settledAt: at })
        .where(stillTaken(item))
    },
  }
}
