import { describe, expect, it } from 'vitest'
import type { DomainEvent } from '../../src/domain/event.ts'
import type { ClockName } from '../../src/domain/policy.ts'
import { clockOf, type Slip } from '../../src/domain/slip.ts'
import { always, dossiersOf, live, slipsOf } from '../support/random-life.ts'

/** What may give each clock its limit. */
const restartedBy: Readonly<Record<ClockName, readonly DomainEvent['type'][]>> = {
  receipt: ['slip_issued', 'amended', 'slip_formalised', 'limits_moved'],
  first_report: ['slip_issued'],
  first_response: ['slip_issued'],
  authoritative_info: ['slip_issued'],
  press_conference: ['slip_issued'],
  rolling_report: ['slip_issued', 'progress_reported', 'sent_back'],
  feedback: [
    'slip_issued',
    'sent_back',
    'extension_granted',
    'revived',
    'amended',
    'slip_formalised',
    'limits_moved',
  ],
}

/** What was told by telephone counts from the call, and so does the limit that its paper adds. */
function startedByCall(fact: DomainEvent | undefined, name: ClockName, { phone, hops }: Slip): boolean {
  if (phone === null || hops > 0) return false
  return fact?.type === 'slip_issued' || (fact?.type === 'slip_formalised' && name === 'feedback')
}

const moving: readonly DomainEvent['type'][] = restartedBy.feedback

describe('whatever random people ask and rule', () => {
  it('a clock starts at issue, or anew at a fact that gives a new limit', () => {
    always((steps) => {
      for (const { slip, log } of slipsOf(live(steps))) {
        for (const clock of slip.clocks) {
          const fact = log[clock.since - 1]
          expect(clock.deadline.at).toBeGreaterThan(clock.deadline.start)
          expect(restartedBy[clock.name], clock.name).toContain(fact?.type)
          // What was promised runs from the promised day; what was extended, from where it began.
          if (fact?.type === 'revived') {
            expect(clock.deadline.start).toBe(
              slip.deferrals.find(({ revivedAt }) => revivedAt === fact.at)?.asked.recheckAt,
            )
          } else if (startedByCall(fact, clock.name, slip)) {
            expect(clock.deadline.start).toBe(slip.phone?.call.at)
          } else if (fact?.type !== 'extension_granted' && fact?.type !== 'limits_moved')
            expect(clock.deadline.start).toBe(fact?.at)
        }
      }
    })
  })

  it('an extension never shortens, and nothing but a ruling of the office or a holiday notice moves a limit', () => {
    always((steps) => {
      live(steps, ({ before, after, decision }) => {
        if (decision.kind !== 'done') return
        for (const { slip } of slipsOf(before)) {
          const now = slipsOf(after).find((one) => one.slip.id === slip.id)?.slip
          const [old, next] = [clockOf(slip, 'feedback'), now && clockOf(now, 'feedback')]
          const moved = decision.events.find(({ id, type }) => id === slip.id && moving.includes(type))
          if (!moved) expect(next?.deadline).toEqual(old?.deadline)
          if (moved?.type === 'extension_granted') {
            expect(next?.deadline.at).toBeGreaterThan(old?.deadline.at ?? 0)
            expect(next?.stoppedAt).toBe(old?.stoppedAt)
          }
        }
      })
    })
  })

  it('改派 passes the matter on and on, at most as often as the policy allows', () => {
    always((steps) => {
      for (const { slips } of dossiersOf(live(steps))) {
        for (const slip of slips) {
          expect(slip.status === 'voided').toBe(slip.voided !== null)
          const heir = slips.find(({ id }) => id === slip.voided?.replacedBy)
          if (slip.voided) {
            expect(heir).toMatchObject({
              hops: slip.hops + 1,
              duty: slip.duty,
              issued: { at: slip.voided.at },
            })
            expect(heir?.unitId).not.toBe(slip.unitId)
          }
          expect(slip.hops).toBeLessThanOrEqual(slip.policy.contest.hops)
          expect(slip.contests.length).toBeLessThanOrEqual(1)
        }
      }
    })
  })
})
