import type { Json } from '../world.ts'
import { cardRefusal } from './refusal.ts'
import { type CardNode, isObject, listOf, wordsOf } from './walk.ts'

const maxElements = 200
const maxTables = 5

/** Phase 7: not too many elements, tables and tags. Returns the number of tables, markdown ones included. */
export function checkCounts(card: Json, nodes: CardNode[], tagged: Json[]): number {
  if (tagged.length >= maxElements) throw cardRefusal('C13', 11310, 'element exceeds the limit')
  const tables = nodes.reduce((sum, node) => {
    if (node.tag === 'table') return sum + 1
    return node.tag === 'markdown' ? sum + markdownTables(wordsOf(node.json)) : sum
  }, 0)
  if (tables > maxTables) {
    throw cardRefusal('C14', 11310, 'card table number over limit', { value: 'table' })
  }
  const header = isObject(card.header) ? card.header : {}
  if (Object.keys(header).length > 0 && header.title === undefined) {
    throw cardRefusal('C28', 200621, 'title of the header is required', { path: 'ROOT -> header' })
  }
  if (listOf(header.text_tag_list).length > 3) {
    throw cardRefusal('C28', 200621, 'text_tag_list exceeds 3', { path: 'ROOT -> header' })
  }
  return tables
}

/** Tables written in markdown; what stands in a fenced block is code. */
export function markdownTables(content: string): number {
  const prose = content.replaceAll(/```[\s\S]*?(```|$)/g, '')
  return (prose.match(/^ {0,3}\|? *:?-+:? *(\| *:?-+:? *)+\|? *$/gm) ?? []).length
}

/** Phase 8: panels, behaviours. */
export function checkParts(nodes: CardNode[]): void {
  for (const node of nodes) {
    if (node.tag === 'collapsible_panel') checkPanel(node)
    for (const behavior of listOf(node.json.behaviors)) {
      const type = isObject(behavior) ? behavior.type : undefined
      if (type !== 'open_url' && type !== 'callback') {
        throw cardRefusal('C18', 200621, 'unknown behavior type', { path: node.path, value: String(type) })
      }
    }
  }
}

function checkPanel(node: CardNode): void {
  const header = node.json.header
  if (!isObject(header) || !isObject(header.title)) {
    throw cardRefusal('C16', 10002, 'no collapsible panel header', { path: node.path })
  }
  const padding = header.padding
  if (typeof padding === 'string' && padding.trim().split(/\s+/).length === 2) {
    throw cardRefusal('C17', 10002, 'invalid panel header padding', { path: node.path, value: padding })
  }
}
