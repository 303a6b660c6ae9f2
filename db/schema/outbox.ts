import { sql } from 'drizzle-orm'
import { bigserial, boolean, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { CardRef } from '../../src/domain/card-ref.ts'
import type { OpenForm } from '../../src/ports.ts'
import { document, instant } from './columns.ts'

/**
 * Messages owed to the world. `attempts` counts takings, so it also names the present taking: a process whose lease
 * has ended can no longer speak for the row.
 */
export const outbox = pgTable(
  'outbox',
  {
    id: uuid('id').primaryKey(),
    seq: bigserial('seq', { mode: 'number' }).notNull(),
    dedupKey: text('dedup_key').notNull().unique(),
    officeId: text('office_id').notNull(),
    targetKind: text('target_kind').$type<'chat' | 'person'>().notNull(),
    targetId: text('target_id').notNull(),
    card: document<CardRef>('card').notNull(),
    replyTo: text('reply_to'),
    notBefore: instant('not_before').notNull(),
    status: text('status').$type<'pending' | 'sent' | 'skipped' | 'buried'>().notNull(),
    attempts: integer('attempts').notNull(),
    firstAttemptAt: instant('first_attempt_at'),
    nextAttemptAt: instant('next_attempt_at'),
    leasedUntil: instant('leased_until'),
    lastCode: text('last_code'),
    settledAt: instant('settled_at'),
    messageId: text('message_id'),
  },
  (row) => [
    index('outbox_due').on(row.notBefore, row.seq).where(sql`status = 'pending'`),
    index('outbox_queue')
      .on(row.targetKind, row.targetId, row.notBefore, row.seq)
      .where(sql`status = 'pending'`),
    index('outbox_buried').on(row.settledAt).where(sql`status = 'buried'`),
  ],
)

/**
 * Cards that stand in chats. `stale` wants a redraw that nobody has begun; a lease is a redraw under way. Beginning one
 * takes the mark away, so that what changes during the redraw marks the card anew.
 */
export const postedCards = pgTable(
  'posted_cards',
  {
    id: uuid('id').primaryKey(),
    messageId: text('message_id').notNull().unique(),
    chatId: text('chat_id').notNull(),
    /** Whose private chat it stands in; null in a group. */
    openId: text('open_id'),
    officeId: text('office_id').notNull(),
    card: document<CardRef>('card').notNull(),
    matterId: text('matter_id'),
    postedAt: instant('posted_at').notNull(),
    stale: boolean('stale').notNull(),
    drawnHash: text('drawn_hash'),
    /** When it was last held against the state of its matter, whether or not that changed it; null until then. */
    drawnAt: instant('drawn_at'),
    form: document<OpenForm>('form'),
    formUntil: instant('form_until'),
    attempts: integer('attempts').notNull(),
    nextAttemptAt: instant('next_attempt_at'),
    leasedUntil: instant('leased_until'),
    lastCode: text('last_code'),
    abandonedCode: text('abandoned_code'),
  },
  (card) => [
    index('posted_cards_of_matter').on(card.matterId),
    // In the order they are taken, so that the first is found without looking at any other, statistics or not.
    index('posted_cards_to_redraw')
      .on(sql`coalesce(${card.nextAttemptAt}, ${card.postedAt})`, card.id)
      .where(sql`stale or leased_until is not null`),
  ],
)
