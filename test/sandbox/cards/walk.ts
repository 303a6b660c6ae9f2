import type { Json } from '../world.ts'

/** One component of a card, with the way to it in the words the server uses. */
export type CardNode = {
  tag: string
  json: Json
  path: string
  parent: CardNode | undefined
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

export function bodyOf(card: Json): Json {
  return isObject(card.body) ? card.body : {}
}

/** All components of the body in reading order; what is no object or has no tag is left out. */
export function nodesOf(card: Json): CardNode[] {
  const found: CardNode[] = []
  const visit = (list: unknown, path: string, parent: CardNode | undefined): void => {
    listOf(list).forEach((json, i) => {
      if (!isObject(json)) return
      const tag = typeof json.tag === 'string' ? json.tag : ''
      const node: CardNode = { tag, json, path: `${path} -> [${i}](tag: ${tag})`, parent }
      found.push(node)
      if (tag === 'column_set') visit(json.columns, `${node.path} -> columns`, node)
      else visit(json.elements, `${node.path} -> elements`, node)
      const area = json.button_area
      if (isObject(area)) visit(area.buttons, `${node.path} -> button_area -> buttons`, node)
    })
  }
  visit(bodyOf(card).elements, 'ROOT -> body -> elements', undefined)
  return found
}

/** The path as the validating phase prints it, without the body. */
export function checkPath(path: string): string {
  return path.replace('ROOT -> body -> ', 'ROOT -> ')
}

/** The form a component stands in, if any. */
export function formAround(node: CardNode): CardNode | undefined {
  for (let up = node.parent; up; up = up.parent) if (up.tag === 'form') return up
  return undefined
}

/** Every object of the card that has a tag, texts and icons included. */
export function taggedObjects(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(taggedObjects)
  if (!isObject(value)) return []
  const inner = Object.values(value).flatMap(taggedObjects)
  return typeof value.tag === 'string' ? [value, ...inner] : inner
}

/** The words of a text object, or of a bare string. */
export function wordsOf(text: unknown): string {
  if (typeof text === 'string') return text
  return isObject(text) && typeof text.content === 'string' ? text.content : ''
}
