import { index, pgTable, text } from 'drizzle-orm/pg-core'
import type { Slots } from '../pace-window.ts'
import { document, instant } from './columns.ts'

export const ticks = pgTable('ticks', {
  name: text('name').primaryKey(),
  lastAt: instant('last_at').notNull(),
})

/** What was used of each of the platform's limits, shared by all processes. */
export const pace = pgTable(
  'pace',
  {
    key: text('key').primaryKey(),
    slots: document<Slots>('slots').notNull(),
    /** After this instant the row says nothing any more. */
    idleAt: instant('idle_at').notNull(),
  },
  (row) => [index('pace_idle').on(row.idleAt)],
)
