import { describe, expect, it } from 'vitest'
import { type RequestType, requestTypes } from '../../src/domain/dictionary.ts'
import { defaultPolicy, termsFor } from '../../src/domain/policy.ts'
import { parsePolicy } from '../../src/policy-file.ts'
import { reassign } from '../support/ask-wishes.ts'
import { contestedSlip, issuedSlip } from '../support/builders.ts'
import { on, 林晓燕 } from '../support/people.ts'

/** When the report is due of a matter issued on Monday 2026-11-23 at nine. */
function dueOf(draft: NonNullable<Parameters<typeof issuedSlip>[0]>['draft']): number | undefined {
  return issuedSlip({ ...(draft ? { draft } : {}) }).slip.clocks.find(({ name }) => name === 'feedback')
    ?.deadline.at
}

describe('诉求类型 of a 一般 matter sets the limit of its report', () => {
  it.each<[RequestType, string]>([
    ['consult', '2026-11-26 17:30'],
    ['suggestion', '2026-12-02 17:30'],
    ['complaint', '2026-11-30 17:30'],
    ['report', '2026-11-30 17:30'],
    ['help', '2026-11-30 17:30'],
    ['question', '2026-11-30 17:30'],
  ])('%s: %s', (requestType, due) => {
    expect(dueOf({ requestType })).toBe(on(due))
  })

  it('leaves the limits of graver matters alone', () => {
    for (const level of ['extraordinary', 'major', 'serious'] as const) {
      for (const requestType of requestTypes) {
        expect(termsFor(defaultPolicy, 'N2', level, requestType)).toEqual(
          termsFor(defaultPolicy, 'N2', level),
        )
      }
    }
  })

  it('gives way to the limit that was typed', () => {
    expect(dueOf({ requestType: 'suggestion', term: { kind: 'workdays', n: 1 } })).toBe(
      on('2026-11-24 17:30'),
    )
  })

  it('goes before the limit of the category, clock by clock', () => {
    const policy = {
      ...defaultPolicy,
      categoryTerms: {
        N1: { feedback: { kind: 'workdays', n: 10 }, first_response: { kind: 'hours', n: 12 } },
      },
    } as const
    const terms = termsFor(policy, 'N1', 'ordinary', 'consult')
    expect(terms.feedback).toEqual({ kind: 'workdays', n: 3 })
    expect(terms.first_response).toEqual({ kind: 'hours', n: 12 })
  })

  it('is kept on the slip, so that 改派 of a 咨询 gives three working days again', () => {
    const passedOn = contestedSlip({ draft: { requestType: 'consult' } }).after(reassign(), 林晓燕)
    const next = passedOn.slips.at(-1)
    expect(next?.brief.requestType).toBe('consult')
    expect(next?.clocks.find(({ name }) => name === 'feedback')?.deadline.at).toBe(on('2026-11-26 17:30'))
  })

  it('is not needed: a slip issued without one says nothing of it', () => {
    expect(issuedSlip({ draft: { requestType: null } }).slip.brief).not.toHaveProperty('requestType')
  })
})

describe('the policy file', () => {
  it('changes the limit of one 诉求类型 and the words of one category, and leaves the others', () => {
    const policy = parsePolicy(
      JSON.stringify({
        requestTerms: { consult: { feedback: { kind: 'workdays', n: 2 } } },
        categoryDefaults: { N1: { answerForm: 'website', route: '市发改委', rule: '' } },
      }),
    )
    expect(policy.requestTerms.consult?.feedback).toEqual({ kind: 'workdays', n: 2 })
    expect(policy.requestTerms.suggestion).toEqual(defaultPolicy.requestTerms.suggestion)
    expect(policy.categoryDefaults.N1.answerForm).toBe('website')
    expect(policy.categoryDefaults.N2).toEqual(defaultPolicy.categoryDefaults.N2)
  })

  it('refuses a 诉求类型 that does not exist', () => {
    expect(() => parsePolicy(JSON.stringify({ requestTerms: { gossip: {} } }))).toThrow('requestTerms')
  })
})
