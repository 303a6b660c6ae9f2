import type { Act } from './act.ts'
import type { Deadline, Term } from './clocks.ts'
import type { AnswerForm, Category, Level } from './dictionary.ts'
import type { Instant } from './time.ts'

/** 电话交办 (通知 二(二)2): what was said before any paper was written. All clocks start at `at`. */
export interface PhoneCall {
  readonly at: Instant
  /** 接听人及职务. */
  readonly callee: string
  /** 通话要点. */
  readonly said: string
  /** 已报告的市领导及时间. */
  readonly reported: string
  /** 与市政府办沟通人. */
  readonly contact: string
}

/** The call as kept, with who in the office made it. */
export type PhoneRecord = Act & { readonly call: PhoneCall }

/** 补发的正式交办单: owed from the call on, completed by the office, issued by an approver under the same numbers. */
export interface FormalSlip {
  readonly owed: Deadline
  readonly since: number
  /** Reminded of again after so many milliseconds, so many times: the policy of the day of the call. */
  readonly again: number
  readonly times: number
  readonly submitted: FormalDraft | null
  readonly returned: (Act & { readonly reason: string }) | null
  readonly issued: Act | null
}

/** What a provisional slip still lacks. `n` counts the submissions: 签发 must have seen this very text. */
export interface FormalDraft extends Act {
  readonly n: number
  readonly answerForm: AnswerForm
  /** The feedback limit from the call on; null takes the policy's. */
  readonly term: Term | null
  readonly demand: string
}

/** 权威信息, 新闻发布会, and what is released after them (持续发布). */
export const releaseKinds = ['authoritative_info', 'press_conference', 'follow_up'] as const
export type ReleaseKind = (typeof releaseKinds)[number]

/** 登记发布: what was made public, where and when. */
export interface Release extends Act {
  readonly kind: ReleaseKind
  readonly what: string
  readonly where: string
  readonly link: string | null
  readonly noLinkReason: string | null
  readonly publishedAt: Instant
}

/** What of the policy is about emergencies (通知 二(二)2, 二(三)). */
export interface EmergencyPolicy {
  /** Which matters run the emergency clocks: both must fit. */
  readonly categories: readonly Category[]
  readonly levels: readonly Level[]
  /** A receipt sooner than that of the level, in an emergency of this category. */
  readonly receipt?: Readonly<Partial<Record<Category, Term>>>
  /** 首报: the lead unit tells what it found and did, whatever the level. */
  readonly firstReport?: { readonly categories: readonly Category[]; readonly within: Term }
  /** 权威信息: 5 hours, and the press conference: 24 hours (国办发〔2016〕80号), natural hours from the call. */
  readonly authoritativeInfo: Term
  readonly pressConference: Term
  /** A press conference is owed for 突发事件 of these kinds only. */
  readonly conferenceCategories: readonly Category[]
  /** 线索移交: on matters of these categories, and the bodies by name to whom it usually goes. */
  readonly clues?: { readonly categories: readonly Category[]; readonly to: readonly string[] }
  /** How often the lead unit reports while the matter is open. */
  readonly rollingReport: Term
  /** 补发交办单: within so long of the call; reminded of again so often, so many times, the last to 市政府办 too. */
  readonly formal: { readonly within: Term; readonly againHours: number; readonly times: number }
  /** How many hours a call may lie back when it is entered. */
  readonly callWithinHours: number
  /** Levels at which 主要领导 is rung too. */
  readonly ringChief: readonly Level[]
}

export function isEmergency(policy: EmergencyPolicy, category: Category, level: Level): boolean {
  return policy.categories.includes(category) && policy.levels.includes(level)
}

/** 5 and 24 hours stand in the notice; the rest is practice of the duty desk. */
export const defaultEmergency: EmergencyPolicy = {
  categories: ['U1', 'U2', 'U3'],
  levels: ['extraordinary', 'major'],
  receipt: { U1: { kind: 'minutes', n: 30 } },
  firstReport: { categories: ['U3'], within: { kind: 'hours', n: 1 } },
  authoritativeInfo: { kind: 'hours', n: 5 },
  pressConference: { kind: 'hours', n: 24 },
  conferenceCategories: ['U1', 'U2'],
  clues: { categories: ['U2'], to: ['市公安局', '市网信办'] },
  rollingReport: { kind: 'hours', n: 24 },
  formal: { within: { kind: 'hours', n: 2 }, againHours: 1, times: 3 },
  callWithinHours: 24,
  ringChief: ['extraordinary'],
}
