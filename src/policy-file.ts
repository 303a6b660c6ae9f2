import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { answerForms, categories, levels, requestTypes } from './domain/dictionary.ts'
import { unitGroups } from './domain/directory.ts'
import { paperClocks } from './domain/papers.ts'
import { clockNames, defaultPolicy, type Policy, type Rung, type RungAct } from './domain/policy.ts'
import { isRealDay } from './domain/time.ts'
import { readJson } from './json-text.ts'
import { allowedKeys, reasonOf } from './policy-problems.ts'
import { groupedParts } from './policy-words.ts'

const count = z.number().int().positive()
const times = z.number().int().nonnegative()
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '应为 HH:MM，如 08:30')
const termKinds = ['workdays', 'hours', 'days', 'minutes', 'work_hours'] as const
const term = z.strictObject({ kind: z.enum(termKinds), n: count })
const clock = z.enum([...clockNames, ...paperClocks])
const terms = z.strictObject({ receipt: term, first_response: term, feedback: term })
const level = z.enum(levels)
const word = z.string().min(1).max(10)

/** The notice itself sets these hours (通知 二(二)3); a city may only be quicker. */
const within = (hours: number) =>
  term.refine(
    ({ kind, n }) => (kind === 'hours' && n <= hours) || (kind === 'minutes' && n <= hours * 60),
    `通知二(二)3规定最迟${hours}小时，应为不超过${hours}小时的 hours 或 minutes`,
  )

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

/** What may be done at a rung; papers have acts of their own. */
const usualActs: readonly RungAct[] = ['remind', 'urge', 'escalate']
const actsOf: Readonly<Partial<Record<Rung['clock'], readonly RungAct[]>>> = {
  supervision: ['remind', 'urge', 'escalate', 'accuse'],
  directive: ['remind', 'urge', 'report'],
  notice: ['repeat'],
  proposal: ['repeat'],
}

/** Every value by its place; `satisfies` keeps the file as complete as the policy. */
const parts = {
  words: z.strictObject({ slip: word, supervision: word, transfer: word, whistle: word }),
  hours,
  hoursOf: z.record(z.string(), hours),
  quiet: z.strictObject({ from: time, to: time }),
  urgentLevels: z.array(level),
  emptyPhrases: z.array(z.string().min(1).max(20)).max(100),
  singleSigner: z.boolean(),
  conferenceMembers: z.array(z.string().min(1).max(40)).max(20),
  signoff: z.enum(['chief', 'chief_or_spokesperson']),
  signoffLevels: z.array(level),
  signoffCategories: z.array(z.enum(categories)),
  emergency: z.strictObject({
    categories: z.array(z.enum(categories)),
    levels: z.array(level),
    receipt: z.partialRecord(z.enum(categories), term).optional(),
    firstReport: z.strictObject({ categories: z.array(z.enum(categories)), within: term }).optional(),
    authoritativeInfo: within(5),
    pressConference: within(24),
    conferenceCategories: z.array(z.enum(categories)),
    clues: z
      .strictObject({
        categories: z.array(z.enum(categories)),
        to: z.array(z.string().min(1).max(40)).max(5),
      })
      .optional(),
    rollingReport: term,
    formal: z.strictObject({ within: term, againHours: count, times: count }),
    callWithinHours: count,
    ringChief: z.array(level),
  }),
  monitoring: z.strictObject({
    every: term,
    categories: z.array(z.enum(categories)),
    levels: z.array(level),
  }),
  attachments: z.strictObject({ most: count.max(50) }),
  publishing: z.strictObject({
    publishes: z.enum(['lead', 'every']),
    categories: z.partialRecord(z.enum(categories), z.enum(['lead', 'every'])),
    groups: z.array(z.enum(unitGroups)),
  }),
  reworkShare: z.number().positive().max(1),
  supervisionTerm: term,
  directiveTerm: term,
  extension: z.strictObject({ times, workdays: count, notFor: z.array(level) }),
  contest: z.strictObject({ within: term, withinUrgent: term, hops: times }),
  deferral: z.strictObject({ workdays: count, term }),
  terms: z.strictObject({ extraordinary: terms, major: terms, serious: terms, ordinary: terms }),
  categoryTerms: z.partialRecord(z.enum(categories), terms.partial()),
  categoryLevel: z.partialRecord(z.enum(categories), level),
  requestTerms: z.partialRecord(z.enum(requestTypes), terms.partial()),
  categoryDefaults: z.partialRecord(
    z.enum(categories),
    z.strictObject({
      answerForm: z.enum(answerForms),
      route: z.string().max(60),
      rule: z.string().max(60),
    }),
  ),
  keywords: z.strictObject({
    categories: keywordRows(z.enum(categories)),
    levels: keywordRows(level),
    requestTypes: keywordRows(z.enum(requestTypes)),
    units: keywordRows(z.string().min(1)),
  }),
  similar: z.strictObject({
    days: count.max(366),
    score: z.number().positive().max(1),
    most: times.max(5),
    atSubmit: z.enum(['tell', 'advise']),
  }),
  ladder: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9_.]+$/, '应为小写字母、数字、下划线和点，如 feedback.urge.1'),
        clock,
        offset: z.union(
          [
            z.strictObject({ share: z.number().positive().lt(1) }),
            z.strictObject({ workdays: z.number().int() }),
            z.strictObject({ minutes: z.number().int() }),
          ],
          '应为 {"share": 0到1之间的小数}、{"workdays": 整数} 或 {"minutes": 整数} 之一，负数表示时限之前',
        ),
        act: z.enum(['remind', 'urge', 'escalate', 'accuse', 'report', 'repeat']),
      }),
    )
    .superRefine((rungs, { addIssue }) => {
      rungs.forEach(({ id, clock: of, act }, n) => {
        const fitting = actsOf[of] ?? usualActs
        if (!fitting.includes(act))
          addIssue({
            code: 'custom',
            path: [n, 'act'],
            message: `时钟“${of}”的动作应为 ${fitting.join('、')} 之一`,
          })
        const first = rungs.findIndex((one) => one.id === id)
        if (first < n)
          addIssue({
            code: 'custom',
            path: [n, 'id'],
            message: `梯级编号“${id}”与第${first + 1}个梯级重复，编号须各不相同`,
          })
      })
    }),
} satisfies Record<keyof Policy, z.ZodType>

/** What is left out keeps its default: a whole part, or a value of a part that is told value by value. */
const file = z
  .strictObject({
    ...parts,
    words: parts.words.partial(),
    hours: hours.partial(),
    quiet: parts.quiet.partial(),
    emergency: parts.emergency.partial(),
    monitoring: parts.monitoring.partial(),
    attachments: parts.attachments.partial(),
    publishing: parts.publishing.partial(),
    extension: parts.extension.partial(),
    contest: parts.contest.partial(),
    deferral: parts.deferral.partial(),
    similar: parts.similar.partial(),
    keywords: parts.keywords.partial(),
    terms: parts.terms.partial(),
  })
  .partial()
  .superRefine(({ words }, { addIssue }) => {
    const { slip, whistle } = { ...defaultPolicy.words, ...words }
    if (slip === whistle)
      addIssue({ code: 'custom', path: ['words', 'whistle'], message: '举报件代字须与交办单代字不同' })
  })

/** Parts whose entries are settled one by one: those told value by value, and those by category or 诉求类型. */
const merged: readonly (keyof Policy)[] = [
  ...groupedParts,
  'categoryTerms',
  'categoryLevel',
  'requestTerms',
  'categoryDefaults',
]

/** What is wrong, one line per problem: where it stands in the file, why, and what is allowed. */
export class PolicyFileError extends Error {
  override readonly name = 'PolicyFileError'
  readonly lines: readonly string[]

  constructor(name: string, lines: readonly string[]) {
    super(`策略文件 ${name} 有误：\n${lines.map((line) => `  ${line}`).join('\n')}`)
    this.lines = lines
  }
}

/** Throws PolicyFileError with the place and the reason of everything that is wrong. */
export function parsePolicy(text: string, name = '（未命名）'): Policy {
  const json = readJson(text)
  if (!json.ok) {
    const { line, column } = json.place
    throw new PolicyFileError(name, [`第${line}行第${column}列：不是有效的 JSON，${json.why}`])
  }
  const read = file.safeParse(json.value, { reportInput: true, error: reasonOf })
  if (read.success) return completed(read.data)
  const problems = read.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...issue.path, key], message: allowedKeys(key, file, issue.path) }))
      : [issue],
  )
  const placed = problems.map(({ path, message }) => ({ path, message, ...json.placeOf(path) }))
  throw new PolicyFileError(
    name,
    placed
      .sort((a, b) => a.line - b.line || a.column - b.column)
      .map(({ line, path, message }) =>
        path.length === 0 ? `第${line}行：${message}` : `第${line}行 ${placeOf(path)}：${message}`,
      ),
  )
}

/** `ladder[2].act`: as the documentation names it. */
function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((part, n) => (typeof part === 'number' ? `[${part}]` : `${n === 0 ? '' : '.'}${String(part)}`))
    .join('')
}

/** The default policy with what was given in its place; what zod left undefined was not given. */
function completed(given: z.infer<typeof file>): Policy {
  const set = Object.entries(given).filter(([, value]) => value !== undefined)
  const whole = set.map(([key, value]) => [
    key,
    merged.includes(key as keyof Policy)
      ? { ...(defaultPolicy[key as keyof Policy] as object), ...givenOf(value as object) }
      : value,
  ])
  return { ...defaultPolicy, ...Object.fromEntries(whole) }
}

/** Without what was left out, which would cover the default. */
function givenOf(entries: object): object {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined))
}

export async function readPolicyFile(path: string | undefined): Promise<Policy> {
  if (path === undefined) return defaultPolicy
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const why = { ENOENT: '没有这个文件', EACCES: '没有读取权限', EISDIR: '是一个目录' }[error.code ?? '']
    throw new PolicyFileError(path, [`${why ?? error.message}。请检查 POLICY_FILE`])
  })
  return parsePolicy(text, path)
}
