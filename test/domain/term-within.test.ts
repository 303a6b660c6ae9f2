import { describe, expect, it } from 'vitest'
import { termWithin } from '../../src/domain/term-within.ts'
import { on } from '../support/people.ts'

const read = (text: string) => termWithin(text, on('2026-11-23 10:00'), () => '17:30')

describe('a limit named in a 批示', () => {
  it.each([
    ['请三日内解决，结果报我。', { kind: 'days', n: 3 }],
    ['请交通、公安一周内拿出办法。', { kind: 'days', n: 7 }],
    ['5个工作日以内书面报告。', { kind: 'workdays', n: 5 }],
    ['请于11月27日前报我。', { kind: 'until', at: on('2026-11-27 17:30') }],
    ['今日内签收并说明原因。', { kind: 'until', at: on('2026-11-23 17:30') }],
    ['请于下周三前报我。', { kind: 'until', at: on('2026-12-02 17:30') }],
  ])('is read: %s', (text, term) => {
    expect(read(text)).toEqual(term)
  })

  it.each(['请依法处理，结果报我。', '三天前已有反映，请核实。', '本月27日的帖文请核实。'])(
    'is not read into what names none: %s',
    (text) => {
      expect(read(text)).toBeNull()
    },
  )
})
