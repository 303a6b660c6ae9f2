import { index, pgTable, text } from 'drizzle-orm/pg-core'
import type { InboxKey, StoredOutcome } from '../../src/ports.ts'
import { document, instant } from './columns.ts'

/** What was taken in already, and what came of it: keys and outcome codes, never bodies. */
export const inbox = pgTable(
  'inbox',
  {
    key: text('key').$type<InboxKey>().primaryKey(),
    at: instant('at').notNull(),
    outcome: document<StoredOutcome>('outcome').notNull(),
  },
  (row) => [index('inbox_by_age').on(row.at)],
)
