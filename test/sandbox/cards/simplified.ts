import type { Json } from '../world.ts'
import { isObject, nodesOf, wordsOf } from './walk.ts'

/** The flattened picture of a card that the platform gives back when a message is read. */
export function simplified(card: Json): Json {
  const header = isObject(card.header) ? card.header : {}
  const lines = nodesOf(card).flatMap((node): Json[][] => {
    if (node.tag === 'button') {
      return [[{ tag: 'button', text: wordsOf(node.json.text), type: node.json.type ?? 'default' }]]
    }
    if (node.tag === 'hr') return [[{ tag: 'hr' }]]
    const words = wordsOf(node.json.text) || wordsOf(node.json)
    return words ? [[{ tag: 'text', text: words }]] : []
  })
  return { title: wordsOf(header.title), elements: lines }
}
