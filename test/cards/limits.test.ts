import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type FormAct, formActs } from '../../cards/action.ts'
import { forms } from '../../cards/forms.ts'
import { cardLimits, fits, measure } from '../../cards/limits.ts'
import type { Card } from '../../cards/scene.ts'
import { validateCard } from '../sandbox/cards/validate.ts'
import { draftingMatter, slipUnderReview } from '../support/builders.ts'
import { crowded, fullDraft, fullValues } from './crowded.ts'
import { formFace, nodesOf, type Sample, sample, standing, tagged } from './drawings.ts'
import { findingsSamples } from './findings-samples.ts'
import { answerSamples, samplesFor } from './samples.ts'
import { urgentSamples } from './urgent-samples.ts'
import { whistleSamples } from './whistle-samples.ts'

const known = { userExists: () => false, imageExists: () => false }

const fields = JSON.parse(
  readFileSync(new URL('../fixtures/card-fields.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, readonly string[]>>

const ordinary = [
  ...samplesFor({}),
  ...findingsSamples(),
  ...urgentSamples(),
  ...whistleSamples(),
  ...answerSamples(),
]
const worst = ['𠮷', '"', '\n水', '\\', '😀'].flatMap((sign) =>
  [
    ...samplesFor({ draft: { ...fullDraft(sign), answerForm: 'message_board' } }),
    ...samplesFor({ draft: { ...fullDraft(sign), level: 'major', category: 'N6' } }),
  ].map((one) => crowded(one, sign)),
)
/** What a character costs is the same for all of these; two tell the one that is escaped from the one that is long. */
const worstUrgent = ['𠮷', '"'].flatMap((sign) =>
  urgentSamples({ draft: fullDraft(sign) }).map((one) => crowded(one, sign)),
)

function unknownProperties(card: Card): readonly string[] {
  const parts: [string, object][] = [
    ['ROOT', card],
    ['config', card.config as object],
    ['header', card.header as object],
    ...nodesOf(card).flatMap((node): [string, object][] =>
      typeof node.tag === 'string' ? [[node.tag, node]] : [],
    ),
  ]
  return parts.flatMap(([tag, part]) =>
    Object.keys(part)
      .filter((name) => !fields[tag]?.includes(name))
      .map((name) => `${tag}.${name}`),
  )
}

describe('what the platform takes', () => {
  it.each(ordinary.map((one) => [one.name, one] as const))('takes %s', (_, one) => {
    const card = standing(one)
    expect(unknownProperties(card)).toEqual([])
    expect(validateCard(card, known).warnings).toEqual([])
    expect(fits(card)).toBe(true)
  })

  it('takes every card with every text at its maximum and every list at its longest', () => {
    for (const one of [...worst, ...worstUrgent]) {
      const card = standing(one)
      expect(measure(card).bytes, one.name).toBeLessThanOrEqual(cardLimits.bytes)
      expect(measure(card).elements, one.name).toBeLessThanOrEqual(cardLimits.elements)
      expect(measure(card).depth, one.name).toBeLessThanOrEqual(cardLimits.depth)
      expect(() => validateCard(card, known), one.name).not.toThrow()
    }
  })

  const story = slipUnderReview({ draft: fullDraft() })
  const drafting = draftingMatter()
  const about = (act: FormAct): Sample =>
    'submit_draft' === act || 'assign_urgently' === act
      ? sample(act, drafting, { kind: 'issue_form', matterId: drafting.matter.id })
      : sample(act, story, { kind: 'slip', slipId: story.slip.id })

  it.each(formActs)('takes the form %s filled to its maxima and come back with every field wrong', (act) => {
    const problems = forms[act].map(
      ({ name }) => ({ field: name, why: 'too_long', max: 800, length: 99999 }) as const,
    )
    const on = { slip: story.slip.id, rev: 4 }
    for (const sign of ['水', '😀', '"']) {
      const face = formFace(act, on, fullValues(act, sign), { kind: 'problems', problems })
      const card = standing({ ...about(act), face })
      expect(unknownProperties(card)).toEqual([])
      expect(() => validateCard(card, known)).not.toThrow()
      expect(fits(card)).toBe(true)
    }
  })

  it('offers inputs only within the length the platform allows', () => {
    for (const card of formActs.map((act) =>
      standing({ ...about(act), face: formFace(act, { slip: story.slip.id, rev: 4 }) }),
    )) {
      for (const input of tagged(card, 'input')) {
        expect(input.max_length).toBeLessThanOrEqual(cardLimits.inputLength)
      }
    }
  })
})

describe('measuring a card', () => {
  it('counts the card as it is sent: JSON in a JSON string, in bytes', () => {
    const card = { schema: '2.0', body: { elements: [{ tag: 'markdown', content: '水"' }] } }
    expect(measure(card).bytes).toBe(
      Buffer.byteLength(JSON.stringify({ content: JSON.stringify(card) })) -
        Buffer.byteLength('{"content":}'),
    )
    expect(measure(card).elements).toBe(1)
  })
})
