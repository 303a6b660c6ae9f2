import { randomUUID } from 'node:crypto'
import { and, asc, eq, isNull, sql as raw } from 'drizzle-orm'
import {
  type BodyId,
  type ChatId,
  type Directory,
  directoryOf,
  type OpenId,
  type Person,
  type Post,
} from '../../src/domain/directory.ts'
import type { Instant } from '../../src/domain/time.ts'
import { bodies, directoryChanges, directoryVersion, people, posts } from '../schema/index.ts'
import type { Sql } from '../sql.ts'

export interface DirectoryStore {
  /** The directory of this moment. One small query tells whether what was read before is still right. */
  directory(sql: Sql): Promise<Directory>
  /** Reads without remembering, for a transaction that changed the directory and may still be rolled back. */
  uncommitted(sql: Sql): Promise<Directory>
}

export function createDirectoryStore(): DirectoryStore {
  let known: { readonly version: number; readonly directory: Directory } | null = null
  return {
    uncommitted: readDirectory,
    async directory(sql) {
      for (;;) {
        const version = await versionOf(sql)
        if (known?.version === version) return known.directory
        const directory = await readDirectory(sql)
        // An import may have committed between the queries; half of one directory and half of the next would be neither.
        if ((await versionOf(sql)) === version) {
          known = { version, directory }
          return directory
        }
      }
    },
  }
}

async function versionOf(sql: Sql): Promise<number> {
  const [row] = await sql.select().from(directoryVersion)
  return row?.version ?? 0
}

async function readDirectory(sql: Sql): Promise<Directory> {
  const bodyRows = await sql.select().from(bodies).where(isNull(bodies.goneAt)).orderBy(asc(bodies.position))
  const personRows = await sql
    .select()
    .from(people)
    .where(isNull(people.goneAt))
    .orderBy(asc(people.position))
  const postRows = await sql.select().from(posts).orderBy(asc(posts.position))
  const postsOf = new Map<string, Post[]>()
  for (const { openId, bodyId, roles } of postRows) {
    const held = postsOf.get(openId)
    if (held) held.push({ bodyId, roles })
    else postsOf.set(openId, [{ bodyId, roles }])
  }
  return directoryOf(
    bodyRows.map(({ id, name, aliases, chatId, office, unit }) => ({
      id,
      name,
      aliases,
      chatId,
      office,
      unit,
    })),
    personRows.map(
      ({ openId, unionId, userId, name, phone }): Person => ({
        openId,
        unionId,
        userId,
        name,
        phone,
        posts: postsOf.get(openId) ?? [],
      }),
    ),
  )
}

/** Locks the directory against other changes until the transaction ends, and tells every process to read it again. */
export async function raiseVersion(sql: Sql): Promise<number> {
  const [row] = await sql
    .insert(directoryVersion)
    .values({ version: 1 })
    .onConflictDoUpdate({
      target: directoryVersion.one,
      set: { version: raw`${directoryVersion.version} + 1` },
    })
    .returning()
  if (!row) throw new Error('the directory has no version')
  return row.version
}

/** `/绑定`. The change is kept with who made it, since it decides who reads what. */
export async function bindChat(
  sql: Sql,
  bodyId: BodyId,
  chatId: ChatId,
  by: OpenId,
  at: Instant,
): Promise<void> {
  await raiseVersion(sql)
  const [body] = await sql
    .select({ chatId: bodies.chatId })
    .from(bodies)
    .where(and(eq(bodies.id, bodyId), isNull(bodies.goneAt)))
  if (!body) throw new Error(`no body ${bodyId} to bind a chat to`)
  await sql.update(bodies).set({ chatId }).where(eq(bodies.id, bodyId))
  await sql.insert(directoryChanges).values({
    id: randomUUID(),
    at,
    byOpenId: by,
    change: { kind: 'chat_bound', bodyId, from: body.chatId, to: chatId },
  })
}
