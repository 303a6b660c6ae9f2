/** The closed lists of the procedure. Their Chinese words stand in cards/wording.ts. */

/** 等级: 特别重大 · 重大 · 较大 · 一般. */
export const levels = ['extraordinary', 'major', 'serious', 'ordinary'] as const
export type Level = (typeof levels)[number]

/** 分类: the seven kinds assigned at once (通知 二(二)1) and the three assigned by telephone first (二(二)2). */
export const categories = ['N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'U1', 'U2', 'U3'] as const
export type Category = (typeof categories)[number]

/** 诉求类型: what the poster wants. A matter need not have one. */
export const requestTypes = ['consult', 'suggestion', 'complaint', 'report', 'help', 'question'] as const
export type RequestType = (typeof requestTypes)[number]

/** Why a matter is 不予受理 (facts of 3.2: what is out of scope at intake). */
export const declineGrounds = [
  'in_procedure',
  'outside_city',
  'no_facts',
  'secret_or_private',
  'emergency_call',
  'other_ground',
] as const
export type DeclineGround = (typeof declineGrounds)[number]

/** 答复形式. */
export const answerForms = [
  'same_thread',
  'message_board',
  'weibo',
  'wechat',
  'website',
  'statement',
  'press_conference',
  'interview',
  'in_person',
  'office_only',
] as const
export type AnswerForm = (typeof answerForms)[number]

/** Whether the answer is given in public, so that a first-response clock runs and a link is owed. */
export function isPublicAnswer(form: AnswerForm): boolean {
  return form !== 'in_person' && form !== 'office_only'
}

/** 敏感级别 that an issue form offers. Secret matters never enter the system, so they have no word here. */
export const sensitivities = ['public', 'internal'] as const
/** 举报件 have a form of their own and are never chosen. */
export type Sensitivity = (typeof sensitivities)[number] | 'whistle_blower'

/** 办理结果. */
export const outcomes = ['solved', 'partly_solved', 'planned', 'explained', 'unfounded'] as const
export type Outcome = (typeof outcomes)[number]

/** Why a final feedback is sent back (facts of 退回重办通知). */
export const defects = [
  'core_unanswered',
  'wrong_platform',
  'no_signature',
  'facts_differ',
  'empty_phrases',
] as const
export type Defect = (typeof defects)[number]

/**
 * What a unit may be blamed for (通知 二(五), 三): 应对不及时 · 办理不认真 · 处置失当 · 经催办仍未解决 · 引发严重后果. It is the
 * ground of a 督办 or of 问责, and none of them but the first and the fourth needs a limit that has passed.
 */
export const causes = ['slow', 'careless', 'mishandled', 'unsolved', 'grave'] as const
export type Cause = (typeof causes)[number]
