import { describe, expect, it } from 'vitest'
import type { AskKind } from '../../src/domain/asks.ts'
import { DAY } from '../../src/domain/time.ts'
import {
  amend,
  answerDirective,
  contest,
  grantDeferral,
  grantExtension,
  reassign,
  refuseContest,
  refuseExtension,
  requestDeferral,
  requestExtension,
} from '../support/ask-wishes.ts'
import { issuedSlip, neglectedSlip, type Story, signedSlip, slipUnderReview } from '../support/builders.ts'
import { on, 住建局, 周建国, 城管局, 林晓燕, 王立, 赵明, 高远 } from '../support/people.ts'
import { instruct, signReceipt, submitFinal } from '../support/wishes.ts'
import { RECHECK } from './ask-samples.ts'
import { buttonsOf, draw, formFace, plain, sample, standing, tagged, wordsOf } from './drawings.ts'

const slipCard = (story: Story, id = story.slip.id, now = story.now) =>
  standing(sample('', story, { kind: 'slip', slipId: id }, plain, { now }))
const ask = (story: Story, of: AskKind, n = 1) =>
  standing(sample('', story, { kind: 'ask', slipId: story.slip.id, of, n }))
const ruling = (story: Story, of: AskKind, n = 1) =>
  standing(sample('', story, { kind: 'ruling', slipId: story.slip.id, of, n }))
const ours = (words: readonly string[]) => words.filter((word) => !word.startsWith('查看'))

describe('what 市水务集团 may ask stands on its slip only while the rules leave room for it', () => {
  it('no longer offers 申请退回 when the time for it has passed, nor 申请延期 after expiry', () => {
    const signed = signedSlip()
    expect(buttonsOf(slipCard(signed, undefined, signed.now + 2 * DAY))).not.toContain('申请退回')
    const late = buttonsOf(slipCard(signed, undefined, on('2026-12-01 09:00')))
    expect(late).not.toContain('申请延期')
    expect(late).toContain('暂不具备条件')
  })

  it('does not offer an extension of 急件', () => {
    const major = signedSlip({ draft: { level: 'major', category: 'N6' } })
    expect(buttonsOf(slipCard(major))).not.toContain('申请延期')
  })

  it('puts the fact in the place of the button once it was asked for', () => {
    const card = slipCard(signedSlip().after(requestExtension(), 王立))
    expect(buttonsOf(card)).not.toContain('申请延期')
    expect(wordsOf(card)).toContain('延期申请待裁定：王立')
  })

  it('offers nothing to ask while the office reviews', () => {
    expect(ours(buttonsOf(slipCard(slipUnderReview())))).toEqual([])
  })

  it('has at most one primary button and three small ones in a row', () => {
    for (const story of [issuedSlip(), signedSlip(), signedSlip().after(requestDeferral(RECHECK), 王立)]) {
      const card = slipCard(story)
      const primary = tagged(card, 'button').filter(({ type }) => type === 'primary_filled')
      expect(primary).toHaveLength(1)
      for (const set of tagged(card, 'column_set')) {
        expect(tagged({ schema: '2.0', set }, 'button').length).toBeLessThanOrEqual(4)
      }
    }
  })
})

describe('延期', () => {
  const asked = signedSlip().after(requestExtension(), 王立)

  it('puts the limit and what it would become before the office, reckoned in working days', () => {
    const card = ask(asked, 'extension')
    expect(buttonsOf(card).slice(0, 2)).toEqual(['同意', '不同意'])
    expect(wordsOf(card)).toContain('现定时限：11月30日（周一）17:30前')
    expect(wordsOf(card)).toContain('同意后改为：12月3日（周四）17:30前（延长3个工作日）')
    expect(wordsOf(card)).toContain('第1至3个工作日：12月1日（周二）至12月3日（周四）。')
  })

  it('shows the ruling in the place of the buttons, and tells the unit', () => {
    const granted = asked.after(grantExtension(), 林晓燕)
    expect(ours(buttonsOf(ask(granted, 'extension')))).toEqual([])
    expect(wordsOf(ask(granted, 'extension'))).toContain('林晓燕已于11月23日（周一）09:03裁定：同意延期至')
    expect(wordsOf(ruling(granted, 'extension'))).toContain('同意延期至12月3日（周四）17:30')
    expect(wordsOf(slipCard(granted))).toContain('办理反馈：12月3日（周四）17:30前')
  })

  it('says that a shorter extension was granted than was asked for', () => {
    const shorter = asked.after(refuseExtension({ until: on('2026-12-01 12:00') }), 林晓燕)
    expect(wordsOf(ask(shorter, 'extension'))).toContain('缩短为12月1日（周二）12:00')
    expect(wordsOf(ruling(shorter, 'extension'))).toContain(
      '申请延期至12月3日（周四）17:30，同意延期至12月1日',
    )
  })

  it('tells why it was refused, and asks for the report at once when the limit is gone', () => {
    const refused = asked.after(refuseExtension(), 林晓燕)
    expect(wordsOf(ruling(refused, 'extension'))).toContain('理由：网民反映集中，不宜再拖。')
    const late = asked.after(refuseExtension(), 林晓燕, on('2026-12-01 09:00'))
    expect(wordsOf(ruling(late, 'extension'))).toContain('已过，请立即提交反馈')
  })
})

describe('申请退回 and 改派', () => {
  const asked = issuedSlip().after(contest(), 王立)

  it('leaves nothing to press on the slip while it waits for the ruling', () => {
    expect(ours(buttonsOf(slipCard(asked)))).toEqual([])
    expect(wordsOf(slipCard(asked))).toContain('待裁定')
  })

  it('fills 改派单位 with the unit that was proposed', () => {
    const face = formFace('reassign', { slip: asked.slip.id, rev: asked.slip.rev, n: 1 })
    const card = standing(
      sample('', asked, { kind: 'ask', slipId: asked.slip.id, of: 'contest', n: 1 }, face),
    )
    expect(tagged(card, 'input')[0]?.default_value).toBe('市住建局')
    expect(wordsOf(card)).toContain('改派单位')
  })

  it('voids the old slip, names the new unit, and counts the passing-on on the new one', () => {
    const passed = asked.after(reassign(), 林晓燕)
    expect(wordsOf(slipCard(passed))).toContain('已作废')
    expect(wordsOf(slipCard(passed))).toContain('改由市住建局承办')
    expect(ours(buttonsOf(slipCard(passed)))).toEqual([])
    expect(wordsOf(ruling(passed, 'contest'))).toContain('本单作废，文号保留')
    expect(wordsOf(slipCard(passed, passed.slips.at(-1)?.id))).toContain('第1次改派')
  })

  it('asks a supporting unit to work with the unit that leads now, not with the one before', () => {
    const two = issuedSlip({ draft: { support: [住建局.id] } })
    const passed = two.after(contest(), 王立).after(reassign({ unitId: 城管局.id }), 林晓燕)
    const support = passed.slips.find(({ duty }) => duty === 'support')
    expect(support && wordsOf(slipCard(passed, support.id))).toContain('配合市城管局')
  })

  it('brings the slip back to be signed when it is not taken back, and offers no second 申请退回', () => {
    const refused = asked.after(refuseContest(), 林晓燕)
    expect(buttonsOf(ruling(refused, 'contest'))).toEqual(['确认签收'])
    expect(ours(buttonsOf(slipCard(refused)))).toEqual(['确认签收'])
    expect(wordsOf(ruling(refused, 'contest'))).toContain('此件不再退回')
  })
})

describe('暂不具备条件', () => {
  const granted = signedSlip().after(requestDeferral(RECHECK), 王立).after(grantDeferral(), 林晓燕)

  it('stands in the header with its date, and the report is not late meanwhile', () => {
    const card = slipCard(granted, undefined, on('2026-12-10 09:00'))
    expect(wordsOf(card)).toContain('暂不具备条件 至12月25日（周五）')
    expect(wordsOf(card)).toContain('办理反馈：暂停计时，12月25日（周五）17:30恢复')
    expect(buttonsOf(card)).not.toContain('暂不具备条件')
  })

  it('comes back with a limit of its own, and is not said any more once it was answered', () => {
    const revived = granted.sweep(RECHECK)
    const ref = { kind: 'revived', slipId: revived.slip.id, n: 1 } as const
    expect(wordsOf(standing(sample('', revived, ref)))).toContain('请于12月30日（周三）17:30前提交反馈')
    const answered = revived.after(submitFinal(), 王立)
    expect(draw(sample('', answered, ref))).toMatchObject({ kind: 'nothing', why: 'superseded' })
  })
})

describe('更正', () => {
  const great = signedSlip().after(
    amend({ demand: '请在两日内公布水质检测结果。', term: { kind: 'workdays', n: 3 } }),
    周建国,
  )
  const notice = (story: Story) =>
    standing(sample('', story, { kind: 'amended', slipId: story.slip.id, n: 1 }))

  it('is offered to the office beside 撤回, and filled with the text as it stands', () => {
    const story = signedSlip()
    const ref = { kind: 'issue_form', matterId: story.matter.id } as const
    expect(ours(buttonsOf(standing(sample('', story, ref))))).toEqual(['更正', '撤回', '启动监测'])
    const face = formFace('amend', { slip: story.slip.id, rev: story.slip.rev })
    const card = standing(sample('', story, ref, face))
    expect(tagged(card, 'input').map(({ default_value }) => default_value ?? '')).toEqual([
      story.slip.brief.title,
      story.slip.brief.summary,
      story.slip.brief.link,
      story.slip.brief.demand,
      '',
      '',
      '',
      '',
    ])
    expect(wordsOf(card)).toContain('网舆交〔2026〕1号')
  })

  it('tells field by field what stood there and what stands now', () => {
    const small = signedSlip().after(amend(), 周建国)
    const words = wordsOf(notice(small))
    expect(words).toContain('原：云溪区翠湖苑自来水发黄半个月\n现：云溪区翠湖东苑自来水发黄半个月')
    expect(words).toContain('办理时限不变')
    expect(words).toContain('无需重新签收')
    expect(buttonsOf(notice(small))).toEqual([])
  })

  it('asks to sign again when the demand or the limit changed, and no more once it was signed', () => {
    expect(buttonsOf(notice(great))).toEqual(['确认签收'])
    expect(wordsOf(notice(great))).toContain('办理反馈时限改为11月26日（周四）17:30前')
    expect(buttonsOf(notice(great.after(signReceipt(), 王立)))).toEqual([])
  })

  it('stands on the slip with its reason', () => {
    expect(wordsOf(slipCard(great))).toContain('已更正：周建国　11月23日（周一）09:02，小区名称有误。')
  })
})

describe('the answer to a 批示', () => {
  const directed = neglectedSlip().after(instruct(), 高远)
  const answered = directed.after(answerDirective(), 赵明)
  const card = (story: Story, kind: 'directive' | 'notice') =>
    standing(sample('', story, { kind, slipId: story.slip.id, n: 1 }))

  it('is asked of 主要领导 and 分管领导 once', () => {
    expect(buttonsOf(card(directed, 'directive'))).toContain('回复批示')
    expect(buttonsOf(card(answered, 'directive'))).not.toContain('回复批示')
    expect(wordsOf(card(answered, 'directive'))).toContain('赵明于12月7日（周一）17:32回复')
  })

  it('is read by the leaders under their own 批示', () => {
    expect(wordsOf(card(directed, 'notice'))).toContain('请水务集团本周内解决，结果报我。\n尚未回复')
    expect(wordsOf(card(answered, 'notice'))).toContain('已约谈施工单位，支管本周五前更换完毕。')
  })

  it('takes 有批示待办理 off the group’s cards', () => {
    expect(wordsOf(slipCard(directed))).toContain('有批示待办理')
    expect(wordsOf(slipCard(answered))).toContain('批示已回复')
  })
})
