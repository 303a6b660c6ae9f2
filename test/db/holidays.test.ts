import { expect, it } from 'vitest'
import type { Arrangement } from '../../src/domain/arrangements.ts'
import { HOUR } from '../../src/domain/time.ts'
import { issuedSlip, withdrawnSlip } from '../support/builders.ts'
import { describeOnDatabases } from '../support/database.ts'
import { MONDAY_0900, directory as practice, 周建国, 网信办 } from '../support/people.ts'
import { caseOf, file, firstSlip } from './cases.ts'

const newYear: Arrangement = { year: 2027, holidays: { '2027-01-01': '元旦' }, makeups: {} }
const spring: Arrangement = {
  year: 2027,
  holidays: { '2027-02-08': '春节' },
  makeups: { '2027-02-20': '春节' },
}

describeOnDatabases('holiday notices', (database) => {
  const enter = (arrangement: Arrangement, at = MONDAY_0900) =>
    database().transact((tx) => tx.enterNotice(网信办.id, arrangement, 周建国.openId, at))
  const entered = (since = MONDAY_0900) => database().read.enteredNotice(网信办.id, since)
  const adopt = async (id: string) =>
    database().transact((tx) => tx.adoptNotice(id, 周建国.openId, MONDAY_0900 + HOUR))
  const inForce = () => database().read.arrangements()

  it('count for nothing until they are taken into force, and then in that order', async () => {
    await enter(newYear)
    expect(await inForce()).toEqual([])
    expect(await adopt((await entered())?.id ?? '')).toBe(true)
    await enter(spring)
    expect(await inForce()).toEqual([newYear])
    expect(await adopt((await entered())?.id ?? '')).toBe(true)
    expect(await inForce()).toEqual([newYear, spring])
    expect(await entered()).toBeNull()
  })

  it('are taken into force once', async () => {
    await enter(newYear)
    const id = (await entered())?.id ?? ''
    expect([await adopt(id), await adopt(id)]).toEqual([true, false])
    expect(await inForce()).toEqual([newYear])
  })

  it('wait a day at most: the one entered last, by this office', async () => {
    await enter(newYear)
    await enter(spring, MONDAY_0900 + HOUR)
    expect((await entered())?.arrangement).toEqual(spring)
    expect(await entered(MONDAY_0900 + 2 * HOUR)).toBeNull()
    expect(await database().read.enteredNotice('another', MONDAY_0900)).toBeNull()
  })

  it('give the same calendar while nothing was added', async () => {
    await enter(newYear)
    await adopt((await entered())?.id ?? '')
    expect(await inForce()).toBe(await inForce())
  })

  it('are unsettled until every open slip was reckoned anew', async () => {
    expect(await database().sweeping.unsettledNotice()).toBeNull()
    await enter(newYear)
    const id = (await entered())?.id ?? ''
    expect(await database().sweeping.unsettledNotice()).toBeNull()
    await adopt(id)
    expect(await database().sweeping.unsettledNotice()).toBe(id)
    await database().sweeping.settleNotice(id, MONDAY_0900 + HOUR)
    expect(await database().sweeping.unsettledNotice()).toBeNull()
  })

  it('concern the slips that have not come to an end, page by page', async () => {
    await database().directory.import({ hash: 'one', ...practice }, { prune: false, at: MONDAY_0900 })
    const [first, ended, third] = [caseOf(issuedSlip()), caseOf(withdrawnSlip(), 2), caseOf(issuedSlip(), 3)]
    for (const one of [first, ended, third]) await file(database(), one)
    const page = await database().sweeping.openSlips('', 1)
    expect(page).toEqual([firstSlip(first).id])
    expect(await database().sweeping.openSlips(page[0] ?? '', 10)).toEqual([firstSlip(third).id])
  })
})
