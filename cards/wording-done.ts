import type { CommandType } from '../src/domain/command.ts'

/** The toast after an act is done, and what comes next. */
export const doneWords: Readonly<Record<CommandType, string>> = {
  register: '已登记，请等候市网信办研判。',
  start_draft: '已开始拟制，请在新卡片上填写。',
  submit_draft: '已提交审核，请等候签发。',
  approve_issue: '已签发，交办单已送达承办单位。',
  return_draft: '已退回拟稿人修改。',
  withdraw_draft: '已撤回该稿。',
  start_monitoring: '已启动全网监测，到时提醒登记。',
  log_monitoring: '已登记监测情况。',
  end_monitoring: '已结束监测。',
  climb_matter_rungs: '已按时提醒。',
  sign_receipt: '已签收，请按时限办理。',
  report_first_response: '已登记首次回应，请按时提交办理反馈。',
  report_progress: '已记录阶段进展。',
  submit_final: '反馈已提交，请等候审核。',
  request_signoff: '已送签，请等候领导同意签发。',
  sign_off: '已同意签发，市网信办将进行审核。',
  accept_feedback: '已审核通过，本单办结。',
  send_back: '已退回重办，新的时限已告知承办单位。',
  withdraw_slip: '已撤回，承办单位将收到通知。',
  climb_rungs: '已按时提醒。',
  rederive_limits: '时限已按放假安排重新推算。',
  remind: '已催办，提醒已送达承办单位。',
  propose_supervision: '已提请督办，请等候督查室签发。',
  issue_supervision: '已签发督办通知。',
  decline_supervision: '已记录不予督办及理由。',
  propose_accountability: '已提请问责，请等候审定。',
  transfer: '已移送，问责建议移送函已送达监察局。',
  decline_transfer: '已记录不移送及理由。',
  acknowledge_file: '已阅。',
  praise: '已记录表扬，并告知承办单位。',
  acknowledge: '已阅。',
  instruct: '批示已转承办单位主要领导、分管领导。',
  answer_directive: '批示已回复，领导可在原报告上看到。',
  request_extension: '延期申请已报市网信办，裁定前仍按原时限办理。',
  grant_extension: '已同意延期，新的时限已告知承办单位。',
  refuse_extension: '已审定，结果和理由已告知承办单位。',
  contest: '退回申请已报市网信办，请等候裁定。',
  reassign: '已改派，新的交办单已送达，原单作废。',
  refuse_contest: '已不予退回，理由已告知承办单位。',
  request_deferral: '申请已报市网信办，同意前仍按原时限办理。',
  grant_deferral: '已同意暂缓，承办单位将按所报日期重新办理。',
  refuse_deferral: '已不同意暂缓，理由已告知承办单位。',
  register_whistle: '已登记举报件，请填写。',
  submit_whistle: '已提交审核，请等候所列审批人签发。',
  replace_confidant: '已调整知悉人员，原人员卡片随即收回。',
  amend: '已更正，更正内容已告知承办单位。',
}

/** Other short answers to a press. */
export const pressWords = {
  /** Somebody else has the form open. */
  formTaken: (name: string): string => `${name}正在填写，请稍后再操作。`,
  /** A signed press that means nothing to us. */
  unknownAct: '该按钮已失效，请以最新卡片为准。',
  fault: (reference: string): string => `系统出现故障，尚未办理，请稍后重试；如仍不行请报编号${reference}。`,
  /** Feishu waits three seconds at most; the act goes on and the card will show it. */
  slow: '正在办理，稍后请以卡片显示为准。',
} as const
