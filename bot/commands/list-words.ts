import {
  categoryTypings,
  closedLateTypings,
  dayTypings,
  emergencyTypings,
  exportTypings,
  lateTypings,
  levelTypings,
  looseEmergencyTypings,
  looseTypings,
  monthTypings,
  openStates,
  openTypings,
  stateTypings,
  weekTypings,
  yearTypings,
} from '../../cards/wording-lists.ts'
import { bigramsOf } from '../../src/domain/bigrams.ts'
import type { ListQuery } from '../../src/domain/card-ref.ts'
import { categories, levels } from '../../src/domain/dictionary.ts'
import { type Body, bodyNamed, type Directory } from '../../src/domain/directory.ts'
import type { ListFilter, ListState, Period } from '../../src/domain/list-filter.ts'
import { slipStatuses } from '../../src/domain/slip.ts'
import {
  addDays,
  type Day,
  dayOf,
  type Instant,
  isRealDay,
  nextDay,
  weekdayOf,
  yearOf,
} from '../../src/domain/time.ts'

/** What was typed after `/查`, `/待办` or `/台账`, in whatever order. */
export interface ReadList {
  readonly filter: ListFilter
  /** What is looked for as text, as it was typed. */
  readonly text: string | null
  /** A date that is none, or a single character, which would stand for everything that has it. */
  readonly unread: readonly string[]
  readonly wantsTable: boolean
}

/** One word of the clerk's, as it is understood. Years and months are put together once all words are known. */
type Word =
  | { readonly is: 'unit'; readonly unit: Body }
  | { readonly is: 'filter'; readonly part: Partial<ListFilter> }
  | { readonly is: 'year'; readonly year: number }
  | { readonly is: 'month'; readonly year: number | null; readonly month: number }
  | { readonly is: 'period'; readonly period: Period }
  | { readonly is: 'table' }

/** Longer than any words that are written together. */
const LONGEST_GLUED = 24

const states: readonly ListState[] = [...slipStatuses, 'rework']

/** Words that stand for nothing but what they name. */
const strict: ReadonlyMap<string, Word> = new Map<string, Word>([
  ...states.flatMap((state) => meaning(stateTypings[state], { states: [state] })),
  ...meaning(openTypings, { states: openStates }),
  ...meaning(lateTypings.now, { late: 'now' }),
  ...meaning(lateTypings.ever, { late: 'ever' }),
  ...meaning(closedLateTypings, { states: ['closed'], late: 'ever' }),
  ...levels.flatMap((level) => meaning(levelTypings[level], { levels: [level] })),
  ...categories.flatMap((category) => meaning(categoryTypings[category], { categories: [category] })),
  ...meaning(emergencyTypings, { categories: categories.filter((one) => one.startsWith('U')) }),
  ...exportTypings.map((word) => [word, { is: 'table' }] as const),
])

function meaning(words: readonly string[], part: Partial<ListFilter>): (readonly [string, Word])[] {
  return words.map((word) => [word, { is: 'filter', part }] as const)
}

/** What a ledger is asked for also by common words. */
const loose: ReadonlyMap<string, Word> = new Map<string, Word>([
  ...strict,
  ...categories.flatMap((category) => meaning(looseTypings[category] ?? [], { categories: [category] })),
  ...meaning(looseEmergencyTypings, { categories: categories.filter((one) => one.startsWith('U')) }),
])

/** What the words of one line are held against. */
interface Known {
  readonly fixed: ReadonlyMap<string, Word>
  readonly units: readonly Body[]
  readonly today: Day
}

/** Everything that is no word of the filter is looked for as text; what stands in quotation marks always is. */
export function readListWords(
  typed: string,
  of: ListQuery['of'],
  directory: Directory,
  now: Instant,
): ReadList {
  const quoted: string[] = []
  const rest = typed.replaceAll(/[“"「＂]([^“”"「」＂]+)[”"」＂]/gu, (_, words: string) => {
    quoted.push(words.trim())
    return ' '
  })
  const units = directory.bodies.filter((body) => body.unit !== null)
  const known: Known = { fixed: of === 'search' ? strict : loose, units, today: dayOf(now) }
  const words: Word[] = []
  const texts: string[] = []
  const unread: string[] = []
  for (const token of rest.split(/[\s、，,；;]+/u).filter((one) => one !== '')) {
    const understood = understand(token.normalize('NFKC').toLowerCase(), known)
    if (understood === 'no_such_day' || (understood === null && !isSearchable(token))) unread.push(token)
    else if (understood === null) texts.push(token)
    else words.push(...understood)
  }
  const text = [...texts, ...quoted.filter(isSearchable)].join(' ')
  return {
    filter: filterOf(words, known),
    text: text === '' ? null : text,
    unread: [...unread, ...quoted.filter((one) => !isSearchable(one))],
    wantsTable: words.some(({ is }) => is === 'table'),
  }
}

/** A single character would stand for everything that has it, so a search asks for two, or a number. */
export function isSearchable(text: string): boolean {
  return bigramsOf(text).some((gram) => [...gram].length > 1 || /\d/.test(gram))
}

/** A word, or several written together without blanks: 水务集团逾期. */
function understand(token: string, known: Known): readonly Word[] | 'no_such_day' | null {
  const whole = oneWord(token, known)
  if (whole === 'no_such_day') return whole
  if (whole) return [whole]
  if (token.length > LONGEST_GLUED) return null
  for (let end = token.length - 2; end >= 2; end--) {
    const first = oneWord(token.slice(0, end), known)
    if (!first || first === 'no_such_day') continue
    const others = understand(token.slice(end), known)
    if (others && others !== 'no_such_day') return [first, ...others]
  }
  return null
}

function oneWord(token: string, { fixed, units, today }: Known): Word | 'no_such_day' | null {
  const meant = fixed.get(token)
  if (meant) return meant
  const unit = bodyNamed(token, units)
  return unit ? { is: 'unit', unit } : dateWord(token, today)
}

function dateWord(token: string, today: Day): Word | 'no_such_day' | null {
  const thisYear = yearOf(today)
  const year = yearTypings[token]
  if (year !== undefined) return { is: 'year', year: thisYear + year }
  const month = monthTypings[token]
  if (month !== undefined) {
    const [named = '', number = ''] = firstOfMonth(today, month).split('-')
    return { is: 'month', year: Number(named), month: Number(number) }
  }
  const week = weekTypings[token]
  if (week !== undefined) {
    const from = addDays(today, 7 * week - ((weekdayOf(today) + 6) % 7))
    return { is: 'period', period: { from, before: addDays(from, 7) } }
  }
  const day = dayTypings[token]
  if (day !== undefined) return oneDay(addDays(today, day))
  return writtenDate(token, today)
}

function writtenDate(token: string, today: Day): Word | 'no_such_day' | null {
  const [, onlyYear] = /^(20\d{2})年$/.exec(token) ?? []
  if (onlyYear !== undefined) return { is: 'year', year: Number(onlyYear) }
  const [, year, month] =
    /^(?:(20\d{2})年)?(\d{1,2})月份?$/.exec(token) ?? /^(20\d{2})[-/.](\d{1,2})$/.exec(token) ?? []
  if (month !== undefined) {
    const known = Number(month) >= 1 && Number(month) <= 12
    return known
      ? { is: 'month', year: year === undefined ? null : Number(year), month: Number(month) }
      : 'no_such_day'
  }
  const [, ofYear, ofMonth = '', date = ''] = /^(?:(20\d{2})年)?(\d{1,2})月(\d{1,2})[日号]$/.exec(token) ?? []
  if (date === '') return null
  const named = (one: number) => `${one}-${ofMonth.padStart(2, '0')}-${date.padStart(2, '0')}`
  const day = named(Number(ofYear ?? yearOf(today)))
  // Ledgers look back: a day still ahead is that of last year.
  const meant = ofYear === undefined && day > today ? named(yearOf(today) - 1) : day
  return isRealDay(meant) ? oneDay(meant) : 'no_such_day'
}

function oneDay(day: Day): Word {
  return { is: 'period', period: { from: day, before: nextDay(day) } }
}

/** The first of this month, or of one so many months from it. */
function firstOfMonth(day: Day, ahead: number): Day {
  const months = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1 + ahead
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`
}

/** Every list in the order of its own dictionary, so that the order of the words does not matter. */
function filterOf(words: readonly Word[], { units, today }: Known): ListFilter {
  const parts = words.flatMap((word) => (word.is === 'filter' ? [word.part] : []))
  const has = <T>(of: (part: Partial<ListFilter>) => readonly T[] | undefined, one: T) =>
    parts.some((part) => of(part)?.includes(one))
  const late = (kind: 'now' | 'ever') => parts.some((part) => part.late === kind)
  return {
    units: units.filter((unit) => words.some((word) => word.is === 'unit' && word.unit === unit)).map(idOf),
    states: states.filter((state) => has(({ states }) => states, state)),
    // Who asks for both asks for the wider.
    late: late('ever') ? 'ever' : late('now') ? 'now' : null,
    issued: periodsOf(words, today),
    categories: categories.filter((category) => has(({ categories }) => categories, category)),
    levels: levels.filter((level) => has(({ levels }) => levels, level)),
  }
}

function idOf({ id }: Body): string {
  return id
}

/** A bare month is the latest of its name, or that of the years named beside it. */
function periodsOf(words: readonly Word[], today: Day): readonly Period[] {
  const thisYear = yearOf(today)
  const years = words.flatMap((word) => (word.is === 'year' ? [word.year] : []))
  const bare = words.flatMap((word) => (word.is === 'month' && word.year === null ? [word.month] : []))
  const found = words.flatMap((word): Period[] => {
    if (word.is === 'period') return [word.period]
    if (word.is === 'year') return bare.length > 0 ? [] : [wholeYear(word.year)]
    if (word.is !== 'month') return []
    if (word.year !== null) return [wholeMonth(word.year, word.month)]
    if (years.length > 0) return years.map((year) => wholeMonth(year, word.month))
    const latest = word.month > Number(today.slice(5, 7)) ? thisYear - 1 : thisYear
    return [wholeMonth(latest, word.month)]
  })
  const keyed = new Map(found.map((period) => [`${period.from}/${period.before}`, period]))
  return [...keyed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, period]) => period)
}

function wholeMonth(year: number, month: number): Period {
  const from = `${year}-${String(month).padStart(2, '0')}-01`
  return { from, before: firstOfMonth(from, 1) }
}

function wholeYear(year: number): Period {
  return { from: `${year}-01-01`, before: `${year + 1}-01-01` }
}
