import type { CardKind } from '../src/domain/card-ref.ts'

/** Why a message did not arrive, where it was not the platform that said so. */
const undeliveredWords: Readonly<Record<string, string>> = {
  uncertain: '发送结果无法确认',
  not_in_group: '有人员不在群内',
  nobody_to_ring: '该单位没有可加急的人员',
}

/** Short answers to commands. */
export const answerLines = {
  help: '使用说明',
  usable: '可用指令',
  unknown: (typed: string): string => `没有“${typed}”这条指令，请从下列指令中选用。`,
  notBound: '本群尚未绑定单位，暂不能查询和办理；请市网信办人员发送：/绑定 单位名称。',
  howTo: '收到交办单怎么办',
  howToLines: [
    '一、点“确认签收”，表示收到，时限自签发时起算。',
    '二、核实处置，按要求公开回应后点“登记首次回应”。',
    '三、办完后点“提交反馈”，填写核查情况、处置措施和办理结果。',
    '四、重大事项须由主要领导或分管领导点“同意签发”。',
    '五、反馈被退回的，按退回原因补充后重新提交。',
    '六、佐证材料：把文件发到群里，引用该文件并@本应用发送“/附件 文号”；或与本应用单聊发送“/附件 文号”，再发文件。',
    '七、确需延期、暂不具备条件或不属本单位职责的，在交办单上点相应按钮申请，由市网信办裁定。',
  ],
  refused: '未能办理',
  already: '无需重复',
  fault: '系统故障',
  faultTold: (reference: string): string =>
    `系统出现故障，尚未办理，请稍后重新发送；如仍不行请报编号${reference}。`,
  reminded: '已催办',
  remindedTold: (no: string): string => `${no}的催办提醒已送达承办单位。`,
  proposed: '已提请督办',
  proposedTold: (no: string): string => `${no}已提请督办，待督查室签发。`,
  praised: '已表扬',
  praisedTold: (no: string): string => `${no}的表扬已记录，并告知承办单位。`,
  registered: '已登记',
  registeredTold: (ref: string): string => `舆情已登记，编号${ref}，由市网信办研判。`,
  monitored: '已登记监测',
  monitoredTold: (no: string): string => `${no}的监测情况已登记。`,
  bound: '已绑定',
  boundTold: (body: string): string => `本群已设为${body}的工作群，该单位的交办单将发到本群。`,
  deadline: '时限推算',
  deadlineTold: (typed: string, at: string): string => `${typed}：${at}到期。`,
  undelivered: '消息未送达',
  undeliveredTold: (where: string, card: string, no: string | null, why: string): string =>
    `${no === null ? '' : `${no}的`}${card}未能送达${where}（${why}），请以电话等方式告知，并核查群和人员设置。`,
  undeliveredWhy: (code: string): string => undeliveredWords[code] ?? `平台答复代码${code}`,
} as const

/** What a message is called when it is spoken of. */
const cardWords: Readonly<Record<CardKind, string>> = {
  issue_form: '拟稿表单',
  approval: '审核卡片',
  draft_returned: '退回修改通知',
  registered: '舆情登记通知',
  registration: '登记结果通知',
  intake_batch: '批量登记汇总',
  office_reminder: '本办待办提醒',
  urgent: '紧急交办表单',
  formal_approval: '补发审核卡片',
  formalised: '补发通知',
  urgent_notice: '紧急交办报告',
  ring: '加急提醒',
  slip: '交办单',
  review: '反馈审核卡片',
  findings: '各单位口径',
  signoff: '送签卡片',
  sent_back: '退回重办通知',
  withdrawn: '撤回通知',
  reminder: '催办提醒',
  supervision_proposal: '提请督办卡片',
  supervision: '督办通知',
  notice: '逾期情况报告',
  directive: '批示',
  proposal_form: '提请表单',
  accountability_proposal: '提请问责卡片',
  transfer_file: '问责建议移送函',
  praise: '表扬通知',
  directive_pending: '批示提示',
  directive_late: '批示逾期报告',
  ask: '单位申请',
  ruling: '裁定通知',
  revived: '恢复办理通知',
  amended: '更正通知',
  watch_form: '预警表单',
  watch: '预警卡片',
  watch_notice: '预警通知',
  conference_form: '会商表单',
  conference: '会商卡片',
  conference_notice: '会商通知',
  minutes: '会议纪要',
  limits_moved: '时限调整通知',
  attachments: '附件清单',
  matter_attachments: '附件清单',
  file: '附件',
  matter_file: '附件',
  list: '查询结果',
  answer: '答复',
}

export function cardWord(kind: string): string {
  return Object.entries(cardWords).find(([key]) => key === kind)?.[1] ?? '消息'
}
