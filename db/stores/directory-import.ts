import { and, desc, inArray, isNull, notInArray, sql as raw } from 'drizzle-orm'
import type { Body, Person } from '../../src/domain/directory.ts'
import type { Instant } from '../../src/domain/time.ts'
import type { DirectoryAdmin } from '../../src/ports.ts'
import { bodies, directoryImports, people, posts } from '../schema/index.ts'
import { excluded, type Sql } from '../sql.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { raiseVersion } from './directory.ts'

/** Rows per statement: PostgreSQL takes 65 535 parameters at most. */
const CHUNK = 2_000

/**
 * The file replaces what it names: a body with its chat, a person with their posts in the bodies of the file.
 * The same file again changes nothing, unless it is now asked to prune; then chats bound meanwhile stay bound.
 */
export function createDirectoryAdmin({ transact }: UnitOfWork): DirectoryAdmin {
  return {
    import: (file, { prune, at }) =>
      transact(async (sql) => {
        const version = await raiseVersion(sql)
        const [last] = await sql
          .select()
          .from(directoryImports)
          .orderBy(desc(directoryImports.version))
          .limit(1)
        const sameFile = last?.hash === file.hash
        if (sameFile && (last.pruned || !prune)) return 'unchanged'
        await importBodies(sql, file.bodies, { keepChats: sameFile })
        await importPeople(sql, file.people)
        await importPosts(sql, file)
        if (prune) await pruneAbsent(sql, file, at)
        await sql.insert(directoryImports).values({ version, hash: file.hash, pruned: prune, at })
        return 'imported'
      }),
  }
}

async function importBodies(
  sql: Sql,
  all: readonly Body[],
  { keepChats }: { readonly keepChats: boolean },
): Promise<void> {
  // Bodies the file no longer names come after those it does: the first office of the directory has a meaning.
  await sql.update(bodies).set({ position: raw`${bodies.position} + ${all.length}` })
  for (const part of chunks(
    all.map((body, position) => ({ ...body, position, aliases: [...body.aliases] })),
  )) {
    await sql
      .insert(bodies)
      .values(part)
      .onConflictDoUpdate({
        target: bodies.id,
        set: {
          position: excluded(bodies.position),
          name: excluded(bodies.name),
          aliases: excluded(bodies.aliases),
          ...(keepChats ? {} : { chatId: excluded(bodies.chatId) }),
          office: excluded(bodies.office),
          unit: excluded(bodies.unit),
          goneAt: null,
        },
      })
  }
}

async function importPeople(sql: Sql, all: readonly Person[]): Promise<void> {
  await sql.update(people).set({ position: raw`${people.position} + ${all.length}` })
  const rows = all.map(({ openId, unionId, userId, name, phone }, position) => ({
    openId,
    unionId,
    userId,
    name,
    phone,
    position,
  }))
  for (const part of chunks(rows)) {
    await sql
      .insert(people)
      .values(part)
      .onConflictDoUpdate({
        target: people.openId,
        set: {
          position: excluded(people.position),
          unionId: excluded(people.unionId),
          userId: excluded(people.userId),
          name: excluded(people.name),
          phone: excluded(people.phone),
          goneAt: null,
        },
      })
  }
}

async function importPosts(
  sql: Sql,
  file: { readonly bodies: readonly Body[]; readonly people: readonly Person[] },
): Promise<void> {
  const bodyIds = file.bodies.map(({ id }) => id)
  for (const part of chunks(file.people.map(({ openId }) => openId))) {
    await sql.delete(posts).where(and(inArray(posts.openId, part), inArray(posts.bodyId, bodyIds)))
  }
  const rows = file.people.flatMap(({ openId, posts: held }) =>
    held.map(({ bodyId, roles }, position) => ({ openId, bodyId, position, roles: [...roles] })),
  )
  for (const part of chunks(rows)) await sql.insert(posts).values(part)
}

async function pruneAbsent(
  sql: Sql,
  file: { readonly bodies: readonly Body[]; readonly people: readonly Person[] },
  at: Instant,
): Promise<void> {
  const bodyIds = file.bodies.map(({ id }) => id)
  const openIds = file.people.map(({ openId }) => openId)
  await sql.delete(posts).where(notInArray(posts.bodyId, bodyIds))
  await sql.delete(posts).where(notInArray(posts.openId, openIds))
  await sql
    .update(bodies)
    .set({ goneAt: at })
    .where(and(notInArray(bodies.id, bodyIds), isNull(bodies.goneAt)))
  await sql
    .update(people)
    .set({ goneAt: at })
    .where(and(notInArray(people.openId, openIds), isNull(people.goneAt)))
}

function chunks<T>(all: readonly T[]): T[][] {
  const parts: T[][] = []
  for (let i = 0; i < all.length; i += CHUNK) parts.push(all.slice(i, i + CHUNK))
  return parts
}
