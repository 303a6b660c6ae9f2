/**
 * Personal numbers in pasted text (facts of 8.1): mobile and fixed telephones, identity cards, bank cards, car plates.
 * Each keeps its head, by which a reader sees what stood there, and loses the rest. Public numbers (110, 12345, 400-…),
 * dates, amounts and addresses of web pages stay.
 */
export function maskPersonalNumbers(text: string): string {
  const plain = narrowed(text)
  const signs = text.split('')
  for (const [from, to] of outsideLinks(plain)) {
    for (const { pattern, keep } of kinds) {
      for (const found of plain.slice(from, to).matchAll(pattern)) {
        if (!isOne(found[0], pattern)) continue
        hide(signs, from + found.index, found[0], keep)
      }
    }
  }
  return signs.join('')
}

interface Kind {
  readonly pattern: RegExp
  /** How many letters and digits of its head stay. */
  readonly keep: number
}

const PLATE_LETTER = '[A-HJ-NP-Z]'
const PLATE_SIGN = '[A-HJ-NP-Z0-9]'
const BETWEEN = '[ \\-‐‑–—]?'

const IDENTITY =
  /(?<![0-9A-Za-z])[1-9]\d{5}[ -]?(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[\dXx](?![0-9A-Za-z])/g
const OLD_IDENTITY =
  /(?<![0-9A-Za-z])[1-9]\d{5}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?![0-9A-Za-z])/g
const BANK_CARD = /(?<![0-9A-Za-z])[3-6]\d{3}(?:[ -]?\d{4}){2}(?:[ -]?\d{1,4}){1,2}(?![0-9A-Za-z])/g
const MOBILE = new RegExp(
  `(?<![0-9A-Za-z])(?:\\+?86${BETWEEN})?1[3-9]\\d${BETWEEN}\\d{4}${BETWEEN}\\d{4}(?![0-9A-Za-z])`,
  'g',
)
const LANDLINE = /(?<![0-9A-Za-z])(?:\(0\d{2,3}\)|0\d{2,3})[ -]?[2-8]\d{6,7}(?:-\d{1,5})?(?![0-9A-Za-z])/g
/** Seven or eight digits alone may be anything; after these words they are a telephone. */
const LOCAL = /(?<=(?:电话|座机|联系方式|致电|tel)[是为:： ]{0,3})[2-8]\d{6,7}(?![0-9A-Za-z])/gi
const PLATE = new RegExp(
  `[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]${PLATE_LETTER}[ ·•.-]?` +
    `(?=[A-Z]*\\d)(?:${PLATE_SIGN}{6}|${PLATE_SIGN}{4}[A-HJ-NP-Z0-9挂学警港澳])(?![0-9A-Za-z])`,
  'gi',
)

const kinds: readonly Kind[] = [
  { pattern: IDENTITY, keep: 4 },
  { pattern: BANK_CARD, keep: 4 },
  { pattern: OLD_IDENTITY, keep: 4 },
  { pattern: MOBILE, keep: 3 },
  { pattern: LANDLINE, keep: 0 },
  { pattern: LOCAL, keep: 0 },
  { pattern: PLATE, keep: 2 },
]

/** Full-width digits, letters and signs as their narrow ones, place by place: the length stays. */
function narrowed(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')
}

const LINK = /https?:\/\/[^\s<>"'，。；、（）【】《》“”]+/giu

function outsideLinks(text: string): readonly (readonly [number, number])[] {
  const parts: [number, number][] = []
  let from = 0
  for (const link of text.matchAll(LINK)) {
    parts.push([from, link.index])
    from = link.index + link[0].length
  }
  parts.push([from, text.length])
  return parts
}

/** A bank card is sixteen to nineteen digits whose check digit is right; any other long number may be an order. */
function isOne(found: string, pattern: RegExp): boolean {
  if (pattern !== BANK_CARD) return true
  const digits = found.replace(/\D/g, '')
  return digits.length >= 16 && digits.length <= 19 && checksOut(digits)
}

/** Luhn (ISO/IEC 7812-1). */
function checksOut(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** An area code stays readable, as does a country code. */
function hide(signs: string[], at: number, found: string, keep: number): void {
  const head = /^(?:\+?86[ -]?(?=1)|\(0\d{2,3}\)|0\d{2,3}(?=[ -]))/.exec(found)?.[0].length ?? 0
  let kept = 0
  for (let i = head; i < found.length; i++) {
    if (!/[\p{L}\p{N}]/u.test(found[i] ?? '')) continue
    if (kept < keep) kept++
    else signs[at + i] = '*'
  }
}
