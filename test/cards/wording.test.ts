import { describe, expect, it } from 'vitest'
import {
  answerFormWords,
  buttonWords,
  categoryWords,
  causeWords,
  commandRefusalWords,
  defectWords,
  derivationLines,
  doneWords,
  lasting,
  levelWords,
  moment,
  outcomeWords,
  problemWords,
  quietWords,
  refusalWords,
  roleWords,
  sayProblem,
  sayQuiet,
  sayRefusal,
  slipStatusWords,
  termWords,
} from '../../cards/wording.ts'
import { adviceWords, sayAdvice } from '../../cards/wording-advice.ts'
import type { Advice } from '../../src/domain/advice.ts'
import type { CommandRefusal } from '../../src/domain/card-ref.ts'
import { deadlineOf } from '../../src/domain/clocks.ts'
import { defaultPolicy } from '../../src/domain/policy.ts'
import type { FieldProblem, Quiet, Refusal } from '../../src/domain/refusal.ts'
import { parseTerm } from '../../src/domain/term-text.ts'
import { MINUTE } from '../../src/domain/time.ts'
import { calendar, on } from '../support/people.ts'

const now = on('2026-11-25 10:00')
const at = on('2026-11-24 16:30')
const by = '王立'

const refusals: readonly Refusal[] = [
  { code: 'not_registered' },
  { code: 'not_your_unit', unit: '市水务集团' },
  { code: 'role_needed', roles: ['chief', 'spokesperson'] },
  { code: 'own_draft' },
  { code: 'not_found' },
  { code: 'main_not_found', ref: '20261120-007' },
  { code: 'main_is_itself' },
  { code: 'main_is_over', ref: '20261120-007', status: 'closed' },
  { code: 'secret_text' },
  { code: 'attachment_too_large' },
  { code: 'attachment_wrong_kind' },
  { code: 'attachments_full', most: 20 },
  { code: 'stale_card' },
  { code: 'matter_not_drafting', status: 'issued' },
  { code: 'matter_not_issued', status: 'closed' },
  { code: 'not_monitored' },
  { code: 'call_in_future' },
  { code: 'call_too_old', hours: 24 },
  { code: 'formal_not_owed' },
  { code: 'formal_not_submitted' },
  { code: 'release_not_owed' },
  { code: 'conference_not_owed' },
  { code: 'no_clue_here' },
  { code: 'clue_not_yours' },
  { code: 'conference_held', at },
  { code: 'matter_not_awaiting_approval', status: 'closed' },
  { code: 'receipt_first' },
  { code: 'slip_closed', at },
  { code: 'slip_withdrawn', at },
  { code: 'slip_under_review' },
  { code: 'slip_not_under_review' },
  { code: 'signoff_missing', by: 'chief' },
  { code: 'signoff_missing', by: 'spokesperson' },
  { code: 'signoff_not_needed' },
  { code: 'first_response_missing' },
  { code: 'published_in_future' },
  { code: 'published_before_issue' },
  { code: 'term_not_in_future' },
  { code: 'supervision_not_proposed' },
  { code: 'unit_gone', unit: '市水务局' },
  { code: 'slip_voided', at },
  { code: 'slip_contested' },
  { code: 'slip_deferred', until: at },
  { code: 'extension_too_late', due: at },
  { code: 'extension_not_for_urgent' },
  { code: 'extension_used_up', max: 1 },
  { code: 'extension_not_later', due: at },
  { code: 'extension_too_long', latest: at },
  { code: 'contest_too_late', due: at },
  { code: 'contest_final', max: 2 },
  { code: 'contest_own_unit' },
  { code: 'recheck_not_in_future' },
  { code: 'recheck_too_far', latest: at },
  { code: 'nothing_amended' },
  { code: 'nothing_asked' },
  { code: 'notice_not_yours' },
  { code: 'not_for_whistle' },
  { code: 'whistle_only' },
  { code: 'confidants_gone' },
  { code: 'accountability_not_proposed' },
  { code: 'discipline_office_missing' },
  { code: 'not_a_watch' },
  { code: 'watch_not_accepted' },
  { code: 'watch_turned', status: 'drafting' },
  { code: 'watch_not_in_future' },
  { code: 'watch_not_later', until: at },
  { code: 'unit_holds_slip', unit: '市住建局', no: '网舆交〔2026〕2号' },
  { code: 'matter_over', status: 'closed' },
  { code: 'meeting_not_in_future' },
  { code: 'not_invited' },
  { code: 'not_a_unit', body: '市领导' },
  { code: 'lead_taken', unit: '市水务集团', no: '网舆交〔2026〕1号' },
  { code: 'demand_full', no: '网舆交〔2026〕1号' },
  { code: 'form_incomplete', problems: [{ field: 'title', why: 'missing' }] },
  { code: 'form_incomplete', problems: [] },
]

const commandRefusals: readonly CommandRefusal[] = [
  { code: 'argument_missing', command: '/查', example: '/查 12号' },
  { code: 'slip_not_found_here' },
  { code: 'group_not_bound' },
  { code: 'unit_unknown', typed: '自来水厂', near: ['市水务集团'] },
  { code: 'unit_unknown', typed: '自来水厂', near: [] },
  { code: 'only_in_group' },
  { code: 'private_chat_only' },
  { code: 'chat_bound_elsewhere', body: '市住建局' },
  { code: 'office_chat_only' },
  { code: 'file_unreachable', why: 'too_large' },
  { code: 'file_unreachable', why: 'restricted' },
  { code: 'file_unreachable', why: 'forwarded' },
  { code: 'file_unreachable', why: 'gone' },
  { code: 'file_unreachable', why: 'outside' },
  { code: 'file_unreachable', why: 'scope_missing' },
  { code: 'file_unreachable', why: 'other' },
  { code: 'file_for_what' },
  { code: 'file_not_sent', why: 'scope_missing' },
  { code: 'file_not_sent', why: 'other' },
  { code: 'file_not_sent', why: 'other', what: 'table' },
  { code: 'own_chat_only' },
  { code: 'term_unreadable' },
  { code: 'notice_unreadable', problem: { why: 'no_year' } },
  { code: 'notice_unreadable', problem: { why: 'nothing_read' } },
  { code: 'notice_unreadable', problem: { why: 'no_such_days', line: '2月30日放假' } },
  { code: 'notice_unreadable', problem: { why: 'weekday_differs', line: '1月1日（周四）放假' } },
  {
    code: 'notice_unreadable',
    problem: { why: 'count_differs', line: '2月5日至11日放假，共8天', said: 8, counted: 7 },
  },
  { code: 'no_notice_entered' },
]

const quiets: readonly Quiet[] = [
  { code: 'already_signed', by, at },
  { code: 'already_submitted', by, at },
  { code: 'already_approved', by, at },
  { code: 'already_accepted', by, at },
  { code: 'already_requested', by, at },
  { code: 'already_signed_off', by, at },
  { code: 'already_withdrawn', by, at },
  { code: 'already_ruled', by, at },
  { code: 'already_proposed', by, at },
  { code: 'already_sent_back', by, at },
  { code: 'already_taken_up', status: 'drafting' },
  { code: 'already_acknowledged', at },
  { code: 'already_asked', by, at },
  { code: 'already_answered', by, at },
  { code: 'limits_stand' },
  { code: 'already_assigned', by, at },
  { code: 'already_released', by, at },
  { code: 'already_handed_over', by, at },
  { code: 'already_received', by, at },
  { code: 'already_monitored', by: '林晓燕', at: now },
  { code: 'monitoring_ended', by: '林晓燕', at: now },
  { code: 'accountability_proposed', by, at },
  { code: 'already_praised', at },
  { code: 'watch_lifted', by, at },
  { code: 'already_convened', by, at },
  { code: 'already_confirmed', by, at },
  { code: 'already_recorded', by, at },
  { code: 'conference_over', at },
  { code: 'rungs_already_climbed' },
  { code: 'shown_just_now', at },
  { code: 'reminded_just_now', at },
  { code: 'already_declined', by, at },
  { code: 'already_merged', ref: '20261120-007' },
  { code: 'already_attached', by: '王立', at: on('2026-11-24 09:00') },
  { code: 'repeat' },
]

const problems: readonly FieldProblem[] = [
  { field: 'title', why: 'missing' },
  { field: 'summary', why: 'too_long', max: 800, length: 912 },
  { field: 'level', why: 'not_a_choice' },
  { field: 'link', why: 'not_a_link' },
  { field: 'no_link_reason', why: 'other_platform' },
  { field: 'lead', why: 'unknown_unit', typed: '自来水厂', near: ['市水务集团'] },
  { field: 'lead', why: 'one_lead_only' },
  { field: 'unit', why: 'one_lead_only' },
  { field: 'support', why: 'too_many_units', max: 12 },
  { field: 'members', why: 'too_many_members', max: 20 },
  { field: 'request_type', why: 'whistle_apart' },
  { field: 'support', why: 'lead_also_support', unit: '市水务集团' },
  { field: 'term', why: 'unreadable_term' },
  { field: 'term', why: 'past_term' },
  { field: 'term', why: 'too_long_term' },
  { field: 'answered_at', why: 'unreadable_time' },
  { field: 'lead', why: 'unit_excluded', unit: '市民政局' },
  { field: 'lead', why: 'one_unit_only' },
  { field: 'handlers', why: 'unknown_person', typed: '王力', known: ['王立', '陈燕'] },
  { field: 'handlers', why: 'unknown_person', typed: '王力', known: [] },
  { field: 'handlers', why: 'same_name', typed: '王立' },
  { field: 'handlers', why: 'not_nameable', name: '孙倩' },
  { field: 'approver', why: 'own_approver' },
  { field: 'approver', why: 'one_person_only' },
  { field: 'leaver', why: 'not_named' },
  { field: 'called_at', why: 'unreadable_moment' },
]

const advice: readonly Advice[] = [
  {
    code: 'empty_phrases',
    found: [
      { field: 'measures', phrases: ['近期', '有关部门'] },
      { field: 'next_steps', phrases: ['择机'] },
    ],
  },
  {
    code: 'similar_matters',
    found: [
      {
        matterId: 'matter-0',
        ref: '20261120-007',
        title: '翠湖苑水黄',
        status: 'issued',
        registeredAt: at,
        by: 'link',
      },
    ],
  },
  { code: 'support_silent', units: ['市住建局', '市卫健委'] },
  { code: 'figures_differ', measures: ['户', 'date'] },
]

const codes = (list: readonly { readonly code: string }[]) =>
  [...new Set(list.map(({ code }) => code))].sort()

/** Official style: whole sentences, calm, in Chinese. */
function expectOfficial(sentence: string): void {
  expect(sentence).toMatch(/[。]$/)
  expect(sentence).not.toMatch(/[！!]/)
  // Kinds and sizes of files have no other names.
  expect(sentence.replace(/PDF|Word|Excel|JPG|PNG|docx|xlsx|MB/g, '')).not.toMatch(/[A-Za-z]/)
  expect(sentence).not.toMatch(/undefined|null|NaN|\$\{/)
}

describe('every "no" has its sentence', () => {
  it('leaves no code without an example here', () => {
    expect(codes(refusals)).toEqual(Object.keys(refusalWords).sort())
    expect(codes(commandRefusals)).toEqual(Object.keys(commandRefusalWords).sort())
    expect(codes(quiets)).toEqual(Object.keys(quietWords).sort())
    expect([...new Set(problems.map(({ why }) => why))].sort()).toEqual(Object.keys(problemWords).sort())
  })

  it.each([...refusals, ...commandRefusals].map((one) => [one.code, one] as const))('%s', (_, refusal) => {
    expectOfficial(sayRefusal(refusal, now))
  })

  it.each(quiets.map((one) => [one.code, one] as const))('%s is told calmly', (_, quiet) => {
    expectOfficial(sayQuiet(quiet, now))
  })

  it.each(problems.map((one) => [one.why, one] as const))('the field problem %s', (_, problem) => {
    expectOfficial(sayProblem(problem, 'submit_draft'))
  })

  it('says what to do next', () => {
    expect(sayRefusal({ code: 'receipt_first' }, now)).toBe('请先确认签收，再办理此项。')
    expect(sayRefusal({ code: 'not_your_unit', unit: '市水务集团' }, now)).toBe(
      '本单由市水务集团办理，您不在该单位承办人员名单中；如有变动请联系市网信办。',
    )
    expect(sayQuiet({ code: 'already_signed', by, at }, now)).toBe(
      '王立已于11月24日（周二）16:30签收，无需重复操作。',
    )
  })

  it('names a field by the label it has in that form', () => {
    expect(sayProblem({ field: 'term', why: 'past_term' }, 'send_back')).toContain('“重办时限”')
    expect(sayProblem({ field: 'term', why: 'past_term' }, 'submit_draft')).toContain('“办理时限”')
    expect(sayProblem({ field: 'constructor', why: 'missing' }, null)).toBe('“表单内容”没有填写，请补充。')
  })
})

describe('every piece of advice has its sentence', () => {
  it('leaves no code without an example here', () => {
    expect(codes(advice)).toEqual(Object.keys(adviceWords).sort())
  })

  it.each(advice.map((one) => [one.code, one] as const))('%s', (_, one) => {
    expectOfficial(sayAdvice(one, 'submit_final'))
  })

  it('names field and phrase, and what would be better', () => {
    expect(advice.map((one) => sayAdvice(one, 'submit_final'))).toEqual([
      '“处置措施及结果”中有“近期”“有关部门”；“下一步打算”中有“择机”，建议改为具体的时间、措施和责任单位。',
      '与下列事项可能重复：\n20261120-007　翠湖苑水黄　已签发（链接相同）\n确属重复的，请点“并入”。',
      '市住建局、市卫健委尚未反馈口径，请先会商，确保回应准确一致。',
      '各单位所报数量（户）、日期不一致，请点“各单位口径”核对。',
    ])
  })
})

describe('what is told after an act', () => {
  it.each(Object.entries(doneWords))('%s', (_, sentence) => {
    expectOfficial(sentence)
  })

  it('keeps the words on the buttons by which people and operators find them', () => {
    expect(Object.values(buttonWords)).toEqual(
      expect.arrayContaining(
        '提交审核 签发 退回修改 确认签收 提交反馈 送签 同意签发 审核通过 退回重办 撤回 申请延期 申请退回 暂不具备条件 同意 不同意 改派 不予退回 更正 签发督办 不予督办 已阅 批示 返回'.split(
          ' ',
        ),
      ),
    )
  })
})

describe('the words of the closed lists', () => {
  it.each([
    ['levels', levelWords],
    ['categories', categoryWords],
    ['answer forms', answerFormWords],
    ['outcomes', outcomeWords],
    ['defects', defectWords],
    ['causes', causeWords],
    ['roles', roleWords],
    ['states', slipStatusWords],
  ])('%s are all different, short and Chinese', (_, words) => {
    const all = Object.values(words)
    expect(new Set(all).size).toBe(all.length)
    for (const word of all) {
      expect(word).toMatch(/^[\u4e00-\u9fff，、：（）]{2,16}$/)
    }
  })
})

describe('times', () => {
  it('are told with the weekday, and with the year when it is another', () => {
    expect(moment(on('2026-11-25 17:30'), now)).toBe('11月25日（周三）17:30')
    expect(moment(on('2027-01-04 09:05'), now)).toBe('2027年1月4日（周一）09:05')
  })

  it('are told as lengths in two units at most', () => {
    expect(lasting(30_000)).toBe('1分钟')
    expect(lasting(75 * MINUTE)).toBe('1小时15分钟')
    expect(lasting((2 * 1440 + 61) * MINUTE)).toBe('2天1小时')
  })

  it('of a limit read back as the same limit when a form is prefilled with them', () => {
    for (const typed of ['5个工作日', '24小时', '30分钟', '4个工作小时', '2026-12-01 17:30']) {
      const first = parseTerm(typed, now, () => '17:30')
      if (!first.ok) throw new Error(`${typed} was not read`)
      expect(parseTerm(termWords(first.term), now, () => '17:30')).toEqual(first)
    }
  })

  it('explain a limit line by line, the holiday and the working Saturday included', () => {
    const start = on('2026-09-24 10:00')
    const { steps } = deadlineOf({ kind: 'workdays', n: 5 }, start, calendar, defaultPolicy.hours)
    const lines = derivationLines(steps, start)
    expect(lines[0]).toBe('自9月24日（周四）10:00起算。')
    expect(lines.join('')).toContain('国庆节放假，不计。')
    expect(lines.at(-1)).toMatch(/^至\d+月\d+日（周.）17:30下班时到期。$/)
  })

  it('keep a very long explanation to a few lines', () => {
    const { steps } = deadlineOf({ kind: 'work_hours', n: 400 }, now, calendar, defaultPolicy.hours)
    const lines = derivationLines(steps, now)
    expect(steps.length).toBeGreaterThan(100)
    expect(lines.length).toBeLessThanOrEqual(15)
  })
})
