import { describe, expect, it } from 'vitest'
import { cardLimits, measure } from '../../cards/limits.ts'
import type { Dossier } from '../../src/domain/dossier.ts'
import { issuedSlip } from '../support/builders.ts'
import { 住建局, 孙倩, 王立 } from '../support/people.ts'
import { signReceipt, submitFinal } from '../support/wishes.ts'
import { crowd, full, fullDraft } from './crowded.ts'
import { buttonsOf, type Sample, sample, standing, wordsOf } from './drawings.ts'
import { bothSigned, reporting } from './findings-samples.ts'

describe('各单位口径', () => {
  it('is offered to the lead once it has signed, and to nobody where one unit is alone', () => {
    const both = bothSigned()
    const [lead, support] = both.slips.map(({ id }) =>
      buttonsOf(standing(sample('', both, { kind: 'slip', slipId: id }))),
    )
    expect(lead).toContain('各单位口径')
    expect(support).not.toContain('各单位口径')
    const alone = issuedSlip().after(signReceipt(), 王立)
    expect(buttonsOf(standing(sample('', alone, { kind: 'slip', slipId: alone.slip.id })))).not.toContain(
      '各单位口径',
    )
  })

  it('lays differing figures side by side on its own card and on the office’s review', () => {
    const both = bothSigned()
      .after(reporting('受影响280户。', 2), 孙倩)
      .after(reporting('受影响300户。', 1), 王立)
    const line = '数量（户）：市水务集团300户；市住建局280户'
    const finalRev = both.slip.final?.rev ?? 0
    expect(wordsOf(standing(sample('', both, { kind: 'findings', slipId: both.slip.id })))).toContain(line)
    expect(wordsOf(standing(sample('', both, { kind: 'review', slipId: both.slip.id, finalRev })))).toContain(
      line,
    )
  })

  it.each(['𠮷', '"', '\n水', '\\', '😀'])(
    'of twelve supporting units writing %j to the limit fits a card',
    (sign) => {
      const story = bothSigned({ draft: { ...fullDraft(sign), support: [住建局.id] } })
        .after(submitFinal({ n: 1 }), 王立)
        .after(submitFinal({ n: 2 }), 孙倩)
      const crowded = (story.dossier?.slips ?? []).map((slip) => crowd(slip, sign))
      const [lead, support] = crowded
      const figures = (n: number) => `${n}户${n}人${n}元${n}%${n}亩${n}起${n}件${full(900, sign)}`
      const slips = Array.from({ length: 13 }, (_, n) => {
        const slip = (n === 0 ? lead : support)!
        return {
          ...slip,
          id: `${slip.id}-${n}`,
          unitId: `某某市某某局${n}`,
          final: slip.final && { ...slip.final, findings: figures(n) },
        }
      })
      const dossier: Dossier | null = story.dossier && { ...story.dossier, slips }
      const finalRev = slips[0]?.final?.rev ?? 0
      const cards: readonly Sample[] = [
        sample('口径', story, { kind: 'findings', slipId: slips[0]!.id }),
        sample('审核', story, { kind: 'review', slipId: slips[0]!.id, finalRev }),
      ]
      for (const one of cards) {
        const card = standing({ ...one, scene: { ...one.scene, dossier } })
        expect(measure(card).bytes, one.name).toBeLessThanOrEqual(cardLimits.bytes)
        expect(measure(card).elements, one.name).toBeLessThanOrEqual(cardLimits.elements)
      }
    },
  )
})
