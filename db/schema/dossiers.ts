import { isNotNull, sql } from 'drizzle-orm'
import { index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import type { DomainEvent } from '../../src/domain/event.ts'
import type { Matter, MatterStatus } from '../../src/domain/matter.ts'
import type { Slip, SlipStatus } from '../../src/domain/slip.ts'
import { document, instant } from './columns.ts'

/** `state` is the whole; the other columns repeat what is looked up. `seq` is the number of events of the dossier. */
export const matters = pgTable(
  'matters',
  {
    id: text('id').primaryKey(),
    officeId: text('office_id').notNull(),
    ref: text('ref').notNull(),
    status: text('status').$type<MatterStatus>().notNull(),
    seq: integer('seq').notNull(),
    registeredAt: instant('registered_at').notNull(),
    nextLookAt: instant('next_look_at'),
    /** What the next report of the same thing is recognised by: the post's address in one spelling, and the words. */
    linkKey: text('link_key'),
    grams: text('grams').array().notNull().default(sql`'{}'`),
    state: document<Matter>('state').notNull(),
  },
  (matter) => [
    index('matters_of_office').on(matter.officeId, matter.status, matter.registeredAt),
    unique('matter_ref_of_office').on(matter.officeId, matter.ref),
    index('matters_of_link').on(matter.officeId, matter.linkKey).where(isNotNull(matter.linkKey)),
    index('matters_grams').using('gin', matter.grams),
    index('matters_to_look_at').on(matter.nextLookAt).where(isNotNull(matter.nextLookAt)),
  ],
)

/** `position` is the slip's place in its dossier; `grams` is what it can be found by. */
export const slips = pgTable(
  'slips',
  {
    id: text('id').primaryKey(),
    matterId: text('matter_id')
      .notNull()
      .references(() => matters.id),
    officeId: text('office_id').notNull(),
    unitId: text('unit_id').notNull(),
    position: integer('position').notNull(),
    noWord: text('no_word').notNull(),
    noYear: integer('no_year').notNull(),
    noSerial: integer('no_serial').notNull(),
    status: text('status').$type<SlipStatus>().notNull(),
    rev: integer('rev').notNull(),
    issuedAt: instant('issued_at').notNull(),
    closedAt: instant('closed_at'),
    nextLookAt: instant('next_look_at'),
    /** The nearest limit the unit runs against; null when it runs against none. */
    dueAt: instant('due_at'),
    grams: text('grams').array().notNull(),
    /** Of a 举报件 the open_ids of its circle on either side, and the bodies kept out; null on all others. */
    officeNamed: text('office_named').array(),
    unitNamed: text('unit_named').array(),
    keptFrom: text('kept_from').array(),
    state: document<Slip>('state').notNull(),
  },
  (slip) => [
    unique('slips_no').on(slip.noWord, slip.noYear, slip.noSerial),
    index('slips_of_matter').on(slip.matterId, slip.position),
    index('slips_of_unit').on(slip.unitId, slip.issuedAt),
    index('slips_of_office').on(slip.officeId, slip.issuedAt),
    index('slips_to_look_at').on(slip.nextLookAt).where(isNotNull(slip.nextLookAt)),
    index('slips_due').on(slip.dueAt).where(isNotNull(slip.dueAt)),
    index('slips_grams').using('gin', slip.grams),
  ],
)

/** Append-only: a trigger refuses every UPDATE and DELETE. `origin` is the inbox key that caused it, or `system`. */
export const events = pgTable(
  'events',
  {
    matterId: text('matter_id')
      .notNull()
      .references(() => matters.id),
    seq: integer('seq').notNull(),
    officeId: text('office_id').notNull(),
    slipId: text('slip_id'),
    type: text('type').$type<DomainEvent['type']>().notNull(),
    at: instant('at').notNull(),
    /** Null for the system. */
    byOpenId: text('by_open_id'),
    origin: text('origin').notNull(),
    body: document<DomainEvent>('body').notNull(),
  },
  (event) => [
    primaryKey({ columns: [event.matterId, event.seq] }),
    index('events_of_office').on(event.officeId, event.at),
  ],
)
