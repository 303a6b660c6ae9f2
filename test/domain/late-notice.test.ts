import { describe, expect, it } from 'vitest'
import { calendarOf } from '../../src/domain/calendar.ts'
import { derivedInstant } from '../../src/domain/clocks.ts'
import { movedLimits } from '../../src/domain/decide-rederive.ts'
import { clockOf } from '../../src/domain/slip.ts'
import { officialCalendar } from '../../src/holidays.ts'
import { closedSlip, deferredSlip, issuedSlip, signedSlip, slipUnderReview } from '../support/builders.ts'
import { on, system, 周建国, 水务集团 } from '../support/people.ts'
import { rederiveLimits } from '../support/wishes.ts'

/** Issued on Monday 23 November with five working days: due Monday 30 at 17:30. */
const TUESDAY = on('2026-11-24 10:00')

describe('a holiday notice that comes late', () => {
  it('moves the limits reckoned in working days, each from its own start, and says from when to when', () => {
    const moved = signedSlip().after(rederiveLimits(2), system, TUESDAY)
    expect(moved.slip.moves).toMatchObject([
      {
        n: 1,
        by: 'system',
        moved: [
          {
            clock: 'feedback',
            from: on('2026-11-30 17:30'),
            deadline: { at: on('2026-12-02 17:30'), start: moved.slip.issued.at },
          },
        ],
      },
    ])
    const limit = clockOf(moved.slip, 'feedback')?.deadline
    expect(limit && derivedInstant(limit.steps)).toBe(on('2026-12-02 17:30'))
    expect(limit?.steps).toContainEqual({
      kind: 'skipped',
      days: ['2026-11-25', '2026-11-26'],
      why: { festival: '临时放假' },
    })
  })

  it('leaves natural hours and what was met alone', () => {
    const before = signedSlip().slip
    const { slip } = signedSlip().after(rederiveLimits(2), system, TUESDAY)
    expect(clockOf(slip, 'first_response')).toEqual(clockOf(before, 'first_response'))
    expect(clockOf(slip, 'receipt')).toEqual(clockOf(before, 'receipt'))
  })

  it('tells the unit’s group once, in one message', () => {
    const moved = signedSlip().after(rederiveLimits(2), system, TUESDAY)
    expect(moved.posts.map(({ to, card }) => ({ to, kind: card.kind }))).toEqual([
      { to: { chat: 水务集团.chatId }, kind: 'limits_moved' },
    ])
    expect(moved.when(rederiveLimits(2), system, TUESDAY).outcome).toBe('quiet:limits_stand')
  })

  it('gives the new limit reminders of its own', () => {
    const reminded = signedSlip().sweep(on('2026-11-27 17:30'))
    expect(Object.keys(reminded.slip.rungs)).toContain('feedback.remind@1')
    const moved = reminded.after(rederiveLimits(3), system, on('2026-11-27 18:00'))
    expect(clockOf(moved.slip, 'feedback')?.deadline.at).toBe(on('2026-12-01 17:30'))
    const again = moved.sweep(on('2026-11-30 17:30'))
    expect(Object.keys(again.slip.rungs)).toContain(`feedback.remind@${moved.slip.rev}`)
  })

  it('makes nobody late: a limit never moves into the past', () => {
    const worked = calendarOf(officialCalendar(), {
      makeups: { '2026-11-28': '临时上班', '2026-11-29': '临时上班' },
    })
    const { slip } = signedSlip()
    expect(movedLimits(slip, worked, TUESDAY)).toMatchObject([{ deadline: { at: on('2026-11-28 17:30') } }])
    expect(movedLimits(slip, worked, on('2026-11-28 17:31'))).toEqual([])
  })

  it('leaves what is under review or put off until it runs again', () => {
    expect(slipUnderReview().when(rederiveLimits(), system).outcome).toBe('quiet:limits_stand')
    expect(deferredSlip().when(rederiveLimits(), system).outcome).toBe('quiet:limits_stand')
  })

  it('is nothing to a closed slip, and nobody’s to declare by hand', () => {
    expect(closedSlip().when(rederiveLimits(), system).outcome).toBe('refused:slip_closed')
    expect(issuedSlip().when(rederiveLimits(), 周建国).outcome).toBe('refused:not_found')
  })
})
