import { describe, expect, it } from 'vitest'
import { forms } from '../../cards/forms.ts'
import {
  closedSlip,
  draftingMatter,
  freshOffice,
  issuedSlip,
  matterAwaitingApproval,
  neglectedSlip,
  type Story,
  signedSlip,
  slipUnderReview,
  withdrawnSlip,
} from '../support/builders.ts'
import { on, 刘国强, 周建国, 林晓燕, 水务集团, 王立 } from '../support/people.ts'
import {
  register,
  reportFirstResponse,
  requestSignoff,
  returnDraft,
  sendBack,
  signOff,
  signReceipt,
  startDraft,
  submitFinal,
  withdrawDraft,
} from '../support/wishes.ts'
import { asText, buttonsOf, draw, formFace, plain, sample, standing, tagged, wordsOf } from './drawings.ts'

const slipCard = (story: Story) => standing(sample('', story, { kind: 'slip', slipId: story.slip.id }))
const onSlip = (story: Story) => ({ slip: story.slip.id, rev: story.slip.rev })

const major = { draft: { level: 'major', category: 'N6' } } as const

describe('the slip in the unit’s group', () => {
  it('asks for the receipt first, and lets the unit say that it is not theirs', () => {
    expect(buttonsOf(slipCard(issuedSlip()))).toEqual(['确认签收', '申请退回', '查看原文'])
  })

  it('says after 确认签收 who signed, and asks for the feedback', () => {
    const card = slipCard(signedSlip())
    expect(buttonsOf(card)).toEqual([
      '提交反馈',
      '登记首次回应',
      '阶段进展',
      '申请延期',
      '暂不具备条件',
      '申请退回',
      '查看原文',
    ])
    expect(wordsOf(card)).toContain('已签收：王立')
  })

  it('no longer asks for 登记首次回应 once it was reported', () => {
    expect(buttonsOf(slipCard(signedSlip().after(reportFirstResponse(), 王立)))).not.toContain('登记首次回应')
  })

  it('asks for nothing while the office reviews', () => {
    const card = slipCard(slipUnderReview())
    expect(buttonsOf(card)).toEqual(['查看回应', '查看原文'])
    expect(asText(card)).toContain('待审核')
  })

  it('asks for 送签 and 同意签发 when the matter is 重大, and then only for what is left', () => {
    const submitted = slipUnderReview(major)
    expect(buttonsOf(slipCard(submitted)).slice(0, 2)).toEqual(['送签', '同意签发'])
    const requested = submitted.after(requestSignoff(), 王立)
    expect(buttonsOf(slipCard(requested))[0]).toBe('同意签发')
    expect(buttonsOf(slipCard(requested))).not.toContain('送签')
    const signed = submitted.after(signOff(), 刘国强)
    expect(buttonsOf(slipCard(signed))).not.toContain('同意签发')
    expect(wordsOf(slipCard(signed))).toContain('已同意签发：刘国强')
  })

  it('carries no button of ours once it is over', () => {
    for (const story of [closedSlip(), withdrawnSlip()]) {
      const ours = buttonsOf(slipCard(story)).filter((word) => !word.startsWith('查看'))
      expect(ours).toEqual([])
    }
    expect(asText(slipCard(closedSlip()))).toContain('已办结')
    expect(asText(slipCard(withdrawnSlip()))).toContain('已撤回')
  })
})

describe('the office’s cards', () => {
  it('answers /交办 with exactly one form, its fields found by their words', () => {
    const story = draftingMatter()
    const card = standing(sample('', story, { kind: 'issue_form', matterId: story.matter.id }))
    expect(tagged(card, 'form')).toHaveLength(1)
    for (const word of '标题 摘要 来源平台 原文链接 分类 等级 诉求类型 承办单位 牵头 协办单位 答复形式 办理时限 办理要求 敏感级别'.split(
      ' ',
    )) {
      expect(asText(card)).toContain(word)
    }
    expect(buttonsOf(card)).toContain('提交审核')
  })

  it('puts the whole draft and its limits before the approver', () => {
    const story = matterAwaitingApproval()
    const { id, draftRev } = story.matter
    const card = standing(sample('', story, { kind: 'approval', matterId: id, draftRev }))
    expect(buttonsOf(card).slice(0, 2)).toEqual(['签发', '退回修改'])
    expect(wordsOf(card)).toContain('办理反馈：11月30日（周一）17:30前')
    expect(wordsOf(card)).toContain('承办单位（牵头）：市水务集团')
  })

  it('offers the office to take up what a unit found, or to drop it, and nothing once it did', () => {
    const found = freshOffice().after(register({ drafting: false, chatId: 水务集团.chatId }), 王立)
    const card = (story: Story) =>
      standing(sample('', story, { kind: 'registered', matterId: story.matter.id }))
    expect(buttonsOf(card(found))).toEqual(['拟制交办单', '并入', '不予受理'])
    expect(wordsOf(card(found))).toContain('市水务集团')
    expect(buttonsOf(card(found.after(startDraft(), 林晓燕)))).toEqual([])
    expect(buttonsOf(card(found.after(withdrawDraft(), 林晓燕)))).toEqual([])
  })

  it('puts what the unit wrote into the form of the draft taken up', () => {
    const takenUp = freshOffice()
      .after(register({ drafting: false, seed: { title: '翠湖苑自来水发黄', platform: '抖音' } }), 王立)
      .after(startDraft(), 林晓燕)
    const card = standing(sample('', takenUp, { kind: 'issue_form', matterId: takenUp.matter.id }))
    expect(tagged(card, 'input').map(({ default_value }) => default_value)).toEqual(
      expect.arrayContaining(['翠湖苑自来水发黄', '抖音']),
    )
    expect(buttonsOf(card)).toContain('提交审核')
  })

  it('takes 签发 off the card of a draft that was returned', () => {
    const story = matterAwaitingApproval()
    const { id, draftRev } = story.matter
    const returned = story.after(returnDraft(), 周建国)
    const card = standing(sample('', returned, { kind: 'approval', matterId: id, draftRev }))
    expect(buttonsOf(card)).toEqual([])
    expect(wordsOf(card)).toContain('请补充小区名称')
  })

  it('fills the form of a returned draft with what stood in it', () => {
    const story = matterAwaitingApproval().after(returnDraft(), 周建国)
    const card = standing(sample('', story, { kind: 'issue_form', matterId: story.matter.id }))
    expect(wordsOf(card)).toContain('云溪区翠湖苑自来水发黄半个月')
    expect(tagged(card, 'select_static').map(({ initial_option }) => initial_option)).toEqual([
      'N2',
      'ordinary',
      undefined,
      'same_thread',
      'public',
    ])
  })

  it('shows no review buttons on the card of an earlier feedback', () => {
    const first = slipUnderReview()
    const finalRev = first.slip.final?.rev ?? 0
    const again = first.after(sendBack(), 林晓燕).after(submitFinal(), 王立)
    const card = standing(sample('', again, { kind: 'review', slipId: again.slip.id, finalRev }))
    expect(buttonsOf(card).filter((word) => !word.startsWith('查看'))).toEqual([])
  })
})

describe('messages that became pointless', () => {
  const reminder = (story: Story, rungKey: string | null) =>
    draw(sample('', story, { kind: 'reminder', slipId: story.slip.id, rungKey }))

  it('a reminder to sign is not sent once 王立 has signed, and one already sent loses its button', () => {
    expect(reminder(issuedSlip(), 'receipt.urge.1@1').kind).toBe('card')
    const late = reminder(signedSlip(), 'receipt.urge.1@1')
    if (late.kind !== 'nothing' || !late.settled) throw new Error('the reminder still stands')
    expect(late.why).toBe('settled')
    expect(buttonsOf(late.settled)).toEqual([])
  })

  it('a reminder of a clock that was restarted is superseded', () => {
    const back = slipUnderReview().after(sendBack(), 林晓燕)
    expect(reminder(back, 'feedback.urge.1@1')).toMatchObject({ kind: 'nothing', why: 'superseded' })
  })

  it('a reminder gives way to the next one, so that only the newest can be pressed', () => {
    const urged = issuedSlip().sweep(on('2026-11-23 14:30'))
    expect(reminder(urged, 'receipt.urge.1@1').kind).toBe('card')
    const again = urged.sweep(on('2026-11-24 14:30'))
    const first = reminder(again, 'receipt.urge.1@1')
    if (first.kind !== 'nothing' || !first.settled) throw new Error('the first reminder still stands')
    expect(first.why).toBe('superseded')
    expect(buttonsOf(first.settled)).toEqual([])
    expect(wordsOf(first.settled)).toContain('已有新的提醒，请以最新一条为准。')
    const second = reminder(again, 'receipt.urge.2@1')
    expect(second.kind === 'card' && buttonsOf(second.card)).toEqual(['确认签收'])
  })

  it('reminders climbed in the same minute do not silence one another', () => {
    const { kind } = reminder(issuedSlip().sweep(on('2026-11-25 09:00')), 'first_response.urge.1@1')
    expect(kind).toBe('card')
  })

  it('a reminder overtaken and then settled says what settled it, not that a newer one stands', () => {
    const settled = issuedSlip()
      .sweep(on('2026-11-23 14:30'))
      .sweep(on('2026-11-24 14:30'))
      .after(signReceipt(), 王立)
      .after(submitFinal(), 王立)
    const first = reminder(settled, 'receipt.urge.1@1')
    if (first.kind !== 'nothing' || !first.settled) throw new Error('the reminder still stands')
    expect(first.why).toBe('settled')
    expect(wordsOf(first.settled)).not.toContain('已有新的提醒')
  })

  it('a 催办 names every limit that is over, not only the one that ran out last', () => {
    const neglected = reminder(neglectedSlip(), 'feedback.escalate@1')
    if (neglected.kind !== 'card') throw new Error('no reminder stands')
    for (const limit of ['11月23日（周一）14:30', '11月25日（周三）09:00', '11月30日（周一）17:30']) {
      expect(wordsOf(neglected.card)).toContain(limit)
    }
  })

  it('a reminder of a closed slip has nothing to say, nor has one of a slip nobody knows', () => {
    expect(reminder(closedSlip(), 'feedback.urge.1@1')).toMatchObject({ kind: 'nothing', why: 'settled' })
    expect(draw(sample('', closedSlip(), { kind: 'slip', slipId: 'nobody' }))).toEqual({
      kind: 'nothing',
      why: 'gone',
      settled: null,
    })
  })

  it('a 退回重办 that was answered meanwhile is overtaken', () => {
    const answered = slipUnderReview().after(sendBack(), 林晓燕).after(submitFinal(), 王立)
    const ref = { kind: 'sent_back', slipId: answered.slip.id, n: 1 } as const
    expect(draw(sample('', answered, ref))).toMatchObject({ kind: 'nothing', why: 'superseded' })
  })
})

describe('a form on a card', () => {
  it('stands alone with 返回, whatever the card', () => {
    const story = signedSlip()
    const card = standing(
      sample('', story, { kind: 'slip', slipId: story.slip.id }, formFace('submit_final', onSlip(story))),
    )
    expect(tagged(card, 'form')).toHaveLength(1)
    expect(buttonsOf(card)).toEqual(['提交反馈', '返回'])
  })

  it('comes back with what was typed and the reason above it', () => {
    const story = signedSlip()
    const typed = {
      findings: '支管锈蚀',
      measures: '已更换',
      outcome: 'solved',
      answered_at: '2026-11-23 18:05 +0800',
    }
    const face = formFace('submit_final', onSlip(story), typed, {
      kind: 'refusal',
      refusal: { code: 'published_in_future' },
    })
    const card = standing(sample('', story, { kind: 'slip', slipId: story.slip.id }, face))
    expect(tagged(card, 'input').map(({ default_value }) => default_value)).toEqual(
      expect.arrayContaining(['支管锈蚀', '已更换']),
    )
    expect(tagged(card, 'select_static')[0]?.initial_option).toBe('solved')
    expect(tagged(card, 'picker_datetime')[0]?.initial_datetime).toBe('2026-11-23 18:05')
    expect(wordsOf(card)).toContain('公开回应时间晚于现在')
  })

  it('does not ask again for a public answer that was reported', () => {
    const story = signedSlip().after(reportFirstResponse(), 王立)
    const face = formFace('submit_final', onSlip(story))
    const card = standing(sample('', story, { kind: 'slip', slipId: story.slip.id }, face))
    const names = [...tagged(card, 'input'), ...tagged(card, 'picker_datetime')].map(({ name }) => name)
    expect(names).toEqual(['findings', 'measures', 'next_steps'])
    expect(forms.submit_final.map(({ name }) => name)).toContain('answer_link')
  })

  it('names every control once on the card', () => {
    const story = neglectedSlip()
    for (const act of ['issue_supervision', 'decline_supervision', 'instruct'] as const) {
      const face = formFace(act, onSlip(story))
      const card = standing(
        sample('', story, { kind: 'supervision_proposal', slipId: story.slip.id, n: 1 }, face),
      )
      const names = JSON.stringify(card).match(/"name":"[^"]+"/g) ?? []
      expect(new Set(names).size).toBe(names.length)
    }
  })
})

describe('drawing', () => {
  it('gives the same card for the same state, so that an unchanged card is not sent again', () => {
    const one = sample('', issuedSlip(), { kind: 'slip', slipId: issuedSlip().slip.id }, plain)
    expect(JSON.stringify(standing(one))).toBe(JSON.stringify(standing(one)))
    const later = { ...one, scene: { ...one.scene, now: one.scene.now + 60_000 } }
    expect(JSON.stringify(standing(later))).toBe(JSON.stringify(standing(one)))
  })
})
