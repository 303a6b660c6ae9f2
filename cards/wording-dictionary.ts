import type {
  AnswerForm,
  Category,
  Cause,
  DeclineGround,
  Defect,
  Level,
  Outcome,
  RequestType,
  Sensitivity,
} from '../src/domain/dictionary.ts'
import type { Role } from '../src/domain/directory.ts'
import type { MatterStatus } from '../src/domain/matter.ts'
import type { PaperClock } from '../src/domain/papers.ts'
import type { ClockName, RungAct } from '../src/domain/policy.ts'
import type { Duty, SlipStatus } from '../src/domain/slip.ts'

/** The Chinese words of the closed lists. */
export const levelWords: Readonly<Record<Level, string>> = {
  extraordinary: '特别重大',
  major: '重大',
  serious: '较大',
  ordinary: '一般',
}

export const categoryWords: Readonly<Record<Category, string>> = {
  N1: '重大政策决策的意见建议',
  N2: '涉及切身利益的合理诉求',
  N3: '媒体公众关切、影响公信力',
  N4: '对单位和人员的投诉举报',
  N5: '冲击道德底线的民生舆情',
  N6: '省级及以上媒体曝光监督',
  N7: '市领导批示的网络舆情',
  U1: '紧急：突发事件、安全生产事故',
  U2: '紧急：群体性事件、不实信息',
  U3: '紧急：危及生命财产的隐患',
}

export const requestTypeWords: Readonly<Record<RequestType, string>> = {
  consult: '咨询',
  suggestion: '建议',
  complaint: '投诉',
  report: '举报',
  help: '求助',
  question: '质疑',
}

export const declineGroundWords: Readonly<Record<DeclineGround, string>> = {
  in_procedure: '已进入诉讼、仲裁、复议或信访程序',
  outside_city: '市外事项',
  no_facts: '无具体事实',
  secret_or_private: '涉密、涉商业秘密或个人隐私',
  emergency_call: '110、119、120紧急求助',
  other_ground: '其他原因',
}

export const answerFormWords: Readonly<Record<AnswerForm, string>> = {
  same_thread: '原平台跟帖',
  message_board: '留言板官方回复',
  weibo: '政务微博',
  wechat: '政务微信或客户端',
  website: '政府网站',
  statement: '情况通报或权威发布',
  press_conference: '新闻发布会或吹风会',
  interview: '接受媒体采访',
  in_person: '电话或当面答复',
  office_only: '仅书面反馈，不公开',
}

/** What the unit does to answer, after 请于…前; `platform` is where the matter appeared. */
export const answerAsks: Readonly<Record<AnswerForm, (platform: string) => string>> = {
  same_thread: (platform) => `在${platform}原帖公开回复`,
  message_board: (platform) => `在${platform}以官方身份公开回复`,
  weibo: () => '通过政务微博公开回复',
  wechat: () => '通过政务微信或客户端公开回复',
  website: () => '在政府网站公开回复',
  statement: () => '发布情况通报',
  press_conference: () => '召开新闻发布会或吹风会',
  interview: () => '接受媒体采访作出说明',
  in_person: () => '电话或当面答复反映人',
  office_only: () => '核实处置',
}

export const sensitivityWords: Readonly<Record<Sensitivity, string>> = {
  public: '公开',
  internal: '内部',
  whistle_blower: '举报件，仅限知悉人员',
}

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  solved: '已解决',
  partly_solved: '部分解决',
  planned: '列入计划',
  explained: '解释说明',
  unfounded: '不属实',
}

export const defectWords: Readonly<Record<Defect, string>> = {
  core_unanswered: '未回应核心问题',
  wrong_platform: '未在原平台回应',
  no_signature: '未经负责人审核',
  facts_differ: '与事实不符',
  empty_phrases: '内容空泛',
}

/** Why a unit is supervised, or held to account. */
export const causeWords: Readonly<Record<Cause, string>> = {
  slow: '应对不及时',
  careless: '办理不认真',
  mishandled: '处置失当',
  unsolved: '经催办仍未解决',
  grave: '引发严重后果',
}

export const roleWords: Readonly<Record<Role, string>> = {
  office: '网信办工作人员',
  approver: '网信办审核签发人',
  handler: '承办人',
  spokesperson: '分管领导（网络发言人）',
  chief: '主要领导',
  supervisor: '督查室工作人员',
  discipline: '监察局工作人员',
  leader: '市领导',
}

export const slipStatusWords: Readonly<Record<SlipStatus, string>> = {
  awaiting_receipt: '待签收',
  in_hand: '办理中',
  under_review: '待审核',
  contested: '待裁定',
  deferred: '暂不具备条件',
  closed: '已办结',
  withdrawn: '已撤回',
  voided: '已作废',
}

export const matterStatusWords: Readonly<Record<MatterStatus, string>> = {
  registered: '已登记',
  drafting: '拟制中',
  awaiting_approval: '待签发',
  issued: '已签发',
  closed: '已办结',
  declined: '不予交办',
  merged: '已并案',
}

/** The one unit of a matter. */
export const soleWord = '主办'

export const dutyWords: Readonly<Record<Duty, string>> = { lead: '牵头', support: '协办' }

export const clockWords: Readonly<Record<ClockName, string>> = {
  receipt: '签收',
  first_report: '首报',
  first_response: '首次回应',
  authoritative_info: '权威信息',
  press_conference: '新闻发布会',
  rolling_report: '滚动报告',
  feedback: '办理反馈',
}

/** What has not been done while the clock runs, after 仍未. */
export const missingWords: Readonly<Record<ClockName, string>> = {
  receipt: '签收',
  first_report: '首报现场处置情况',
  first_response: '公开回应',
  authoritative_info: '发布权威信息',
  press_conference: '召开新闻发布会',
  rolling_report: '报告阶段进展',
  feedback: '提交办理反馈',
}

export const rungActWords: Readonly<Record<RungAct, string>> = {
  remind: '到期提醒',
  urge: '催办',
  escalate: '提请督办',
  accuse: '督办到期，提请问责',
  report: '报告批示领导和督查室',
  repeat: '再次报告',
}

/** What of a slip has a limit of its own. */
export const paperWords: Readonly<Record<PaperClock, string>> = {
  supervision: '督办',
  directive: '批示',
  notice: '逾期情况报告',
  proposal: '提请督办',
}

/** A role's word, or the text itself when it is no role of ours. */
export function roleWord(role: string): string {
  return Object.entries(roleWords).find(([key]) => key === role)?.[1] ?? role
}

/** A status as told in a sentence; an unknown one is told as 其他状态 rather than as a code. */
export function statusWord(status: string): string {
  return Object.entries(matterStatusWords).find(([key]) => key === status)?.[1] ?? '其他状态'
}
