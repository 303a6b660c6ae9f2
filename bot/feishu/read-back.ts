import { z } from 'zod'
import type { Instant } from '../../src/domain/time.ts'
import { classify } from './codes.ts'
import { FeishuError } from './failure.ts'
import { type FileRef, filesIn } from './message-files.ts'
import { type Mention, plainText } from './message-text.ts'

/**
 * A message somebody quoted, or why it cannot be read: `scope_missing` an administrator must grant the right
 * to read.
 */
export type Quoted =
  | {
      readonly kind: 'read'
      readonly text: string
      readonly messageType: string
      /** Files and pictures it holds; of a forwarded bundle those of the messages in it. */
      readonly files: readonly FileRef[]
      readonly senderOpenId?: string
    }
  | { readonly kind: 'unread'; readonly why: 'scope_missing' | 'gone' | 'other' }

/** A message found in a chat. `senderId` is an open_id, or the app id for what a bot sent. */
export interface FoundMessage {
  readonly messageId: string
  readonly createdAt: Instant
  readonly senderId?: string
  readonly messageType: string
  /** Flattened; of a card its title and texts. */
  readonly text: string
}

const found = z.object({
  message_id: z.string().min(1),
  msg_type: z.string().default(''),
  create_time: z.coerce.number(),
  deleted: z.boolean().optional(),
  sender: z.object({ id: z.string(), id_type: z.string() }).optional(),
  body: z.object({ content: z.string() }).optional(),
  mentions: z.array(z.object({ key: z.string(), id: z.string(), name: z.string() })).optional(),
})

type Found = z.infer<typeof found>

/** Messages as the platform gives them back. */
export const page = z.object({
  items: z.array(found).default([]),
  has_more: z.boolean().default(false),
  page_token: z.string().optional(),
})

export function quotedOf(items: readonly Found[]): Quoted {
  const [first, ...rest] = items
  if (!first || first.deleted) return { kind: 'unread', why: 'gone' }
  // A forwarded bundle is one message followed by those inside it.
  const texts = first.msg_type === 'merge_forward' ? rest.map(textOf) : [textOf(first)]
  return {
    kind: 'read',
    text: texts.filter((one) => one !== '').join('\n'),
    messageType: first.msg_type,
    files: (first.msg_type === 'merge_forward' ? rest : [first]).flatMap((one) =>
      filesIn(one.msg_type, one.body?.content ?? ''),
    ),
    ...(first.sender?.id_type === 'open_id' ? { senderOpenId: first.sender.id } : {}),
  }
}

export function foundOf(one: Found): FoundMessage {
  return {
    messageId: one.message_id,
    createdAt: one.create_time,
    ...(one.sender ? { senderId: one.sender.id } : {}),
    messageType: one.msg_type,
    text: one.deleted ? '' : textOf(one),
  }
}

function textOf(one: Found): string {
  const mentions = (one.mentions ?? []).map(
    (who): Mention => ({ key: who.key, name: who.name, openId: who.id, isBot: false }),
  )
  return plainText(one.msg_type, one.body?.content ?? '', mentions)
}

const SCOPE_MISSING = new Set([99991672, 230027])

export function whyUnread(error: unknown): 'scope_missing' | 'gone' | 'other' {
  if (error instanceof FeishuError && SCOPE_MISSING.has(error.code)) return 'scope_missing'
  return classify(error).class === 'gone_message' ? 'gone' : 'other'
}
