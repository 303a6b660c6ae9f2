import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq, sql as raw } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { migrationsFolder } from '../../db/migrate.ts'
import { events, slips } from '../../db/schema/index.ts'
import { sqlStateOf } from '../../db/unit-of-work.ts'
import { bigramsOf } from '../../src/domain/bigrams.ts'
import { type Dossier, evolve } from '../../src/domain/dossier.ts'
import { unfiltered } from '../../src/domain/list-filter.ts'
import { DAY, HOUR } from '../../src/domain/time.ts'
import type { Scope } from '../../src/domain/visibility.ts'
import type { SlipFilter } from '../../src/ports.ts'
import {
  closedSlip,
  deferredSlip,
  draftingMatter,
  issuedSlip,
  matterAwaitingApproval,
  neglectedSlip,
  signedSlip,
  slipUnderReview,
  withdrawnSlip,
} from '../support/builders.ts'
import { describeOnDatabases } from '../support/database.ts'
import { directory, MONDAY_0900, on, 住建局, 林晓燕, 水务集团, 督查室, 网信办 } from '../support/people.ts'
import { sendBack } from '../support/wishes.ts'
import { caseOf, file, firstSlip } from './cases.ts'

const everything: SlipFilter = {
  within: [],
  outside: null,
  openOnly: false,
  grams: null,
  limit: 10,
  offset: 0,
}

describeOnDatabases('keeping dossiers', (database) => {
  it.each([
    ['a draft', draftingMatter],
    ['a draft awaiting 签发', matterAwaitingApproval],
    ['an issued slip', issuedSlip],
    ['a signed slip', signedSlip],
    ['a slip under review', slipUnderReview],
    ['a closed slip', closedSlip],
    ['a withdrawn slip', withdrawnSlip],
    ['a neglected slip', neglectedSlip],
  ])('gives back %s as it was filed', async (_name, story) => {
    const filed = caseOf(story())
    await file(database(), filed)
    expect(await database().read.dossierOfMatter(filed.dossier.matter.id)).toEqual(filed.dossier)
  })

  it('gives back the slips of a matter in the order in which they were issued', async () => {
    const filed = caseOf(issuedSlip({ draft: { support: [住建局.id] } }))
    await file(database(), filed)
    const slip = filed.dossier.slips.at(-1)
    expect(await database().read.dossierOfSlip(slip?.id ?? '')).toEqual(filed.dossier)
  })

  it('folds the log of a case to exactly the state that is kept', async () => {
    const filed = caseOf(neglectedSlip())
    await file(database(), filed)
    const log = await database().read.events(filed.dossier.matter.id)
    expect(log.reduce<Dossier | null>(evolve, null)).toEqual(
      await database().read.dossierOfMatter(filed.dossier.matter.id),
    )
  })

  it('continues the log of a case where the last transaction ended, and tells who caused what', async () => {
    const issued = caseOf(issuedSlip())
    const signed = caseOf(signedSlip())
    await file(database(), issued, 'm:om_command')
    await database().transact((tx) =>
      tx.save(signed.dossier, signed.log.slice(issued.log.length), signed.looks, 'e:press'),
    )
    const rows = await database().sql.select().from(events).orderBy(events.seq)
    expect(rows.map(({ seq }) => seq)).toEqual(signed.log.map((_, index) => index + 1))
    expect(rows.at(-1)).toMatchObject({ type: 'receipt_signed', origin: 'e:press', byOpenId: 'ou_wang' })
    expect(rows[0]).toMatchObject({ type: 'registered', origin: 'm:om_command', slipId: null })
  })

  it('refuses to change or remove what has happened', async () => {
    const filed = caseOf(issuedSlip())
    await file(database(), filed)
    const { sql } = database()
    const ours = eq(events.matterId, filed.dossier.matter.id)
    const changed = await sql.update(events).set({ origin: 'forged' }).where(ours).catch(sqlStateOf)
    const removed = await sql.delete(events).where(ours).catch(sqlStateOf)
    expect([changed, removed]).toEqual(['23001', '23001'])
    expect(await database().read.events(filed.dossier.matter.id)).toEqual(filed.log)
  })

  it('keeps nothing of a transaction that fails at its end', async () => {
    const filed = caseOf(issuedSlip())
    const failing = database().transact(async (tx) => {
      await tx.save(filed.dossier, filed.log, filed.looks, 'e:1')
      throw new Error('the power fails')
    })
    await expect(failing).rejects.toThrow('the power fails')
    expect(await database().read.dossierOfMatter(filed.dossier.matter.id)).toBeNull()
    expect(await database().read.events(filed.dossier.matter.id)).toEqual([])
  })

  it('never gives one 文号 to two slips', async () => {
    const first = caseOf(issuedSlip(), 1)
    const second = caseOf(issuedSlip(), 2)
    const [slip] = second.dossier.slips
    await file(database(), first)
    const twin = { ...second.dossier, slips: [{ ...slip!, no: firstSlip(first).no }] }
    const clash = await file(database(), { ...second, dossier: twin }).catch(sqlStateOf)
    expect(clash).toBe('23505')
  })

  it('keeps pasted text with characters that no database takes, without those characters', async () => {
    const filed = caseOf(issuedSlip({ draft: { summary: '水黄\u0000发\uD83D臭😷' } }))
    await file(database(), filed)
    const found = await database().read.dossierOfMatter(filed.dossier.matter.id)
    expect(found?.slips[0]?.brief.summary).toBe('水黄\uFFFD发\uFFFD臭😷')
  })

  it('finds a slip by its number', async () => {
    const filed = caseOf(issuedSlip(), 3)
    await file(database(), filed)
    const slip = firstSlip(filed)
    expect(await database().read.slipByNo(slip.no)).toEqual(slip)
    expect(await database().read.slipByNo({ ...slip.no, serial: 999 })).toBeNull()
  })

  it('lists slips newest first, a page at a time', async () => {
    for (const n of [1, 2, 3]) {
      await file(database(), caseOf(issuedSlip({ issuedAt: MONDAY_0900 + n * HOUR }), n))
    }
    const page = await database().read.slips({ ...everything, limit: 2 })
    const rest = await database().read.slips({ ...everything, limit: 2, offset: 2 })
    expect([...page.slips, ...rest.slips].map(({ no }) => no.serial)).toEqual([21, 11, 1])
    expect([page.total, rest.total]).toEqual([3, 3])
  })

  it('lists only what every scope allows, and nothing that the group may read anyway', async () => {
    await file(database(), caseOf(issuedSlip({ draft: { support: [住建局.id] } })))
    const unit = { all: false, offices: [], units: [水务集团.id] } as const
    const office = { all: false, offices: [网信办.id], units: [] } as const
    const nobody = { all: false, offices: [], units: [] } as const
    const count = async (filter: Partial<SlipFilter>) =>
      (await database().read.slips({ ...everything, ...filter })).total
    expect(await count({ within: [{ all: true }] })).toBe(2)
    expect(await count({ within: [office] })).toBe(2)
    expect(await count({ within: [office, unit] })).toBe(1)
    expect(await count({ within: [office], outside: unit })).toBe(1)
    expect(await count({ within: [office], outside: { all: true } })).toBe(0)
    expect(await count({ within: [office], outside: nobody })).toBe(2)
    expect(await count({ within: [nobody] })).toBe(0)
  })

  it('leaves closed and withdrawn slips out when only open ones are asked for', async () => {
    await file(database(), caseOf(signedSlip(), 1))
    await file(database(), caseOf(closedSlip(), 2))
    await file(database(), caseOf(withdrawnSlip(), 3))
    const { slips } = await database().read.slips({ ...everything, openOnly: true })
    expect(slips.map(({ no }) => no.serial)).toEqual([1])
  })

  it('lists by limit: what is longest overdue first, last what runs against none', async () => {
    await file(database(), caseOf(issuedSlip({ issuedAt: MONDAY_0900 + 3 * HOUR }), 1))
    await file(database(), caseOf(issuedSlip({ issuedAt: MONDAY_0900 - 7 * DAY }), 2))
    await file(database(), caseOf(slipUnderReview(), 3))
    await file(database(), caseOf(closedSlip(), 4))
    const { slips } = await database().read.slips({ ...everything, order: 'due', openOnly: true })
    expect(slips.map(({ no }) => no.serial)).toEqual([11, 1, 21])
  })

  it('gives rows of before their limits when the column comes', async () => {
    for (const [n, story] of [issuedSlip(), slipUnderReview(), closedSlip(), deferredSlip()].entries()) {
      await file(database(), caseOf(story, n + 1))
    }
    const { sql } = database()
    const kept = () => sql.select({ id: slips.id, dueAt: slips.dueAt }).from(slips).orderBy(slips.id)
    const today = await kept()
    const text = readFileSync(join(migrationsFolder, '0010_slips_by_limit.sql'), 'utf8')
    await sql.update(slips).set({ dueAt: null })
    await sql.execute(raw.raw(text.slice(text.indexOf('UPDATE'))))
    expect(await kept()).toEqual(today)
    expect(today.map(({ dueAt }) => dueAt !== null)).toContain(true)
  })

  it('goes on behind a slip, whatever was issued meanwhile', async () => {
    for (const n of [1, 2, 3]) await file(database(), caseOf(issuedSlip({ issuedAt: MONDAY_0900 + n }), n))
    const page = await database().read.slips({ ...everything, limit: 2 })
    await file(database(), caseOf(issuedSlip({ issuedAt: MONDAY_0900 + 4 }), 4))
    const after = page.slips.at(-1)!
    const rest = await database().read.slips({ ...everything, after })
    expect([rest.slips.map(({ no }) => no.serial), rest.total]).toEqual([[1], 4])
  })

  it.each([
    ['a unit', { units: [住建局.id] }, [2]],
    ['a state', { states: ['in_hand'] }, [31, 41]],
    ['退回重办', { states: ['rework'] }, [41]],
    ['either of two states', { states: ['awaiting_receipt', 'closed'] }, [1, 2, 11, 21]],
    ['being overdue', { late: 'now' }, [11]],
    ['ever having been late', { late: 'ever' }, [11, 41]],
    ['a month', { issued: [{ from: '2026-10-01', before: '2026-11-01' }] }, [11]],
    ['a category', { categories: ['N6'] }, [31]],
    ['a level and a state', { levels: ['major'], states: ['closed'] }, []],
  ] as const)('narrows a list to %s', async (_what, asked, found) => {
    const late = slipUnderReview({}, MONDAY_0900 + 12 * DAY).after(sendBack(), 林晓燕)
    await file(database(), caseOf(issuedSlip({ draft: { support: [住建局.id] } }), 1))
    await file(database(), caseOf(issuedSlip({ issuedAt: on('2026-10-31 23:59') }), 2))
    await file(database(), caseOf(closedSlip(), 3))
    await file(database(), caseOf(signedSlip({ draft: { category: 'N6', level: 'major' } }), 4))
    await file(database(), caseOf(late, 5))
    const filter = { ...unfiltered, ...asked, now: MONDAY_0900 + HOUR }
    const { slips, total } = await database().read.slips({ ...everything, filter })
    expect(slips.map(({ no }) => no.serial).sort((a, b) => a - b)).toEqual(found)
    expect(total).toBe(found.length)
  })

  it('does not tell the category of an 内部 slip by hit or miss, but to its office', async () => {
    await file(database(), caseOf(issuedSlip({ draft: { category: 'N7', sensitivity: 'internal' } })))
    const filter = { ...unfiltered, categories: ['N7'], now: MONDAY_0900 } as const
    const office = { all: false, offices: [网信办.id] }
    const unit = { all: false, units: [水务集团.id] }
    const count = async (...within: Scope[]) =>
      (await database().read.slips({ ...everything, within, filter })).total
    expect(
      await Promise.all([count(office), count(unit), count({ all: true }), count(office, unit)]),
    ).toEqual([1, 0, 0, 0])
  })

  it.each([
    ['a word of the title', '自来水', 1],
    ['words of the title and the summary', '翠湖苑 管道', 1],
    ['its number', '网舆交〔2026〕1号', 1],
    ['the name of the unit', '水务集团', 1],
    ['a word that is nowhere', '路灯', 0],
  ])('finds a slip by %s', async (_what, text, found) => {
    await database().directory.import(
      { hash: 'one', bodies: directory.bodies, people: [] },
      { prune: false, at: MONDAY_0900 },
    )
    await file(database(), caseOf(issuedSlip()))
    expect((await database().read.slips({ ...everything, grams: bigramsOf(text) })).total).toBe(found)
  })

  it('takes quotation marks, brackets and backslashes in what is looked for as nothing but characters', async () => {
    await file(database(), caseOf(issuedSlip()))
    for (const gram of ['"}', "'}", '\\"', '{"', ', ']) {
      expect((await database().read.slips({ ...everything, grams: ['自来', gram] })).total).toBe(0)
    }
  })

  it('shows the office its drafts and what waits for 签发, oldest first', async () => {
    await file(database(), caseOf(matterAwaitingApproval({ issuedAt: MONDAY_0900 + HOUR }), 1))
    await file(database(), caseOf(draftingMatter({ issuedAt: MONDAY_0900 }), 2))
    await file(database(), caseOf(issuedSlip(), 3))
    const waiting = await database().read.mattersWaiting(网信办.id, { all: true })
    expect(waiting.map(({ matter }) => matter.id)).toEqual(['matter-2', 'matter-1'])
    expect(await database().read.mattersWaiting(督查室.id, { all: true })).toEqual([])
  })

  it('tells the sweep which slips have an appointment by now, the longest overdue first', async () => {
    const late = caseOf(issuedSlip(), 1)
    const soon = caseOf(issuedSlip({ issuedAt: MONDAY_0900 - 2 * DAY }), 2)
    const never = caseOf(closedSlip(), 3)
    for (const one of [late, soon, never]) await file(database(), one)
    const look = late.looks.get(firstSlip(late).id) ?? 0
    const ids = [firstSlip(soon).id, firstSlip(late).id]
    expect(await database().sweeping.slipsToLookAt(look, 10)).toEqual(ids)
    expect(await database().sweeping.slipsToLookAt(look, 1)).toEqual(ids.slice(0, 1))
    expect(await database().sweeping.slipsToLookAt(look - 1, 10)).toEqual(ids.slice(0, 1))
  })

  it('makes a new appointment even when the sweep found nothing to say', async () => {
    const filed = caseOf(issuedSlip())
    await file(database(), filed)
    const slip = firstSlip(filed)
    await database().transact((tx) => tx.save(filed.dossier, [], new Map([[slip.id, null]]), 'system'))
    expect(await database().sweeping.slipsToLookAt(MONDAY_0900 + 365 * DAY, 10)).toEqual([])
    expect(await database().read.events(filed.dossier.matter.id)).toEqual(filed.log)
  })

  it('lets two who act on the same dossier act one after the other', async () => {
    const filed = caseOf(issuedSlip())
    await file(database(), filed)
    const slip = firstSlip(filed)
    const revs: number[] = []
    const bump = () =>
      database().transact(async (tx) => {
        const found = await tx.lockSlip(slip.id)
        const rev = found?.slips[0]?.rev ?? 0
        revs.push(rev)
        if (found) {
          const slips = found.slips.map((one) => ({ ...one, rev: one.rev + 1 }))
          await tx.save({ ...found, slips }, [], filed.looks, 'system')
        }
      })
    await Promise.all([bump(), bump(), bump()])
    expect(revs.sort()).toEqual([slip.rev, slip.rev + 1, slip.rev + 2])
  })
})
