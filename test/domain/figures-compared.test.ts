import { describe, expect, it } from 'vitest'
import { differencesIn, figuresIn } from '../../src/domain/figures-compared.ts'

const read = (text: string) => figuresIn(text).map(({ measure, value, written }) => [measure, value, written])

describe('figures in a report', () => {
  it('are numbers with a unit of measure, brought to its plain unit', () => {
    expect(read('涉及居民300户、１,200人，直接损失3.5万元，合格率98.5％，清洗水箱42 箱。')).toEqual([
      ['户', '300', '300户'],
      ['人', '1200', '1,200人'],
      ['元', '35000', '3.5万元'],
      ['%', '98.5', '98.5%'],
      ['箱', '42', '42 箱'],
    ])
  })

  it('tell 人次 from 人, and count 名 as 人', () => {
    expect(read('出动120人次，受伤3名')).toEqual([
      ['人次', '120', '120人次'],
      ['人', '3', '3名'],
    ])
  })

  it('are dates whatever the year is written with, and no number is read out of them', () => {
    expect(read('2026年11月4日接报，11月9日复测，12-1、2026-11-09已公示3天')).toEqual([
      ['date', '11-4', '2026年11月4日'],
      ['date', '11-9', '11月9日'],
      ['天', '3', '3天'],
    ])
  })

  it('are not 文号, ordinals or numbers of anything whatever', () => {
    expect(read('网舆交〔2026〕12号，第3次会议，2个问题，电话12345')).toEqual([])
  })

  it('are told once, however often they are written', () => {
    expect(read('300户；共300户')).toHaveLength(1)
    expect(read('')).toEqual([])
  })
})

describe('figures of several units', () => {
  const account = (of: string, text: string) => ({ of, text })

  it('differ where each names one that the other does not', () => {
    expect(
      differencesIn([
        account('市水务集团', '受影响300户'),
        account('市住建局', '受影响280户'),
        account('市卫健委', '采样6处'),
      ]),
    ).toEqual([
      {
        measure: '户',
        by: [
          { of: '市水务集团', written: ['300户'] },
          { of: '市住建局', written: ['280户'] },
        ],
      },
    ])
  })

  it('agree where one only tells more, or writes the same otherwise', () => {
    expect(differencesIn([account('甲', '300户，其中280户已恢复'), account('乙', '已恢复280户')])).toEqual([])
    expect(differencesIn([account('甲', '1.2万人'), account('乙', '12000人')])).toEqual([])
    expect(differencesIn([account('甲', '300户')])).toEqual([])
  })
})
