/**
 * Numbers and dates that several units report of one matter, laid side by side (通知一：确保回应的信息准确一致). Only what is
 * written in digits with a unit of measure, or as a date, is read; no language is understood and nothing is judged.
 */
export interface Figure {
  /** The unit of measure, alike for its spellings (`名` counts 人); `date` for a day. */
  readonly measure: string
  /** Comparable: the number in its plain unit (`3.5万元` is 35000), or `11-24` for a day. */
  readonly value: string
  /** As it stands in the text, digits folded to ASCII. */
  readonly written: string
}

/** One measure of which two units name different figures. */
export interface Difference {
  readonly measure: string
  readonly by: readonly { readonly of: string; readonly written: readonly string[] }[]
}

export interface Account {
  /** The unit whose text it is. */
  readonly of: string
  readonly text: string
}

/** Spellings by measure. 个, 项, 条 and the like count anything, so they compare nothing and are left out. */
const spellings: Readonly<Record<string, readonly string[]>> = {
  户: ['户'],
  人: ['人', '名'],
  人次: ['人次'],
  元: ['元'],
  '%': ['%'],
  平方米: ['平方米', 'm2'],
  立方米: ['立方米', 'm3'],
  亩: ['亩'],
  公里: ['公里', '千米', 'km'],
  米: ['米'],
  吨: ['吨'],
  辆: ['辆'],
  台: ['台'],
  起: ['起'],
  件: ['件'],
  处: ['处'],
  栋: ['栋', '幢'],
  家: ['家'],
  所: ['所'],
  箱: ['箱'],
  次: ['次'],
  分贝: ['分贝', 'dB'],
  工作日: ['个工作日'],
  个月: ['个月'],
  天: ['天'],
  小时: ['小时'],
  分钟: ['分钟'],
}

const measureOf = new Map(
  Object.entries(spellings).flatMap(([measure, all]) => all.map((spelling) => [spelling, measure] as const)),
)

const times: Readonly<Record<string, number>> = { 百: 100, 千: 1_000, 万: 10_000, 亿: 100_000_000 }

const DATE = /(?:\d{4}年)?(\d{1,2})月(\d{1,2})日|\d{4}-(\d{1,2})-(\d{1,2})/gu

/** The longest spelling first: 人次 is not 人. */
const NUMBER = new RegExp(
  `(?<![\\d.第])(\\d+(?:,\\d{3})*(?:\\.\\d+)?)\\s*([百千万亿]?)[余多]?(${[...measureOf.keys()]
    .sort((a, b) => b.length - a.length)
    .join('|')})`,
  'gu',
)

/** The figures of a text, in its order; the same one said twice is told once. */
export function figuresIn(text: string): readonly Figure[] {
  const folded = text.normalize('NFKC')
  const found = new Map<string, { readonly at: number; readonly figure: Figure }>()
  const keep = (at: number, figure: Figure) => {
    const key = `${figure.measure}=${figure.value}`
    if (!found.has(key)) found.set(key, { at, figure })
  }
  for (const match of folded.matchAll(DATE)) {
    const [written, month = match[3] ?? '', day = match[4] ?? ''] = match
    keep(match.index, { measure: 'date', value: `${Number(month)}-${Number(day)}`, written })
  }
  for (const match of folded.replaceAll(DATE, (date) => ' '.repeat(date.length)).matchAll(NUMBER)) {
    const [written, digits = '', scale = '', spelling = ''] = match
    const value = Number(digits.replaceAll(',', '')) * (times[scale] ?? 1)
    keep(match.index, { measure: measureOf.get(spelling) ?? spelling, value: String(value), written })
  }
  return [...found.values()].sort((a, b) => a.at - b.at).map(({ figure }) => figure)
}

/**
 * The measures on which two units differ: each names a figure that the other does not. Who only tells more than another
 * differs from nobody.
 */
export function differencesIn(accounts: readonly Account[]): readonly Difference[] {
  const read = accounts.map(({ of, text }) => ({ of, figures: figuresIn(text) }))
  const measures = [...new Set(read.flatMap(({ figures }) => figures.map(({ measure }) => measure)))]
  return measures.flatMap((measure) => {
    const named = read
      .map(({ of, figures }) => ({ of, figures: figures.filter((one) => one.measure === measure) }))
      .filter(({ figures }) => figures.length > 0)
    const differ = named.some((a) =>
      named.some((b) => lacks(a.figures, b.figures) && lacks(b.figures, a.figures)),
    )
    return differ
      ? [
          {
            measure,
            by: named.map(({ of, figures }) => ({ of, written: figures.map(({ written }) => written) })),
          },
        ]
      : []
  })
}

/** Whether `b` names a figure that `a` does not. */
function lacks(a: readonly Figure[], b: readonly Figure[]): boolean {
  return b.some(({ value }) => !a.some((one) => one.value === value))
}
