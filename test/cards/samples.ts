import { seatHelp } from '../../cards/wording-help.ts'
import type { CardRef } from '../../src/domain/card-ref.ts'
import { deadlineOf } from '../../src/domain/clocks.ts'
import { helpSeats } from '../../src/domain/help-seat.ts'
import { formatNo } from '../../src/domain/numbering.ts'
import { DAY, HOUR } from '../../src/domain/time.ts'
import {
  closedSlip,
  draftingMatter,
  freshOffice,
  issuedSlip,
  matterAwaitingApproval,
  neglectedSlip,
  type Setting,
  type Story,
  signedSlip,
  slipUnderReview,
  withdrawnSlip,
} from '../support/builders.ts'
import { calendar, on, 刘国强, 吴敏, 周建国, 林晓燕, 水务集团, 王立, 高远 } from '../support/people.ts'
import {
  acknowledge,
  declineSupervision,
  instruct,
  issueSupervision,
  register,
  remind,
  reportFirstResponse,
  reportProgress,
  requestSignoff,
  returnDraft,
  sendBack,
  signOff,
  startDraft,
  submitDraft,
  submitFinal,
  withdrawDraft,
} from '../support/wishes.ts'
import { accountabilitySamples } from './accountability-samples.ts'
import { askSamples } from './ask-samples.ts'
import { attachmentSamples } from './attachment-samples.ts'
import { conferenceSamples } from './conference-samples.ts'
import { formFace, plain, type Sample, sample } from './drawings.ts'
import { listSamples } from './list-samples.ts'
import { monitoringSamples } from './monitoring-samples.ts'
import { watchSamples } from './watch-samples.ts'

/** Every kind of card in every state it can stand in, told for one kind of draft. */
export function samplesFor(setting: Setting): readonly Sample[] {
  return [
    ...matterSamples(setting),
    ...slipSamples(setting),
    ...reviewSamples(setting),
    ...reminderSamples(setting),
    ...escalationSamples(setting),
    ...askSamples(setting),
    ...accountabilitySamples(setting),
    ...listSamples(setting),
    ...monitoringSamples(setting),
    ...conferenceSamples(setting),
    ...watchSamples(),
    ...attachmentSamples(setting),
  ]
}

function matterSamples(setting: Setting): readonly Sample[] {
  const drafting = draftingMatter()
  const waiting = matterAwaitingApproval(setting)
  const returned = waiting.after(returnDraft(), 周建国)
  const again = returned.after(submitDraft(setting.draft), 林晓燕)
  const issued = issuedSlip(setting)
  const matterId = drafting.matter.id
  const form: CardRef = { kind: 'issue_form', matterId }
  const approval: CardRef = { kind: 'approval', matterId, draftRev: waiting.matter.draftRev }
  const found = freshOffice().after(
    register({
      drafting: false,
      chatId: 水务集团.chatId,
      seed: { title: '翠湖苑自来水发黄', platform: '抖音', summary: '居民拍视频上网，评论较多。' },
    }),
    王立,
  )
  return [
    sample('拟稿表单', drafting, form),
    sample(
      '拟稿表单 填写有误退回',
      drafting,
      form,
      formFace(
        'submit_draft',
        { matter: matterId, rev: 1 },
        { title: '翠湖苑自来水发黄', lead: '自来水厂', term: '尽快', category: 'N2' },
        {
          kind: 'problems',
          problems: [
            { field: 'summary', why: 'missing' },
            { field: 'lead', why: 'unknown_unit', typed: '自来水厂', near: ['市水务集团'] },
            { field: 'term', why: 'unreadable_term' },
          ],
        },
      ),
    ),
    sample('拟稿表单 待签发', waiting, form),
    sample('拟稿表单 退回修改后', returned, form),
    sample('拟稿表单 已签发', issued, form),
    sample('拟稿表单 已办结', closedSlip(setting), form),
    sample('拟稿表单 已撤回', waiting.after(withdrawDraft(), 林晓燕), form),
    sample('审核', waiting, approval),
    sample(
      '审核 退回修改表单',
      waiting,
      approval,
      formFace('return_draft', { matter: matterId, rev: waiting.matter.draftRev }),
    ),
    sample('审核 已签发', issued, approval),
    sample('审核 已退回', returned, approval),
    sample('审核 已有新稿', again, approval),
    sample('审核 已撤回', waiting.after(withdrawDraft(), 林晓燕), approval),
    sample('退回修改通知', returned, { kind: 'draft_returned', matterId, n: 1 }),
    sample('退回修改通知 已重报', again, { kind: 'draft_returned', matterId, n: 1 }),
    sample('登记通知', found, { kind: 'registered', matterId }),
    sample('登记通知 已受理', found.after(startDraft(), 林晓燕), { kind: 'registered', matterId }),
    sample('登记通知 已撤回', found.after(withdrawDraft(), 林晓燕), { kind: 'registered', matterId }),
    sample('拟稿表单 受理登记后', found.after(startDraft(), 林晓燕), form),
  ]
}

function slipSamples(setting: Setting): readonly Sample[] {
  const issued = issuedSlip(setting)
  const signed = signedSlip(setting)
  const progressing = signed.after(reportProgress(), 王立)
  const submitted = slipUnderReview(setting)
  const back = submitted.after(sendBack(), 林晓燕)
  const { slip } = issued
  const ref: CardRef = { kind: 'slip', slipId: slip.id }
  const onSlip = { slip: slip.id, rev: signed.slip.rev }
  const sentBack: CardRef = { kind: 'sent_back', slipId: slip.id, n: 1 }
  return [
    sample('交办单 待签收', issued, ref),
    sample('交办单 待签收逾期', issued, ref, plain, { now: issued.now + 3 * DAY }),
    sample('交办单 办理中', signed, ref),
    sample('交办单 办理中有进展', progressing.after(reportFirstResponse(), 王立), ref),
    sample('交办单 待审核', submitted, ref),
    sample('交办单 退回重办', back, ref),
    sample('交办单 已办结', closedSlip(setting), ref),
    sample('交办单 已撤回', withdrawnSlip(setting), ref),
    sample('交办单 提交反馈表单', signed, ref, formFace('submit_final', onSlip)),
    sample('交办单 重报反馈表单', back, ref, formFace('submit_final', onSlip)),
    sample(
      '交办单 反馈被拒退回',
      signed,
      ref,
      formFace(
        'submit_final',
        onSlip,
        {
          findings: '支管锈蚀',
          measures: '已更换',
          outcome: 'solved',
          answered_at: '2026-11-23 18:05 +0800',
        },
        { kind: 'refusal', refusal: { code: 'published_in_future' } },
      ),
    ),
    sample(
      '交办单 反馈有提示退回',
      signed,
      ref,
      formFace(
        'submit_final',
        onSlip,
        { findings: '支管锈蚀', measures: '近期协调有关部门更换', outcome: 'planned' },
        {
          kind: 'advice',
          advice: [{ code: 'empty_phrases', found: [{ field: 'measures', phrases: ['近期', '有关部门'] }] }],
        },
      ),
    ),
    sample(
      '交办单 反馈遇故障退回',
      signed,
      ref,
      formFace('report_progress', onSlip, { progress: '已取样送检' }, { kind: 'fault', reference: 'F7K2' }),
    ),
    sample('交办单 登记首次回应表单', signed, ref, formFace('report_first_response', onSlip)),
    sample('退回重办通知', back, sentBack),
    sample('退回重办通知 已重报', back.after(submitFinal(), 王立), sentBack),
    sample('撤回通知', withdrawnSlip(setting), { kind: 'withdrawn', slipId: slip.id }),
  ]
}

function reviewSamples(setting: Setting): readonly Sample[] {
  const submitted = slipUnderReview(setting)
  const { slip } = submitted
  const finalRev = slip.final?.rev ?? 0
  const ref: CardRef = { kind: 'review', slipId: slip.id, finalRev }
  const signoff: CardRef = { kind: 'signoff', slipId: slip.id, finalRev }
  const back = submitted.after(sendBack(), 林晓燕)
  const onSlip = { slip: slip.id, rev: slip.rev }
  return [
    sample('反馈审核', submitted, ref),
    sample('反馈审核 退回重办表单', submitted, ref, formFace('send_back', onSlip)),
    sample('反馈审核 撤回表单', submitted, ref, formFace('withdraw_slip', onSlip)),
    sample('反馈审核 已通过', closedSlip(setting), ref),
    sample('反馈审核 已退回', back, ref),
    sample('反馈审核 已再次提交', back.after(submitFinal(), 王立), ref),
    ...(slip.signoff.required
      ? [
          sample('送签', submitted.after(requestSignoff(), 王立), signoff),
          sample('交办单 已送签', submitted.after(requestSignoff(), 王立), { kind: 'slip', slipId: slip.id }),
          sample('反馈审核 已同意签发', submitted.after(signOff(), 刘国强), ref),
          sample('送签 已同意签发', submitted.after(signOff(), 刘国强), signoff),
        ]
      : []),
  ]
}

function reminderSamples(setting: Setting): readonly Sample[] {
  const issued = issuedSlip(setting)
  const signed = signedSlip(setting)
  const { id } = issued.slip
  const limit = (story: Story, name: string) =>
    story.slip.clocks.find((clock) => clock.name === name)?.deadline.at ?? story.now
  const ref = (rungKey: string | null): CardRef => ({ kind: 'reminder', slipId: id, rungKey })
  const first = limit(signed, 'first_response')
  const receipt = limit(issued, 'receipt')
  return [
    sample('催办 未签收', issued, ref('receipt.urge.1@1'), plain, { now: limit(issued, 'receipt') + HOUR }),
    sample('催办 已签收后', signed, ref('receipt.urge.1@1')),
    sample('到期提醒 首次回应', signed, ref('first_response.remind@1'), plain, { now: first - HOUR }),
    sample('催办 未回应', signed, ref('first_response.urge.1@1'), plain, { now: first + HOUR }),
    sample('催办 未反馈', signed.after(reportFirstResponse(), 王立), ref('feedback.urge.1@1'), plain, {
      now: limit(signed, 'feedback') + HOUR,
    }),
    sample('催办 已有新的一条', issued.sweep(receipt).sweep(receipt + DAY), ref('receipt.urge.1@1')),
    sample('催办 多项逾期', neglectedSlip(setting), ref('feedback.escalate@1')),
    sample('人工催办', issued.after(remind(), 林晓燕), ref(null)),
    sample('人工催办 已提交后', slipUnderReview(setting), ref(null)),
  ]
}

function escalationSamples(setting: Setting): readonly Sample[] {
  const neglected = neglectedSlip(setting)
  const { slip } = neglected
  const issued = neglected.after(issueSupervision(), 吴敏)
  const declined = neglected.after(declineSupervision(), 吴敏)
  const read = neglected.after(acknowledge(), 高远)
  const directed = read.after(instruct(), 高远)
  const proposal: CardRef = { kind: 'supervision_proposal', slipId: slip.id, n: 1 }
  const notice: CardRef = { kind: 'notice', slipId: slip.id, n: 1 }
  const onSlip = { slip: slip.id, rev: slip.rev }
  return [
    sample('提请督办', neglected, proposal),
    sample('提请督办 签发表单', neglected, proposal, formFace('issue_supervision', onSlip)),
    sample('提请督办 已签发', issued, proposal),
    sample('提请督办 不予督办', declined, proposal),
    sample('督办通知', issued, { kind: 'supervision', slipId: slip.id, n: 1 }),
    sample('交办单 督办中', issued, { kind: 'slip', slipId: slip.id }),
    sample('逾期报告', neglected, notice),
    sample('逾期报告 批示表单', neglected, notice, formFace('instruct', { ...onSlip, n: 1 })),
    sample('逾期报告 已阅已批示', directed, notice),
    sample('批示', directed, { kind: 'directive', slipId: slip.id, n: 1 }),
    sample('批示提示', directed, { kind: 'directive_pending', slipId: slip.id }),
  ]
}

/** Short answers, each of its kind. */
export function answerSamples(): readonly Sample[] {
  const story = issuedSlip()
  const no = formatNo(story.slip.no)
  const start = on('2026-11-27 16:00')
  const { hours } = story.policy
  const week = deadlineOf({ kind: 'workdays', n: 5 }, start, calendar, hours)
  const year = deadlineOf({ kind: 'work_hours', n: 200 }, start, calendar, hours)
  const newYear = {
    year: 2027,
    holidays: { '2027-01-01': '元旦', '2027-01-02': '元旦', '2027-01-03': '元旦' },
    makeups: { '2027-01-09': '元旦' },
  }
  const asked = {
    of: 'ledger',
    text: '自来水',
    asker: 林晓燕.openId,
    bodyId: null,
    restOf: null,
    page: 0,
  } as const
  const answer = (name: string, said: Extract<CardRef, { kind: 'answer' }>['answer']) =>
    sample(`答复 ${name}`, story, { kind: 'answer', answer: said })
  return [
    ...helpSeats.map((seat) =>
      answer(`帮助 ${seatHelp[seat].word}`, { say: 'help', unknown: null, forBody: true, seats: [seat] }),
    ),
    answer('帮助 两种身份', { say: 'help', unknown: null, forBody: true, seats: ['office', 'approver'] }),
    answer('帮助 台账', { say: 'help', unknown: null, forBody: true, seats: ['leader'], about: '台账' }),
    answer('帮助', { say: 'help', unknown: null, forBody: true }),
    answer('不识别的指令', { say: 'help', unknown: '催促', forBody: false }),
    answer('导出台账 在群里', { say: 'table_coming', list: asked, here: false }),
    answer('导出台账 单聊', { say: 'table_coming', list: { ...asked, text: null }, here: true }),
    answer('导出台账 过长', { say: 'table_cut', total: 6120, most: 5000 }),
    answer('导出台账 没有', { say: 'table_empty' }),
    answer('未能办理', { say: 'refusal', refusal: { code: 'group_not_bound' } }),
    answer('无需重复', { say: 'quiet', quiet: { code: 'reminded_just_now', at: story.now } }),
    answer('故障', { say: 'fault', reference: 'F7K2' }),
    answer('消息未送达', { say: 'undelivered', where: '市水务集团', card: 'slip', no, code: '230002' }),
    answer('已催办', { say: 'reminded', no }),
    answer('已提请督办', { say: 'supervision_proposed', no }),
    answer('已表扬', { say: 'praised', no }),
    answer('已登记', { say: 'registered', ref: story.matter.ref }),
    answer('系统自查', {
      say: 'audit',
      all: 9,
      gaps: [
        { what: 'rung_missed', slipId: story.slip.id, key: 'feedback.urge.1@1', due: start },
        { what: 'not_written', slipId: story.slip.id, key: 'receipt.urge.1@1', due: start },
        { what: 'not_sent', key: `slip/${story.slip.id}`, due: start, code: '230002' },
      ],
    }),
    answer('放假安排', { say: 'holidays', known: [2026], missing: [2027], entered: [] }),
    answer('放假安排 已录入', { say: 'holidays', known: [2026, 2027], missing: [], entered: [newYear] }),
    answer('请核对放假安排', { say: 'holidays_entered', arrangement: newYear }),
    answer('放假安排已启用', { say: 'holidays_adopted', arrangement: newYear }),
    answer('缺少放假安排', { say: 'holidays_missing', year: 2027 }),
    answer('已绑定', { say: 'bound', body: '市水务集团' }),
    answer('时限推算', { say: 'deadline', text: '5个工作日', start, at: week.at, steps: week.steps }),
    answer('时限推算 很长', {
      say: 'deadline',
      text: '200个工作小时',
      start,
      at: year.at,
      steps: year.steps,
    }),
  ]
}
