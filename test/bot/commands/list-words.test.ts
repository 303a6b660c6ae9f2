import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ReadList, readListWords } from '../../../bot/commands/list-words.ts'
import { filterWords } from '../../../cards/wording-lists.ts'
import type { ListQuery } from '../../../src/domain/card-ref.ts'
import { directory, TUESDAY_0900 as now } from '../../support/people.ts'

/** On Tuesday 24 November 2026. */
const read = (typed: string, of: ListQuery['of'] = 'ledger') => readListWords(typed, of, directory, now)

const nameOf = (id: string) => directory.body(id)?.name ?? id

/** The line on the card, and after ？ what was not understood. */
function told({ filter, text, unread, wantsTable }: ReadList): string {
  const words = [...filterWords(filter, text, nameOf, now), ...(wantsTable ? ['导出'] : [])].join(' · ')
  return unread.length === 0 ? words : `${words}？${unread.join('、')}`
}

describe('what a clerk types after /台账', () => {
  it.each([
    ['', ''],
    ['水务集团 逾期 11月', '市水务集团 · 逾期 · 11月'],
    ['11月 逾期 市水务集团', '市水务集团 · 逾期 · 11月'],
    ['水务、住建局；待签收', '市水务集团、市住建局 · 待签收'],
    ['水务集团逾期', '市水务集团 · 逾期'],
    ['住建局11月已办结', '市住建局 · 已办结 · 11月'],
    ['在办 待审核', '办理中、待审核'],
    ['未办结', '未办结'],
    ['退回重办', '退回重办'],
    ['逾期办结 上月', '已办结 · 曾逾期 · 10月'],
    ['本月', '11月'],
    ['12月', '2025年12月'],
    ['2026年10月', '10月'],
    ['2026年　10月', '10月'],
    ['去年 12月 11月', '2025年11月、2025年12月'],
    ['2025-12', '2025年12月'],
    ['今年', '2026年'],
    ['上周', '11月16日（周一）至11月22日（周日）'],
    ['今天', '11月24日（周二）'],
    ['11月23日', '11月23日（周一）'],
    ['12月1日', '2025年12月1日（周一）'],
    ['媒体曝光 重大', '媒体曝光 · 重大'],
    ['Ｎ６', '媒体曝光'],
    ['紧急', '突发事件、群体性事件、紧急隐患'],
    ['自来水 发黄', '“自来水 发黄”'],
    ['自来水 逾期', '逾期 · “自来水”'],
    ['“水务集团” 逾期', '逾期 · “水务集团”'],
    ['水利委员会', '“水利委员会”'],
    ['网舆交〔2026〕12号', '“网舆交〔2026〕12号”'],
    ['12号', '“12号”'],
    ['逾期 导出', '逾期 · 导出'],
    ['13月 逾期', '逾期？13月'],
    ['2月30日', '？2月30日'],
    ['水', '？水'],
    ['，。！', '？。！'],
  ])('%s → %s', (typed, words) => {
    expect(told(read(typed))).toBe(words)
  })

  it.each([
    ['投诉 隐患', '“投诉 隐患”', '投诉举报、紧急隐患'],
    ['领导批示 重大', '领导批示 · 重大', '领导批示 · 重大'],
    ['紧急', '“紧急”', '突发事件、群体性事件、紧急隐患'],
  ])('%s is %s after /查, where common words mean themselves, and %s after /台账', (typed, found, listed) => {
    expect([told(read(typed, 'search')), told(read(typed))]).toEqual([found, listed])
  })

  const words = ['水务', '市住建局', '逾期', '曾逾期', '待签收', '退回重办', '11月', '去年', '上周', '9月3日']
  const more = ['重大', '一般', '投诉', '紧急', '导出', '13月', '水', '自来水', '“逾期”', '2027年1月']

  it('means the same in whatever order it is typed', () => {
    const asked = fc.uniqueArray(fc.constantFrom(...words, ...more), { maxLength: 8 })
    const sorted = ({ text, unread, ...rest }: ReadList) => ({
      ...rest,
      text: text?.split(' ').sort(),
      unread: [...unread].sort(),
    })
    fc.assert(
      fc.property(asked, fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (typed, keys) => {
        const mixed = typed
          .map((word, at) => ({ word, key: keys[at] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ word }) => word)
        expect(sorted(read(mixed.join(' ')))).toEqual(sorted(read(typed.join('　'))))
      }),
    )
  })

  it('never fails, whatever it is given', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (typed) => void told(read(typed))))
  })
})
