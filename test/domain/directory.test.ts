import { describe, expect, it } from 'vitest'
import { directoryOf, type Person, readUnits, rolesAnywhere, rolesIn } from '../../src/domain/directory.ts'
import { maySee, scopeOfGroup, scopeOfPerson, seesNothing } from '../../src/domain/visibility.ts'
import { issuedSlip } from '../support/builders.ts'
import {
  directory,
  住建局,
  刘国强,
  吴敏,
  周建国,
  孙倩,
  市领导,
  林晓燕,
  水务集团,
  王立,
  监察局,
  督查室,
  网信办,
  赵明,
  路人,
  陈燕,
  高远,
} from '../support/people.ts'

const named = (text: string) => {
  const read = readUnits(text, directory)
  return read.ok ? read.units.map(({ name }) => name) : read
}

describe('units as a clerk types them', () => {
  it.each([
    ['市水务集团', ['市水务集团']],
    ['水务集团', ['市水务集团']],
    ['自来水公司', ['市水务集团']],
    ['住建局', ['市住建局']],
    ['市住房和城乡建设局', ['市住建局']],
    ['市水务集团、市住建局', ['市水务集团', '市住建局']],
    ['住建，水务', ['市住建局', '市水务集团']],
    ['住建,水务;住建局', ['市住建局', '市水务集团']],
    [' 水务　住建 ', ['市水务集团', '市住建局']],
    ['', []],
    ['、', []],
  ])('%j', (typed, expected) => {
    expect(named(typed)).toEqual(expected)
  })

  it('of whom one is unknown are refused with names that resemble it', () => {
    expect(named('市住建局、水物集团')).toEqual({ ok: false, unknown: '水物集团', near: ['市水务集团'] })
  })

  it('with nothing alike get no suggestion', () => {
    expect(named('教育')).toEqual({ ok: false, unknown: '教育', near: [] })
    expect(named('市局')).toEqual({ ok: false, unknown: '市局', near: [] })
  })

  it('do not include offices that answer no slips', () => {
    expect(named('市网信办')).toMatchObject({ ok: false, unknown: '市网信办' })
    expect(named('督查室')).toMatchObject({ ok: false, unknown: '督查室' })
  })

  it('get at most three suggestions, the nearest first', () => {
    const bodies = ['市水务局', '市水务集团', '市水利局', '市水文站'].map((name, i) => ({
      ...水务集团,
      id: `u${i}`,
      chatId: `oc_${i}`,
      name,
      aliases: [],
    }))
    const read = readUnits('水务集体', directoryOf(bodies, []))
    expect(read).toEqual({ ok: false, unknown: '水务集体', near: ['市水务集团', '市水务局', '市水利局'] })
  })
})

describe('the directory', () => {
  it('knows a person by any of the ids Feishu may send', () => {
    const known: Person = { ...王立, unionId: 'on_wang', userId: 'wangli' }
    const small = directoryOf([水务集团], [known])
    expect(small.person({ openId: 'ou_wang' })).toBe(known)
    expect(small.person({ unionId: 'on_wang' })).toBe(known)
    expect(small.person({ userId: 'wangli' })).toBe(known)
    expect(small.person({ openId: 'ou_of_another_app', unionId: 'on_wang' })).toBe(known)
    expect(small.person({})).toBeUndefined()
    expect(small.person({ openId: '' })).toBeUndefined()
  })

  it('knows a body by its group', () => {
    expect(directory.bodyOfChat('oc_shuiwu')).toBe(水务集团)
    expect(directory.bodyOfChat('oc_elsewhere')).toBeUndefined()
  })

  it('finds offices by their duty', () => {
    expect(directory.bodiesOfKind('supervision')).toEqual([督查室])
    expect(directory.bodiesOfKind('discipline')).toEqual([监察局])
  })

  it('lists who holds a role in a body, in directory order', () => {
    expect(directory.holders(水务集团.id, 'handler')).toEqual([王立, 陈燕])
    expect(directory.holders(水务集团.id, 'chief', 'spokesperson')).toEqual([刘国强, 赵明])
    expect(directory.holders(住建局.id, 'spokesperson')).toEqual([])
  })

  it('keeps the posts of one person apart: a handler there is no handler here', () => {
    const both: Person = {
      ...王立,
      posts: [
        { bodyId: 水务集团.id, roles: ['handler'] },
        { bodyId: 住建局.id, roles: ['chief'] },
      ],
    }
    expect(rolesIn(both, 水务集团.id)).toEqual(['handler'])
    expect(rolesIn(both, 住建局.id)).toEqual(['chief'])
    expect([...rolesAnywhere(both)]).toEqual(['handler', 'chief'])
  })
})

describe('who may see a slip of 市水务集团', () => {
  const { slip } = issuedSlip()
  it.each([
    ['王立', 王立, true],
    ['刘国强', 刘国强, true],
    ['赵明', 赵明, true],
    ['林晓燕', 林晓燕, true],
    ['周建国', 周建国, true],
    ['吴敏', 吴敏, true],
    ['高远', 高远, true],
    ['孙倩 of 市住建局', 孙倩, false],
    ['路人', 路人, false],
  ])('%s: %3$s', (_, person, allowed) => {
    expect(maySee(scopeOfPerson(person, directory), slip)).toBe(allowed)
  })

  it.each([
    [水务集团, true],
    [网信办, true],
    [督查室, true],
    [市领导, true],
    [住建局, false],
  ])('the group of $name', (body, allowed) => {
    expect(maySee(scopeOfGroup(body), slip)).toBe(allowed)
  })

  it('not the office of a county, nor its staff: an office sees what it issued', () => {
    const county: typeof 网信办 = { ...网信办, id: 'yunxi-wangxinban', chatId: 'oc_yunxi' }
    const clerk: Person = { ...林晓燕, openId: 'ou_clerk', posts: [{ bodyId: county.id, roles: ['office'] }] }
    const wider = directoryOf([...directory.bodies, county], [...directory.people, clerk])
    expect(maySee(scopeOfGroup(county), slip)).toBe(false)
    expect(maySee(scopeOfPerson(clerk, wider), slip)).toBe(false)
    expect(maySee(scopeOfPerson(clerk, wider), { ...slip, officeId: county.id })).toBe(true)
  })

  it('nobody in a group that belongs to no body', () => {
    expect(seesNothing(scopeOfGroup(undefined))).toBe(true)
    expect(seesNothing(scopeOfPerson(undefined, directory))).toBe(true)
    expect(seesNothing(scopeOfPerson(路人, directory))).toBe(true)
    expect(seesNothing(scopeOfPerson(王立, directory))).toBe(false)
  })
})
