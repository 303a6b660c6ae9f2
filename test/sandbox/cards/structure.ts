import { droppedTags, elementTags } from '../spec/fields.ts'
import { forbiddenInside, levelTags, maxDepth, onlyInForm } from '../spec/nesting.ts'
import { cardRefusal, parseRefusal } from './refusal.ts'
import { type CardNode, formAround } from './walk.ts'

/** Phase 2: no tag of the old schema, no unknown tag. */
export function checkTags(nodes: CardNode[]): void {
  for (const node of nodes) {
    if (droppedTags.has(node.tag)) {
      throw cardRefusal('C5', 200861, 'cards of schema V2 no longer support this capability', {
        path: node.path,
        value: `unsupported tag ${node.tag}`,
      })
    }
    const isColumn = node.tag === 'column' && node.parent?.tag === 'column_set'
    if (!elementTags.has(node.tag) && !isColumn) {
      throw cardRefusal('C6', 10002, `not support tag: ${node.tag}`, { path: node.path })
    }
  }
}

/** Phase 4: each component stands where it may, and not too deep. */
export function checkNesting(nodes: CardNode[]): void {
  for (const node of nodes) {
    for (let up = node.parent; up; up = up.parent) {
      if (forbiddenInside[up.tag]?.includes(node.tag)) {
        throw parseRefusal('C7', `type of element is not supported tag: ${node.tag}, path: ${node.path}`)
      }
    }
    if (node.parent?.tag === 'column_set' && node.tag !== 'column') {
      throw parseRefusal('C7', `type of element is not supported tag: ${node.tag}, path: ${node.path}`)
    }
    if (onlyInForm.has(node.tag) && !formAround(node)) {
      throw parseRefusal('C28', `${node.tag} only in form, path: ${node.path}`)
    }
    if (node.tag === 'select_img' && node.json.multi_select === true && !formAround(node)) {
      throw parseRefusal('C28', `multi_select of select_img only in form, path: ${node.path}`)
    }
    if (depthOf(node) > maxDepth) {
      throw parseRefusal('C28', `the nesting of containers exceeds ${maxDepth} levels, path: ${node.path}`)
    }
  }
}

function depthOf(node: CardNode): number {
  let depth = 0
  for (let at: CardNode | undefined = node; at; at = at.parent) if (levelTags.has(at.tag)) depth += 1
  return depth
}
