import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Term } from './domain/clocks.ts'
import { answerForms, categories, levels, requestTypes } from './domain/dictionary.ts'
import { unitGroups } from './domain/directory.ts'
import { type ClockName, type ClockTerms, clockNames, defaultPolicy, type Policy } from './domain/policy.ts'
import { isRealDay } from './domain/time.ts'

const count = z.number().int().positive()
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '应为 HH:MM')
const term = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('workdays'), n: count }),
  z.strictObject({ kind: z.literal('hours'), n: count }),
  z.strictObject({ kind: z.literal('days'), n: count }),
  z.strictObject({ kind: z.literal('minutes'), n: count }),
  z.strictObject({ kind: z.literal('work_hours'), n: count }),
])
const clock = z.enum([...clockNames, 'supervision'])
const terms = z.strictObject({ receipt: term, first_response: term, feedback: term })
const level = z.enum(levels)
const word = z.string().min(1).max(10)

const periods = z
  .array(z.strictObject({ from: time, to: time }))
  .min(1)
  .refine(
    (all) => all.every((one, i) => one.from < one.to && (i === 0 || (all[i - 1]?.to ?? '') <= one.from)),
    { message: '办公时间应先后相接、不重叠' },
  )
const date = z.string().refine((text) => isRealDay(`2024-${text}`), '应为 MM-DD')
const hours = z.strictObject({
  periods,
  seasons: z.array(z.strictObject({ from: date, to: date, periods })).optional(),
})

const keywordRows = <T extends z.ZodType>(of: T) =>
  z.array(z.strictObject({ of, words: z.array(z.string().min(1).max(20)).min(1) }))

/** Every part may be left out and then keeps its default; a part that is given is taken whole. */
const file = z.strictObject({
  words: z
    .strictObject({ slip: word, supervision: word, transfer: word, whistle: word })
    .partial()
    .refine(
      ({ slip = defaultPolicy.words.slip, whistle = defaultPolicy.words.whistle }) => slip !== whistle,
      { message: '举报件代字须与交办单代字不同' },
    )
    .optional(),
  hours: hours.optional(),
  hoursOf: z.record(z.string(), hours).optional(),
  quiet: z.strictObject({ from: time, to: time }).optional(),
  urgentLevels: z.array(level).optional(),
  emptyPhrases: z.array(z.string().min(1).max(20)).max(100).optional(),
  singleSigner: z.boolean().optional(),
  conferenceMembers: z.array(z.string().min(1).max(40)).max(20).optional(),
  signoff: z.enum(['chief', 'chief_or_spokesperson']).optional(),
  signoffLevels: z.array(level).optional(),
  signoffCategories: z.array(z.enum(categories)).optional(),
  emergency: z
    .strictObject({
      categories: z.array(z.enum(categories)),
      levels: z.array(level),
      authoritativeInfo: term,
      pressConference: term,
      conferenceCategories: z.array(z.enum(categories)),
      rollingReport: term,
      formal: z.strictObject({ within: term, againHours: count, times: count }),
      callWithinHours: count,
      ringChief: z.array(level),
    })
    .optional(),
  monitoring: z
    .strictObject({ every: term, categories: z.array(z.enum(categories)), levels: z.array(level) })
    .optional(),
  attachments: z.strictObject({ most: count.max(50) }).optional(),
  publishing: z
    .strictObject({
      publishes: z.enum(['lead', 'every']),
      categories: z.partialRecord(z.enum(categories), z.enum(['lead', 'every'])),
      groups: z.array(z.enum(unitGroups)),
    })
    .optional(),
  reworkShare: z.number().positive().max(1).optional(),
  supervisionTerm: term.optional(),
  extension: z
    .strictObject({ times: z.number().int().nonnegative(), workdays: count, notFor: z.array(level) })
    .optional(),
  contest: z
    .strictObject({ within: term, withinUrgent: term, hops: z.number().int().nonnegative() })
    .optional(),
  deferral: z.strictObject({ workdays: count, term }).optional(),
  terms: z.partialRecord(level, terms).optional(),
  categoryTerms: z.partialRecord(z.enum(categories), terms.partial()).optional(),
  categoryLevel: z.partialRecord(z.enum(categories), level).optional(),
  requestTerms: z.partialRecord(z.enum(requestTypes), terms.partial()).optional(),
  categoryDefaults: z
    .partialRecord(
      z.enum(categories),
      z.strictObject({
        answerForm: z.enum(answerForms),
        route: z.string().max(60),
        rule: z.string().max(60),
      }),
    )
    .optional(),
  keywords: z
    .strictObject({
      categories: keywordRows(z.enum(categories)),
      levels: keywordRows(level),
      requestTypes: keywordRows(z.enum(requestTypes)),
      units: keywordRows(z.string().min(1)),
    })
    .partial()
    .optional(),
  similar: z
    .strictObject({
      days: count.max(366),
      score: z.number().positive().max(1),
      most: z.number().int().nonnegative().max(5),
      atSubmit: z.enum(['tell', 'advise']),
    })
    .optional(),
  ladder: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9_.]+$/),
        clock,
        offset: z.union([
          z.strictObject({ share: z.number().positive().lt(1) }),
          z.strictObject({ workdays: z.number().int() }),
          z.strictObject({ minutes: z.number().int() }),
        ]),
        act: z.enum(['remind', 'urge', 'escalate', 'accuse']),
      }),
    )
    .refine((rungs) => new Set(rungs.map(({ id }) => id)).size === rungs.length, { message: '梯级编号重复' })
    .optional(),
})

export class PolicyFileError extends Error {
  override readonly name = 'PolicyFileError'
}

/** Throws PolicyFileError with the place and the reason of everything that is wrong. */
export function parsePolicy(text: string): Policy {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw new PolicyFileError(
      `策略文件不是有效的 JSON：${cause instanceof Error ? cause.message : String(cause)}`,
    )
  }
  const read = file.safeParse(json)
  if (!read.success) {
    const lines = read.error.issues.map(({ path, message }) => `${path.map(String).join('.')}：${message}`)
    throw new PolicyFileError(`策略文件有误：\n${lines.join('\n')}`)
  }
  const {
    words,
    terms: givenTerms,
    categoryTerms,
    categoryLevel,
    requestTerms,
    categoryDefaults,
    keywords,
    ...parts
  } = read.data
  const set = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined))
  return {
    ...defaultPolicy,
    ...set,
    words: { ...defaultPolicy.words, ...given(words) },
    terms: { ...defaultPolicy.terms, ...givenTerms },
    categoryTerms: { ...defaultPolicy.categoryTerms, ...definedOnly(categoryTerms) },
    categoryLevel: { ...defaultPolicy.categoryLevel, ...categoryLevel },
    requestTerms: { ...defaultPolicy.requestTerms, ...definedOnly(requestTerms) },
    categoryDefaults: { ...defaultPolicy.categoryDefaults, ...categoryDefaults },
    keywords: { ...defaultPolicy.keywords, ...definedParts(keywords) },
  }
}

/** Without what was left out, which would cover the default. */
function given<T extends object>(parts: T | undefined): { [K in keyof T]?: NonNullable<T[K]> } {
  const set = Object.entries(parts ?? {}).filter(([, value]) => value !== undefined)
  return Object.fromEntries(set) as { [K in keyof T]?: NonNullable<T[K]> }
}

/** zod leaves absent clocks as undefined, which would cover the level's own limit. */
function definedOnly(
  given: Readonly<Record<string, Partial<Record<ClockName, Term | undefined>> | undefined>> | undefined,
): Readonly<Record<string, Partial<ClockTerms>>> {
  return Object.fromEntries(
    Object.entries(given ?? {}).map(([name, clocks]) => [
      name,
      Object.fromEntries(Object.entries(clocks ?? {}).filter(([, value]) => value !== undefined)),
    ]),
  )
}

type GivenKeywords = z.infer<typeof file>['keywords']

function definedParts(given: GivenKeywords): Partial<Policy['keywords']> {
  return Object.fromEntries(Object.entries(given ?? {}).filter(([, rows]) => rows !== undefined))
}

export async function readPolicyFile(path: string | undefined): Promise<Policy> {
  return path === undefined ? defaultPolicy : parsePolicy(await readFile(path, 'utf8'))
}
