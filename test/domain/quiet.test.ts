import { describe, expect, it } from 'vitest'
import { defaultPolicy } from '../../src/domain/policy.ts'
import { endOfHold } from '../../src/domain/quiet.ts'
import { dayOf, timeOfDay } from '../../src/domain/time.ts'
import { calendar, on } from '../support/people.ts'

const held = (at: string) => {
  const until = endOfHold(on(at), defaultPolicy.quiet, calendar)
  return until === on(at) ? 'at once' : `${dayOf(until)} ${timeOfDay(until)}`
}

describe('what the bot says by itself', () => {
  it.each([
    ['2026-11-23 07:59', '2026-11-23 08:00', 'early on Monday'],
    ['2026-11-23 08:00', 'at once', 'from eight'],
    ['2026-11-23 12:30', 'at once', 'at lunch'],
    ['2026-11-23 19:59', 'at once', 'until eight in the evening'],
    ['2026-11-23 20:00', '2026-11-24 08:00', 'from eight in the evening'],
    ['2026-11-24 00:00', '2026-11-24 08:00', 'at midnight'],
    ['2026-11-27 20:00', '2026-11-30 08:00', 'on Friday night'],
    ['2026-11-28 10:00', '2026-11-30 08:00', 'on Saturday'],
    ['2026-11-29 23:00', '2026-11-30 08:00', 'on Sunday night'],
    ['2026-09-30 20:30', '2026-10-08 08:00', 'before 国庆'],
    ['2026-10-10 09:00', 'at once', 'on a Saturday worked in exchange'],
    ['2026-10-09 22:00', '2026-10-10 08:00', 'the night before it'],
    ['2026-02-15 12:00', '2026-02-24 08:00', 'in 春节'],
  ])('at %s goes out: %s (%s)', (at, expected) => {
    expect(held(at)).toBe(expected)
  })
})
