import type { Readable } from 'node:stream'
import type { AttachmentKind } from '../../src/domain/attachment.ts'
import type { CommandRefusal } from '../../src/domain/card-ref.ts'
import { classify } from './codes.ts'
import { FeishuError } from './failure.ts'

/** The bytes of a file in a message, or why Feishu keeps them, in words that a sentence exists for. */
export type Downloaded =
  | { readonly kind: 'got'; readonly content: Buffer }
  | { readonly kind: 'too_large' }
  | { readonly kind: 'refused'; readonly why: Unreachable }

type Unreachable = Extract<CommandRefusal, { code: 'file_unreachable' }>['why']

/** What the platform calls the kinds it knows; a picture is sent as a file, since as a picture it would be made smaller. */
export const uploadTypes = {
  pdf: 'pdf',
  docx: 'doc',
  xlsx: 'xls',
  jpg: 'stream',
  png: 'stream',
} as const satisfies Record<AttachmentKind, string>

/** What our transport has read already; as one piece it is not copied. */
export async function contentOf(stream: Readable): Promise<Buffer> {
  const parts: Buffer[] = await stream.toArray()
  const [only, ...more] = parts
  return only && more.length === 0 ? only : Buffer.concat(parts)
}

const whyByCode: ReadonlyMap<number, Unreachable> = new Map([
  [99991672, 'scope_missing'],
  [230027, 'scope_missing'],
  [234002, 'scope_missing'],
  [234003, 'gone'],
  [234004, 'outside'],
  [234009, 'outside'],
  [230002, 'outside'],
  [234037, 'too_large'],
  [234038, 'restricted'],
  [234043, 'forwarded'],
])

/** Throws what may pass by itself. */
export function whyKept(error: unknown): Unreachable {
  if (error instanceof FeishuError) {
    const why = whyByCode.get(error.code)
    if (why) return why
  }
  const { class: kind } = classify(error)
  if (kind === 'retry' || kind === 'rate_limited' || kind === 'token') throw error
  return kind === 'gone_message' ? 'gone' : 'other'
}
