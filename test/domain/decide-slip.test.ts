import { describe, expect, it } from 'vitest'
import { decide } from '../../src/domain/decide.ts'
import { HOUR, MINUTE } from '../../src/domain/time.ts'
import {
  closedSlip,
  contextOf,
  draftingMatter,
  issuedSlip,
  signedSlip,
  slipUnderReview,
  withdrawnSlip,
} from '../support/builders.ts'
import { MONDAY_0900, MONDAY_1000, on, 住建局, 周建国, 孙倩, 林晓燕, 王立, 陈燕 } from '../support/people.ts'
import {
  acceptFeedback,
  answerOf,
  remind,
  reportFirstResponse,
  reportProgress,
  signReceipt,
  submitFinal,
  withdrawSlip,
} from '../support/wishes.ts'

describe('确认签收', () => {
  it('王立 signs for 市水务集团 and the receipt clock stops', () => {
    const signed = issuedSlip().when(signReceipt(), 王立, MONDAY_1000)
    expect(signed.outcome).toBe('done')
    expect(signed.slip).toMatchObject({
      status: 'in_hand',
      receipt: { by: { openId: 'ou_wang', name: '王立' }, at: MONDAY_1000, rev: 1 },
    })
    const stopped = signed.slip.clocks.map(({ name, stoppedAt }) => [name, stoppedAt])
    expect(stopped).toEqual([
      ['receipt', MONDAY_1000],
      ['first_response', null],
      ['feedback', null],
    ])
  })

  it('is done late too, and the lateness stands', () => {
    const late = issuedSlip().when(signReceipt(), 王立, on('2026-11-25 09:00'))
    expect(late.outcome).toBe('done')
    expect(late.slip.clocks[0]?.stoppedAt).toBe(on('2026-11-25 09:00'))
  })

  it('counts for the slip of one unit only: the other unit must sign its own', () => {
    const both = issuedSlip({ draft: { support: [住建局.id] } }).after(signReceipt(1), 王立)
    expect(both.slips.map(({ status }) => status)).toEqual(['in_hand', 'awaiting_receipt'])
    expect(both.when(signReceipt(2), 王立).outcome).toBe('refused:not_your_unit')
    expect(both.when(signReceipt(2), 孙倩).outcome).toBe('done')
  })

  it('is refused on a slip that was withdrawn meanwhile, with the time of it', () => {
    const gone = withdrawnSlip()
    expect(gone.when(signReceipt(), 王立).decision).toEqual({
      kind: 'refused',
      refusal: { code: 'slip_withdrawn', at: gone.now },
    })
  })

  it('is quiet for 陈燕, who learns that 王立 has signed', () => {
    const signed = signedSlip({}, MONDAY_1000)
    const second = signed.when(signReceipt(), 陈燕)
    expect(second.decision).toEqual({
      kind: 'quiet',
      quiet: { code: 'already_signed', by: '王立', at: MONDAY_1000 },
    })
    expect(second.slip).toEqual(signed.slip)
  })
})

describe('reporting the public answer', () => {
  it('stops the first-response clock at the time of publication, not of the entry', () => {
    const published = MONDAY_1000
    const told = signedSlip().when(reportFirstResponse(published), 王立, published + 3 * HOUR)
    expect(told.outcome).toBe('done')
    expect(told.slip.firstResponse).toMatchObject({ publishedAt: published, at: published + 3 * HOUR })
    expect(told.slip.clocks.find(({ name }) => name === 'first_response')?.stoppedAt).toBe(published)
    expect(told.slip.status).toBe('in_hand')
  })

  it('is refused for a time that has not come', () => {
    const now = MONDAY_1000
    expect(signedSlip().when(reportFirstResponse(now + MINUTE), 王立, now).outcome).toBe(
      'refused:published_in_future',
    )
    expect(signedSlip().when(reportFirstResponse(now), 王立, now).outcome).toBe('done')
  })

  it('is refused for an answer older than the slip, but takes the very minute of issue', () => {
    expect(signedSlip().when(reportFirstResponse(MONDAY_0900 - HOUR), 王立).outcome).toBe(
      'refused:published_before_issue',
    )
    const atHalfPast = signedSlip({ issuedAt: MONDAY_0900 + 30_000 })
    expect(atHalfPast.when(reportFirstResponse(MONDAY_0900), 王立).outcome).toBe('done')
  })

  it('is refused before 签收', () => {
    expect(issuedSlip().when(reportFirstResponse(), 王立).outcome).toBe('refused:receipt_first')
  })

  it('is quiet the second time, and the first answer stands', () => {
    const told = signedSlip().after(reportFirstResponse(), 王立)
    const again = told.when(reportFirstResponse(), 陈燕)
    expect(again.outcome).toBe('quiet:already_submitted')
    expect(again.slip.firstResponse).toEqual(told.slip.firstResponse)
  })
})

describe('reporting progress', () => {
  it('is noted without stopping any clock, as often as there is progress', () => {
    const before = signedSlip()
    const after = before.after(reportProgress(), 王立).after(reportProgress(), 陈燕)
    expect(after.slip.progress.map(({ by }) => by)).toMatchObject([{ name: '王立' }, { name: '陈燕' }])
    expect(after.slip.clocks).toEqual(before.slip.clocks)
  })

  it('is refused before 签收', () => {
    expect(issuedSlip().when(reportProgress(), 王立).outcome).toBe('refused:receipt_first')
  })

  it('is quiet while the final feedback is under review', () => {
    expect(slipUnderReview().when(reportProgress(), 王立).outcome).toBe('quiet:already_submitted')
  })
})

describe('提交反馈', () => {
  it('goes to review with the public answer of the same form', () => {
    const submitted = signedSlip().when(
      submitFinal({ answer: answerOf(MONDAY_1000) }),
      王立,
      on('2026-11-26 16:00'),
    )
    expect(submitted.facts.map(({ type }) => type)).toEqual(['first_response_reported', 'final_submitted'])
    expect(submitted.slip).toMatchObject({
      status: 'under_review',
      firstResponse: { publishedAt: MONDAY_1000 },
      final: { outcome: 'solved', rev: 4 },
    })
  })

  it('does not ask twice for an answer already reported', () => {
    const told = signedSlip().after(reportFirstResponse(), 王立)
    const submitted = told.when(submitFinal({ answer: null }), 王立)
    expect(submitted.facts.map(({ type }) => type)).toEqual(['final_submitted'])
    expect(submitted.slip.firstResponse).toEqual(told.slip.firstResponse)
  })

  it('needs no public answer when the answer is given face to face', () => {
    const inPerson = signedSlip({ draft: { answerForm: 'in_person' } })
    expect(inPerson.slip.clocks.map(({ name }) => name)).toEqual(['receipt', 'feedback'])
    expect(inPerson.when(submitFinal({ answer: null }), 王立).outcome).toBe('done')
  })

  it('is refused without the public answer that is owed', () => {
    expect(signedSlip().when(submitFinal({ answer: null }), 王立).outcome).toBe(
      'refused:first_response_missing',
    )
  })

  it('is refused with a public answer that has not been given yet', () => {
    const refused = signedSlip().when(
      submitFinal({ answer: answerOf(on('2026-11-26 09:00')) }),
      王立,
      MONDAY_1000,
    )
    expect(refused.outcome).toBe('refused:published_in_future')
    expect(refused.slip.firstResponse).toBeNull()
  })

  it('is quiet for 陈燕 when 王立 has submitted', () => {
    const submitted = slipUnderReview()
    expect(submitted.when(submitFinal(), 陈燕).decision).toEqual({
      kind: 'quiet',
      quiet: { code: 'already_submitted', by: '王立', at: submitted.now },
    })
  })
})

describe('撤回', () => {
  it('of the only slip closes the matter with it', () => {
    const gone = signedSlip().when(withdrawSlip(), 周建国)
    expect(gone.slip).toMatchObject({ status: 'withdrawn', withdrawn: { reason: '原帖已由发帖人删除' } })
    expect(gone.matter.status).toBe('closed')
  })

  it('of one of two slips leaves the other running and the matter open', () => {
    const both = issuedSlip({ draft: { support: [住建局.id] } })
    const gone = both.when(withdrawSlip(2), 周建国)
    expect(gone.slips.map(({ status }) => status)).toEqual(['awaiting_receipt', 'withdrawn'])
    expect(gone.matter.status).toBe('issued')
  })

  it('of the last open slip closes the matter when the other was finished before', () => {
    const lastOpen = issuedSlip({ draft: { support: [住建局.id] } })
      .after(signReceipt(1), 王立)
      .after(submitFinal(), 王立)
      .after(acceptFeedback(1), 林晓燕)
    expect(lastOpen.matter.status).toBe('issued')
    expect(lastOpen.after(withdrawSlip(2), 周建国).matter.status).toBe('closed')
  })

  it('is refused once the slip is closed', () => {
    expect(closedSlip().when(withdrawSlip(), 周建国).outcome).toBe('refused:slip_closed')
  })

  it('is quiet the second time', () => {
    expect(withdrawnSlip().when(withdrawSlip(), 周建国).outcome).toBe('quiet:already_withdrawn')
  })
})

describe('催办 by hand', () => {
  it('is noted on the slip', () => {
    const reminded = signedSlip().when(remind(), 林晓燕, MONDAY_1000)
    expect(reminded.outcome).toBe('done')
    expect(reminded.slip.lastManualReminder).toBe(MONDAY_1000)
  })

  it('is refused while the ball is with the office', () => {
    expect(slipUnderReview().when(remind(), 林晓燕).outcome).toBe('refused:slip_under_review')
  })

  it('is quiet for half an hour after the last one', () => {
    const reminded = signedSlip().after(remind(), 林晓燕, MONDAY_1000)
    expect(reminded.when(remind(), 周建国, MONDAY_1000 + 30 * MINUTE - 1).outcome).toBe(
      'quiet:reminded_just_now',
    )
    expect(reminded.when(remind(), 周建国, MONDAY_1000 + 30 * MINUTE).outcome).toBe('done')
  })
})

describe('a wish about a slip that does not exist', () => {
  it('is refused like one about a slip not yet issued', () => {
    const wish = { type: 'sign_receipt', slipId: 'matter-9-1', seenRev: 1, hash: '' } as const
    const unknown = { kind: 'refused', refusal: { code: 'not_found' } }
    expect(decide(wish, null, contextOf(王立, MONDAY_0900))).toEqual(unknown)
    expect(decide(wish, draftingMatter().dossier, contextOf(王立, MONDAY_0900))).toEqual(unknown)
    expect(decide(wish, issuedSlip().dossier, contextOf(王立, MONDAY_0900))).toEqual(unknown)
  })
})

describe('a slip that ended', () => {
  it('takes nothing more from the unit, and says when it was closed', () => {
    const closed = closedSlip()
    for (const ask of [signReceipt(), reportProgress(), reportFirstResponse(), submitFinal()]) {
      expect(closed.when(ask, 王立).decision).toEqual({
        kind: 'refused',
        refusal: { code: 'slip_closed', at: closed.now },
      })
    }
    expect(closed.when(acceptFeedback(), 林晓燕).outcome).toBe('quiet:already_accepted')
  })
})
