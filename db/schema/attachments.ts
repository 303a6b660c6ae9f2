import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { AttachmentKind } from '../../src/domain/attachment.ts'
import { bytes, instant } from './columns.ts'
import { matters } from './dossiers.ts'

/** Contents by their SHA-256: what comes twice, on whatever slip, is kept once. */
export const attachmentContents = pgTable('attachment_contents', {
  sha256: text('sha256').primaryKey(),
  content: bytes('content').notNull(),
})

/** One row a fact, written with it. `slipId` is null for what the office keeps of the matter itself. */
export const attachments = pgTable(
  'attachments',
  {
    id: text('id').primaryKey(),
    matterId: text('matter_id')
      .notNull()
      .references(() => matters.id),
    slipId: text('slip_id'),
    officeId: text('office_id').notNull(),
    name: text('name').notNull(),
    kind: text('kind').$type<AttachmentKind>().notNull(),
    length: integer('length').notNull(),
    sha256: text('sha256')
      .notNull()
      .references(() => attachmentContents.sha256),
    /** Null for the system. */
    byOpenId: text('by_open_id'),
    at: instant('at').notNull(),
  },
  (row) => [
    index('attachments_of_matter').on(row.matterId, row.at),
    index('attachments_of_content').on(row.sha256),
  ],
)

/** Of whom the next file in their private chat is expected, for what, and until when. */
export const awaitedFiles = pgTable(
  'awaited_files',
  {
    openId: text('open_id').notNull(),
    chatId: text('chat_id').notNull(),
    officeId: text('office_id').notNull(),
    matterId: text('matter_id')
      .notNull()
      .references(() => matters.id),
    slipId: text('slip_id'),
    until: instant('until').notNull(),
  },
  (row) => [primaryKey({ columns: [row.openId, row.chatId] })],
)
