import { and, asc, eq, inArray, isNotNull, isNull, lte, or, sql as raw, type SQL } from 'drizzle-orm'
import type { Instant } from '../../src/domain/time.ts'
import type { Outbox, StaleCard } from '../../src/ports.ts'
import { postedCards } from '../schema/index.ts'
import { hasCome, type Sql } from '../sql.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { postedFrom } from './posted-cards.ts'

/** The condition of the index, in its own words: the planner recognises no others. */
const toRedraw: SQL = raw`(${postedCards.stale} or ${postedCards.leasedUntil} is not null)`

/** Taking a card takes its mark away and leaves the lease: a mark found later was made during the redraw. */
async function claimStale(
  sql: Sql,
  now: Instant,
  limit: number,
  lease: number,
): Promise<readonly StaleCard[]> {
  const rows = await sql
    .select()
    .from(postedCards)
    .where(
      and(
        toRedraw,
        isNull(postedCards.abandonedCode),
        or(
          and(postedCards.stale, isNull(postedCards.leasedUntil), hasCome(postedCards.nextAttemptAt, now)),
          and(isNotNull(postedCards.leasedUntil), lte(postedCards.leasedUntil, now)),
        ),
      ),
    )
    .orderBy(asc(raw`coalesce(${postedCards.nextAttemptAt}, ${postedCards.postedAt})`), asc(postedCards.id))
    .limit(limit)
    .for('update', { skipLocked: true })
  if (rows.length === 0) return []
  await sql
    .update(postedCards)
    .set({ stale: false, leasedUntil: now + lease, nextAttemptAt: null })
    .where(
      inArray(
        postedCards.id,
        rows.map(({ id }) => id),
      ),
    )
  return rows.map((row) => ({
    ...postedFrom(row),
    drawnHash: row.drawnHash,
    attempts: row.attempts,
    leasedUntil: now + lease,
  }))
}

/** Another process may have taken the card since: its drawing is the newer one. */
function stillTaken(card: StaleCard): SQL | undefined {
  return and(eq(postedCards.id, card.id), eq(postedCards.leasedUntil, card.leasedUntil))
}

export function createRedraws({
  transact,
  open,
}: UnitOfWork): Pick<Outbox, 'claimStale' | 'redrawn' | 'postponeRedraw' | 'abandon'> {
  return {
    claimStale: (now, limit, lease) => transact((sql) => claimStale(sql, now, limit, lease)),

    async redrawn(card, hash, at) {
      await open()
        .update(postedCards)
        .set({
          // A mark made meanwhile may come from a press that was answered with another card than the one sent here.
          drawnHash: raw`case when ${postedCards.stale} then null else ${hash} end`,
          drawnAt: at,
          leasedUntil: null,
          attempts: 0,
          lastCode: null,
        })
        .where(stillTaken(card))
    },

    async postponeRedraw(card, until, code) {
      const at = raw.param(until, postedCards.nextAttemptAt)
      await open()
        .update(postedCards)
        .set({
          stale: true,
          leasedUntil: null,
          nextAttemptAt:
            code === null ? raw`case when ${postedCards.stale} then null else ${at}::timestamptz end` : until,
          attempts: card.attempts + (code === null ? 0 : 1),
          lastCode: code,
        })
        .where(stillTaken(card))
    },

    async abandon(card, code) {
      await open()
        .update(postedCards)
        .set({ stale: false, leasedUntil: null, nextAttemptAt: null, abandonedCode: code })
        .where(stillTaken(card))
    },
  }
}
