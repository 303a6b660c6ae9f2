import { z } from 'zod'
import type { PersonIds } from '../../src/domain/directory.ts'
import type { Instant } from '../../src/domain/time.ts'

const text = z.string().min(1).max(512)
/** Empty strings and nulls stand for "absent" in several clients. */
const maybe = z
  .string()
  .max(512)
  .nullish()
  .transform((value) => value || undefined)

export const ids = z
  .object({ open_id: maybe, union_id: maybe, user_id: maybe })
  .transform((raw) => personIds(raw))
  .refine((who) => who.openId ?? who.unionId ?? who.userId, 'nobody')

const header = z.object({ event_id: text, event_type: text, create_time: z.unknown().optional() })
export const envelope = z.object({ header, event: z.unknown().optional() })

/** Events of before `schema` 2.0 have no header. */
export const firstGeneration = z.object({ type: text })

export const messageEvent = z.object({
  sender: z.object({ sender_id: z.unknown().optional(), sender_type: maybe }),
  message: z.object({
    message_id: text,
    chat_id: text,
    chat_type: z.string(),
    message_type: text,
    content: z.string().nullish(),
    parent_id: maybe,
    create_time: z.unknown().optional(),
    mentions: z
      .array(
        z.object({
          key: text,
          name: z.string().nullish(),
          id: z.object({ open_id: maybe }).nullish(),
          mentioned_type: maybe,
        }),
      )
      .nullish(),
  }),
})

export const pressEvent = z.object({
  operator: z.unknown().optional(),
  action: z.object({
    tag: z.string(),
    name: maybe,
    value: z.unknown().optional(),
    form_value: z.unknown().optional(),
    option: maybe,
  }),
  host: maybe,
  context: z.object({ open_message_id: text, open_chat_id: text }),
})

export const chatEvent = z.object({
  chat_id: text,
  name: maybe,
  users: z.array(z.object({ user_id: ids })).nullish(),
})

/** What somebody filled into a form. Has no prototype; a field left blank may be missing or `''`. */
export type FormValues = Readonly<Record<string, string | readonly string[] | boolean>>

/** Only own keys with plain values, on an object without a prototype: a field may be called `__proto__`. */
export function formOf(raw: unknown): FormValues | undefined {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return undefined
  const form: Record<string, string | readonly string[] | boolean> = Object.create(null)
  for (const [field, value] of Object.entries(raw)) {
    if (field === '__proto__') continue
    if (typeof value === 'string' || typeof value === 'boolean') form[field] = value
    else if (Array.isArray(value) && value.every((one) => typeof one === 'string')) form[field] = value
  }
  return form
}

function personIds(raw: {
  open_id?: string | undefined
  union_id?: string | undefined
  user_id?: string | undefined
}): PersonIds {
  return {
    ...(raw.open_id === undefined ? {} : { openId: raw.open_id }),
    ...(raw.union_id === undefined ? {} : { unionId: raw.union_id }),
    ...(raw.user_id === undefined ? {} : { userId: raw.user_id }),
  }
}

/**
 * Messages carry milliseconds; card callbacks carry microseconds by the manual and milliseconds in
 * recordings.
 */
export function instantOf(raw: unknown): Instant | undefined {
  const digits = typeof raw === 'number' ? String(raw) : raw
  if (typeof digits !== 'string' || !/^\d{13,16}$/.test(digits)) return undefined
  return digits.length >= 15 ? Math.floor(Number(digits) / 1000) : Number(digits)
}
