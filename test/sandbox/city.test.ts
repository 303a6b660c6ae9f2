import { describe, expect, it } from 'vitest'
import { binjiang, people } from './binjiang.ts'
import { bodyNamed, directoryOf, peopleOf, seatsOf } from './city.ts'

describe('滨江市', () => {
  it('has everybody once, and no word that means two bodies', () => {
    const names = peopleOf(binjiang).map((person) => person.name)
    expect(new Set(names).size).toBe(names.length)
    const ids = peopleOf(binjiang).map((person) => person.openId)
    expect(new Set(ids).size).toBe(ids.length)
    const words = binjiang.bodies.flatMap((body) => [body.name, ...body.aliases])
    expect(new Set(words).size).toBe(words.length)
  })

  it('gives every unit a handler, a spokesperson and a chief, and the busiest ones two handlers', () => {
    for (const body of binjiang.bodies.filter((one) => one.unit)) {
      for (const role of ['handler', 'spokesperson', 'chief'] as const) {
        expect(
          body.members.some((person) => person.roles.includes(role)),
          `${body.name} ${role}`,
        ).toBe(true)
      }
    }
    for (const name of ['市水务集团', '市住建局']) {
      const handlers = bodyNamed(binjiang, name).members.filter((person) => person.roles.includes('handler'))
      expect(handlers).toHaveLength(2)
    }
  })

  it('is written as the directory an operator imports', () => {
    const directory = directoryOf(binjiang)
    expect(directory.offices.map((office) => office.kind)).toEqual([
      'office',
      'government_office',
      'supervision',
      'discipline',
      'leaders',
    ])
    expect(directory.units.find((unit) => unit.name === '市水务集团')).toMatchObject({
      id: 'shuiwu-jituan',
      group: 'enterprise',
      aliases: ['水务', '水务集团', '自来水公司'],
      members: [
        { name: '赵海涛', open_id: people.zhaoHaitao.openId, roles: ['handler'] },
        { name: '孙丽萍' },
        { name: '李建民', roles: ['spokesperson'] },
        { name: '王振江', roles: ['chief'] },
      ],
    })
  })

  it('lets 市监察局 stand among the offices and the units, as one body', () => {
    const { offices, units } = directoryOf(binjiang)
    const { kind: _kind, ...office } = offices.find((one) => one.name === '市监察局') ?? {}
    expect(units.find((one) => one.name === '市监察局')).toMatchObject(office)
  })

  it('seats 林晓燕 and 周建国 in 市网信办 by what they may do', () => {
    expect(seatsOf(binjiang)).toContainEqual({
      open_id: people.zhouJianguo.openId,
      name: '周建国',
      title: '工作人员、签发人',
      body: '市网信办',
    })
    expect(people.linXiaoyan.roles).toEqual(['office'])
  })
})
