import { describe, expect, it } from 'vitest'
import { decide } from '../../src/domain/decide.ts'
import { categories, levels } from '../../src/domain/dictionary.ts'
import type { Person } from '../../src/domain/directory.ts'
import { type Dossier, evolve } from '../../src/domain/dossier.ts'
import {
  clockNames,
  defaultPolicy,
  needsSignoff,
  type Policy,
  slipPolicyKeys,
  slipPolicyOf,
  termsFor,
  usualClocks,
} from '../../src/domain/policy.ts'
import { clockOf } from '../../src/domain/slip.ts'
import { amend, reassign } from '../support/ask-wishes.ts'
import { contestedSlip, contextOf, outcomeOf, signedSlip } from '../support/builders.ts'
import { TUESDAY_0900, 周建国, 林晓燕 } from '../support/people.ts'
import type { Ask } from '../support/wishes.ts'

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
    const kept = Object.keys(slipPolicyOf(defaultPolicy))
    expect(kept.sort()).toEqual([...slipPolicyKeys].sort())
    const officeOnly = [
      'words',
      'keywords',
      'similar',
      'singleSigner',
      'monitoring',
      'categoryLevel',
    ] as const
    for (const key of officeOnly) expect(kept).not.toContain(key)
  })
})

describe('a policy that is changed while a slip is open', () => {
  const hours = (n: number) => ({ kind: 'hours', n }) as const
  const halved = { receipt: hours(1), first_response: hours(12), feedback: hours(12) }
  const changed: Policy = {
    ...defaultPolicy,
    words: { ...defaultPolicy.words, slip: '滨舆交' },
    terms: { extraordinary: halved, major: halved, serious: halved, ordinary: halved },
    requestTerms: {},
    signoffLevels: [],
    ladder: [],
  }
  const later = (ask: Ask, by: Person, before = signedSlip()) => {
    const context = contextOf(by, TUESDAY_0900, changed, before.log)
    const decision = decide(ask(before.dossier, TUESDAY_0900), before.dossier, context)
    if (decision.kind !== 'done') throw new Error(outcomeOf(decision))
    return decision.events.reduce<Dossier | null>(evolve, before.dossier)?.slips ?? []
  }

  it('gives a slip that is raised to 重大 the limits and the 同意签发 it was issued under', () => {
    const [raised] = later(amend({ level: 'major' }), 周建国)
    expect(clockOf(raised!, 'feedback')?.deadline.term).toEqual(defaultPolicy.terms.major.feedback)
    expect(raised!.signoff.required).toBe(true)
  })

  it('asks for the receipt again in the time there was for the first', () => {
    const [amended] = later(amend({ demand: '请核实水质，公布检测结果。' }), 周建国)
    expect(clockOf(amended!, 'receipt')?.deadline.term).toEqual(defaultPolicy.terms.ordinary.receipt)
  })

  it('passes a slip on with its limits and its ladder, under a number of today’s series', () => {
    const [, passed] = later(reassign(), 林晓燕, contestedSlip())
    expect(passed!.no.word).toBe('滨舆交')
    expect(clockOf(passed!, 'receipt')?.deadline.term).toEqual(defaultPolicy.terms.ordinary.receipt)
    expect(passed!.policy.ladder).toEqual(defaultPolicy.ladder)
  })

  it('rules slips issued before these limits were kept, as it always has', () => {
    const { dossier, log } = signedSlip()
    const [slip] = dossier!.slips
    const { terms: _terms, requestTerms: _requests, ...older } = slip!.policy
    const [raised] = later(amend({ level: 'major' }), 周建国, {
      ...signedSlip(),
      log,
      dossier: { ...dossier!, slips: [{ ...slip!, policy: older }] },
    })
    expect(clockOf(raised!, 'feedback')?.deadline.term).toEqual(halved.feedback)
  })
})
