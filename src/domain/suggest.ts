import type { CategoryDefault } from './category-defaults.ts'
import type { Category, Level, RequestType } from './dictionary.ts'
import type { BodyId, Directory } from './directory.ts'
import type { Policy } from './policy.ts'

/** Words that speak for a choice (policy data). The first row of a table that is met is taken. */
export interface Keywords {
  readonly categories: readonly KeywordRow<Category>[]
  readonly levels: readonly KeywordRow<Level>[]
  readonly requestTypes: readonly KeywordRow<RequestType>[]
  /** `of` is a name or alias; a row whose unit the directory does not have says nothing. */
  readonly units: readonly KeywordRow<string>[]
}

export interface KeywordRow<T> {
  readonly of: T
  readonly words: readonly string[]
}

/** A choice with what speaks for it: the words found, or the place it follows from. */
export interface Suggested<T> {
  readonly value: T
  readonly because:
    | { readonly words: readonly string[] }
    /** The category's own level (policy `categoryLevel`). */
    | { readonly category: Category }
    /** The name of the body itself stands in the text. */
    | { readonly named: string }
}

/** What the text makes likely. The person decides; nothing here binds. */
export interface Suggestions {
  readonly category: Suggested<Category> | null
  readonly level: Suggested<Level> | null
  readonly requestType: Suggested<RequestType> | null
  readonly units: readonly Suggested<BodyId>[]
  /** What matters of the suggested category are like. */
  readonly usual: CategoryDefault | null
}

export interface SuggestFrom {
  readonly title: string | null
  readonly summary: string | null
  readonly platform: string | null
  /** What was chosen already: never suggested lower. */
  readonly level?: Level | null | undefined
  readonly requestType?: RequestType | null | undefined
}

const GRAVITY: Readonly<Record<Level, number>> = { ordinary: 0, serious: 1, major: 2, extraordinary: 3 }

/** As many units as a matter usually has; more names in a text are places, not answers. */
const MOST_UNITS = 3

export function suggest(
  from: SuggestFrom,
  directory: Directory,
  policy: Pick<Policy, 'keywords' | 'categoryLevel' | 'categoryDefaults'>,
): Suggestions {
  const text = [from.title, from.summary, from.platform].filter((part) => part !== null).join('\n')
  const { keywords } = policy
  const category = firstMet(keywords.categories, text)
  return {
    category,
    level: levelOf(text, category, from.level ?? null, policy),
    requestType: from.requestType ? null : firstMet(keywords.requestTypes, text),
    units: unitsIn(text, directory, keywords),
    usual: category && policy.categoryDefaults[category.value],
  }
}

function firstMet<T>(rows: readonly KeywordRow<T>[], text: string): Suggested<T> | null {
  for (const { of, words } of rows) {
    const found = words.filter((word) => text.includes(word))
    if (found.length > 0) return { value: of, because: { words: found } }
  }
  return null
}

/** The graver of what the words and the category say; null when that is no graver than what was chosen. */
function levelOf(
  text: string,
  category: Suggested<Category> | null,
  chosen: Level | null,
  { keywords, categoryLevel }: Pick<Policy, 'keywords' | 'categoryLevel'>,
): Suggested<Level> | null {
  const worded = firstMet(keywords.levels, text)
  const usual: Suggested<Level> | null = category && {
    value: categoryLevel[category.value],
    because: { category: category.value },
  }
  const [gravest] = [worded, usual]
    .filter((one) => one !== null)
    .sort((a, b) => GRAVITY[b.value] - GRAVITY[a.value])
  return gravest && GRAVITY[gravest.value] > GRAVITY[chosen ?? 'ordinary'] ? gravest : null
}

function unitsIn(text: string, directory: Directory, { units }: Keywords): readonly Suggested<BodyId>[] {
  const found: Suggested<BodyId>[] = []
  const add = (one: Suggested<BodyId>) => {
    if (found.length < MOST_UNITS && found.every(({ value }) => value !== one.value)) found.push(one)
  }
  const answering = directory.bodies.filter((body) => body.unit !== null)
  for (const { of, words } of units) {
    const met = words.filter((word) => text.includes(word))
    const unit = answering.find((body) => body.name === of || body.aliases.includes(of))
    if (unit && met.length > 0) add({ value: unit.id, because: { words: met } })
  }
  for (const body of answering) {
    const named = [body.name, ...body.aliases].find((name) => [...name].length > 2 && text.includes(name))
    if (named !== undefined) add({ value: body.id, because: { named } })
  }
  return found
}
