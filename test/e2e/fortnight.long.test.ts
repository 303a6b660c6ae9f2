import { afterEach, beforeEach, expect, it } from 'vitest'
import { slips } from '../../db/schema/index.ts'
import { describeOnDatabases } from '../support/database.ts'
import { live } from '../support/fortnight.ts'
import {
  expectNightsInPeace,
  expectNothingHeld,
  expectRungsOnce,
  expectRungsOnTime,
} from '../support/fortnight-rules.ts'
import { type Office, openOffice } from '../support/office.ts'
import { calmDown, expectBooksInOrder } from '../support/reckoning.ts'

const BEFORE_MID_AUTUMN = Date.parse('2026-09-21T09:00:00+08:00')

describeOnDatabases('forty slips over three festive weeks', (database) => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice({ database: database(), at: BEFORE_MID_AUTUMN })
  })
  afterEach(() => office.close())

  it.each([1])(
    'are reminded of once, on time and by day; nothing is owed at last (seed %i)',
    async (seed) => {
      // Longer than Feishu's fourteen days, so that cards nobody pressed have to be posted anew.
      const weeks = await live(office, database(), { seed, days: 17, matters: 20 })
      expect(await database().sql.$count(slips)).toBeGreaterThan(30)
      const { climbed, spoken } = await expectRungsOnce(database(), weeks)
      expect(climbed).toBeGreaterThan(60)
      expect(spoken).toBeGreaterThan(30)
      await expectRungsOnTime(database(), weeks)
      await office.wind('2026-10-10T10:00:00+08:00')
      await calmDown(office, database())
      await expectNothingHeld(database())
      await expectBooksInOrder(office, database())
      const { held, woken } = await expectNightsInPeace(office, database(), weeks)
      expect(held).toBeGreaterThan(10)
      expect(woken).toBeGreaterThan(10)
    },
  )
})
