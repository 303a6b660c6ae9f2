import { describe, expect, it } from 'vitest'
import { orderOf } from '../../src/domain/order.ts'
import { amend, answerDirective } from '../support/ask-wishes.ts'
import { closedSlip, draftingMatter, issuedSlip, slipUnderReview } from '../support/builders.ts'
import {
  directory,
  住建局,
  刘国强,
  周建国,
  孙倩,
  市领导,
  林晓燕,
  水务集团,
  王立,
  网信办,
  赵明,
  高远,
} from '../support/people.ts'
import {
  acceptFeedback,
  acknowledge,
  instruct,
  mayorsOrder,
  signOff,
  signReceipt,
  submitDraft,
  submitFinal,
  withdrawSlip,
} from '../support/wishes.ts'

const ordered = { draft: { category: 'N7' } } as const

const told = (story: ReturnType<typeof issuedSlip>) =>
  story.posts.map(({ card, to }) => [card.kind, 'chat' in to ? to.chat : to.person])

describe('a 领导批示件', () => {
  it('is drafted with the 批示 and who wrote it, or comes back', () => {
    expect(draftingMatter().when(submitDraft({ category: 'N7' }), 林晓燕).outcome).toBe('done')
    const { order: _, ...bare } = {
      ...draftingMatter().when(submitDraft({ category: 'N7' }), 林晓燕).matter.draft!,
    }
    const without = draftingMatter().when(
      (dossier) => ({ type: 'submit_draft', matterId: dossier?.matter.id ?? '', draft: bare }),
      林晓燕,
    )
    expect(without.decision).toMatchObject({
      refusal: {
        code: 'form_incomplete',
        problems: [
          { field: 'leader', why: 'missing' },
          { field: 'directive', why: 'missing' },
        ],
      },
    })
  })

  it('finds the leader in what was typed, and nobody where the name is not known', () => {
    expect(orderOf('高远副市长', '请办', directory).openId).toBe(高远.openId)
    expect(orderOf('省领导', '请办', directory).openId).toBeNull()
  })

  it('goes to the unit’s group, and its 批示 in private to who answers for the unit', () => {
    expect(told(issuedSlip(ordered))).toEqual([
      ['slip', 水务集团.chatId],
      ['order', 刘国强.openId],
      ['order', 赵明.openId],
    ])
  })

  it('is supplemented by 更正, and the 批示 sent again; unchanged it is no 更正', () => {
    const order = { leader: '高远副市长', text: '请三日内解决，结果报我。' }
    const amended = issuedSlip(ordered).when(
      amend({ order, title: issuedSlip(ordered).slip.brief.title }),
      周建国,
    )
    expect(amended.slip.brief.order).toEqual({ ...order, openId: 高远.openId })
    expect(told(amended).map(([kind]) => kind)).toEqual(['amended', 'order', 'order'])
    const same = { leader: mayorsOrder.leader, text: mayorsOrder.text }
    const { title } = amended.slip.brief
    expect(issuedSlip(ordered).when(amend({ order: same, title }), 周建国).outcome).toBe(
      'refused:nothing_amended',
    )
    const half = { leader: '', text: order.text }
    expect(issuedSlip(ordered).when(amend({ order: half, title }), 周建国).outcome).toBe(
      'refused:form_incomplete',
    )
  })
})

describe('呈报', () => {
  const reviewed = slipUnderReview(ordered).after(signOff(), 刘国强)

  it('goes to the leader in private, in the decision that closes the matter', () => {
    const closed = reviewed.when(acceptFeedback(), 林晓燕)
    expect(closed.facts.map(({ type }) => type)).toEqual(['accepted', 'leaders_told', 'matter_closed'])
    expect(told(closed)).toEqual([['result_report', 高远.openId]])
  })

  it('goes to the leaders’ group when the directory does not know the name', () => {
    const unknown = { draft: { ...ordered.draft, order: { ...mayorsOrder, openId: null } } }
    const closed = slipUnderReview(unknown).after(signOff(), 刘国强).when(acceptFeedback(), 林晓燕)
    expect(told(closed)).toEqual([['result_report', 市领导.chatId]])
  })

  it('waits for the last unit, and comes with whatever ends the matter', () => {
    const two = issuedSlip({ draft: { ...ordered.draft, support: [住建局.id] } })
    const lead = two
      .after(signReceipt(), 王立)
      .after(submitFinal(), 王立)
      .after(signOff(), 刘国强)
      .after(acceptFeedback(), 林晓燕)
    expect(lead.facts.map(({ type }) => type)).toEqual(['accepted'])
    const ended = lead.after(signReceipt(2), 孙倩).after(withdrawSlip(2), 周建国)
    expect(ended.facts.map(({ type }) => type)).toEqual(['slip_withdrawn', 'leaders_told', 'matter_closed'])
    expect(ended.slip.notices).toMatchObject([
      { n: 1, result: { leader: '高远副市长', openId: 高远.openId } },
    ])
  })

  it('is not owed where no leader wrote anything', () => {
    expect(closedSlip().facts.map(({ type }) => type)).toEqual(['accepted', 'matter_closed'])
  })

  it('is read and written on though the slip is closed: a new 批示 is tracked, and the office reads it', () => {
    const closed = reviewed.after(acceptFeedback(), 林晓燕)
    expect(closed.when(acknowledge(), 高远).outcome).toBe('done')
    const again = closed.after(instruct(), 高远)
    expect(told(again)).toContainEqual(['result_report', 网信办.chatId])
    expect(again.after(answerDirective(), 赵明).slip.directives).toMatchObject([
      { n: 1, answer: { by: { name: '赵明' } } },
    ])
    expect(closedSlip().when(instruct(), 高远).outcome).toBe('refused:slip_closed')
  })
})
