import { describe, expect, it } from 'vitest'
import { answerDirective } from '../support/ask-wishes.ts'
import { instructedSlip, neglectedSlip } from '../support/builders.ts'
import {
  on,
  system,
  刘国强,
  吴敏,
  孙倩,
  市领导,
  林晓燕,
  水务集团,
  王立,
  督查室,
  赵明,
  高远,
} from '../support/people.ts'
import {
  acceptFeedback,
  acknowledge,
  climbRungs,
  declineSupervision,
  instruct,
  issueSupervision,
  signReceipt,
  submitFinal,
} from '../support/wishes.ts'

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

describe('the limit of a 批示', () => {
  const limits = (story: ReturnType<typeof instructedSlip>) =>
    story.slip.directives.map(({ deadline }) => deadline?.at)

  it('is three working days, or what the leader names; a day that is over is refused', () => {
    const neglected = neglectedSlip()
    const at = on('2026-12-08 10:00')
    expect(limits(neglected.after(instruct(), 高远, at))).toEqual([on('2026-12-11 17:30')])
    const named = { kind: 'until', at: on('2026-12-09 17:30') } as const
    expect(limits(neglected.after(instruct(1, 1, named), 高远, at))).toEqual([named.at])
    const over = { kind: 'until', at } as const
    expect(neglected.when(instruct(1, 1, over), 高远, at).outcome).toBe('refused:term_not_in_future')
  })

  const given = neglectedSlip().after(instruct(), 高远, on('2026-12-08 10:00'))
  /** Where something was said of the 批示 itself, when the sweep passes. */
  const said = (story: ReturnType<typeof instructedSlip>) =>
    story.posts
      .filter(({ card }) => card.kind.startsWith('directive'))
      .map(({ card, to }) => [card.kind, 'chat' in to ? to.chat : to.person])

  it('is reminded of in private the working day before, to those the text was written to', () => {
    expect(said(given.sweep(on('2026-12-10 17:30')))).toEqual([
      ['directive', 刘国强.openId],
      ['directive', 赵明.openId],
    ])
  })

  it('is urged when it is gone, and the leader and 督查室 read that nobody answered: once', () => {
    const late = given.sweep(on('2026-12-10 17:30')).sweep(on('2026-12-11 17:30'))
    expect(said(late)).toEqual([
      ['directive', 刘国强.openId],
      ['directive', 赵明.openId],
      ['directive_pending', 水务集团.chatId],
      ['directive_late', 高远.openId],
      ['directive_late', 督查室.chatId],
    ])
    expect(said(late.when(climbRungs(), system, late.now + 1))).toEqual([])
  })

  it('says nothing more of it once it is answered', () => {
    const answered = given.after(answerDirective(), 赵明, on('2026-12-09 09:00'))
    expect(said(answered.when(climbRungs(), system, on('2026-12-21 10:00')))).toEqual([])
  })

  it('runs on after the slip is closed, and is no fault of one taken back', () => {
    const closed = given.after(signReceipt(), 王立).after(submitFinal(), 王立).after(acceptFeedback(), 林晓燕)
    expect(said(closed.when(climbRungs(), system, on('2026-12-11 17:30')))).toContainEqual([
      'directive_late',
      高远.openId,
    ])
    const done = closed.after(answerDirective(), 赵明)
    expect(done.when(climbRungs(), system, on('2026-12-11 17:30')).outcome).toBe('refused:slip_closed')
  })
})

describe('what nobody has taken up', () => {
  /** To whom a report or a proposal is sent again, by the climbing of this minute. */
  const again = (story: ReturnType<typeof neglectedSlip>) =>
    story.posts.flatMap(({ card, to, notBefore }) =>
      'again' in card && card.again !== undefined
        ? [[card.kind, card.again, 'chat' in to && to.chat, notBefore]]
        : [],
    )
  const escalated = neglectedSlip()
  const days = ['2026-12-09 11:00', '2026-12-10 11:00', '2026-12-11 11:00', '2026-12-14 11:00'].map(on)

  it('is sent again after a working day, three times at most, to leaders and supervisors', () => {
    let story = escalated
    const sent = days.map((day) => {
      story = story.when(climbRungs(), system, day)
      return again(story).map(([kind, n]) => [kind, n])
    })
    expect(sent).toEqual([
      [
        ['notice', 2],
        ['supervision_proposal', 2],
      ],
      [
        ['notice', 3],
        ['supervision_proposal', 3],
      ],
      [
        ['notice', 4],
        ['supervision_proposal', 4],
      ],
      [],
    ])
  })

  it('is said once by the latest after a missed night, and in office hours', () => {
    expect(again(escalated.when(climbRungs(), system, on('2026-12-11 11:00')))).toEqual([
      ['notice', 4, 市领导.chatId, on('2026-12-11 11:00')],
      ['supervision_proposal', 4, 督查室.chatId, on('2026-12-11 11:00')],
    ])
  })

  it('rests with the leaders once one has read it, and with 督查室 once it is ruled on', () => {
    const read = escalated.after(acknowledge(), 高远)
    expect(again(read.when(climbRungs(), system, on('2026-12-09 11:00'))).map(([kind]) => kind)).toEqual([
      'supervision_proposal',
    ])
    for (const ruling of [issueSupervision(), declineSupervision()]) {
      const ruled = read.after(ruling, 吴敏)
      expect(again(ruled.when(climbRungs(), system, on('2026-12-09 11:00')))).toEqual([])
    }
  })

  it('rests altogether once the unit acts', () => {
    const acted = escalated.after(signReceipt(), 王立)
    expect(again(acted.when(climbRungs(), system, on('2026-12-11 11:00')))).toEqual([])
  })
})
