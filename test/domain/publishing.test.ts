import { describe, expect, it } from 'vitest'
import { type Body, directoryOf } from '../../src/domain/directory.ts'
import { defaultPolicy, type Policy } from '../../src/domain/policy.ts'
import { answersItself } from '../../src/domain/publishing.ts'
import { clockOf, givesAnswer, owesPublicAnswer } from '../../src/domain/slip.ts'
import { DAY } from '../../src/domain/time.ts'
import { contest, grantDeferral, reassign, requestDeferral } from '../support/ask-wishes.ts'
import { issuedSlip, type Setting, type Story } from '../support/builders.ts'
import { 住建局, 周建国, 城管局, 孙倩, 林晓燕, 水务集团, 王立, 网信办 } from '../support/people.ts'
import {
  acceptFeedback,
  reportFirstResponse,
  signReceipt,
  submitFinal,
  withdrawSlip,
} from '../support/wishes.ts'

const two: Setting = { draft: { support: [住建局.id] } }
const rule = (publishing: Partial<Policy['publishing']>) => ({
  publishing: { ...defaultPolicy.publishing, ...publishing },
})

function clocksOf(story: Story): readonly (readonly string[])[] {
  return story.slips.map(({ clocks }) => clocks.map(({ name }) => name))
}

/** 孙倩 of the supporting unit reports, and the office accepts. */
function supportDone(story: Story): Story {
  return story
    .after(signReceipt(2), 孙倩)
    .after(submitFinal({ n: 2, answer: null }), 孙倩)
    .after(acceptFeedback(2), 林晓燕)
}

describe('one answer where several units have slips', () => {
  it('is owed by the lead alone: the supporting unit runs no clock of first response', () => {
    expect(clocksOf(issuedSlip(two))).toEqual([
      ['receipt', 'first_response', 'feedback'],
      ['receipt', 'feedback'],
    ])
  })

  it('lets 孙倩 report what 市住建局 found without a link', () => {
    const reported = issuedSlip(two)
      .after(signReceipt(2), 孙倩)
      .when(submitFinal({ n: 2, answer: null }), 孙倩)
    expect(reported.outcome).toBe('done')
    expect(reported.slips[1]?.status).toBe('under_review')
  })

  it('is given by every unit where the policy, or the category’s own rule, says so', () => {
    const every = issuedSlip({ ...two, policy: rule({ publishes: 'every' }) })
    expect(every.slips.map(owesPublicAnswer)).toEqual([true, true])
    const byCategory = { ...two, policy: rule({ categories: { N2: 'every' } }) }
    expect(issuedSlip(byCategory).slips.map(givesAnswer)).toEqual([true, true])
    const otherCategory = { draft: { ...two.draft, category: 'N1' }, policy: byCategory.policy } as const
    expect(issuedSlip(otherCategory).slips.map(givesAnswer)).toEqual([true, false])
  })

  it('leaves counties and zones to answer for their own area (属地管理)', () => {
    const county: Body = {
      ...住建局,
      id: 'yunxi',
      name: '云溪区政府',
      unit: { group: 'county', officeId: 网信办.id },
    }
    const context = { policy: defaultPolicy, directory: directoryOf([水务集团, 住建局, county], []) }
    expect(answersItself('support', county.id, 'N2', context)).toBe(true)
    expect(answersItself('support', 住建局.id, 'N2', context)).toBe(false)
    expect(answersItself('lead', 住建局.id, 'N2', context)).toBe(true)
  })

  it('passes to the unit that leads now when the lead’s slip is passed on', () => {
    const passed = issuedSlip().after(contest(), 王立).after(reassign(), 林晓燕)
    expect(passed.slips[1]).toMatchObject({ duty: 'lead', unitId: 住建局.id, answers: true })
    expect(clockOf(passed.slips[1]!, 'first_response')).toBeDefined()
  })

  it('reads a slip from before the rule as one that answers', () => {
    const { answers: _, ...old } = issuedSlip(two).slips[1]!
    expect(givesAnswer(old)).toBe(true)
  })
})

describe('the matter closes', () => {
  it('only when the lead has answered too, however early the others are done', () => {
    const helped = supportDone(issuedSlip(two))
    expect(helped.matter.status).toBe('issued')
    const answered = helped.after(signReceipt(1), 王立).after(reportFirstResponse(), 王立)
    expect(answered.matter.status).toBe('issued')
    const closed = answered.after(submitFinal(), 王立).after(acceptFeedback(), 林晓燕)
    expect(closed.matter.status).toBe('closed')
  })

  it('with the last supporting unit when the lead was first', () => {
    const led = issuedSlip(two)
      .after(signReceipt(1), 王立)
      .after(submitFinal(), 王立)
      .after(acceptFeedback(), 林晓燕)
    expect(led.matter.status).toBe('issued')
    expect(supportDone(led).matter.status).toBe('closed')
  })

  it('when the lead’s slip is withdrawn last: nobody owes the answer any more', () => {
    const withdrawn = supportDone(issuedSlip(two)).after(withdrawSlip(1), 周建国)
    expect(withdrawn.facts.map(({ type }) => type)).toEqual(['slip_withdrawn', 'matter_closed'])
  })

  it('not while the slip that replaced the lead’s is open', () => {
    const passed = issuedSlip(two)
      .after(contest(), 王立)
      .after(reassign({ unitId: 城管局.id }), 林晓燕)
    const helped = supportDone(passed)
    expect(helped.slips.map(({ status }) => status)).toEqual(['voided', 'closed', 'awaiting_receipt'])
    expect(helped.matter.status).toBe('issued')
  })

  it('not while the lead is deferred', () => {
    const deferred = issuedSlip(two)
      .after(signReceipt(1), 王立)
      .after(requestDeferral(), 王立)
      .after(grantDeferral(), 林晓燕)
    expect(supportDone(deferred).matter.status).toBe('issued')
    expect(deferred.now).toBeLessThan(deferred.slip.deferrals[0]!.asked.recheckAt + DAY)
  })

  it('without any public answer where only a written report was asked for', () => {
    const written = issuedSlip({ draft: { ...two.draft, answerForm: 'office_only' } })
      .after(signReceipt(1), 王立)
      .after(submitFinal({ answer: null }), 王立)
      .after(acceptFeedback(), 林晓燕)
    expect(supportDone(written).matter.status).toBe('closed')
  })
})
