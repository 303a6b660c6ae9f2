import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskPersonalNumbers } from '../../src/domain/personal-numbers.ts'

describe('personal numbers in pasted text', () => {
  it.each([
    ['手机13812345678', '手机138********'],
    ['手机138 1234 5678，微信同号', '手机138 **** ****，微信同号'],
    ['电话+86-13812345678', '电话+86-138********'],
    ['打１３８１２３４５６７８', '打１３８********'],
    ['身份证320602199003071234', '身份证3206**************'],
    ['身份证32060219900307123X', '身份证3206**************'],
    ['老身份证320602900307123', '老身份证3206***********'],
    ['卡号6222 0212 3456 7890 128', '卡号6222 **** **** **** ***'],
    ['座机0513-85123456', '座机0513-********'],
    ['座机(0513)85123456转801', '座机(0513)********转801'],
    ['联系电话：85123456', '联系电话：********'],
    ['车牌苏F·12A45违停', '车牌苏F·*****违停'],
    ['车牌苏FD12345违停', '车牌苏F******违停'],
  ])('masks %s', (text, masked) => {
    expect(maskPersonalNumbers(text)).toBe(masked)
  })

  it.each([
    '请拨打110、119、120或12345',
    '客服400-820-8820',
    '2026年11月23日9时，3栋402室，停水15天',
    '转发13812次，阅读20261123',
    '订单号12345678901234567890123',
    '见 https://weibo.com/1234567890/13812345678?id=320602199003071234 原文',
    '文号网舆交〔2026〕12号',
  ])('leaves %s', (text) => {
    expect(maskPersonalNumbers(text)).toBe(text)
  })

  const digits = (n: number) =>
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: n, maxLength: n }).map((all) => all.join(''))
  const around = fc.string({
    unit: fc.constantFrom('水', '黄', '，', '。', '请', ' ', '\n', '！'),
    maxLength: 20,
  })
  const mobile = fc.tuple(fc.constantFrom('13', '15', '18', '19'), digits(9)).map((parts) => parts.join(''))
  const identity = fc
    .tuple(fc.constantFrom('320602', '110101'), fc.constantFrom('19900307', '20011231'), digits(4))
    .map((parts) => parts.join(''))

  it('lets no mobile number and no identity card through, whatever stands around it', () => {
    fc.assert(
      fc.property(around, fc.oneof(mobile, identity), around, (before, number, after) => {
        const masked = maskPersonalNumbers(`${before}${number}${after}`)
        expect(masked).not.toContain(number)
        expect(masked).not.toContain(number.slice(-4))
        expect(masked.startsWith(before)).toBe(true)
        expect(masked.endsWith(after)).toBe(true)
      }),
    )
  })

  it('keeps the length, and has nothing left to mask the second time', () => {
    const anything = fc.array(fc.oneof(around, mobile, identity, fc.string()), { maxLength: 6 })
    fc.assert(
      fc.property(
        anything.map((parts) => parts.join('')),
        (text) => {
          const masked = maskPersonalNumbers(text)
          expect(masked).toHaveLength(text.length)
          expect(maskPersonalNumbers(masked)).toBe(masked)
        },
      ),
    )
  })
})
