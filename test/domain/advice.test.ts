import { describe, expect, it } from 'vitest'
import { emptyPhrasesIn, unheard } from '../../src/domain/advice.ts'
import { defaultPolicy } from '../../src/domain/policy.ts'

const { emptyPhrases } = defaultPolicy

describe('空话套话 in a report', () => {
  it('are named field by field, in the order of the form', () => {
    const advice = emptyPhrasesIn(
      [
        { field: 'findings', text: '经查，入户水浊度超标。' },
        { field: 'measures', text: '将进一步加强管理，近期完成整改。' },
        { field: 'next_steps', text: '协调有关部门处理。' },
      ],
      emptyPhrases,
    )
    expect(advice).toEqual({
      code: 'empty_phrases',
      found: [
        { field: 'measures', phrases: ['近期', '进一步'] },
        { field: 'next_steps', phrases: ['有关部门'] },
      ],
    })
  })

  it('are not seen where a report tells measures, people and dates', () => {
    const text = '市水务集团抢修班已于11月24日更换立管，12月5日前完成全部冲洗。'
    expect(emptyPhrasesIn([{ field: 'measures', text }], emptyPhrases)).toBeNull()
    expect(emptyPhrasesIn([{ field: 'next_steps', text: undefined }], emptyPhrases)).toBeNull()
  })

  it('are those of the policy: an office without a list is given no advice', () => {
    expect(emptyPhrasesIn([{ field: 'measures', text: '近期完成' }], [])).toBeNull()
  })
})

describe('advice', () => {
  it('is given once: what was heard on this form is not said again', () => {
    const advice = [{ code: 'empty_phrases', found: [] }] as const
    expect(unheard(advice, [])).toEqual(advice)
    expect(unheard(advice, ['empty_phrases'])).toEqual([])
  })
})
