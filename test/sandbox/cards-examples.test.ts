import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { validateCard } from './cards/validate.ts'
import { ApiRefusal } from './platform/refuse.ts'

type Json = { [key: string]: unknown }

const everything = { userExists: () => true, imageExists: () => true }
function refusalOf(card: Json, known = everything): string {
  try {
    validateCard(card, known)
  } catch (error) {
    if (error instanceof ApiRefusal) return `${error.rule} | ${error.message}`
    throw error
  }
  return 'accepted'
}

describe('the example cards of the official pages', () => {
  const folder = new URL('../fixtures/cards/', import.meta.url)
  // Examples that contradict a recorded refusal, or are skeletons rather than cards.
  const refused: Record<string, string> = {
    'card-json-v2-structure-l22.json': 'C6', // skeleton: the tag is xxx
    'chart-l31.json': 'C20', // skeleton: empty chart_spec
    'collapsible-panel-l22.json': 'C3', // position in header stands in no table of properties
    'column-set-l33.json': 'C12', // skeleton: custom_id twice
    'input-l158.json': 'C9', // the old action_type
    'multi-select-dropdown-l153.json': 'C9', // the old action_type
    'multi-select-person-picker-l161.json': 'C9', // the old action_type
    'multi-select-person-picker-l19.json': 'C11', // submit button without a name
  }
  for (const name of readdirSync(folder)) {
    const card = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Json
    const rule = refused[name]
    it(`${rule ? `refuses ${name} by ${rule}` : `accepts ${name}`}`, () => {
      expect(refusalOf(card).split(' | ')[0]).toBe(rule ?? 'accepted')
    })
  }
})
