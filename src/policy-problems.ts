import type { z } from 'zod'

type Raw = Parameters<z.core.$ZodErrorMap>[0]

/** Why a value of the policy file cannot stand, and what could stand there. */
export function reasonOf(issue: Raw): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `缺少这一项，应为${typeWord(issue.expected)}`
        : `应为${typeWord(issue.expected)}，实为${shown(issue.input)}`
    case 'invalid_value': {
      const allowed = issue.values.map(String)
      return `没有${shown(issue.input)}这个值${hint(issue.input, allowed)}，应为 ${allowed.join('、')} 之一`
    }
    case 'too_small':
      return isLength(issue.origin)
        ? `至少${issue.minimum}${issue.origin === 'string' ? '个字' : '项'}`
        : `应${issue.inclusive ? '不小于' : '大于'}${issue.minimum}，实为${shown(issue.input)}`
    case 'too_big':
      return isLength(issue.origin)
        ? `最多${issue.maximum}${issue.origin === 'string' ? '个字' : '项'}`
        : `应${issue.inclusive ? '不大于' : '小于'}${issue.maximum}，实为${shown(issue.input)}`
    case 'invalid_key':
    case 'invalid_union':
    case 'invalid_element':
    case 'invalid_format':
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case 'custom':
      return `${shown(issue.input)}不符合要求`
  }
}

/** A key that does not exist: the nearest that does, and all that may stand there. */
export function allowedKeys(key: string, schema: z.core.$ZodType, path: readonly PropertyKey[]): string {
  const allowed = keysAt(schema, path)
  return `没有这一项${hint(key, allowed)}${allowed.length > 0 ? `，可填 ${allowed.join('、')}` : ''}`
}

/** The keys an object of the schema may have at that place. */
function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod
  const [next, ...rest] = path
  switch (def.type) {
    case 'optional':
      return keysAt(def.innerType, path)
    case 'object': {
      if (next === undefined) return Object.keys(def.shape)
      const inner = def.shape[String(next)]
      return inner ? keysAt(inner, rest) : []
    }
    case 'array':
      return keysAt(def.element, rest)
    case 'record':
      return next === undefined ? valuesOf(def.keyType) : keysAt(def.valueType, rest)
    default:
      return []
  }
}

function valuesOf(keys: z.core.$ZodType): readonly string[] {
  const { def } = (keys as z.core.$ZodTypes)._zod
  return def.type === 'enum' ? Object.values(def.entries).map(String) : []
}

const typeWords: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: ' true 或 false',
  object: '一组键值 {…}',
  record: '一组键值 {…}',
  array: '列表 […]',
}

function typeWord(expected: string): string {
  return typeWords[expected] ?? expected
}

function isLength(origin: string): boolean {
  return origin === 'string' || origin === 'array'
}

/** The value as it stands in the file, cut where it grows long. */
function shown(value: unknown): string {
  if (value !== null && typeof value === 'object') return Array.isArray(value) ? '列表' : '一组键值'
  if (typeof value !== 'string') return String(value)
  const short = [...value].length > 30 ? `${[...value].slice(0, 30).join('')}…` : value
  return `“${short}”`
}

/** The allowed word somebody most likely meant; nothing when none is near. */
function hint(typed: unknown, allowed: readonly string[]): string {
  if (typeof typed !== 'string') return ''
  const [nearest] = allowed
    .map((word) => ({ word, far: distance(typed.toLowerCase(), word.toLowerCase()) }))
    .filter(({ word, far }) => far <= Math.ceil(word.length / 3))
    .sort((a, b) => a.far - b.far)
  return nearest ? `，是否为“${nearest.word}”` : ''
}

/** How many letters must be put in, taken out or changed to make one word of the other. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, n) => n)
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...to].entries()) {
      const changed = (row[j] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
