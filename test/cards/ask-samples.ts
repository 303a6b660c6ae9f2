import type { AskKind } from '../../src/domain/asks.ts'
import type { CardRef } from '../../src/domain/card-ref.ts'
import { DAY } from '../../src/domain/time.ts'
import {
  amend,
  answerDirective,
  contest,
  grantDeferral,
  grantExtension,
  reassign,
  refuseContest,
  refuseDeferral,
  refuseExtension,
  requestDeferral,
  requestExtension,
} from '../support/ask-wishes.ts'
import {
  draftingMatter,
  issuedSlip,
  neglectedSlip,
  type Setting,
  type Story,
  signedSlip,
  slipUnderReview,
} from '../support/builders.ts'
import { on, system, 住建局, 刘国强, 周建国, 城管局, 林晓燕, 王立, 赵明, 高远 } from '../support/people.ts'
import {
  acceptFeedback,
  instruct,
  mayorsOrder,
  rederiveLimits,
  signOff,
  signReceipt,
  submitFinal,
} from '../support/wishes.ts'
import { formFace, type Sample, sample } from './drawings.ts'

/** The promised day of every deferral told here. */
export const RECHECK = on('2026-12-25 17:30')

/** 延期, 退回改派, 暂不具备条件, 更正 and the answer to a 批示, on every card that tells of them. */
export function askSamples(setting: Setting): readonly Sample[] {
  return [
    ...extensionSamples(setting),
    ...contestSamples(setting),
    ...deferralSamples(setting),
    ...amendSamples(setting),
    ...noticeSamples(setting),
    ...directiveSamples(setting),
  ]
}

const slipRef = (story: Story): CardRef => ({ kind: 'slip', slipId: story.slip.id })
const ask = (story: Story, of: AskKind): CardRef => ({ kind: 'ask', slipId: story.slip.id, of, n: 1 })
const ruling = (story: Story, of: AskKind): CardRef => ({ kind: 'ruling', slipId: story.slip.id, of, n: 1 })
const onSlip = (story: Story, n?: number) => ({
  slip: story.slip.id,
  rev: story.slip.rev,
  ...(n === undefined ? {} : { n }),
})

/** 急件 are not extended, so of them only the refused form is told. */
function extensionSamples(setting: Setting): readonly Sample[] {
  const signed = signedSlip(setting)
  const form = formFace(
    'request_extension',
    onSlip(signed),
    { until: '下周' },
    {
      kind: 'problems',
      problems: [
        { field: 'until', why: 'unreadable_term' },
        { field: 'reason', why: 'missing' },
        { field: 'progress', why: 'missing' },
      ],
    },
  )
  const forms = [sample('交办单 申请延期表单', signed, slipRef(signed), form)]
  if (signed.when(requestExtension(), 王立).outcome !== 'done') return forms
  const asked = signed.after(requestExtension(), 王立)
  const granted = asked.after(grantExtension(), 林晓燕)
  const shorter = asked.after(refuseExtension({ until: on('2026-12-01 12:00') }), 林晓燕)
  const refused = asked.after(refuseExtension(), 林晓燕)
  return [
    ...forms,
    sample('交办单 延期待裁定', asked, slipRef(asked)),
    sample('延期申请', asked, ask(asked, 'extension')),
    sample(
      '延期申请 不同意表单',
      asked,
      ask(asked, 'extension'),
      formFace('refuse_extension', onSlip(asked, 1)),
    ),
    sample('延期申请 已同意', granted, ask(granted, 'extension')),
    sample('延期申请 已缩短', shorter, ask(shorter, 'extension')),
    sample('延期申请 不同意', refused, ask(refused, 'extension')),
    sample('延期裁定 同意', granted, ruling(granted, 'extension')),
    sample('延期裁定 缩短', shorter, ruling(shorter, 'extension')),
    sample('延期裁定 不同意', refused, ruling(refused, 'extension')),
    sample('交办单 已延期', granted, slipRef(granted)),
    sample('交办单 延期未获同意', refused, slipRef(refused)),
  ]
}

function contestSamples(setting: Setting): readonly Sample[] {
  const issued = issuedSlip(setting)
  // A unit that holds a slip of the matter is not given a second one.
  const other = setting.draft?.support?.includes(住建局.id) ? 城管局 : 住建局
  const asked = issued.after(contest({ proposed: other.id }), 王立)
  const passed = asked.after(reassign({ unitId: other.id }), 林晓燕)
  const refused = asked.after(refuseContest(), 林晓燕)
  const next = passed.slips.at(-1)?.id ?? ''
  return [
    sample('交办单 申请退回表单', issued, slipRef(issued), formFace('contest', onSlip(issued))),
    sample('交办单 退回待裁定', asked, slipRef(asked)),
    sample('退回申请', asked, ask(asked, 'contest')),
    sample('退回申请 改派表单', asked, ask(asked, 'contest'), formFace('reassign', onSlip(asked, 1))),
    sample(
      '退回申请 不予退回表单',
      asked,
      ask(asked, 'contest'),
      formFace('refuse_contest', onSlip(asked, 1)),
    ),
    sample('退回申请 已改派', passed, ask(passed, 'contest')),
    sample('退回申请 不予退回', refused, ask(refused, 'contest')),
    sample('退回裁定 改派', passed, ruling(passed, 'contest')),
    sample('退回裁定 不予退回', refused, ruling(refused, 'contest')),
    sample('交办单 已作废', passed, slipRef(passed)),
    sample('交办单 改派新单', passed, { kind: 'slip', slipId: next }),
    sample('交办单 不予退回', refused, slipRef(refused)),
  ]
}

function deferralSamples(setting: Setting): readonly Sample[] {
  const signed = signedSlip(setting)
  const asked = signed.after(requestDeferral(RECHECK), 王立)
  const granted = asked.after(grantDeferral(), 林晓燕)
  const refused = asked.after(refuseDeferral(), 林晓燕)
  const revived = granted.sweep(RECHECK)
  return [
    sample('交办单 暂不具备条件表单', signed, slipRef(signed), formFace('request_deferral', onSlip(signed))),
    sample('交办单 暂缓待裁定', asked, slipRef(asked)),
    sample('暂缓申请', asked, ask(asked, 'deferral')),
    sample(
      '暂缓申请 不同意表单',
      asked,
      ask(asked, 'deferral'),
      formFace('refuse_deferral', onSlip(asked, 1)),
    ),
    sample('暂缓申请 已同意', granted, ask(granted, 'deferral')),
    sample('暂缓申请 不同意', refused, ask(refused, 'deferral')),
    sample('暂缓裁定 同意', granted, ruling(granted, 'deferral')),
    sample('暂缓裁定 不同意', refused, ruling(refused, 'deferral')),
    sample('交办单 暂不具备条件', granted, slipRef(granted)),
    sample('恢复办理', revived, { kind: 'revived', slipId: revived.slip.id, n: 1 }),
    sample('交办单 恢复办理', revived, slipRef(revived)),
  ]
}

/** A holiday notice that came late; limits of natural hours are not moved by one. */
function noticeSamples(setting: Setting): readonly Sample[] {
  const moved = signedSlip(setting).when(rederiveLimits(2), system)
  if (moved.outcome !== 'done') return []
  const told: CardRef = { kind: 'limits_moved', slipId: moved.slip.id, n: 1 }
  return [
    sample('时限调整', moved, told),
    sample('时限调整 已反馈', moved.after(submitFinal(), 王立), told),
    sample('交办单 时限调整', moved, slipRef(moved)),
  ]
}

function amendSamples(setting: Setting): readonly Sample[] {
  const signed = signedSlip(setting)
  const { id } = signed.slip
  const small = signed.after(amend(), 周建国)
  const great = signed.after(
    amend({
      reason: '上级要求提前办结。',
      demand: '请在两日内公布水质检测结果。',
      link: null,
      term: { kind: 'workdays', n: 3 },
    }),
    周建国,
  )
  const office: CardRef = { kind: 'issue_form', matterId: signed.matter.id }
  const amended: CardRef = { kind: 'amended', slipId: id, n: 1 }
  return [
    sample('拟稿表单 更正表单', signed, office, formFace('amend', onSlip(signed))),
    sample('拟稿表单 已更正', small, office),
    sample('更正通知 文字', small, amended),
    sample('更正通知 要求和时限', great, amended),
    sample('更正通知 已重新签收', great.after(signReceipt(), 王立), amended),
    sample('交办单 已更正', small, slipRef(small)),
    sample('交办单 更正后待签收', great, slipRef(great)),
  ]
}

function directiveSamples(setting: Setting): readonly Sample[] {
  const directed = neglectedSlip(setting).after(instruct(), 高远)
  const answered = directed.after(answerDirective(), 赵明)
  const late = directed.sweep(directed.now + 10 * DAY)
  const { id } = directed.slip
  const directive: CardRef = { kind: 'directive', slipId: id, n: 1 }
  return [
    sample('批示 回复表单', directed, directive, formFace('answer_directive', onSlip(directed, 1))),
    sample('批示 已回复', answered, directive),
    sample('批示提示 已回复', answered, { kind: 'directive_pending', slipId: id }),
    sample('逾期报告 批示已回复', answered, { kind: 'notice', slipId: id, n: 1 }),
    sample('逾期报告 再次报送', neglectedSlip(setting), { kind: 'notice', slipId: id, n: 1, again: 2 }),
    sample('批示 催办', late, { ...directive, rungKey: 'directive.urge.1@1' }),
    sample('批示提示 催办', late, {
      kind: 'directive_pending',
      slipId: id,
      n: 1,
      rungKey: 'directive.urge.1@1',
    }),
    sample('批示逾期报告', late, { kind: 'directive_late', slipId: id, n: 1 }),
    sample('批示逾期报告 已回复', answered, { kind: 'directive_late', slipId: id, n: 1 }),
    ...orderSamples(setting),
  ]
}

function orderSamples({ draft, ...setting }: Setting): readonly Sample[] {
  const ordered = {
    ...setting,
    draft: { ...draft, support: [], category: 'N7', order: mayorsOrder },
  } as const
  const issued = issuedSlip(ordered)
  const reviewed = slipUnderReview(ordered)
  const closed = reviewed.after(signOff(), 刘国强).after(acceptFeedback(), 林晓燕)
  const again = closed.after(instruct(), 高远)
  const { id } = issued.slip
  const report = { kind: 'result_report', slipId: id, n: 1 } as const
  const drafting = draftingMatter()
  const asked = formFace(
    'submit_draft',
    { matter: drafting.matter.id, rev: drafting.matter.rev },
    { category: 'N7' },
    {
      kind: 'problems',
      problems: [
        { field: 'leader', why: 'missing' },
        { field: 'directive', why: 'missing' },
      ],
    },
  )
  return [
    sample('拟稿表单 领导批示件', drafting, { kind: 'issue_form', matterId: drafting.matter.id }, asked),
    sample('交办单 领导批示件', issued, slipRef(issued)),
    sample('领导批示', issued, { kind: 'order', slipId: id }),
    sample('反馈审核 领导批示件', reviewed, {
      kind: 'review',
      slipId: id,
      finalRev: reviewed.slip.final?.rev ?? 0,
    }),
    sample('呈报单', closed, { ...report, place: 'leader' }),
    sample('呈报单 领导群', closed, { ...report, place: 'leaders' }),
    sample('呈报单 另有批示', again, { ...report, place: 'office' }),
  ]
}
