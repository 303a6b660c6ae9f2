import type { Json } from '../world.ts'
import { cardRefusal } from './refusal.ts'
import { type CardNode, checkPath, isObject, listOf } from './walk.ts'

/** What a card may refer to on this platform. */
export type Resources = {
  userExists(id: string): boolean
  imageExists(key: string): boolean
}

/** Phase 9: people, images, charts and table rows that the card refers to are real. */
export function checkResources(nodes: CardNode[], tagged: Json[], known: Resources): void {
  for (const json of tagged) {
    const key = json.img_key
    if (typeof key === 'string' && key !== '' && !known.imageExists(key)) throw badImage(key)
    for (const image of listOf(json.img_list)) {
      const one = isObject(image) ? image.img_key : undefined
      if (typeof one === 'string' && !known.imageExists(one)) throw badImage(one)
    }
    if (json.tag === 'markdown' || json.tag === 'lark_md') checkMarkdown(String(json.content ?? ''), known)
  }
  for (const node of nodes) {
    if (node.tag === 'person') needUser(String(node.json.user_id ?? ''), known)
    if (node.tag === 'person_list' && node.json.drop_invalid_user_id !== true) {
      for (const person of listOf(node.json.persons)) {
        needUser(isObject(person) ? String(person.id ?? '') : '', known)
      }
    }
    if (node.tag === 'chart') checkChart(node)
    if (node.tag === 'table') checkRows(node)
  }
}

function badImage(key: string) {
  return cardRefusal('C19', 200570, 'card contains invalid image keys', { value: `image key ${key}` })
}

function needUser(id: string, known: Resources): void {
  if (known.userExists(id)) return
  throw cardRefusal('C21', 100290, 'There is an invalid user resource(at/person) in your card', { value: id })
}

function checkMarkdown(content: string, known: Resources): void {
  for (const [, key = ''] of content.matchAll(/!\[[^\]]*\]\(([^)\s]*)[^)]*\)/g)) {
    if (!known.imageExists(key)) throw badImage(key)
  }
  for (const [tag] of content.matchAll(/<(?:at|person)\b[^>]*>/g)) {
    const ids = /\b(?:id|ids|email)\s*=\s*['"]?([^'"\s>]+)/.exec(tag)?.[1] ?? ''
    // The bot has no permission for @all in any group here, and one forbidden @all refuses the whole card.
    for (const id of ids.split(',')) needUser(id, known)
  }
  const colour = /<font\b[^>]*\bcolor\s*=\s*['"]?(#[0-9a-fA-F]+)/.exec(content)?.[1]
  if (colour) throw cardRefusal('C23', 200621, `invalid color: ${colour}`)
}

function checkChart(node: CardNode): void {
  const spec = node.json.chart_spec
  const bad = (value: string) =>
    cardRefusal('C20', 200550, 'chart spec is invalid', { path: checkPath(node.path), value })
  if (!isObject(spec)) throw bad('(root): Must validate at least one schema (anyOf)')
  if (typeof spec.type !== 'string') throw bad('type is required')
  if (spec.axes !== undefined && !Array.isArray(spec.axes)) {
    throw bad('- axes: Invalid type. Expected: array, given: null')
  }
}

const cellShapes: Record<string, (cell: unknown) => boolean> = {
  text: (cell) => typeof cell === 'string',
  lark_md: (cell) => typeof cell === 'string',
  markdown: (cell) => typeof cell === 'string',
  number: (cell) => typeof cell === 'number',
  date: (cell) => typeof cell === 'number',
  options: (cell) => typeof cell === 'string' || Array.isArray(cell),
  persons: (cell) => typeof cell === 'string' || Array.isArray(cell),
}

function checkRows(node: CardNode): void {
  const path = checkPath(node.path)
  const types = new Map<string, string>()
  for (const column of listOf(node.json.columns)) {
    if (isObject(column)) types.set(String(column.name), String(column.data_type ?? 'text'))
  }
  for (const row of listOf(node.json.rows)) {
    if (!isObject(row)) throw cardRefusal('C22', 200914, 'table rows is invalid', { path })
    for (const [name, cell] of Object.entries(row)) {
      const type = types.get(name)
      if (type === undefined)
        throw cardRefusal('C22', 200915, 'table rows name is invalid', { path, value: name })
      if (cell !== null && cellShapes[type]?.(cell) === false) {
        throw cardRefusal('C22', 200914, 'table rows is invalid', { path, value: name })
      }
    }
  }
}
