import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Slots, takeUnit } from '../../db/pace-window.ts'
import { pace } from '../../db/schema/index.ts'
import { HOUR, type Instant } from '../../src/domain/time.ts'
import { describeOnDatabases } from '../support/database.ts'
import { MONDAY_0900 } from '../support/people.ts'

const now = MONDAY_0900

describe('a sliding window', () => {
  it('never lets more than the limit through in any window, whenever somebody asks', () => {
    const asked = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 200 })
    fc.assert(
      fc.property(asked, fc.integer({ min: 1, max: 5 }), (pauses, max) => {
        const taken = takenAt(pauses, { key: 'chat', per: 1_000, max })
        for (const at of taken) {
          expect(taken.filter((other) => other > at - 1_000 && other <= at).length).toBeLessThanOrEqual(max)
        }
      }),
    )
  })

  it('lets one more through at the instant that it named', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60_000 }), fc.integer({ min: 1, max: 50 }), (per, max) => {
        const budget = { key: 'app', per, max }
        let slots: Slots = []
        for (let n = 0; n < max; n++) slots = slotsAfter(takeUnit(slots, budget, now))
        const answer = takeUnit(slots, budget, now)
        const waitUntil = 'waitUntil' in answer ? answer.waitUntil : now
        expect(waitUntil).toBeGreaterThan(now)
        expect(waitUntil).toBeLessThanOrEqual(now + per + Math.ceil(per / 20))
        expect(takeUnit(slots, budget, waitUntil)).toHaveProperty('slots')
      }),
    )
  })

  it('is not blocked by what was taken before the clock was set back', () => {
    const budget = { key: 'app', per: 1_000, max: 1 }
    const ahead = slotsAfter(takeUnit([], budget, now + HOUR))
    expect(takeUnit(ahead, budget, now)).toHaveProperty('slots')
  })
})

function takenAt(pauses: readonly number[], budget: Parameters<typeof takeUnit>[1]): Instant[] {
  const taken: Instant[] = []
  let slots: Slots = []
  let at = now
  for (const pause of pauses) {
    at += pause
    const answer = takeUnit(slots, budget, at)
    if ('slots' in answer) {
      taken.push(at)
      slots = answer.slots
    }
  }
  return taken
}

function slotsAfter(answer: ReturnType<typeof takeUnit>): Slots {
  if ('waitUntil' in answer) throw new Error('the limit is reached')
  return answer.slots
}

describeOnDatabases('limits and ticks that all processes share', (database) => {
  const chat = { key: 'to/oc_shuiwu', per: 1_000, max: 3 }
  const app = { key: 'app/s', per: 1_000, max: 45 }

  it('gives three a second for one group, however many processes ask at once', async () => {
    const other = database().another()
    const ask = (n: number) => (n % 2 === 0 ? database() : other).outbox.pace([chat, app], now)
    const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => ask(n)))
    expect(answers.filter(({ waitUntil }) => waitUntil === null)).toHaveLength(3)
    for (const { waitUntil } of answers) expect(waitUntil ?? now + 1_000).toBeGreaterThan(now)
  })

  it('takes nothing from the other budgets when one is used up', async () => {
    const single = { key: 'app/min', per: 60_000, max: 4 }
    for (let n = 0; n < 3; n++) await database().outbox.pace([chat, single], now)
    const refused = await database().outbox.pace([chat, single], now)
    expect(refused.waitUntil).toBeGreaterThan(now)
    const elsewhere = { ...chat, key: 'to/oc_zhujian' }
    expect(await database().outbox.pace([elsewhere, single], now)).toEqual({ waitUntil: null })
    expect((await database().outbox.pace([elsewhere, single], now)).waitUntil).toBeGreaterThan(now + 50_000)
  })

  it('names the latest of the instants when several budgets are used up', async () => {
    const slow = { key: 'app/min', per: 60_000, max: 1 }
    await database().outbox.pace([{ ...chat, max: 1 }, slow], now)
    const { waitUntil } = await database().outbox.pace([{ ...chat, max: 1 }, slow], now)
    expect(waitUntil).toBeGreaterThanOrEqual(now + 60_000)
    expect(await database().outbox.pace([slow], waitUntil ?? 0)).toEqual({ waitUntil: null })
  })

  it('asks nothing when there is no budget', async () => {
    expect(await database().outbox.pace([], now)).toEqual({ waitUntil: null })
  })

  it('forgets the budgets of messages that nobody redraws any more', async () => {
    await database().outbox.pace([{ key: 'patch/om_old', per: 1_000, max: 4 }], now)
    await database()
      .another()
      .outbox.pace([app], now + HOUR)
    const kept = await database().sql.select({ key: pace.key }).from(pace)
    expect(kept).toEqual([{ key: app.key }])
  })

  it('gives a tick to one of several processes', async () => {
    const other = database().another()
    const won = await Promise.all([
      database().sweeping.claimTick('sweep', now, 1_000),
      other.sweeping.claimTick('sweep', now, 1_000),
      database().sweeping.claimTick('sweep', now + 999, 1_000),
    ])
    expect(won.filter(Boolean)).toHaveLength(1)
  })

  it('gives a tick again when the time between two has passed, each name by itself', async () => {
    const { sweeping } = database()
    expect(await sweeping.claimTick('sweep', now, 1_000)).toBe(true)
    expect(await sweeping.claimTick('audit', now, 1_000)).toBe(true)
    expect(await sweeping.claimTick('sweep', now + 999, 1_000)).toBe(false)
    expect(await sweeping.claimTick('sweep', now + 1_000, 1_000)).toBe(true)
  })

  it('gives no tick to a clock that is a little behind', async () => {
    const { sweeping } = database()
    await sweeping.claimTick('sweep', now, 1_000)
    expect(await sweeping.claimTick('sweep', now - 5_000, 1_000)).toBe(false)
    expect(await sweeping.claimTick('sweep', now + 1_000, 1_000)).toBe(true)
  })

  it('does not wait for a time that only a wrong clock had seen', async () => {
    const { sweeping } = database()
    await sweeping.claimTick('sweep', now + 30 * 24 * HOUR, 1_000)
    expect(await sweeping.claimTick('sweep', now, 1_000)).toBe(true)
    expect(await sweeping.claimTick('sweep', now + 500, 1_000)).toBe(false)
  })
})
