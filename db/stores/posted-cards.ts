import { and, eq, isNull, sql as raw, type SQL } from 'drizzle-orm'
import type { CardRef } from '../../src/domain/card-ref.ts'
import type { OpenForm, PostedCard } from '../../src/ports.ts'
import { postedCards } from '../schema/index.ts'
import type { Sql } from '../sql.ts'

export type PostedRow = typeof postedCards.$inferSelect

export function postedFrom(row: PostedRow): PostedCard {
  const { id, messageId, chatId, openId, card, matterId, postedAt, form } = row
  return { id, messageId, chatId, openId, card, matterId, postedAt, form }
}

export async function postedCard(
  sql: Sql,
  messageId: string,
  { lock }: { readonly lock: boolean },
): Promise<PostedCard | null> {
  const query = sql.select().from(postedCards).where(eq(postedCards.messageId, messageId))
  const [row] = await (lock ? query.for('update') : query)
  return row ? postedFrom(row) : null
}

/**
 * When to redraw after the card changed: at once, unless the platform told us to wait. A wait for somebody's open form
 * carries no code and ends here, because the change may be what makes the form pointless.
 */
function waitOnlyForPlatform(): SQL {
  return raw`case when ${postedCards.lastCode} is null then null else ${postedCards.nextAttemptAt} end`
}

/** Every card of the matter wants a redraw, except those that never can be. */
export async function markStale(sql: Sql, matterId: string): Promise<void> {
  await sql
    .update(postedCards)
    .set({ stale: true, nextAttemptAt: waitOnlyForPlatform() })
    .where(and(eq(postedCards.matterId, matterId), isNull(postedCards.abandonedCode)))
}

/** The chat shows what a press was answered with, so the hash of what was last sent says nothing any more. */
export async function markRedraw(sql: Sql, postedId: string): Promise<void> {
  await sql
    .update(postedCards)
    .set({ stale: true, drawnHash: null, nextAttemptAt: waitOnlyForPlatform() })
    .where(and(eq(postedCards.id, postedId), isNull(postedCards.abandonedCode)))
}

export async function setForm(sql: Sql, postedId: string, form: OpenForm | null): Promise<void> {
  await sql
    .update(postedCards)
    .set({ form, formUntil: form?.until ?? null, ...(form ? {} : { nextAttemptAt: waitOnlyForPlatform() }) })
    .where(eq(postedCards.id, postedId))
}

export async function setCard(sql: Sql, postedId: string, card: CardRef): Promise<void> {
  await sql.update(postedCards).set({ card }).where(eq(postedCards.id, postedId))
}
