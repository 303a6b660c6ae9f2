import { type Act, actOf } from './act.ts'
import type { Role } from './directory.ts'
import type { SlipEvent } from './event.ts'
import { formatNo } from './numbering.ts'
import type { Slip } from './slip.ts'
import { iso } from './time.ts'

/**
 * 签收 (签字确认并回传): who, in which post and under which telephone at that moment, when, which revision of the slip
 * they had before them, and the fingerprint of what it said.
 */
export interface Receipt extends Act {
  /** Receipts of a slip are counted: a 更正 that asks for a new one gives the next number. */
  readonly n: number
  readonly rev: number
  readonly post: readonly Role[]
  /** Whole, as the directory had it; cards in groups show it masked. */
  readonly phone: string | null
  /** SHA-256 of `receiptText`, in hex. */
  readonly hash: string | null
}

/** The receipt by this fact: the next one of the slip. */
export function receiptFrom(event: SlipEvent & { readonly type: 'receipt_signed' }, slip: Slip): Receipt {
  const { seenRev, post = [], phone = null, hash = null } = event
  return { ...actOf(event), n: slip.formerReceipts.length + 1, rev: seenRev, post, phone, hash }
}

/** 网舆交〔2026〕12号-回执1. */
export function receiptNo(slip: Pick<Slip, 'no'>, { n }: Pick<Receipt, 'n'>): string {
  return `${formatNo(slip.no)}-回执${n}`
}

/**
 * What is signed for, as one text: the brief and the limits, a line each, in a fixed order with instants in UTC. It is
 * hashed, so it must never come out differently for the same content.
 */
export function receiptText({ no, brief, clocks }: Pick<Slip, 'no' | 'brief' | 'clocks'>): string {
  const { title, summary, platform, link, category, level, answerForm, demand, sensitivity } = brief
  const parts = { title, summary, platform, link, category, level, answerForm, demand, sensitivity }
  return [
    formatNo(no),
    ...Object.entries(parts).map(([name, value]) => `${name}=${JSON.stringify(value)}`),
    ...clocks.map(({ name, deadline }) => `${name}<=${iso(deadline.at)}`),
  ].join('\n')
}

/** 138****5678, the code of China left out; of a number with an area code its code and its end. */
export function maskedPhone(phone: string): string {
  const signs = [...phone.replace(/^(\+|00)86[- ]?/, '')]
  if (signs.length < 8) return '****'
  const head = signs.length - 4
  return `${signs.slice(0, 3).join('')}${'*'.repeat(Math.min(4, head - 3))}${signs.slice(head).join('')}`
}
