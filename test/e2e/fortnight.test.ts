import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { withCleanDatabase } from '../support/database.ts'
import { live } from '../support/fortnight.ts'
import {
  expectNightsInPeace,
  expectNothingHeld,
  expectRungsOnce,
  expectRungsOnTime,
} from '../support/fortnight-rules.ts'
import { type Office, openOffice } from '../support/office.ts'
import { calmDown, expectBooksInOrder } from '../support/reckoning.ts'

/** A Monday; Mid-Autumn falls into the first week and National Day into the second. */
const BEFORE_MID_AUTUMN = Date.parse('2026-09-21T09:00:00+08:00')

describe('a fortnight with two festivals', () => {
  const database = withCleanDatabase()
  let office: Office
  beforeEach(async () => {
    office = await openOffice({ database: database(), at: BEFORE_MID_AUTUMN })
  })
  afterEach(() => office.close())

  it('reminds of each rung once, on time and by day, and owes nothing at its end', async () => {
    const fortnight = await live(office, database(), { seed: 3, days: 10, matters: 3 })
    const { climbed, spoken } = await expectRungsOnce(database(), fortnight)
    expect(climbed).toBeGreaterThan(10)
    expect(spoken).toBeGreaterThan(5)
    const { held, woken } = await expectNightsInPeace(office, database(), fortnight)
    expect(held).toBeGreaterThan(0)
    expect(woken).toBeGreaterThan(0)
    await expectRungsOnTime(database(), fortnight)
    await office.wind('2026-10-08T10:00:00+08:00')
    await calmDown(office, database())
    await expectNothingHeld(database())
    await expectBooksInOrder(office, database())
  }, 60_000)
})
