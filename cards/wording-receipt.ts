import { maskedPhone, type Receipt, receiptNo } from '../src/domain/receipt.ts'
import type { Slip } from '../src/domain/slip.ts'
import type { Instant } from '../src/domain/time.ts'
import { roleWords } from './wording-dictionary.ts'
import { moment } from './wording-times.ts'

/** 签收 as a fact: in a group with the telephone masked, to the office that wants to call with the whole of it. */
export function receiptLine(slip: Slip, receipt: Receipt, whole: boolean, now: Instant): string {
  const name = receipt.by === 'system' ? '系统' : receipt.by.name
  return `已签收：${name}${signerOf(receipt, whole)}　${moment(receipt.at, now)}　${receiptNo(slip, receipt)}`
}

function signerOf({ post, phone }: Receipt, whole: boolean): string {
  const words = [
    ...post.map((role) => roleWords[role].replace(/（.*）$/, '')),
    ...(phone === null ? [] : [`电话${whole ? phone : maskedPhone(phone)}`]),
  ]
  return words.length === 0 ? '' : `（${words.join('，')}）`
}

/** What the office can check a printed slip against. */
export function fingerprintLine({ rev, hash }: Receipt): string | null {
  return hash === null ? null : `签收的是第${rev}版，内容校验码${hash.slice(0, 16)}`
}
