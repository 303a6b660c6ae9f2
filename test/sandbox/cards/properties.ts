import { enums, fields } from '../spec/fields.ts'
import type { Json } from '../world.ts'
import { parseRefusal, unknownProperty } from './refusal.ts'
import { isObject } from './walk.ts'

/** Phase 3: every property is known, of the right type, and of the allowed words. */
export function checkProperties(card: Json): void {
  checkObject(card, '@root', '[]', 'ROOT')
}

function checkObject(json: Json, kind: string, shownPath: string, path: string): void {
  const allowed = fields.get(kind)
  if (!allowed) throw parseRefusal('C6', `not support tag: ${kind}, path: ${path}`)
  for (const [name, value] of Object.entries(json)) {
    const type = allowed.get(name)
    if (!type) throw unknownProperty(name, shownPath)
    checkValue(value, type, name, `${path} -> ${name}`, path)
    const words = enums[`${kind}.${name}`]
    if (words && typeof value === 'string' && !words.includes(value)) {
      throw parseRefusal('C4 assumed', `invalid value for ${name}: ${value}, path: ${path}`)
    }
  }
}

const primitives: Record<string, readonly [string, (value: unknown) => boolean]> = {
  a: ['any', () => true],
  s: ['string', (value) => typeof value === 'string'],
  n: ['number', (value) => typeof value === 'number'],
  b: ['bool', (value) => typeof value === 'boolean'],
  o: ['object', isObject],
  S: ['array of strings', (value) => Array.isArray(value) && value.every((one) => typeof one === 'string')],
}

/** Kinds of text object, by the type letter: the tags allowed, and how `lark_md` may be styled there. */
const texts: Record<string, { tags: readonly string[]; markdown: string }> = {
  T: { tags: ['plain_text', 'lark_md'], markdown: 'lark_md' },
  P: { tags: ['plain_text'], markdown: 'lark_md' },
  D: { tags: ['plain_text', 'lark_md'], markdown: '@div_lark_md' },
  M: { tags: ['plain_text', 'lark_md', 'markdown'], markdown: 'lark_md' },
}

function checkValue(value: unknown, type: string, name: string, path: string, owner: string): void {
  const primitive = primitives[type]
  const text = texts[type]
  if (primitive) {
    const [word, fits] = primitive
    expect(fits(value), word, name, value, owner)
  } else if (text) checkText(value, text, name, path, owner)
  else if (type === 'I') checkIcon(value, name, path, owner)
  else if (type === 'E') checkElements(value, undefined, name, path, owner)
  else if (type.startsWith('[@')) checkObjects(value, type.slice(1, -1), name, path, owner)
  else if (type.startsWith('[')) checkElements(value, type.slice(1, -1), name, path, owner)
  else {
    expect(isObject(value), 'object', name, value, owner)
    if (isObject(value)) checkObject(value, type, path, path)
  }
}

function checkText(
  value: unknown,
  text: { tags: readonly string[]; markdown: string },
  name: string,
  path: string,
  owner: string,
): void {
  expect(isObject(value), 'object', name, value, owner)
  if (!isObject(value) || Object.keys(value).length === 0) return
  const { tag } = value
  if (typeof tag !== 'string' || !text.tags.includes(tag)) {
    throw parseRefusal('C7', `type of element is not supported tag: ${String(tag)}, path: ${path}`)
  }
  const shown = `${path}(tag: ${tag})`
  checkObject(value, tag === 'lark_md' ? text.markdown : tag, shown, shown)
}

function checkIcon(value: unknown, name: string, path: string, owner: string): void {
  expect(isObject(value), 'object', name, value, owner)
  if (!isObject(value) || Object.keys(value).length === 0) return
  const tag = String(value.tag)
  if (tag !== 'standard_icon' && tag !== 'custom_icon') {
    throw parseRefusal('C7', `type of element is not supported tag: ${tag}, path: ${path}`)
  }
  checkObject(value, tag, `${path}(tag: ${tag})`, `${path}(tag: ${tag})`)
}

function checkElements(
  value: unknown,
  only: string | undefined,
  name: string,
  path: string,
  owner: string,
): void {
  expect(Array.isArray(value), 'array', name, value, owner)
  list(value).forEach((one, i) => {
    expect(isObject(one), 'object', name, one, owner)
    if (!isObject(one)) return
    const tag = String(one.tag)
    const shown = `${path} -> [${i}](tag: ${tag})`
    if (only && tag !== only)
      throw parseRefusal('C7', `type of element is not supported tag: ${tag}, path: ${shown}`)
    checkObject(one, tag, shown, shown)
  })
}

function checkObjects(value: unknown, kind: string, name: string, path: string, owner: string): void {
  expect(Array.isArray(value), 'array', name, value, owner)
  list(value).forEach((one, i) => {
    expect(isObject(one), 'object', name, one, owner)
    if (isObject(one)) checkObject(one, kind, `${path} -> [${i}]`, `${path} -> [${i}]`)
  })
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function expect(right: boolean, type: string, name: string, value: unknown, path: string): void {
  if (right) return
  throw parseRefusal('C4', `expected ${type} for ${name}, but: ${JSON.stringify(value)}, path: ${path}`)
}
