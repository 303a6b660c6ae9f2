import { describe, expect, it } from 'vitest'
import { bigramsOf } from '../../src/domain/bigrams.ts'

/** How a search asks: every pair of what is typed must be among the pairs of the text. */
const finds = (typed: string, text: string) => {
  const grams = new Set(bigramsOf(text))
  return bigramsOf(typed).every((gram) => grams.has(gram))
}

describe('pairs of neighbouring characters', () => {
  it('are what Chinese text is found by', () => {
    expect(bigramsOf('自来水发黄')).toEqual(['自来', '来水', '水发', '发黄'])
    expect(finds('翠湖苑', '云溪区翠湖苑自来水发黄半个月')).toBe(true)
    expect(finds('翠湖园', '云溪区翠湖苑自来水发黄半个月')).toBe(false)
  })

  it('do not reach over punctuation, blanks or lines', () => {
    expect(bigramsOf('水黄，物业')).toEqual(['水黄', '物业'])
    expect(bigramsOf('水黄\n物业')).toEqual(['水黄', '物业'])
  })

  it('do not care for capitals or the width of letters and figures', () => {
    expect(bigramsOf('ＫＴＶ')).toEqual(['kt', 'tv'])
    expect(finds('ktv', '某KTV深夜噪声')).toBe(true)
    expect(finds('〔2026〕12', '网舆交〔２０２６〕12号')).toBe(true)
  })

  it('leave a single character standing for itself', () => {
    expect(bigramsOf('水')).toEqual(['水'])
    expect(bigramsOf('水、电')).toEqual(['水', '电'])
  })

  it('keep characters outside the basic plane whole', () => {
    expect(bigramsOf('𠮷野家')).toEqual(['𠮷野', '野家'])
    expect(bigramsOf('𠮷')).toEqual(['𠮷'])
  })

  it('are each named once, and none for an empty text', () => {
    expect(bigramsOf('哈哈哈哈')).toEqual(['哈哈'])
    expect(bigramsOf('')).toEqual([])
    expect(bigramsOf('！？')).toEqual([])
  })
})
