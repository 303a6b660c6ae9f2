import { describe, expect, it } from 'vitest'
import { defaultPolicy } from '../../src/domain/policy.ts'
import { type SuggestFrom, suggest } from '../../src/domain/suggest.ts'
import { directory, 住建局, 水务集团 } from '../support/people.ts'

function suggested(told: Partial<SuggestFrom>) {
  return suggest({ title: null, summary: null, platform: null, ...told }, directory, defaultPolicy)
}

describe('what a text makes likely', () => {
  it('names the unit of 自来水, the category of daily needs and the 诉求类型 of a complaint, each with its words', () => {
    const likely = suggested({ title: '翠湖苑自来水发黄', summary: '投诉多次没人管' })
    expect(likely.units).toEqual([{ value: 水务集团.id, because: { words: ['自来水'] } }])
    expect(likely.category).toEqual({ value: 'N2', because: { words: ['自来水'] } })
    expect(likely.requestType).toEqual({ value: 'complaint', because: { words: ['投诉', '没人管'] } })
    expect(likely.usual?.answerForm).toBe('same_thread')
  })

  it('finds a unit that is called by its name, but not by a short word that may be another', () => {
    expect(suggested({ summary: '市住建局说管不了' }).units).toContainEqual({
      value: 住建局.id,
      because: { named: '市住建局' },
    })
    expect(suggested({ summary: '水务方面没有回应' }).units).toEqual([])
  })

  it('suggests no unit that the directory does not have', () => {
    expect(suggested({ summary: '昨晚又停电了' }).units).toEqual([])
  })

  it('takes the graver of what the words and the category say', () => {
    expect(suggested({ title: '央视报道城郊河道排污' }).level).toMatchObject({ value: 'major' })
    expect(suggested({ summary: '工地爆炸，多人死亡' }).level).toEqual({
      value: 'extraordinary',
      because: { words: ['多人死亡'] },
    })
    expect(suggested({ summary: '幼儿园有人虐待孩子' }).level).toEqual({
      value: 'serious',
      because: { category: 'N5' },
    })
  })

  it('never suggests a level below the one that was chosen, nor the lowest at all', () => {
    expect(suggested({ summary: '幼儿园有人虐待孩子', level: 'major' }).level).toBeNull()
    expect(suggested({ summary: '工地爆炸', level: 'serious' }).level).toMatchObject({ value: 'major' })
    expect(suggested({ summary: '小区路灯不亮' }).level).toBeNull()
  })

  it('leaves a 诉求类型 that was told alone', () => {
    expect(suggested({ summary: '投诉噪声', requestType: 'help' }).requestType).toBeNull()
  })

  it('says nothing of an empty text', () => {
    expect(suggested({})).toEqual({ category: null, level: null, requestType: null, units: [], usual: null })
  })
})
