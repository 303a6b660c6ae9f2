import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Arrangement } from '../../src/domain/arrangements.ts'
import { document, instant } from './columns.ts'

/**
 * Holiday notices as the office entered them. Read first, then taken into force by an approver (`position` is their
 * order), and settled when the limits of all open slips were reckoned anew.
 */
export const holidayNotices = pgTable(
  'holiday_notices',
  {
    id: uuid('id').primaryKey(),
    officeId: text('office_id').notNull(),
    arrangement: document<Arrangement>('arrangement').notNull(),
    enteredBy: text('entered_by').notNull(),
    enteredAt: instant('entered_at').notNull(),
    position: integer('position').unique(),
    adoptedBy: text('adopted_by'),
    adoptedAt: instant('adopted_at'),
    settledAt: instant('settled_at'),
  },
  (row) => [
    index('holiday_notices_unsettled')
      .on(row.position)
      .where(sql`${row.adoptedAt} is not null and ${row.settledAt} is null`),
  ],
)
