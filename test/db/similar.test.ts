import { sql as raw } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { defaultPolicy } from '../../src/domain/policy.ts'
import { similarQuery } from '../../src/domain/similar.ts'
import { DAY } from '../../src/domain/time.ts'
import { draftingMatter, freshOffice, issuedSlip } from '../support/builders.ts'
import { describeOnDatabases } from '../support/database.ts'
import { MONDAY_0900, 林晓燕, 网信办 } from '../support/people.ts'
import { declineMatter, register } from '../support/wishes.ts'
import { caseOf, file } from './cases.ts'

const water = {
  title: '翠湖苑自来水发黄',
  summary: '早晚放水都是黄的，老人孩子都在用。',
  link: 'https://bbs.example.cn/t/3301',
}

function asked(told: Partial<typeof water> & { link?: string | null }, now = MONDAY_0900 + DAY) {
  const about = { id: 'matter-new', officeId: 网信办.id }
  return similarQuery(about, { title: null, summary: null, link: null, ...told }, defaultPolicy.similar, now)
}

const registered = (seed: object) => freshOffice().after(register({ seed }), 林晓燕)

describeOnDatabases('matters that may be the same', (database) => {
  it('finds the same post under another spelling of its address, however old', async () => {
    await file(database(), caseOf(registered(water)))
    const found = await database().read.similarMatters(
      asked({ link: 'http://BBS.example.cn/t/3301/?utm_source=wx#7' }, MONDAY_0900 + 300 * DAY),
    )
    expect(found).toEqual([
      {
        matterId: 'matter-1',
        ref: 'YQ20261123-001',
        title: water.title,
        status: 'drafting',
        registeredAt: expect.any(Number),
        by: 'link',
      },
    ])
  })

  it('finds the same thing told in other words, within the window and not beyond', async () => {
    await file(database(), caseOf(registered(water)))
    const told = { title: '云溪区翠湖苑的自来水又发黄', summary: '早晚放出来都是黄的，孩子老人都在用' }
    expect(await database().read.similarMatters(asked(told))).toMatchObject([{ by: 'text' }])
    expect(await database().read.similarMatters(asked(told, MONDAY_0900 + 40 * DAY))).toEqual([])
  })

  it('does not mistake another matter for it, nor two words for a likeness', async () => {
    await file(database(), caseOf(registered(water)))
    expect(
      await database().read.similarMatters(asked({ title: '石桥路口路灯不亮', summary: '晚上走路看不见' })),
    ).toEqual([])
    expect(await database().read.similarMatters(asked({ title: '自来水' }))).toEqual([])
  })

  it('offers the likeliest first, each once, and no more than the policy says', async () => {
    for (let n = 1; n <= 5; n++) {
      const seed = n === 4 ? water : { ...water, link: null, title: `翠湖苑自来水发黄${'又'.repeat(n)}` }
      await file(database(), caseOf(registered(seed), n))
    }
    const found = await database().read.similarMatters(asked(water))
    expect(found).toHaveLength(3)
    expect(found[0]).toMatchObject({ matterId: 'matter-4', by: 'link' })
    expect(new Set(found.map(({ matterId }) => matterId)).size).toBe(3)
  })

  it('offers neither itself nor what was 不予受理, nor another office’s', async () => {
    await file(database(), caseOf(registered(water).after(declineMatter(), 林晓燕)))
    await file(database(), caseOf(issuedSlip({ draft: water }), 2))
    const query = asked(water)
    expect((await database().read.similarMatters(query)).map(({ matterId }) => matterId)).toEqual([
      'matter-2',
    ])
    expect(await database().read.similarMatters({ ...query, exceptId: 'matter-2' })).toEqual([])
    expect(await database().read.similarMatters({ ...query, officeId: 'elsewhere' })).toEqual([])
  })

  it('knows a matter by its 舆情编号 among these offices only', async () => {
    await file(database(), caseOf(draftingMatter()))
    expect(await database().read.matterByRef('YQ20261123-001', [网信办.id])).toBe('matter-1')
    expect(await database().read.matterByRef('YQ20261123-001', ['elsewhere'])).toBeNull()
    expect(await database().read.matterByRef('YQ20261123-002', [网信办.id])).toBeNull()
  })

  it('looks the link up in its index', async () => {
    const plan = await database().sql.transaction(async (tx) => {
      await tx.execute(raw`set local enable_seqscan = off`)
      return tx.execute(raw`explain select id from matters where office_id = 'a' and link_key = 'b'`)
    })
    expect(JSON.stringify(plan)).toContain('matters_of_link')
  })
})
