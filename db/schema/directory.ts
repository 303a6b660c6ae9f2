import { boolean, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { Body, Role } from '../../src/domain/directory.ts'
import { document, instant } from './columns.ts'

/** `goneAt` is set when a pruning import no longer names the body; slips of old years still point at it. */
export const bodies = pgTable('bodies', {
  id: text('id').primaryKey(),
  position: integer('position').notNull(),
  name: text('name').notNull(),
  aliases: text('aliases').array().notNull(),
  chatId: text('chat_id').notNull(),
  office: document<Body['office']>('office'),
  unit: document<Body['unit']>('unit'),
  goneAt: instant('gone_at'),
})

export const people = pgTable('people', {
  openId: text('open_id').primaryKey(),
  position: integer('position').notNull(),
  unionId: text('union_id'),
  userId: text('user_id'),
  name: text('name').notNull(),
  phone: text('phone'),
  goneAt: instant('gone_at'),
})

export const posts = pgTable(
  'posts',
  {
    openId: text('open_id')
      .notNull()
      .references(() => people.openId),
    bodyId: text('body_id')
      .notNull()
      .references(() => bodies.id),
    position: integer('position').notNull(),
    roles: text('roles').array().$type<Role[]>().notNull(),
  },
  (post) => [primaryKey({ columns: [post.openId, post.bodyId] }), index('posts_of_body').on(post.bodyId)],
)

/** One row. Whoever changes the directory locks it and raises the version, which tells every process to read again. */
export const directoryVersion = pgTable('directory_version', {
  one: boolean('one').primaryKey().default(true),
  version: integer('version').notNull(),
})

export const directoryImports = pgTable('directory_imports', {
  version: integer('version').primaryKey(),
  hash: text('hash').notNull(),
  pruned: boolean('pruned').notNull(),
  at: instant('at').notNull(),
})

export interface DirectoryChange {
  readonly kind: 'chat_bound'
  readonly bodyId: string
  readonly from: string
  readonly to: string
}

/** Changes made in chat: who, what, when. */
export const directoryChanges = pgTable('directory_changes', {
  id: uuid('id').primaryKey(),
  at: instant('at').notNull(),
  byOpenId: text('by_open_id').notNull(),
  change: document<DirectoryChange>('change').notNull(),
})
