import type { Term } from '../src/domain/clocks.ts'
import type { AnswerForm } from '../src/domain/dictionary.ts'
import type { ClockName } from '../src/domain/policy.ts'
import type { Duty } from '../src/domain/slip.ts'
import type { Instant } from '../src/domain/time.ts'
import { answerAsks, clockWords, missingWords } from './wording-dictionary.ts'
import { lasting, moment, termWords } from './wording-times.ts'

/** Sentences that stand on the cards, made of facts. */

export const sections = {
  item: '舆情事项',
  clocks: '时限',
  who: '联系与承办',
  why: '为什么是这个时限',
  feedback: '办理反馈',
  progress: '阶段进展',
  summary: '摘要全文',
  demand: '办理要求',
  timeline: '办理经过',
  slips: '交办单',
  limits: '时限',
  directive: '批示',
  returned: '退回情况',
} as const

interface Asked {
  readonly office: string
  readonly duty: Duty
  readonly leadName: string
  readonly answerForm: AnswerForm
  readonly platform: string
  /** The unit answers itself; false: the lead answers for all. */
  readonly answers: boolean
}

/** 于…前, or at once when that moment is gone: the clocks below tell the original limit. */
function by(limit: Instant, now: Instant): string {
  return now > limit ? '立即' : `于${moment(limit, now)}前`
}

function answerBefore(asked: Asked, first: Instant | null, now: Instant): string {
  const answer = answerAsks[asked.answerForm](asked.platform)
  return `${first === null ? '' : by(first, now)}${answer}，`
}

/** Who answers in the place of a supporting unit; where nothing is answered in public there is nothing to say. */
function leadAnswers({ answerForm, leadName }: Asked): string {
  if (answerForm === 'office_only') return ''
  return answerForm === 'in_person' ? `，由${leadName}统一答复反映人` : `，公开回应由${leadName}统一发布`
}

/** The one sentence a slip asks, by its state. */
export const asks = {
  sign: (asked: Asked, receipt: Instant, first: Instant | null, feedback: Instant, now: Instant): string => {
    if (!asked.answers) {
      return `请${by(receipt, now)}确认签收，配合${asked.leadName}核实处置，${by(feedback, now)}将核查处置情况反馈${asked.office}${leadAnswers(asked)}。`
    }
    const role = asked.duty === 'lead' ? '' : `配合${asked.leadName}`
    // 核实处置 is what a purely written answer asks for, so it need not be said twice.
    const act = asked.answerForm === 'office_only' ? '' : `${role}核实处置，`
    return `请${by(receipt, now)}确认签收，${act}${answerBefore(asked, first, now)}${by(feedback, now)}反馈${asked.office}。`
  },
  answer: (asked: Asked, first: Instant | null, feedback: Instant, now: Instant): string =>
    `请${answerBefore(asked, first, now)}${by(feedback, now)}提交反馈。`,
  feedback: (feedback: Instant, now: Instant): string => `请${by(feedback, now)}提交反馈。`,
  support: (asked: Asked, feedback: Instant, now: Instant): string =>
    `请${by(feedback, now)}将核查处置情况反馈${asked.office}${leadAnswers(asked)}。`,
  rework: (defect: string, feedback: Instant, now: Instant): string =>
    `反馈已退回：${defect}。请补充后${by(feedback, now)}重新提交。`,
  signoff: (signer: string, requested: boolean, office: string): string =>
    requested
      ? `反馈已送签，请${signer}同意签发，之后由${office}审核。`
      : `反馈已提交，请送${signer}签发，之后由${office}审核。`,
  review: (office: string): string => `反馈已提交，请等候${office}审核，目前无需操作。`,
  closed: (at: Instant, now: Instant): string => `本单已于${moment(at, now)}审核通过并办结。`,
  withdrawn: (at: Instant, now: Instant): string => `本单已于${moment(at, now)}撤回，无需再办理。`,
  contested: (office: string): string => `本单已申请退回，请等候${office}裁定，裁定前时限照算。`,
  deferred: (until: Instant, now: Instant): string =>
    `本单暂不具备条件，${moment(until, now)}恢复办理，期间请继续推进；条件具备的请提前提交反馈。`,
  voided: (unit: string): string => `本单已作废，改由${unit}承办，无需再办理。`,
} as const

/** One line of the clocks. */
export const clockLines = {
  done: (name: ClockName, at: Instant, limit: Instant, now: Instant): string =>
    `${clockWords[name]}：${moment(at, now)}完成${at > limit ? `，原定${moment(limit, now)}前，已逾期` : ''}`,
  due: (name: ClockName, limit: Instant, now: Instant): string =>
    `${clockWords[name]}：${moment(limit, now)}前`,
  overdue: (name: ClockName, limit: Instant, now: Instant): string =>
    `${clockWords[name]}：原定${moment(limit, now)}前，已逾期`,
} as const

export const reminderLines = {
  ahead: (no: string, name: ClockName, limit: Instant, now: Instant): string =>
    `${no}应于${moment(limit, now)}前${missingWords[name]}，目前尚未${missingWords[name]}，请按时办理。`,
  late: (no: string, name: ClockName, limit: Instant, now: Instant): string =>
    `${no}应于${moment(limit, now)}前${missingWords[name]}，截至目前仍未${missingWords[name]}，已逾期，请立即办理。`,
  consequence: (name: ClockName, at: Instant, supervision: string, now: Instant): string =>
    `至${moment(at, now)}仍未${missingWords[name]}的，将提请${supervision}督办。`,
  proposed: (supervision: string): string => `本单已提请${supervision}督办。`,
  byOffice: (office: string): string => `${office}催办。`,
  later: '已有新的提醒，请以最新一条为准。',
  met: '本次提醒的事项已办理，其余时限见下。',
} as const

/** Sent again, since nobody has taken it up. */
export function timesWord(again: number | undefined): string {
  return again === undefined ? '' : `（第${again}次报送，尚无人阅处）`
}

/** 督办 and notices to leaders. */
export const supervisionLines = {
  proposal: (no: string, unit: string, supervision: string): string =>
    `${no}由${unit}办理，逾期未办结，提请${supervision}督办，请审定。`,
  proposalFor: (no: string, unit: string, cause: string, supervision: string): string =>
    `${no}由${unit}办理，${cause}，提请${supervision}督办，请审定。`,
  cause: (cause: string): string => `督办事由：${cause}`,
  sentBackGround: (name: string, times: number): string =>
    `${name}提请，理由：办理反馈已${times}次退回重办。`,
  officeGround: (name: string, ground: string): string => `${name}提请，理由：${ground}`,
  ladderGround: '经催办仍未办理，按规定提请。',
  issued: (office: string, issuedAt: Instant, unit: string, limit: Instant, now: Instant): string =>
    `${office}于${moment(issuedAt, now)}交办，至今未办结。请${unit}主要负责同志亲自过问，于${moment(limit, now)}前办结并书面报告（主要负责人签字、加盖公章）。`,
  consequence: '办理不力的，将按规定通报。',
  ruledIssued: (name: string, no: string, at: Instant, now: Instant): string =>
    `${name}已于${moment(at, now)}签发${no}。`,
  ruledDeclined: (name: string, at: Instant, now: Instant): string =>
    `${name}已于${moment(at, now)}决定不予督办。`,
  late: (no: string, unit: string): string => `${no}由${unit}办理，逾期未办结。`,
  lateBy: (name: ClockName, limit: Instant, told: Instant, now: Instant): string =>
    `应于${moment(limit, now)}前${missingWords[name]}，截至${moment(told, now)}仍未${missingWords[name]}，逾期${lasting(told - limit)}。`,
  read: (name: string, at: Instant, now: Instant): string => `${name}　${moment(at, now)}已阅`,
  earlier: (count: number): string => `此前另有${count}件批示。`,
  directed: (name: string, at: Instant, now: Instant): string =>
    `${name}　${moment(at, now)}批示（已转承办单位主要领导、分管领导）`,
} as const

/** 内部: what a unit's group may read of it. */
export const internalLines = {
  title: '内部事项',
  untold: '内容未显示',
  fetch: (office: string): string => `本单为内部事项，具体内容请到${office}领取，请勿在群内讨论。`,
  refused: (office: string): string => `具体内容未能在本平台显示，请与${office}联系领取。`,
  form: '本单为内部事项，群内请勿填写具体内容，可写“详见书面材料”，书面材料另送。',
  retype: '所填文字内容不在此显示，请重新填写。',
  /** What was typed may stand in the reason, so the field alone is named. */
  field: (label: string): string => `“${label}”需要核对后重新填写。`,
} as const

export const draftLines = {
  unread: {
    scope_missing: '引用的消息没有读取权限，请手工填写内容，并请管理员开通读取群消息的权限。',
    gone: '引用的消息已撤回或已删除，请手工填写内容。',
    other: '引用的消息暂时读取不到，请手工填写内容。',
  },
  fill: '填写后提交审核，由另一位审核签发人签发后送达承办单位。',
  returned: (name: string, at: Instant, reason: string, now: Instant): string =>
    `${name}于${moment(at, now)}退回修改：${reason}`,
  waiting: (name: string, at: Instant, now: Instant): string =>
    `${name}已于${moment(at, now)}提交审核，请等候签发。`,
  approve: (name: string, at: Instant, now: Instant): string =>
    `${name}于${moment(at, now)}提交审核，请核对后签发；需要修改的请退回。`,
  limitsAsOf: (at: Instant, now: Instant): string => `时限自签发时起算；如${moment(at, now)}签发：`,
  signoff: '审核通过前须经承办单位负责人同意签发。',
  noSignoff: '承办单位提交反馈后由网信办直接审核。',
  issued: (name: string, at: Instant, now: Instant): string =>
    `${name}已于${moment(at, now)}签发，交办单已送达承办单位。`,
  superseded: '本稿已被新稿取代，请以新的审核卡片为准。',
  withdrawn: (name: string, at: Instant, reason: string, now: Instant): string =>
    `${name}已于${moment(at, now)}撤回本稿：${reason}`,
  edit: '修改重报',
  registered: (name: string, body: string, at: Instant, now: Instant): string =>
    `${body}${name}于${moment(at, now)}登记，请研判。`,
  closed: (at: Instant, now: Instant): string => `该件各承办单位已全部办结（${moment(at, now)}）。`,
  publishers: (names: readonly string[]): string => `公开回应：${names.join('、')}`,
  term: (term: Term | null): string => (term === null ? '按规定' : termWords(term)),
} as const

export const reviewLines = {
  ask: (unit: string, name: string, at: Instant, now: Instant): string =>
    `${unit}${name}于${moment(at, now)}提交办理反馈，请审核。`,
  waiting: (signer: string): string => `本单须经承办单位${signer}同意签发后，方可审核通过。`,
  requested: (name: string, at: Instant, now: Instant): string => `${name}已于${moment(at, now)}送签。`,
  signed: (name: string, at: Instant, now: Instant): string => `${name}已于${moment(at, now)}同意签发。`,
  accepted: (name: string, at: Instant, now: Instant): string => `${name}已于${moment(at, now)}审核通过。`,
  sentBack: (name: string, at: Instant, defect: string, now: Instant): string =>
    `${name}已于${moment(at, now)}退回重办：${defect}。`,
  older: '该次反馈已有后续处理，请以最新卡片为准。',
  signoffAsk: (unit: string, no: string): string => `${unit}已提交${no}的办理反馈，请审阅，同意的请签发。`,
} as const

export const sentBackLines = {
  ask: (defect: string, limit: Instant, now: Instant): string =>
    `反馈退回重办，原因：${defect}。请补充后${by(limit, now)}重新提交。`,
  done: (at: Instant, now: Instant): string => `已于${moment(at, now)}重新提交反馈。`,
} as const

export const withdrawnLines = {
  ask: (name: string, at: Instant, now: Instant): string =>
    `本单已由${name}于${moment(at, now)}撤回，请停止办理；已公开回应的无需处理。`,
} as const

export const directiveLines = {
  pending: '有批示待办理，内容已私信本单位主要领导、分管领导，请按批示抓紧办理。',
  answered: '批示已回复。',
  made: (leader: string, at: Instant, now: Instant): string => `${leader}于${moment(at, now)}作出批示。`,
  answer: (name: string, at: Instant, now: Instant): string => `${name}于${moment(at, now)}回复`,
  unanswered: (limit: Instant | null, now: Instant): string =>
    limit === null ? '尚未回复' : `尚未回复（应于${moment(limit, now)}前回复）`,
  due: (limit: Instant, now: Instant): string => `请于${moment(limit, now)}前回复批示。`,
  late: (limit: Instant, now: Instant): string => `批示应于${moment(limit, now)}前回复，已逾期，请立即回复。`,
  lateWord: '批示逾期未回复',
  unmet: (no: string, leader: string, at: Instant, unit: string, limit: Instant, now: Instant): string =>
    `${leader}${moment(at, now)}在${no}上的批示，${unit}应于${moment(limit, now)}前回复，至今未回复。`,
  ask: (leader: string, at: Instant, now: Instant): string =>
    `${leader}于${moment(at, now)}作出批示，请阅办并回复，办理情况按时限反馈。`,
} as const

/** Why a form came back; whether what was typed stands in it is a sentence of its own. */
export const troubleLines = {
  quiet: '本次未重复提交：',
  problems: (count: number): string => `有${count}处需要修改：`,
  refusal: '未能办理：',
  kept: '所填内容已为您保留。',
  fault: (reference: string): string => `系统出现故障，尚未提交，请稍后再试；如仍不行请报编号${reference}。`,
} as const
