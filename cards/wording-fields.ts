import type { AnswerForm } from '../src/domain/dictionary.ts'
import type { ActName, FormAct } from './action.ts'
import { type Field, type FieldName, isFieldName } from './forms.ts'
import {
  answerFormWords,
  categoryWords,
  causeWords,
  defectWords,
  levelWords,
  outcomeWords,
  requestTypeWords,
  sensitivityWords,
} from './wording-dictionary.ts'

/** The words on the buttons: people and operators find them by these (kept stable). */
export const buttonWords: Readonly<Record<ActName, string>> = {
  start_draft: '拟制交办单',
  submit_draft: '提交审核',
  approve_issue: '签发',
  return_draft: '退回修改',
  withdraw_draft: '撤回本稿',
  start_monitoring: '启动监测',
  log_monitoring: '登记监测',
  end_monitoring: '结束监测',
  sign_receipt: '确认签收',
  report_first_response: '登记首次回应',
  report_progress: '阶段进展',
  submit_final: '提交反馈',
  request_signoff: '送签',
  sign_off: '同意签发',
  accept_feedback: '审核通过',
  send_back: '退回重办',
  withdraw_slip: '撤回',
  issue_supervision: '签发督办',
  decline_supervision: '不予督办',
  propose_supervision: '提请督办',
  propose_accountability: '提请问责',
  transfer: '移送',
  decline_transfer: '不移送',
  acknowledge: '已阅',
  acknowledge_file: '已阅',
  instruct: '批示',
  answer_directive: '回复批示',
  request_extension: '申请延期',
  grant_extension: '同意',
  refuse_extension: '不同意',
  contest: '申请退回',
  reassign: '改派',
  refuse_contest: '不予退回',
  request_deferral: '暂不具备条件',
  grant_deferral: '同意',
  refuse_deferral: '不同意',
  amend: '更正',
  submit_whistle: '提交审核',
  replace_confidant: '调整知悉人员',
  back: '返回',
}

/** What the opened form is for, told above it. */
export const formTitles: Readonly<Record<FormAct, string>> = {
  submit_draft: '拟制交办单',
  return_draft: '退回修改',
  withdraw_draft: '撤回本稿',
  start_monitoring: '启动全网监测',
  log_monitoring: '登记监测情况',
  report_first_response: '登记首次回应',
  report_progress: '报告阶段进展',
  submit_final: '提交办理反馈',
  send_back: '退回重办',
  withdraw_slip: '撤回交办单',
  issue_supervision: '签发督办通知',
  decline_supervision: '不予督办',
  propose_supervision: '提请督办',
  propose_accountability: '提请问责',
  transfer: '移送监察局',
  decline_transfer: '不移送',
  instruct: '作出批示',
  answer_directive: '回复批示',
  request_extension: '申请延期',
  refuse_extension: '不同意延期，或缩短延期',
  contest: '申请退回（非本单位职责）',
  reassign: '改派其他单位',
  refuse_contest: '不予退回',
  request_deferral: '暂不具备条件',
  refuse_deferral: '不同意暂缓',
  amend: '更正交办单',
  submit_whistle: '拟制举报件交办单',
  replace_confidant: '调整知悉人员',
}

const labels: Readonly<Record<FieldName, string>> = {
  title: '标题',
  summary: '摘要',
  platform: '来源平台',
  link: '原文链接',
  category: '分类',
  level: '等级',
  lead: '承办单位（牵头）',
  support: '协办单位',
  answer_form: '答复形式',
  term: '办理时限',
  demand: '办理要求',
  sensitivity: '敏感级别',
  reason: '原因',
  findings: '核查情况',
  measures: '处置措施及结果',
  outcome: '办理结果',
  next_steps: '下一步打算',
  answer_link: '回应链接',
  answered_at: '公开回应时间',
  no_link_reason: '无链接的原因',
  progress: '进展情况',
  defect: '退回原因',
  note: '具体说明',
  directive: '批示内容',
  directive_answer: '回复内容',
  until: '延期至',
  basis: '职责依据',
  unit: '建议承办单位',
  recheck: '拟重新办理日期',
  every: '监测间隔',
  observed: '监测情况',
  figures: '传播数据',
  excluded: '被举报单位',
  handlers: '承办人',
  approver: '审批人',
  leaver: '原知悉人员',
  successor: '接替人员',
  request_type: '诉求类型',
  cause: '事由',
  evidence: '情况和依据',
  consequence: '后果和影响',
  suggestion: '处理建议',
}

const labelsOfForm: Readonly<Partial<Record<FormAct, Partial<Record<FieldName, string>>>>> = {
  return_draft: { reason: '退回修改的原因' },
  withdraw_draft: { reason: '撤回原因' },
  withdraw_slip: { reason: '撤回原因' },
  decline_supervision: { reason: '不予督办的理由' },
  propose_supervision: { cause: '督办事由' },
  propose_accountability: { cause: '问责事由' },
  decline_transfer: { reason: '不移送的理由' },
  send_back: { term: '重办时限' },
  issue_supervision: { demand: '督办要求', term: '督办时限' },
  request_extension: { reason: '延期原因' },
  refuse_extension: { reason: '理由', until: '缩短为' },
  contest: { reason: '退回原因' },
  reassign: { unit: '改派单位' },
  refuse_contest: { reason: '不予退回的理由' },
  request_deferral: { reason: '暂不具备条件的原因', progress: '已做的工作' },
  refuse_deferral: { reason: '不同意的理由' },
  amend: { reason: '更正原因', term: '新的办理时限' },
  submit_whistle: { lead: '承办单位' },
}

const placeholders: Readonly<Record<FieldName, string>> = {
  title: '例：云溪区翠湖苑自来水发黄',
  summary: '时间、地点、网民反映的主要问题',
  platform: '例：人民网留言板、抖音、本地论坛',
  link: '选填，以 http 开头的网址',
  category: '请选择',
  level: '选填，不选按分类默认',
  lead: '例：市水务集团',
  support: '选填，多个单位用、分开',
  answer_form: '请选择',
  term: '选填，例：5个工作日，不填按规定',
  demand: '选填，例：请核实水质并公布检测结果',
  sensitivity: '请选择',
  reason: '请写明原因，对方据此办理',
  findings: '经核查的事实',
  measures: '已采取的措施和结果',
  outcome: '请选择',
  next_steps: '选填，尚需推进的事项和时间',
  answer_link: '公开回应的网址，没有请填下一项',
  answered_at: '不选即为现在',
  no_link_reason: '选填，例：原帖已删除，已在官网回应',
  progress: '目前办到哪一步，下一步是什么',
  defect: '请选择',
  note: '选填，指出需要补充或更正之处',
  directive: '请写批示内容，将私信承办单位主要领导、分管领导',
  directive_answer: '例：已约谈施工单位，管网本周五前更换完毕',
  until: '例：3个工作日（自现定时限往后计），或12月4日',
  basis: '例：三定方案规定该事项由市住建局负责',
  unit: '例：市住建局',
  recheck: '例：12月25日，或20个工作日',
  every: '选填，例：2小时，不填按规定',
  observed: '传播走势、网民主要观点、新的焦点',
  figures: '选填，例：阅读12万，转发三千余次',
  excluded: '多个单位用、分开；这些单位及所属单位看不到本件',
  handlers: '承办单位人员姓名，多人用、分开；仅所列人员收到',
  approver: '网信办审核签发人姓名，不能是本人',
  leaver: '姓名',
  successor: '姓名，须为同一单位的承办或审核人员',
  request_type: '选填，一般事项按此定时限',
  cause: '请选择',
  evidence: '写明事实、时间和依据，例：两次反馈均未说明整改时间',
  consequence: '选填，例：网民再次集中反映，省级媒体跟进报道',
  suggestion: '例：建议对承办单位办理不力问题进行调查',
}

const placeholdersOfForm: Readonly<Partial<Record<FormAct, Partial<Record<FieldName, string>>>>> = {
  report_first_response: { answer_link: '公开回应的网址' },
  issue_supervision: { demand: '例：请主要负责同志过问，查明原因并书面报告' },
  request_extension: { reason: '例：管网更换需停水施工，材料周四到货' },
  refuse_extension: { until: '选填，同意较短延期的填写，例：12月2日' },
  contest: { reason: '例：该小区为自建管网，不由本单位管养' },
  request_deferral: { reason: '例：须待明年汛后方可施工', progress: '例：已完成设计，已向居民说明' },
  submit_whistle: {
    title: '例：反映低保评定中收礼',
    summary: '由网信办概括，不照录原文，不写举报人信息',
    lead: '例：市监察局',
    demand: '选填，例：请核实，结果书面反馈',
  },
  amend: {
    demand: '选填，更改后须重新签收',
    level: '传播升级时调高，时限从严',
    term: '选填，不填为不变，更改后须重新签收',
  },
}

export function fieldLabel(field: FieldName, act: FormAct | null): string {
  return (act ? labelsOfForm[act]?.[field] : undefined) ?? labels[field]
}

/** An example of what to write. A select or picker has no label of its own, so its placeholder begins with the word. */
export function fieldPlaceholder(field: Field, act: FormAct): string {
  const text = placeholdersOfForm[act]?.[field.name] ?? placeholders[field.name]
  return field.kind === 'choice' || field.kind === 'moment' ? `${fieldLabel(field.name, act)}：${text}` : text
}

const choiceWords: Readonly<Record<string, string>> = {
  ...levelWords,
  ...categoryWords,
  ...requestTypeWords,
  ...(answerFormWords satisfies Record<AnswerForm, string>),
  ...sensitivityWords,
  ...outcomeWords,
  ...defectWords,
  ...causeWords,
}

/** The word of an option of any choice field. */
export function choiceWord(option: string): string {
  return choiceWords[option] ?? option
}

/** The label of a field by its name in the form; the name itself is never shown. */
export function labelNamed(name: string, act: FormAct | null): string {
  return isFieldName(name) ? fieldLabel(name, act) : '表单内容'
}
