import { describe, expect, it } from 'vitest'
import { type DocNo, formatMatterRef, formatNo, readNo } from '../../src/domain/numbering.ts'

const twelve: DocNo = { word: '网舆交', year: 2026, serial: 12 }

describe('文号', () => {
  it('is written with the full year, six-cornered brackets and no leading zeros', () => {
    expect(formatNo(twelve)).toBe('网舆交〔2026〕12号')
    expect(formatNo({ word: '政督字', year: 2026, serial: 7 })).toBe('政督字〔2026〕7号')
  })

  it.each([
    '网舆交〔2026〕12号',
    '网舆交〔2026〕12',
    '网舆交[2026]12号',
    '网舆交(2026)12号',
    '网舆交（2026）12号',
    '网舆交【2026】12号',
    ' 网舆交 〔2026〕 12 号 ',
    '网舆交〔２０２６〕１２号',
    '〔2026〕12号',
    '[2026]012',
    '12',
    '12号',
    '１２号',
  ])('is understood when typed as %s', (typed) => {
    expect(readNo(typed, '网舆交', 2026)).toEqual(twelve)
  })

  it('of this year is meant by a bare serial, of another by its year', () => {
    expect(readNo('12', '网舆交', 2027)?.year).toBe(2027)
    expect(readNo('网舆交〔2026〕12号', '网舆交', 2027)?.year).toBe(2026)
  })

  it.each([
    '',
    '号',
    '十二号',
    '政督字〔2026〕12号',
    '网舆交〔26〕12号',
    '12号 自来水',
    '网舆交〔2026〕号',
    '-1',
    '1234567',
  ])('is not seen in %j', (typed) => {
    expect(readNo(typed, '网舆交', 2026)).toBeNull()
  })

  it('written by the office is read back, whatever the serial', () => {
    for (const serial of [1, 9, 10, 99, 100, 1234, 999_999]) {
      const no = { word: '网舆交', year: 2031, serial }
      expect(readNo(formatNo(no), '网舆交', 2026)).toEqual(no)
    }
  })
})

describe('舆情编号', () => {
  it('carries the day and at least three figures', () => {
    expect(formatMatterRef('2026-11-23', 8)).toBe('YQ20261123-008')
    expect(formatMatterRef('2026-11-23', 1208)).toBe('YQ20261123-1208')
  })
})
