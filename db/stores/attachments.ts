import { and, eq, gt } from 'drizzle-orm'
import type { DomainEvent } from '../../src/domain/event.ts'
import type { Matter } from '../../src/domain/matter.ts'
import type { Instant } from '../../src/domain/time.ts'
import type { AwaitedFile, FileContent } from '../../src/ports.ts'
import { attachmentContents, attachments, awaitedFiles } from '../schema/index.ts'
import { excluded, type Sql } from '../sql.ts'

export async function keepContent(sql: Sql, { sha256, content }: FileContent): Promise<void> {
  await sql.insert(attachmentContents).values({ sha256, content }).onConflictDoNothing()
}

/** A row for each fact about a file; its content must be kept already. */
export async function saveAttachments(
  sql: Sql,
  { id: matterId, officeId }: Matter,
  facts: readonly DomainEvent[],
): Promise<void> {
  const rows = facts.flatMap((fact) => {
    if (fact.type !== 'attached' && fact.type !== 'matter_attached') return []
    const { id, name, kind, bytes: length, sha256 } = fact.file
    const slipId = fact.type === 'attached' ? fact.id : null
    const byOpenId = fact.by === 'system' ? null : fact.by.openId
    return [{ id, matterId, slipId, officeId, name, kind, length, sha256, byOpenId, at: fact.at }]
  })
  if (rows.length > 0) await sql.insert(attachments).values(rows)
}

export async function contentOf(sql: Sql, sha256: string): Promise<Uint8Array | null> {
  const [row] = await sql
    .select({ content: attachmentContents.content })
    .from(attachmentContents)
    .where(eq(attachmentContents.sha256, sha256))
  return row?.content ?? null
}

/** A later wish of the same person takes the place of the earlier one. */
export async function awaitFile(sql: Sql, awaited: AwaitedFile): Promise<void> {
  await sql
    .insert(awaitedFiles)
    .values(awaited)
    .onConflictDoUpdate({
      target: [awaitedFiles.openId, awaitedFiles.chatId],
      set: {
        officeId: excluded(awaitedFiles.officeId),
        matterId: excluded(awaitedFiles.matterId),
        slipId: excluded(awaitedFiles.slipId),
        until: excluded(awaitedFiles.until),
      },
    })
}

export async function awaitedFile(
  sql: Sql,
  openId: string,
  chatId: string,
  now: Instant,
): Promise<AwaitedFile | null> {
  const [row] = await sql
    .select()
    .from(awaitedFiles)
    .where(and(eq(awaitedFiles.openId, openId), eq(awaitedFiles.chatId, chatId), gt(awaitedFiles.until, now)))
  return row ?? null
}
