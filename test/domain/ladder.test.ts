import { describe, expect, it } from 'vitest'
import { dueRungs, gravest, latestRung, nextLookAt } from '../../src/domain/ladder.ts'
import type { Slip } from '../../src/domain/slip.ts'
import { DAY, dayOf, type Instant, MINUTE, timeOfDay } from '../../src/domain/time.ts'
import {
  closedSlip,
  issuedSlip,
  neglectedSlip,
  type Story,
  signedSlip,
  slipUnderReview,
  withdrawnSlip,
} from '../support/builders.ts'
import { calendar, on, 林晓燕, 王立 } from '../support/people.ts'
import { reportFirstResponse, sendBack, signReceipt, submitFinal } from '../support/wishes.ts'

const show = (at: Instant) => `${dayOf(at)} ${timeOfDay(at)}`
const plan = (slip: Slip) =>
  dueRungs(slip, calendar, on('2027-11-23 09:00')).map(({ key, due }) => `${show(due)} ${key}`)
const keys = (slip: Slip, now: Instant) => dueRungs(slip, calendar, now).map(({ key }) => key)

/** Sweeps at every appointment until there is none before `end`; tells when something happened. */
function sweptUntil(story: Story, end: Instant): Story {
  const look = nextLookAt(story.slip, calendar)
  if (look === null || look > end) return story
  return sweptUntil(story.sweep(look), end)
}

/** What waits for a reader is sent again from the moment it was told, however late that was. */
const isOfClock = (key: string) => !/^(notice|proposal)\./.test(key)

describe('the ladder of an ordinary slip issued on Monday at nine', () => {
  it('when the unit never stirs', () => {
    expect(plan(issuedSlip().slip)).toEqual([
      '2026-11-23 14:30 receipt.urge.1@1',
      '2026-11-24 14:30 receipt.urge.2@1',
      '2026-11-24 23:24 first_response.remind@1',
      '2026-11-25 09:00 first_response.urge.1@1',
      '2026-11-26 09:00 first_response.urge.2@1',
      '2026-11-26 14:30 receipt.escalate@1',
      '2026-11-27 17:30 feedback.remind@1',
      '2026-11-30 09:00 first_response.escalate@1',
      '2026-11-30 17:30 feedback.urge.1@1',
      '2026-12-01 17:30 feedback.urge.2@1',
      '2026-12-03 17:30 feedback.escalate@1',
    ])
  })

  it('when the unit signs and answers in time', () => {
    const answered = signedSlip().after(reportFirstResponse(), 王立)
    expect(plan(answered.slip)).toEqual([
      '2026-11-27 17:30 feedback.remind@1',
      '2026-11-30 17:30 feedback.urge.1@1',
      '2026-12-01 17:30 feedback.urge.2@1',
      '2026-12-03 17:30 feedback.escalate@1',
    ])
  })

  it('is silent while the office reviews, and after the end', () => {
    for (const story of [slipUnderReview(), closedSlip(), withdrawnSlip()]) {
      expect(plan(story.slip)).toEqual([])
      expect(nextLookAt(story.slip, calendar)).toBeNull()
    }
  })

  it('passes over 国庆 for the rungs counted in working days', () => {
    const beforeTheFestival = issuedSlip({ issuedAt: on('2026-09-24 09:00') })
    expect(plan(beforeTheFestival.slip).filter((line) => line.includes('feedback'))).toEqual([
      '2026-10-08 17:30 feedback.remind@1',
      '2026-10-09 17:30 feedback.urge.1@1',
      '2026-10-10 17:30 feedback.urge.2@1',
      '2026-10-13 17:30 feedback.escalate@1',
    ])
  })
})

describe('a rung', () => {
  it('is due at its minute and not before', () => {
    const { slip } = issuedSlip()
    const limit = on('2026-11-23 14:30')
    expect(keys(slip, limit - 1)).toEqual([])
    expect(keys(slip, limit)).toEqual(['receipt.urge.1@1'])
  })

  it('reminds 市水务集团 once, however often the sweep runs', () => {
    const end = on('2026-12-31 09:00')
    const swept = sweptUntil(issuedSlip(), end)
    const climbed = swept.log.flatMap((fact) => (fact.type === 'rungs_climbed' ? fact.rungs : []))
    const ofClocks = climbed.map(({ key }) => key).filter(isOfClock)
    expect(ofClocks).toEqual(plan(issuedSlip().slip).map((line) => line.slice(17)))
    expect(new Set(climbed.map(({ key }) => key)).size).toBe(climbed.length)
    expect(nextLookAt(swept.slip, calendar)).toBeNull()
    expect(swept.sweep(end).outcome).toBe('quiet:rungs_already_climbed')
  })

  it('is not climbed any more once its duty is met', () => {
    const signed = issuedSlip().after(signReceipt(), 王立, on('2026-11-23 14:29'))
    expect(keys(signed.slip, on('2026-11-23 14:30'))).toEqual([])
  })

  it('of a restarted clock is a rung of its own', () => {
    const overdue = issuedSlip()
      .sweep(on('2026-12-04 09:00'))
      .after(signReceipt(), 王立)
      .after(submitFinal(), 王立)
      .after(sendBack(), 林晓燕, on('2026-12-07 10:00'))
    const since = overdue.slip.clocks.find(({ name }) => name === 'feedback')?.since
    expect(plan(overdue.slip)).toEqual([
      `2026-12-08 17:30 feedback.remind@${since}`,
      `2026-12-09 17:30 feedback.urge.1@${since}`,
      `2026-12-10 17:30 feedback.urge.2@${since}`,
      `2026-12-14 17:30 feedback.escalate@${since}`,
    ])
  })

  it('never reminds of a limit before the slip existed', () => {
    const oneDay = { term: { kind: 'workdays', n: 1 } } as const
    const evening = issuedSlip({ draft: oneDay, issuedAt: on('2026-11-23 18:00') })
    expect(plan(evening.slip).filter((line) => line.includes('feedback'))).toEqual([
      '2026-11-24 17:30 feedback.urge.1@1',
      '2026-11-25 17:30 feedback.urge.2@1',
      '2026-11-27 17:30 feedback.escalate@1',
    ])
    const morning = issuedSlip({ draft: oneDay, issuedAt: on('2026-11-23 09:00') })
    expect(plan(morning.slip)).toContain('2026-11-23 17:30 feedback.remind@1')
  })

  it('is always due after the start of its clock, whatever the limit', () => {
    for (const level of ['extraordinary', 'major', 'serious', 'ordinary'] as const) {
      for (const issuedAt of [on('2026-11-23 09:00'), on('2026-09-30 23:59'), on('2026-02-14 03:00')]) {
        const { slip } = issuedSlip({ draft: { level }, issuedAt })
        const early = dueRungs(slip, calendar, issuedAt)
        expect(early, `${level} ${show(issuedAt)}`).toEqual([])
      }
    }
  })
})

describe('a missed night', () => {
  it('is caught up by the next look: all that is due, in the order it was due', () => {
    const back = issuedSlip().sweep(on('2026-11-25 09:00'))
    const rungs = back.facts.flatMap((fact) => (fact.type === 'rungs_climbed' ? fact.rungs : []))
    expect(rungs.map(({ key }) => key)).toEqual([
      'receipt.urge.1@1',
      'receipt.urge.2@1',
      'first_response.remind@1',
      'first_response.urge.1@1',
    ])
    expect(rungs.map(({ due }) => due)).toEqual([...rungs.map(({ due }) => due)].sort((a, b) => a - b))
  })

  it('comes to the same rungs as a sweep that was never interrupted', () => {
    const end = on('2026-12-31 09:00')
    const watched = sweptUntil(issuedSlip(), end)
    const slept = issuedSlip().sweep(end)
    expect(Object.keys(slept.slip.rungs)).toEqual(Object.keys(watched.slip.rungs).filter(isOfClock))
  })

  it('is said once, by the gravest rung', () => {
    const { slip } = issuedSlip()
    const at = (now: string) => gravest(slip, dueRungs(slip, calendar, on(now)))?.act
    expect(at('2026-11-23 14:29')).toBeUndefined()
    expect(at('2026-11-25 08:00')).toBe('urge')
    expect(at('2026-11-26 15:00')).toBe('escalate')
    expect(
      gravest(signedSlip().slip, dueRungs(signedSlip().slip, calendar, on('2026-11-25 08:00')))?.act,
    ).toBe('remind')
  })
})

describe('of rungs climbed together', () => {
  const dueAt = (now: string) => dueRungs(issuedSlip().slip, calendar, on(now))

  it('the gravest speaks, of equally grave ones the later', () => {
    const said = (now: string) => gravest(issuedSlip().slip, dueAt(now))?.id
    expect(said('2026-11-24 15:00')).toBe('receipt.urge.2')
    expect(said('2026-11-25 09:00')).toBe('first_response.urge.1')
    expect(said('2026-11-26 15:00')).toBe('receipt.escalate')
    expect(said('2026-11-30 09:00')).toBe('first_response.escalate')
    expect(said('2026-12-01 18:00')).toBe('first_response.escalate')
  })
})

describe('the rung climbed last', () => {
  it('is none before the first', () => {
    expect(latestRung(issuedSlip().slip)).toBeNull()
  })

  it('is the one climbed at the later instant, whatever its weight', () => {
    const urged = issuedSlip().sweep(on('2026-11-24 15:00'))
    expect(latestRung(urged.slip)).toBe('receipt.urge.2@1')
    expect(latestRung(urged.sweep(on('2026-11-24 23:24')).slip)).toBe('first_response.remind@1')
  })

  it('is of those climbed in one minute the later on the ladder', () => {
    expect(latestRung(neglectedSlip().slip)).toBe('feedback.escalate@1')
    const asStored = JSON.parse(JSON.stringify(neglectedSlip().slip))
    const mixed = Object.fromEntries(Object.entries(neglectedSlip().slip.rungs).reverse())
    expect(latestRung({ ...asStored, rungs: mixed })).toBe('feedback.escalate@1')
  })

  it('is that of the restarted clock once it was urged anew', () => {
    const back = issuedSlip()
      .sweep(on('2026-12-04 09:00'))
      .after(signReceipt(), 王立)
      .after(submitFinal(), 王立)
      .after(sendBack(), 林晓燕, on('2026-12-07 10:00'))
    expect(latestRung(back.slip)).toBe(null)
    const since = back.slip.clocks.find(({ name }) => name === 'feedback')?.since
    expect(latestRung(back.sweep(on('2026-12-08 17:30')).slip)).toBe(`feedback.remind@${since}`)
  })
})

describe('the next look', () => {
  it('is the first rung not yet climbed', () => {
    const { slip } = issuedSlip()
    expect(nextLookAt(slip, calendar)).toBe(on('2026-11-23 14:30'))
    expect(nextLookAt(issuedSlip().sweep(on('2026-11-23 14:30')).slip, calendar)).toBe(on('2026-11-24 14:30'))
  })

  it('may lie in the past, when the sweep was away', () => {
    const longAgo = issuedSlip({ issuedAt: on('2026-11-23 09:00') })
    expect(nextLookAt(longAgo.slip, calendar)).toBeLessThan(on('2026-11-23 09:00') + DAY)
  })

  it('is never at or before the present after a sweep', () => {
    for (let now = on('2026-11-23 09:00'); now < on('2026-12-05 09:00'); now += 97 * MINUTE) {
      const swept = issuedSlip().sweep(now)
      expect(nextLookAt(swept.slip, calendar) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(now)
    }
  })

  it('is null when the whole ladder was climbed', () => {
    const climbed = sweptUntil(neglectedSlip(), on('2026-12-31 09:00'))
    expect(nextLookAt(climbed.slip, calendar)).toBeNull()
  })
})

describe('the policy copied at issue', () => {
  it('keeps an old slip on its old ladder', () => {
    const onlyOnce = issuedSlip({
      policy: {
        ladder: [{ id: 'receipt.urge.1', clock: 'receipt', offset: { minutes: 30 }, act: 'urge' }],
      },
    })
    expect(plan(onlyOnce.slip)).toEqual(['2026-11-23 15:00 receipt.urge.1@1'])
  })
})
