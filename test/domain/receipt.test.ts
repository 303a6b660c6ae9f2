import { describe, expect, it } from 'vitest'
import { receiptLine } from '../../cards/wording-receipt.ts'
import { maskedPhone, receiptNo, receiptText } from '../../src/domain/receipt.ts'
import { slipAsStored } from '../../src/domain/stored-slip.ts'
import { amend } from '../support/ask-wishes.ts'
import { issuedSlip, signedSlip } from '../support/builders.ts'
import { 周建国, 王立 } from '../support/people.ts'
import { signReceipt } from '../support/wishes.ts'

const 王立有电话 = { ...王立, phone: '13812345678' }

describe('签收', () => {
  it('keeps post and telephone of that moment, the revision and the fingerprint', () => {
    const { slip, now } = issuedSlip().after(signReceipt(), 王立有电话)
    expect(slip.receipt).toEqual({
      by: { openId: 王立.openId, name: '王立' },
      at: now,
      n: 1,
      rev: 1,
      post: ['handler'],
      phone: '13812345678',
      hash: 'f00d',
    })
  })

  it('shows the telephone masked in the group and whole to the office', () => {
    const { slip, now } = issuedSlip().after(signReceipt(), 王立有电话)
    if (!slip.receipt) throw new Error('nobody signed')
    expect(receiptLine(slip, slip.receipt, false, now)).toBe(
      '已签收：王立（承办人，电话138****5678）　11月23日（周一）09:01　网舆交〔2026〕1号-回执1',
    )
    expect(receiptLine(slip, slip.receipt, true, now)).toContain('电话13812345678')
  })

  it('is numbered anew after a 更正 that asks for it again; the former receipt stays', () => {
    const amended = signedSlip().after(amend({ demand: '请公布检测结果。' }), 周建国)
    expect(amended.slip.receipt).toBeNull()
    const { slip } = amended.after(signReceipt(), 王立)
    expect(slip.receipt && receiptNo(slip, slip.receipt)).toBe('网舆交〔2026〕1号-回执2')
    expect(slip.formerReceipts).toMatchObject([{ n: 1, by: { name: '王立' } }])
  })

  it('is refused for a content that was corrected since it was on the card', () => {
    const old = signReceipt()(issuedSlip().dossier, issuedSlip().now)
    const amended = issuedSlip().after(amend({ title: '翠湖苑二期自来水发黄' }), 周建国)
    expect(amended.when(() => old, 王立).outcome).toBe('refused:stale_card')
    expect(amended.when(signReceipt(), 王立).outcome).toBe('done')
  })
})

describe('the text that is signed for', () => {
  it('is the same for the same content, and another when title or limit change', () => {
    const { slip } = issuedSlip()
    expect(receiptText(slip)).toBe(receiptText(signedSlip().slip))
    const corrected = issuedSlip().after(amend({ title: '翠湖苑二期自来水发黄' }), 周建国).slip
    expect(receiptText(corrected)).not.toBe(receiptText(slip))
    const later = issuedSlip().after(amend({ term: { kind: 'workdays', n: 9 } }), 周建国).slip
    expect(receiptText(later)).not.toBe(receiptText(slip))
  })
})

describe('a telephone in a group', () => {
  it.each([
    ['13812345678', '138****5678'],
    ['+8613812345678', '138****5678'],
    ['0512-12345678', '051****5678'],
    ['12345678', '123*5678'],
    ['12345', '****'],
  ])('%s reads %s', (phone, masked) => {
    expect(maskedPhone(phone)).toBe(masked)
  })
})

describe('a slip stored before receipts had numbers', () => {
  it('reads as one of today, with nothing it could not have', () => {
    const { slip } = signedSlip()
    const { accountabilities: _, praises: __, formerReceipts: ___, receipt, ...old } = slip
    if (!receipt) throw new Error('nobody signed')
    const { by, at, rev } = receipt
    const stored = JSON.parse(JSON.stringify({ ...old, receipt: { by, at, rev } }))
    expect(slipAsStored(stored)).toMatchObject({
      accountabilities: [],
      praises: [],
      formerReceipts: [],
      receipt: { by, at, rev, n: 1, post: [], phone: null, hash: null },
    })
  })
})
