import { describe, expect, it } from 'vitest'
import { helpOf } from '../../cards/help.ts'
import { roleWords } from '../../cards/wording.ts'
import { directoryOf, type Person, type Role } from '../../src/domain/directory.ts'
import { helpSeats, seatsOf } from '../../src/domain/help-seat.ts'
import { directory, 刘国强, 周建国, 水务集团, 王立, 网信办, 路人, 高远 } from '../support/people.ts'
import { contentOf, nodesOf } from './drawings.ts'

/** How many signs stand in one line of a phone, and how many lines on its screen. */
const WIDTH = 22
const SCREEN = 30

const help = { say: 'help', unknown: null, forBody: true } as const

describe('使用说明', () => {
  it('fits one screen of a phone for everybody, also in two seats', () => {
    const all = helpSeats.flatMap((one) => helpSeats.map((other) => [...new Set([one, other])]))
    for (const seats of all) {
      const shown = helpOf({ ...help, seats }).filter(({ tag }) => tag !== 'collapsible_panel')
      const lines = nodesOf(shown).flatMap((node) => contentOf(node).split('\n'))
      const wrapped = lines.reduce((sum, line) => sum + Math.ceil([...line].length / WIDTH), 0)
      expect(wrapped, seats.join()).toBeLessThanOrEqual(SCREEN)
    }
  })

  it('goes by what somebody is in this group, and in private by all they are', () => {
    const both: Person = { ...王立, posts: [...王立.posts, { bodyId: 网信办.id, roles: ['office'] }] }
    const known = directoryOf(directory.bodies, [both])
    expect(seatsOf(both, known, 水务集团.id)).toEqual(['handler'])
    expect(seatsOf(both, known, null)).toEqual(['office', 'handler'])
    expect(seatsOf(高远, directory, 水务集团.id)).toEqual([])
    expect([周建国, 刘国强, 高远, 路人].map((one) => seatsOf(one, directory, null))).toEqual([
      ['approver'],
      ['head'],
      ['leader'],
      [],
    ])
  })

  it('takes no word for a duty that is none in that body', () => {
    const roles = Object.keys(roleWords).filter(
      (role) => !['handler', 'spokesperson', 'chief'].includes(role),
    )
    const boaster: Person = { ...王立, posts: [{ bodyId: 水务集团.id, roles: roles as Role[] }] }
    expect(seatsOf(boaster, directory, null)).toEqual([])
  })
})
