import { describe, expect, it } from 'vitest'
import { formatNo } from '../../src/domain/numbering.ts'
import { clockOf, isOverdue, runningClocks } from '../../src/domain/slip.ts'
import { MINUTE } from '../../src/domain/time.ts'
import {
  contest,
  grantDeferral,
  reassign,
  refuseContest,
  requestDeferral,
  requestExtension,
} from '../support/ask-wishes.ts'
import {
  contestedSlip,
  deferredSlip,
  issuedSlip,
  reassignedSlip,
  signedSlip,
  slipUnderReview,
} from '../support/builders.ts'
import {
  MONDAY_0900,
  on,
  TUESDAY_0900,
  住建局,
  周建国,
  孙倩,
  林晓燕,
  水务集团,
  王立,
  督查室,
  陈燕,
} from '../support/people.ts'
import { acceptFeedback, sendBack, signReceipt, submitFinal, withdrawSlip } from '../support/wishes.ts'

describe('申请退回', () => {
  it('notes the reason, the basis and the unit it should go to', () => {
    const contested = issuedSlip().when(contest(), 王立)
    expect(contested.outcome).toBe('done')
    expect(contested.slip).toMatchObject({
      status: 'contested',
      contests: [
        {
          n: 1,
          asked: { by: { name: '王立' }, basis: expect.stringContaining('三定方案'), proposed: 住建局.id },
          ruling: null,
        },
      ],
    })
  })

  it('is possible before the receipt and after it', () => {
    expect(issuedSlip().when(contest(), 王立).outcome).toBe('done')
    expect(signedSlip().when(contest(), 王立).outcome).toBe('done')
  })

  it.each([
    ['ordinary', '2026-11-24 17:30'],
    ['serious', '2026-11-24 17:30'],
    ['major', '2026-11-23 09:30'],
    ['extraordinary', '2026-11-23 09:30'],
  ] as const)('of a %s slip issued on Monday at nine is possible until %s', (level, until) => {
    const due = on(until)
    const issued = issuedSlip({ draft: { level } })
    expect(issued.when(contest(), 王立, due).outcome).toBe('done')
    expect(issued.when(contest(), 王立, due + 1).decision).toEqual({
      kind: 'refused',
      refusal: { code: 'contest_too_late', due },
    })
  })

  it('does not stop the clocks: 市水务集团 is reminded as before', () => {
    const contested = contestedSlip()
    expect(runningClocks(contested.slip)).toEqual(issuedSlip().slip.clocks)
    const swept = contested.sweep(on('2026-11-23 14:31'))
    expect(swept.facts.map(({ type }) => type)).toEqual(['rungs_climbed'])
    expect(isOverdue(swept.slip, swept.now)).toBe(true)
    expect(swept.slip.status).toBe('contested')
  })

  it('holds every other act of the unit until the office has ruled', () => {
    for (const ask of [signReceipt(), submitFinal(), requestExtension(), requestDeferral()]) {
      expect(contestedSlip().when(ask, 王立).outcome).toBe('refused:slip_contested')
    }
  })

  it('is quiet the second time', () => {
    const contested = contestedSlip()
    expect(contested.when(contest(), 陈燕).decision).toEqual({
      kind: 'quiet',
      quiet: { code: 'already_asked', by: '王立', at: contested.now },
    })
  })

  it('cannot name the own unit', () => {
    expect(issuedSlip().when(contest({ proposed: 水务集团.id }), 王立).outcome).toBe(
      'refused:contest_own_unit',
    )
  })

  it('is over once the unit has answered, or was given time for it', () => {
    expect(slipUnderReview().when(contest(), 王立).outcome).toBe('refused:slip_under_review')
    expect(deferredSlip().when(contest(), 王立).outcome).toBe('refused:slip_deferred')
    expect(slipUnderReview().after(sendBack(), 林晓燕).when(contest(), 王立).outcome).toBe('done')
  })
})

describe('改派', () => {
  it('makes the slip 作废 with its number, and gives 市住建局 the next one', () => {
    const ruled = contestedSlip().when(reassign(), 林晓燕, TUESDAY_0900)
    expect(ruled.facts.map(({ type }) => type)).toEqual(['reassigned', 'slip_issued'])
    expect(ruled.slips.map(({ no, status, unitId }) => [formatNo(no), status, unitId])).toEqual([
      ['网舆交〔2026〕1号', 'voided', 水务集团.id],
      ['网舆交〔2026〕2号', 'awaiting_receipt', 住建局.id],
    ])
    expect(ruled.slip).toMatchObject({
      voided: { by: { name: '林晓燕' }, at: TUESDAY_0900, replacedBy: 'matter-1-2' },
      contests: [{ ruling: { kind: 'reassigned', unitId: 住建局.id, slipId: 'matter-1-2' } }],
    })
    expect(ruled.slips[1]).toMatchObject({ id: 'matter-1-2', duty: 'lead', hops: 1, rev: 1, contests: [] })
    expect(ruled.slips[1]?.brief).toEqual(ruled.slip.brief)
    expect(ruled.slips[1]?.policy).toEqual(ruled.slip.policy)
  })

  it('starts the clocks of the new slip anew and ends those of the old', () => {
    const ruled = contestedSlip().after(reassign(), 林晓燕, TUESDAY_0900)
    expect(runningClocks(ruled.slip)).toEqual([])
    expect(isOverdue(ruled.slip, on('2027-01-04 09:00'))).toBe(false)
    const fresh = issuedSlip({ issuedAt: TUESDAY_0900 })
    expect(ruled.slips[1]?.clocks).toEqual(fresh.slip.clocks)
  })

  it('keeps the days the office typed, and a date that it named while it lies ahead', () => {
    const limit = (term: { kind: 'workdays'; n: number } | { kind: 'until'; at: number }) => {
      const ruled = issuedSlip({ draft: { term } })
        .after(contest(), 王立)
        .after(reassign(), 林晓燕, TUESDAY_0900)
      const clock = ruled.slips[1] && clockOf(ruled.slips[1], 'feedback')
      return clock?.deadline.at
    }
    expect(limit({ kind: 'workdays', n: 10 })).toBe(on('2026-12-08 17:30'))
    expect(limit({ kind: 'until', at: on('2026-11-27 12:00') })).toBe(on('2026-11-27 12:00'))
    expect(limit({ kind: 'until', at: on('2026-11-23 18:00') })).toBe(on('2026-12-01 17:30'))
  })

  it('takes no part of the old slip with it: the other unit signs and answers for itself', () => {
    const ruled = signedSlip().after(contest(), 王立).after(reassign(), 林晓燕)
    expect(ruled.slips[1]).toMatchObject({ receipt: null, rungs: {}, status: 'awaiting_receipt' })
    expect(ruled.when(signReceipt(2), 王立).outcome).toBe('refused:not_your_unit')
    expect(ruled.when(signReceipt(1), 王立).outcome).toBe('refused:slip_voided')
    expect(ruled.when(signReceipt(2), 孙倩).outcome).toBe('done')
  })

  it('leaves the matter open until the new slip ends: a voided one does not count', () => {
    const ruled = reassignedSlip()
    expect(ruled.matter.status).toBe('issued')
    const finished = ruled.after(signReceipt(2), 孙倩).after(submitFinal({ n: 2 }), 孙倩)
    expect(finished.after(acceptFeedback(2), 林晓燕).matter.status).toBe('closed')
    expect(ruled.after(withdrawSlip(2), 周建国).matter.status).toBe('closed')
  })

  it('goes to a unit in the directory, and not back to the same', () => {
    expect(contestedSlip().when(reassign({ unitId: 水务集团.id }), 林晓燕).outcome).toBe(
      'refused:contest_own_unit',
    )
    for (const [unitId, unit] of [
      [督查室.id, 督查室.name],
      ['dissolved', 'dissolved'],
    ] as const) {
      expect(contestedSlip().when(reassign({ unitId }), 林晓燕).decision).toEqual({
        kind: 'refused',
        refusal: { code: 'unit_gone', unit },
      })
    }
  })

  it('may go elsewhere than the unit proposed', () => {
    const first = issuedSlip({ draft: { lead: 住建局.id } })
    const asked = first.after(contest({ proposed: '交通局' }), 孙倩)
    expect(asked.after(reassign({ unitId: 水务集团.id }), 林晓燕).slips[1]?.unitId).toBe(水务集团.id)
  })

  it('is quiet the second time and issues nothing more', () => {
    const ruled = reassignedSlip()
    const again = ruled.when(reassign(), 周建国)
    expect(again.decision).toEqual({
      kind: 'quiet',
      quiet: { code: 'already_ruled', by: '林晓燕', at: ruled.now },
    })
    expect(ruled.when(refuseContest(), 周建国).outcome).toBe('quiet:already_ruled')
    expect(again.slips).toHaveLength(2)
  })

  it('twice makes the third unit’s slip final', () => {
    const twice = reassignedSlip()
      .after(contest({ proposed: 水务集团.id }, 2), 孙倩)
      .after(reassign({ unitId: 水务集团.id }, 2), 林晓燕)
    expect(twice.slips.map(({ hops, status }) => [hops, status])).toEqual([
      [0, 'voided'],
      [1, 'voided'],
      [2, 'awaiting_receipt'],
    ])
    expect(twice.when(contest({}, 3), 王立).decision).toEqual({
      kind: 'refused',
      refusal: { code: 'contest_final', max: 2 },
    })
  })

  it('is told in both groups, the new slip at once', () => {
    const told = contestedSlip().after(reassign(), 林晓燕, on('2026-11-23 22:00')).posts
    expect(told.map(({ to, key, notBefore }) => [to, key, notBefore])).toEqual([
      [{ chat: 水务集团.chatId }, 'ruling/contest/1/matter-1-1', on('2026-11-23 22:00')],
      [{ chat: 住建局.chatId }, 'slip/matter-1-2', on('2026-11-23 22:00')],
    ])
  })
})

describe('不予退回', () => {
  it('puts the slip back where it was', () => {
    const unsigned = contestedSlip().when(refuseContest(), 林晓燕)
    expect(unsigned.slip).toMatchObject({
      status: 'awaiting_receipt',
      contests: [{ ruling: { kind: 'refused', reason: '主管网水质由水务集团负责。' } }],
    })
    const signed = signedSlip().after(contest(), 王立).when(refuseContest(), 林晓燕)
    expect(signed.slip.status).toBe('in_hand')
  })

  it('gives no time back: the limits of the day of issue stand', () => {
    const refused = contestedSlip().after(refuseContest(), 林晓燕, TUESDAY_0900)
    expect(refused.slip.clocks).toEqual(issuedSlip().slip.clocks)
    expect(clockOf(refused.slip, 'receipt')?.deadline.start).toBe(MONDAY_0900)
  })

  it('is final for this unit', () => {
    const refused = contestedSlip().after(refuseContest(), 林晓燕)
    expect(refused.when(contest(), 王立).outcome).toBe('refused:contest_final')
    expect(refused.when(reassign(), 周建国).outcome).toBe('quiet:already_ruled')
  })

  it('names the ask it is about', () => {
    expect(contestedSlip().when(refuseContest(2), 林晓燕).outcome).toBe('refused:not_found')
    expect(contestedSlip().when(reassign({ n: 2 }), 林晓燕).outcome).toBe('refused:not_found')
    expect(issuedSlip().when(refuseContest(), 林晓燕).outcome).toBe('refused:nothing_asked')
  })

  it('leaves what else was asked to its own ruling, once the slip is in hand again', () => {
    const both = signedSlip().after(requestDeferral(), 王立).after(contest(), 王立)
    expect(both.when(grantDeferral(), 林晓燕, both.now + MINUTE).outcome).toBe('refused:slip_contested')
    expect(both.after(refuseContest(), 林晓燕).when(grantDeferral(), 林晓燕).slip.status).toBe('deferred')
  })
})
