/** A place in a text as an editor counts it: lines and columns from 1. */
export interface Place {
  readonly line: number
  readonly column: number
}

export type JsonRead =
  | {
      readonly ok: true
      readonly value: unknown
      /** Where a part stands: a member by its key, an item by its value; a part that is not there by what should hold it. */
      readonly placeOf: (path: readonly PropertyKey[]) => Place
    }
  | { readonly ok: false; readonly place: Place; readonly why: string }

class Broken extends Error {
  readonly at: number
  constructor(at: number, why: string) {
    super(why)
    this.at = at
  }
}

const SPACE = /[ \t\r\n]*/y
const STRING = /"(?:[^"\\\n\r\t]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const PLAIN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

/**
 * JSON as a person wrote it, with the place of every part. JSON.parse gives no places and speaks English; it still makes
 * the scalar values, so that there is one reading of numbers and escapes. A key written twice is refused: the first
 * would be lost in silence.
 */
export function readJson(text: string): JsonRead {
  const places = new Map<string, number>()
  let at = 0

  const space = () => {
    SPACE.lastIndex = at
    SPACE.exec(text)
    at = SPACE.lastIndex
  }
  const next = (sign: string) => {
    space()
    if (text[at] !== sign) return false
    at++
    return true
  }
  const taken = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0]
    if (found !== undefined) at = pattern.lastIndex
    return found
  }
  const string = (what: string): string => {
    const found = taken(STRING)
    if (found === undefined) {
      throw new Broken(at, text[at] === '"' ? '引号没有配对，或引号内有换行、制表符' : what)
    }
    try {
      return JSON.parse(found) as string
    } catch {
      throw new Broken(at - found.length, '引号内有不可见的控制字符')
    }
  }

  const value = (path: readonly PropertyKey[]): unknown => {
    space()
    if (!places.has(keyOf(path))) places.set(keyOf(path), at)
    if (next('{')) return members(path)
    if (next('[')) return items(path)
    if (text[at] === '"') return string('')
    const plain = taken(PLAIN)
    if (plain === undefined) throw new Broken(at, at >= text.length ? '内容不完整' : '此处应为一个值')
    return JSON.parse(plain)
  }

  const members = (path: readonly PropertyKey[]): object => {
    const made: [string, unknown][] = []
    if (next('}')) return {}
    for (;;) {
      space()
      const start = at
      const key = string('此处应为带双引号的键')
      const own = [...path, key]
      if (places.has(keyOf(own))) throw new Broken(start, `键“${key}”重复`)
      places.set(keyOf(own), start)
      if (!next(':')) throw new Broken(at, '键后缺少冒号')
      made.push([key, value(own)])
      if (next('}')) return Object.fromEntries(made)
      comma('}')
    }
  }

  const items = (path: readonly PropertyKey[]): unknown[] => {
    const made: unknown[] = []
    if (next(']')) return made
    for (;;) {
      made.push(value([...path, made.length]))
      if (next(']')) return made
      comma(']')
    }
  }

  const comma = (end: string) => {
    if (!next(',')) throw new Broken(at, `此处缺少逗号或“${end}”`)
    const after = at
    space()
    if (text[at] === end) throw new Broken(after - 1, '最后一项之后多了逗号')
  }

  try {
    if (text.startsWith('\uFEFF')) at = 1
    const whole = value([])
    space()
    if (at < text.length) throw new Broken(at, '结尾之后还有多余内容')
    return {
      ok: true,
      value: whole,
      placeOf: (path) => {
        const known = path.map((_, n) => path.slice(0, path.length - n)).find((one) => places.has(keyOf(one)))
        return placeAt(text, places.get(keyOf(known ?? [])) ?? 0)
      },
    }
  } catch (error) {
    if (!(error instanceof Broken)) throw error
    return { ok: false, place: placeAt(text, error.at), why: error.message }
  }
}

function keyOf(path: readonly PropertyKey[]): string {
  return JSON.stringify(path.map(String))
}

function placeAt(text: string, at: number): Place {
  const before = text.slice(0, at).split('\n')
  return { line: before.length, column: [...(before.at(-1) ?? '')].length + 1 }
}
