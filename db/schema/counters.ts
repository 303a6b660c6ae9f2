import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { Series } from '../../src/domain/decision.ts'

/** The last serial used of each series. A sequence would leave gaps when a transaction fails; this row does not. */
export const counters = pgTable(
  'counters',
  {
    officeId: text('office_id').notNull(),
    series: text('series').$type<Series>().notNull(),
    year: integer('year').notNull(),
    last: integer('last').notNull(),
  },
  (counter) => [primaryKey({ columns: [counter.officeId, counter.series, counter.year] })],
)
