import { describe, expect, it } from 'vitest'
import { dueRungs, nextLookAt } from '../../src/domain/ladder.ts'
import { clockOf, isOverdue, runningClocks } from '../../src/domain/slip.ts'
import { DAY, HOUR, MINUTE } from '../../src/domain/time.ts'
import { amend, grantDeferral, refuseDeferral, requestDeferral } from '../support/ask-wishes.ts'
import { deferralAsked, deferredSlip, issuedSlip, type Story, signedSlip } from '../support/builders.ts'
import { calendar, on, 周建国, 林晓燕, 水务集团, 王立, 网信办, 陈燕 } from '../support/people.ts'
import {
  acceptFeedback,
  remind,
  reportFirstResponse,
  reportProgress,
  sendBack,
  submitFinal,
} from '../support/wishes.ts'

const RECHECK = on('2026-12-18 10:00')

/** The public answer was given, so that only the report is owed; to be looked at again on 18 December. */
function deferred(): Story {
  return signedSlip()
    .after(reportFirstResponse(), 王立)
    .after(requestDeferral(RECHECK), 王立)
    .after(grantDeferral(), 林晓燕)
}

describe('暂不具备条件', () => {
  it('notes why, what was done, and when it will be looked at again', () => {
    const asked = signedSlip().when(requestDeferral(RECHECK), 王立)
    expect(asked.outcome).toBe('done')
    expect(asked.slip.deferrals).toMatchObject([
      {
        n: 1,
        asked: { by: { name: '王立' }, reason: '主管改造须待道路封闭后施工。', recheckAt: RECHECK },
        ruling: null,
        revivedAt: null,
      },
    ])
    expect(asked.slip.status).toBe('in_hand')
    expect(asked.slip.clocks).toEqual(signedSlip().slip.clocks)
  })

  it('promises a day ahead, at most sixty working days off', () => {
    const at = on('2026-11-24 10:00')
    const ask = (recheckAt: number) => signedSlip().when(requestDeferral(recheckAt), 王立, at)
    expect(ask(at).outcome).toBe('refused:recheck_not_in_future')
    expect(ask(at + 1).outcome).toBe('done')
    const { decision } = ask(at + 200 * DAY)
    if (decision?.kind !== 'refused' || decision.refusal.code !== 'recheck_too_far')
      throw new Error('not refused')
    const { latest } = decision.refusal
    expect(calendar.addWorkdays('2026-11-24', 60)).toBe(
      new Date(latest + 8 * HOUR).toISOString().slice(0, 10),
    )
    expect(ask(latest).outcome).toBe('done')
    expect(ask(latest + 1).outcome).toBe('refused:recheck_too_far')
  })

  it('is quiet while one waits, and refused while one is in force', () => {
    const asked = deferralAsked()
    expect(asked.when(requestDeferral(), 陈燕).decision).toEqual({
      kind: 'quiet',
      quiet: { code: 'already_asked', by: '王立', at: asked.now },
    })
    expect(deferred().when(requestDeferral(), 王立).decision).toEqual({
      kind: 'refused',
      refusal: { code: 'slip_deferred', until: RECHECK },
    })
  })

  it('comes after 确认签收', () => {
    expect(issuedSlip().when(requestDeferral(), 王立).outcome).toBe('refused:receipt_first')
  })
})

describe('a deferred slip', () => {
  it('suspends the feedback clock, and no other', () => {
    expect(deferredSlip().slip.status).toBe('deferred')
    expect(runningClocks(deferredSlip().slip).map(({ name }) => name)).toEqual(['first_response'])
    expect(runningClocks(deferred().slip)).toEqual([])
  })

  it('still owes its public answer in time, and is reminded of it', () => {
    const { slip } = deferredSlip()
    const late = on('2026-12-10 09:00')
    expect(isOverdue(slip, late)).toBe(true)
    const clocks = new Set(dueRungs(slip, calendar, late).map(({ key }) => key.split('.')[0]))
    expect([...clocks]).toEqual(['first_response'])
  })

  it('is not overdue with its report, and nobody is reminded of that', () => {
    const { slip } = deferred()
    expect(isOverdue(slip, RECHECK - 1)).toBe(false)
    expect(dueRungs(slip, calendar, RECHECK - 1)).toEqual([])
    expect(nextLookAt(slip, calendar)).toBe(RECHECK)
  })

  it('is not urged by hand when nothing is owed before the day', () => {
    expect(deferred().when(remind(), 林晓燕).decision).toEqual({
      kind: 'refused',
      refusal: { code: 'slip_deferred', until: RECHECK },
    })
    expect(deferredSlip().when(remind(), 林晓燕).outcome).toBe('done')
    expect(deferred().sweep(RECHECK).when(remind(), 林晓燕).outcome).toBe('done')
  })

  it('may be worked on and finished before the day', () => {
    const early = deferred().after(reportProgress(), 王立).after(submitFinal(), 王立)
    expect(early.slip.status).toBe('under_review')
    expect(early.sweep(RECHECK).outcome).toBe('quiet:rungs_already_climbed')
    expect(early.after(acceptFeedback(), 林晓燕).slip.status).toBe('closed')
  })

  it('finished early and sent back is in hand, with the limit of 退回重办', () => {
    const back = deferred().after(submitFinal(), 王立).after(sendBack(), 林晓燕)
    expect(back.slip.status).toBe('in_hand')
    expect(runningClocks(back.slip).map(({ name }) => name)).toEqual(['feedback'])
    expect(back.when(requestDeferral(), 王立).outcome).toBe('done')
  })
})

describe('the promised day', () => {
  it('brings the slip back by itself, with a new limit of three working days', () => {
    expect(deferred().sweep(RECHECK - 1).outcome).toBe('quiet:rungs_already_climbed')
    const revived = deferred().sweep(RECHECK)
    expect(revived.facts.map(({ type, by }) => [type, by])).toEqual([['revived', 'system']])
    expect(revived.slip).toMatchObject({ status: 'in_hand', deferrals: [{ revivedAt: RECHECK }] })
    expect(clockOf(revived.slip, 'feedback')).toMatchObject({
      since: revived.slip.rev,
      stoppedAt: null,
      deadline: { start: RECHECK, at: on('2026-12-23 17:30') },
    })
  })

  it('is kept to when the sweep comes late: the limit runs from the day that was promised', () => {
    const revived = deferred().sweep(RECHECK + DAY)
    expect(clockOf(revived.slip, 'feedback')?.deadline.at).toBe(on('2026-12-23 17:30'))
    expect(revived.slip.deferrals[0]?.revivedAt).toBe(RECHECK + DAY)
  })

  it('happens once', () => {
    const revived = deferred().sweep(RECHECK)
    expect(revived.sweep(RECHECK + MINUTE).outcome).toBe('quiet:rungs_already_climbed')
    expect(revived.sweep(on('2026-12-24 09:00')).facts.map(({ type }) => type)).toEqual(['rungs_climbed'])
  })

  it('is told in the unit’s group, in the morning when it falls into the night', () => {
    const night = on('2026-12-17 23:00')
    const revived = deferredSlip({}, night).sweep(night)
    const told = revived.posts.filter(({ card }) => card.kind === 'revived')
    expect(told).toMatchObject([
      { to: { chat: 水务集团.chatId }, key: 'revived/1/matter-1-1', notBefore: on('2026-12-18 08:00') },
    ])
  })

  it('climbs what else was due in the same minute', () => {
    const revived = deferredSlip({}, RECHECK).sweep(RECHECK)
    expect(revived.facts.map(({ type }) => type)).toEqual([
      'revived',
      'rungs_climbed',
      'supervision_proposed',
      'leaders_told',
    ])
  })

  it('may be put off once more, by a new ask', () => {
    const again = deferred()
      .sweep(RECHECK)
      .after(requestDeferral(RECHECK + 10 * DAY), 王立)
      .after(grantDeferral(), 林晓燕)
    expect(again.slip).toMatchObject({ status: 'deferred', deferrals: [{ n: 1 }, { n: 2, revivedAt: null }] })
    expect(nextLookAt(again.slip, calendar)).toBe(RECHECK + 10 * DAY)
  })
})

describe('ruling on a deferral', () => {
  it('不同意 keeps the reason and changes nothing else', () => {
    const refused = deferralAsked().when(refuseDeferral(), 林晓燕)
    expect(refused.slip).toMatchObject({
      status: 'in_hand',
      deferrals: [{ ruling: { kind: 'refused', reason: '居民饮水须先行保障。' } }],
    })
    expect(refused.slip.clocks).toEqual(signedSlip().slip.clocks)
    expect(refused.when(requestDeferral(), 王立).outcome).toBe('done')
  })

  it('is quiet the second time, and on the card of an earlier ask', () => {
    const granted = deferralAsked().after(grantDeferral(), 林晓燕)
    const quiet = { code: 'already_ruled', by: '林晓燕', at: granted.now }
    expect(granted.when(grantDeferral(), 周建国).decision).toEqual({ kind: 'quiet', quiet })
    expect(granted.when(refuseDeferral(), 周建国).decision).toEqual({ kind: 'quiet', quiet })
    const second = deferralAsked().after(refuseDeferral(), 林晓燕).after(requestDeferral(), 王立)
    expect(second.when(grantDeferral(1), 周建国).outcome).toBe('quiet:already_ruled')
    expect(second.when(refuseDeferral(1), 周建国).outcome).toBe('quiet:already_ruled')
    expect(second.when(grantDeferral(3), 周建国).outcome).toBe('refused:not_found')
  })

  it('cannot grant what is no longer in hand: a report under review stays under review', () => {
    const submitted = deferralAsked().after(submitFinal(), 王立)
    expect(submitted.when(grantDeferral(), 林晓燕).outcome).toBe('refused:slip_under_review')
    expect(submitted.when(refuseDeferral(), 林晓燕).slip.status).toBe('under_review')
    const amended = deferralAsked().after(amend({ demand: '请公布检测结果。' }), 周建国)
    expect(amended.when(grantDeferral(), 林晓燕).outcome).toBe('refused:receipt_first')
  })

  it('comes too late once the promised day has passed', () => {
    const asked = deferralAsked({}, RECHECK)
    expect(asked.when(grantDeferral(), 林晓燕, RECHECK).outcome).toBe('refused:recheck_not_in_future')
    expect(asked.when(refuseDeferral(), 林晓燕, RECHECK).outcome).toBe('done')
  })

  it('is asked in the office’s group and told in the unit’s', () => {
    const asked = deferralAsked()
    expect(asked.posts).toMatchObject([{ to: { chat: 网信办.chatId }, key: 'ask/deferral/1/matter-1-1' }])
    for (const ruled of [asked.after(grantDeferral(), 林晓燕), asked.after(refuseDeferral(), 林晓燕)]) {
      expect(ruled.posts).toMatchObject([
        { to: { chat: 水务集团.chatId }, key: 'ruling/deferral/1/matter-1-1' },
      ])
    }
  })
})
