import { describe, expect, it } from 'vitest'
import { categories, levels } from '../../src/domain/dictionary.ts'
import {
  clockNames,
  defaultPolicy,
  needsSignoff,
  slipPolicyOf,
  termsFor,
  usualClocks,
} from '../../src/domain/policy.ts'

describe('the working defaults', () => {
  it('answer within the 48 hours of 国办发〔2016〕61号, whatever the category and level', () => {
    for (const category of categories) {
      for (const level of levels) {
        const first = termsFor(defaultPolicy, category, level).first_response
        expect(first.kind).toBe('hours')
        expect(first.kind === 'hours' && first.n).toBeLessThanOrEqual(48)
      }
    }
  })

  it('give authoritative information on the gravest matters in five hours (通知 二(二)3)', () => {
    expect(termsFor(defaultPolicy, 'U1', 'extraordinary').first_response).toEqual({ kind: 'hours', n: 5 })
  })

  it('let a category’s own limit go before its level’s', () => {
    expect(termsFor(defaultPolicy, 'N6', 'ordinary')).toEqual({
      ...defaultPolicy.terms.ordinary,
      first_response: { kind: 'hours', n: 24 },
    })
  })

  it('ask for 同意签发 by level or by category', () => {
    expect(needsSignoff(defaultPolicy, 'N2', 'ordinary')).toBe(false)
    expect(needsSignoff(defaultPolicy, 'N2', 'major')).toBe(true)
    expect(needsSignoff(defaultPolicy, 'N7', 'ordinary')).toBe(true)
  })

  it('climb on every clock from urging to proposing 督办, under names that exist once', () => {
    const { ladder } = defaultPolicy
    expect(new Set(ladder.map(({ id }) => id)).size).toBe(ladder.length)
    for (const clock of clockNames) {
      const acts = ladder.filter((rung) => rung.clock === clock).map(({ act }) => act)
      // Hours and minutes leave no time for a second 催办.
      const urged = usualClocks.some((name) => name === clock) ? 2 : 1
      expect(acts.filter((act) => act === 'urge')).toHaveLength(urged)
      expect(acts.at(-1)).toBe('escalate')
    }
  })

  it('leave on the slip nothing that concerns the office only', () => {
    expect(Object.keys(slipPolicyOf(defaultPolicy)).sort()).toEqual(
      [
        'contest',
        'deferral',
        'extension',
        'hours',
        'ladder',
        'quiet',
        'reworkShare',
        'signoff',
        'supervisionTerm',
        'urgentLevels',
      ].sort(),
    )
  })
})
