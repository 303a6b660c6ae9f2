import { describe, expect, it } from 'vitest'
import { deadlinesOf } from '../../src/domain/limits.ts'
import type { Draft } from '../../src/domain/matter.ts'
import { type ClockName, defaultPolicy } from '../../src/domain/policy.ts'
import { clockOf, isOverdue, overdueBy, runningClocks, type Slip } from '../../src/domain/slip.ts'
import { DAY, dayOf, HOUR, MINUTE, timeOfDay } from '../../src/domain/time.ts'
import { closedSlip, issuedSlip, signedSlip, slipUnderReview, withdrawnSlip } from '../support/builders.ts'
import { calendar, MONDAY_0900, on, TUESDAY_0900, 林晓燕, 王立 } from '../support/people.ts'
import { reportFirstResponse, sendBack, signReceipt, yellowWater } from '../support/wishes.ts'

function dueAt(slip: Slip, name: ClockName): string | undefined {
  const at = clockOf(slip, name)?.deadline.at
  return at === undefined ? undefined : `${dayOf(at)} ${timeOfDay(at)}`
}

const limits = (draft: Partial<Draft>, issued = '2026-11-23 09:00') => {
  const { slip } = issuedSlip({ draft, issuedAt: on(issued) })
  return [dueAt(slip, 'receipt'), dueAt(slip, 'first_response'), dueAt(slip, 'feedback')]
}

describe('the clocks of a slip', () => {
  it('start at issue, never at receipt', () => {
    const signed = issuedSlip().after(signReceipt(), 王立, TUESDAY_0900)
    for (const { deadline, since } of signed.slip.clocks) {
      expect(deadline.start).toBe(MONDAY_0900)
      expect(since).toBe(1)
    }
  })

  it.each([
    ['ordinary', ['2026-11-23 14:30', '2026-11-25 09:00', '2026-11-30 17:30']],
    ['serious', ['2026-11-23 11:00', '2026-11-24 09:00', '2026-11-26 17:30']],
    ['major', ['2026-11-23 10:00', '2026-11-24 09:00', '2026-11-26 17:30']],
    ['extraordinary', ['2026-11-23 09:30', '2026-11-23 14:00', '2026-11-26 09:00']],
  ] as const)('of a %s matter issued on Monday at nine', (level, expected) => {
    expect(limits({ level })).toEqual(expected)
  })

  it('follow the category where it has a limit of its own: media ask for an answer in 24 hours', () => {
    expect(limits({ category: 'N6', level: 'ordinary' })[1]).toBe('2026-11-24 09:00')
  })

  it('of an ordinary slip issued on Friday evening let the unit sign on Monday', () => {
    expect(limits({}, '2026-11-27 18:00')).toEqual([
      '2026-11-30 14:30',
      '2026-11-29 18:00',
      '2026-12-04 17:30',
    ])
  })

  it('count 14 February 2026 as worked and pass over 春节', () => {
    expect(limits({}, '2026-02-13 10:00')[2]).toBe('2026-02-27 17:30')
  })

  it('take the limit the office typed for the feedback only', () => {
    expect(limits({ term: { kind: 'workdays', n: 10 } })).toEqual([
      '2026-11-23 14:30',
      '2026-11-25 09:00',
      '2026-12-07 17:30',
    ])
  })

  it('never let the public answer, or the signature, be due after the report that tells of it', () => {
    expect(limits({ term: { kind: 'hours', n: 24 } })).toEqual([
      '2026-11-23 14:30',
      '2026-11-24 09:00',
      '2026-11-24 09:00',
    ])
    expect(limits({ term: { kind: 'until', at: on('2026-11-23 12:00') } })).toEqual([
      '2026-11-23 12:00',
      '2026-11-23 12:00',
      '2026-11-23 12:00',
    ])
  })

  it('have no first response where the answer is not public', () => {
    expect(limits({ answerForm: 'in_person' })[1]).toBeUndefined()
    expect(limits({ answerForm: 'office_only' })[1]).toBeUndefined()
  })

  it('are those the approval card announced for this instant', () => {
    const announced = deadlinesOf(yellowWater, MONDAY_0900, { calendar, policy: defaultPolicy })
    const { slip } = issuedSlip()
    for (const { name, deadline } of slip.clocks) expect(deadline).toEqual(announced[name])
  })

  it('of feedback restart at 退回重办 while the others stand', () => {
    const before = slipUnderReview()
    const back = before.after(sendBack(), 林晓燕, TUESDAY_0900)
    const feedback = clockOf(back.slip, 'feedback')
    expect(feedback).toMatchObject({
      since: back.slip.rev,
      stoppedAt: null,
      deadline: { start: TUESDAY_0900 },
    })
    expect(feedback?.given).toEqual({ kind: 'workdays', n: 5 })
    for (const name of ['receipt', 'first_response'] as const) {
      expect(clockOf(back.slip, name)).toEqual(clockOf(before.slip, name))
    }
  })
})

describe('overdue', () => {
  it('begins after the limit, not at it', () => {
    const { slip } = issuedSlip()
    const limit = on('2026-11-23 14:30')
    expect(isOverdue(slip, limit)).toBe(false)
    expect(isOverdue(slip, limit + 1)).toBe(true)
  })

  it('is judged by the publication time of the answer, entered late or not', () => {
    const limit = on('2026-11-25 09:00')
    const told = signedSlip().after(reportFirstResponse(limit - MINUTE), 王立, limit + 5 * HOUR)
    const clock = clockOf(told.slip, 'first_response')
    expect(clock && overdueBy(clock, limit + DAY)).toBe(0)
    const late = signedSlip().after(reportFirstResponse(limit + HOUR), 王立, limit + 5 * HOUR)
    const lateClock = clockOf(late.slip, 'first_response')
    expect(lateClock && overdueBy(lateClock, limit + DAY)).toBe(HOUR)
  })

  it('is no word for a slip that is closed or withdrawn', () => {
    for (const ended of [closedSlip(), withdrawnSlip()]) {
      expect(runningClocks(ended.slip)).toEqual([])
      expect(isOverdue(ended.slip, on('2027-11-23 09:00'))).toBe(false)
    }
  })
})
