import type { Json } from '../world.ts'
import { checkCounts, checkParts } from './counts.ts'
import { checkBounds, checkForms, checkIds } from './forms.ts'
import { checkProperties } from './properties.ts'
import { cardRefusal, parseRefusal, unknownProperty } from './refusal.ts'
import { checkResources, type Resources } from './resources.ts'
import { checkNesting, checkTags } from './structure.ts'
import { isObject, nodesOf, taggedObjects } from './walk.ts'

/** What a valid card still says about the bot that made it. */
export type CardVerdict = { schema: '1.0' | '2.0'; warnings: { rule: string; text: string }[] }

/** Phase 1: the content of an interactive message as a card object. Throws C2 when it is none. */
export function cardFromContent(content: string): Json {
  let value: unknown
  try {
    value = JSON.parse(content)
  } catch {
    throw parseRefusal('C2', content.slice(0, 60))
  }
  if (!isObject(value)) throw parseRefusal('C2', 'card is not an object')
  return value
}

/** All phases in order; the first fault is thrown, alone, as the server reports it. */
export function validateCard(card: Json, known: Resources): CardVerdict {
  if (card.type === 'template') {
    throw cardRefusal(
      'F3',
      200380,
      'template does not exist, please confirm whether this template has been released',
    )
  }
  if (card.schema !== '2.0') return oldCard(card)
  if (card.elements !== undefined) throw unknownProperty('elements', '[]')
  const nodes = nodesOf(card)
  checkTags(nodes)
  checkProperties(card)
  checkNesting(nodes)
  checkForms(nodes)
  const tagged = taggedObjects([card.header, card.body])
  checkIds(tagged)
  const tables = checkCounts(card, nodes, tagged)
  checkParts(nodes)
  checkBounds(nodes)
  checkResources(nodes, tagged, known)
  const warnings =
    tables > 3 ? [{ rule: 'C14', text: `${tables} tables: some tenants refuse more than 3` }] : []
  return { schema: '2.0', warnings }
}

function oldCard(card: Json): CardVerdict {
  const looksOld = ['elements', 'i18n_elements', 'header', 'config'].some((key) => card[key] !== undefined)
  if (!looksOld || card.card !== undefined) throw parseRefusal('C2', 'unknown card structure')
  return { schema: '1.0', warnings: [{ rule: 'C1', text: 'a card of schema 1.0: accepted, but not meant' }] }
}
