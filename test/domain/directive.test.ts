import { describe, expect, it } from 'vitest'
import { answerDirective } from '../support/ask-wishes.ts'
import { instructedSlip, neglectedSlip } from '../support/builders.ts'
import { 刘国强, 孙倩, 林晓燕, 王立, 赵明, 高远 } from '../support/people.ts'
import { acceptFeedback, instruct, signReceipt, submitFinal } from '../support/wishes.ts'

describe('the answer to a 批示', () => {
  it('stands beside it, with name and time', () => {
    const answered = instructedSlip().when(answerDirective(), 赵明)
    expect(answered.outcome).toBe('done')
    expect(answered.slip.directives).toMatchObject([
      {
        n: 1,
        notice: 1,
        by: { name: '高远' },
        answer: { by: { name: '赵明' }, at: answered.now, text: '已约谈施工单位，支管本周五前更换完毕。' },
      },
    ])
  })

  it('is given once: the second reads who answered', () => {
    const answered = instructedSlip().after(answerDirective(), 刘国强)
    expect(answered.when(answerDirective(), 赵明).decision).toEqual({
      kind: 'quiet',
      quiet: { code: 'already_answered', by: '刘国强', at: answered.now },
    })
  })

  it('belongs to one 批示 of several', () => {
    const two = instructedSlip().after(instruct(), 高远)
    const second = two.after(answerDirective(2), 王立)
    expect(second.slip.directives.map(({ n, answer }) => [n, answer !== null])).toEqual([
      [1, false],
      [2, true],
    ])
    expect(second.when(answerDirective(1), 王立).outcome).toBe('done')
  })

  it('is still owed after the slip was closed, and changes nothing else of it', () => {
    const closed = instructedSlip()
      .after(signReceipt(), 王立)
      .after(submitFinal(), 王立)
      .after(acceptFeedback(), 林晓燕)
    const answered = closed.when(answerDirective(), 赵明)
    expect(answered.outcome).toBe('done')
    expect(answered.slip).toMatchObject({ status: 'closed', closed: closed.slip.closed })
    expect(answered.matter).toEqual(closed.matter)
  })

  it('is refused without a 批示, and to another unit', () => {
    expect(neglectedSlip().when(answerDirective(), 赵明).outcome).toBe('refused:not_found')
    expect(instructedSlip().when(answerDirective(2), 赵明).outcome).toBe('refused:not_found')
    expect(instructedSlip().when(answerDirective(), 孙倩).outcome).toBe('refused:not_your_unit')
  })
})
