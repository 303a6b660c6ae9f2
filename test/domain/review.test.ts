import { describe, expect, it } from 'vitest'
import { reworkTerm } from '../../src/domain/decide-review.ts'
import { clockOf, isOverdue, overdueBy, owesPublicAnswer, runningClocks } from '../../src/domain/slip.ts'
import { DAY, HOUR, MINUTE } from '../../src/domain/time.ts'
import { closedSlip, issuedSlip, type Setting, signedSlip, slipUnderReview } from '../support/builders.ts'
import {
  calendar,
  MONDAY_AFTER_0900,
  on,
  住建局,
  刘国强,
  周建国,
  孙倩,
  林晓燕,
  王立,
  赵明,
} from '../support/people.ts'
import {
  acceptFeedback,
  answerOf,
  requestSignoff,
  sendBack,
  signOff,
  signReceipt,
  submitFinal,
  withdrawSlip,
} from '../support/wishes.ts'

const grave: Setting = { draft: { level: 'major' } }

describe('审核通过', () => {
  it('closes the slip, and with the last slip the matter', () => {
    const closed = slipUnderReview().when(acceptFeedback(), 林晓燕)
    expect(closed.facts.map(({ type }) => type)).toEqual(['accepted', 'matter_closed'])
    expect(closed.slip).toMatchObject({ status: 'closed', closed: { by: { name: '林晓燕' } } })
    expect(closed.matter).toMatchObject({ status: 'closed', closed: { by: { name: '林晓燕' } } })
  })

  it('leaves the matter open while 市住建局 still owes its part', () => {
    const both = issuedSlip({ draft: { support: [住建局.id] } })
      .after(signReceipt(1), 王立)
      .after(submitFinal({ n: 1 }), 王立)
      .after(acceptFeedback(1), 林晓燕)
    expect(both.slips.map(({ status }) => status)).toEqual(['closed', 'awaiting_receipt'])
    expect(both.matter.status).toBe('issued')
    const last = both
      .after(signReceipt(2), 孙倩)
      .after(submitFinal({ n: 2 }), 孙倩)
      .after(acceptFeedback(2), 林晓燕)
    expect(last.matter.status).toBe('closed')
  })

  it('closes the matter also when the other slip was withdrawn', () => {
    const one = issuedSlip({ draft: { support: [住建局.id] } })
      .after(withdrawSlip(2), 周建国)
      .after(signReceipt(1), 王立)
      .after(submitFinal(), 王立)
      .after(acceptFeedback(1), 林晓燕)
    expect(one.matter.status).toBe('closed')
  })

  it('is refused on a card that showed an earlier report', () => {
    const first = slipUnderReview()
    const again = first.after(sendBack(), 林晓燕).after(submitFinal(), 王立)
    expect(again.when(acceptFeedback(1, first.slip.rev), 林晓燕).outcome).toBe('refused:stale_card')
    expect(again.when(acceptFeedback(), 林晓燕).outcome).toBe('done')
  })

  it('waits for 同意签发 on a grave matter', () => {
    const waiting = slipUnderReview(grave)
    expect(waiting.when(acceptFeedback(), 林晓燕).decision).toEqual({
      kind: 'refused',
      refusal: { code: 'signoff_missing', by: 'spokesperson' },
    })
    expect(waiting.after(signOff(), 刘国强).when(acceptFeedback(), 林晓燕).outcome).toBe('done')
  })

  it('is quiet the second time', () => {
    const closed = closedSlip()
    expect(closed.when(acceptFeedback(), 周建国).decision).toEqual({
      kind: 'quiet',
      quiet: { code: 'already_accepted', by: '林晓燕', at: closed.now },
    })
  })
})

describe('送签 and 同意签发', () => {
  it('are noted with name and time', () => {
    const asked = slipUnderReview(grave).after(requestSignoff(), 王立)
    const signed = asked.after(signOff(), 赵明)
    expect(signed.slip.signoff).toEqual({
      required: true,
      requested: { by: { openId: 'ou_wang', name: '王立' }, at: asked.now },
      signed: { by: { openId: 'ou_zhao', name: '赵明' }, at: signed.now },
    })
  })

  it('need not be asked for: 刘国强 may sign as soon as the report stands', () => {
    expect(slipUnderReview(grave).when(signOff(), 刘国强).outcome).toBe('done')
  })

  it('are refused where they are not owed', () => {
    expect(slipUnderReview().when(requestSignoff(), 王立).outcome).toBe('refused:signoff_not_needed')
    expect(slipUnderReview().when(signOff(), 赵明).outcome).toBe('refused:signoff_not_needed')
  })

  it('hold for the report that was read: a new one must be signed anew', () => {
    const reworked = slipUnderReview(grave)
      .after(requestSignoff(), 王立)
      .after(signOff(), 刘国强)
      .after(sendBack(), 林晓燕)
      .after(submitFinal(), 王立)
    expect(reworked.slip.signoff).toEqual({ required: true, requested: null, signed: null })
    expect(reworked.when(acceptFeedback(), 林晓燕).outcome).toBe('refused:signoff_missing')
  })

  it('are refused on a card that showed the report of before', () => {
    const first = slipUnderReview(grave)
    const oldCard = signOff()(first.dossier, first.now)
    const reworked = first.after(sendBack(), 林晓燕).after(submitFinal(), 王立)
    expect(reworked.when(() => oldCard, 刘国强).outcome).toBe('refused:stale_card')
  })

  it('are quiet when 赵明 signs after 刘国强', () => {
    const signed = slipUnderReview(grave).after(requestSignoff(), 王立).after(signOff(), 刘国强)
    expect(signed.when(signOff(), 赵明).outcome).toBe('quiet:already_signed_off')
    expect(signed.when(requestSignoff(), 王立).outcome).toBe('quiet:already_signed_off')
  })
})

describe('退回重办', () => {
  it('tells the defect and gives the unit a new limit, from this instant', () => {
    const at = on('2026-11-30 10:00')
    const back = slipUnderReview().when(sendBack(), 林晓燕, at)
    expect(back.outcome).toBe('done')
    expect(back.slip).toMatchObject({
      status: 'in_hand',
      sentBack: [{ defect: 'core_unanswered', note: '未说明何时恢复正常供水', at }],
    })
    const clock = clockOf(back.slip, 'feedback')
    expect(clock).toMatchObject({ since: back.slip.rev, stoppedAt: null })
    expect(clock?.deadline).toMatchObject({
      start: at,
      at: on('2026-12-02 17:30'),
      term: { kind: 'workdays', n: 2 },
    })
  })

  it('takes the limit the office names', () => {
    const until = on('2026-12-01 12:00')
    const back = slipUnderReview().when(
      sendBack({ term: { kind: 'until', at: until } }),
      林晓燕,
      MONDAY_AFTER_0900,
    )
    expect(clockOf(back.slip, 'feedback')?.deadline.at).toBe(until)
  })

  it('is refused with a limit that is over', () => {
    const late = sendBack({ term: { kind: 'until', at: MONDAY_AFTER_0900 } })
    expect(slipUnderReview().when(late, 林晓燕, MONDAY_AFTER_0900).outcome).toBe('refused:term_not_in_future')
  })

  it('is refused on a card that showed an earlier report', () => {
    const first = slipUnderReview()
    const again = first.after(sendBack(), 林晓燕).after(submitFinal(), 王立)
    expect(again.when(sendBack({ seenRev: first.slip.rev }), 林晓燕).outcome).toBe('refused:stale_card')
  })

  it('is refused when nothing is under review', () => {
    expect(signedSlip().when(sendBack(), 林晓燕).outcome).toBe('refused:slip_not_under_review')
  })

  it('is quiet the second time, and says who sent it back', () => {
    const back = slipUnderReview().after(sendBack(), 林晓燕)
    const quiet = { code: 'already_sent_back', by: '林晓燕', at: back.now }
    expect(back.when(sendBack(), 周建国).decision).toEqual({ kind: 'quiet', quiet })
    expect(back.when(sendBack(), 周建国).slip.sentBack).toHaveLength(1)
  })

  it('of the next report is an act of its own', () => {
    const again = slipUnderReview().after(sendBack(), 林晓燕).after(submitFinal(), 王立)
    expect(again.when(sendBack(), 周建国).slip.sentBack).toHaveLength(2)
  })

  it('cannot come after the slip was closed, even when it had been sent back before', () => {
    const closed = slipUnderReview()
      .after(sendBack(), 林晓燕)
      .after(submitFinal(), 王立)
      .after(acceptFeedback(), 林晓燕)
    expect(closed.when(sendBack(), 周建国).outcome).toBe('refused:slip_closed')
  })

  it('leaves the public answer as it is and restarts the feedback only', () => {
    const before = slipUnderReview()
    const back = before.after(sendBack(), 林晓燕)
    expect(back.slip.firstResponse).toEqual(before.slip.firstResponse)
    expect(runningClocks(back.slip).map(({ name }) => name)).toEqual(['feedback'])
  })

  it('gives half of the days first given, at least one', () => {
    const given = (n: number) =>
      reworkTerm(issuedSlip({ draft: { term: { kind: 'workdays', n } } }).slip, calendar)
    expect([1, 2, 3, 5, 10].map((n) => given(n))).toEqual(
      [1, 1, 1, 2, 5].map((n) => ({ kind: 'workdays', n })),
    )
    expect(reworkTerm(issuedSlip({ draft: { level: 'extraordinary' } }).slip, calendar)).toEqual({
      kind: 'workdays',
      n: 1,
    })
  })

  it('gives the same again the second time, as it is reckoned from the days first given', () => {
    const ten = slipUnderReview({ draft: { term: { kind: 'workdays', n: 10 } } })
    const once = ten.after(sendBack(), 林晓燕)
    const twice = once.after(submitFinal(), 王立).after(sendBack(), 林晓燕)
    expect(clockOf(once.slip, 'feedback')?.deadline.term).toEqual({ kind: 'workdays', n: 5 })
    expect(clockOf(twice.slip, 'feedback')?.deadline.term).toEqual({ kind: 'workdays', n: 5 })
  })
})

describe('a report sent back because it answered on the wrong platform', () => {
  const first = slipUnderReview()
  const back = first.after(sendBack({ defect: 'wrong_platform' }), 林晓燕)

  it('owes a new public answer: the old one does not count for the next report', () => {
    expect(owesPublicAnswer(first.slip)).toBe(false)
    expect(owesPublicAnswer(back.slip)).toBe(true)
    expect(back.when(submitFinal({ answer: null }), 王立).outcome).toBe('refused:first_response_missing')
  })

  it('is settled by the answer on the form, which takes the place of the old one', () => {
    const again = back.when(submitFinal({ answer: answerOf(back.now) }), 王立)
    expect(again.outcome).toBe('done')
    expect(again.slip.firstResponse?.publishedAt).toBe(back.now)
    expect(owesPublicAnswer(again.slip)).toBe(false)
    expect(clockOf(again.slip, 'first_response')).toEqual(clockOf(first.slip, 'first_response'))
  })

  it('owes no third answer when the next report is sent back for something else', () => {
    const core = back.after(submitFinal(), 王立).after(sendBack(), 林晓燕)
    expect(owesPublicAnswer(core.slip)).toBe(false)
    expect(core.when(submitFinal({ answer: null }), 王立).outcome).toBe('done')
  })

  it('owes nothing in public where none was asked', () => {
    const inside = slipUnderReview({ draft: { answerForm: 'office_only' } })
    const returned = inside.after(sendBack({ defect: 'wrong_platform' }), 林晓燕)
    expect(owesPublicAnswer(returned.slip)).toBe(false)
    expect(returned.when(submitFinal({ answer: null }), 王立).outcome).toBe('done')
  })
})

describe('time under review', () => {
  const limit = on('2026-11-30 17:30')

  it('is not charged to the unit that submitted in time, however late it is accepted', () => {
    const submitted = slipUnderReview({}, limit - MINUTE)
    expect(submitted.slip.clocks.find(({ name }) => name === 'feedback')?.deadline.at).toBe(limit)
    expect(isOverdue(submitted.slip, limit + 30 * DAY)).toBe(false)
    const closed = submitted.after(acceptFeedback(), 林晓燕, limit + 10 * DAY)
    const feedback = clockOf(closed.slip, 'feedback')
    expect(feedback?.stoppedAt).toBe(limit - MINUTE)
    expect(feedback && overdueBy(feedback, limit + 30 * DAY)).toBe(0)
  })

  it('does not make a late report timely', () => {
    const closed = slipUnderReview({}, limit + 2 * HOUR).after(acceptFeedback(), 林晓燕)
    const feedback = clockOf(closed.slip, 'feedback')
    expect(feedback && overdueBy(feedback, limit + 30 * DAY)).toBe(2 * HOUR)
  })
})
