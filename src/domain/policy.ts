import { usualEmptyPhrases } from './advice.ts'
import type { AttachmentPolicy } from './attachment.ts'
import type { OfficeHours } from './calendar.ts'
import { type CategoryDefault, defaultCategoryDefaults } from './category-defaults.ts'
import type { Term } from './clocks.ts'
import { standingMembers } from './conference-members.ts'
import { defaultLadder } from './default-ladder.ts'
import type { Category, Level, RequestType } from './dictionary.ts'
import type { BodyId } from './directory.ts'
import { defaultEmergency, type EmergencyPolicy, isEmergency } from './emergency.ts'
import { defaultKeywords } from './keywords.ts'
import { defaultMonitoring, type MonitoringPolicy } from './monitoring.ts'
import type { PaperClock } from './papers.ts'
import type { PublishingRule } from './publishing.ts'
import type { QuietHours } from './quiet.ts'
import type { SimilarPolicy } from './similar.ts'
import type { Keywords } from './suggest.ts'

/** The clocks every slip may run, and those of the lead unit in an emergency, in the order a card tells them. */
export const usualClocks = ['receipt', 'first_response', 'feedback'] as const
export const clockNames = [
  'receipt',
  'first_report',
  'first_response',
  'authoritative_info',
  'press_conference',
  'rolling_report',
  'feedback',
] as const
export type ClockName = (typeof clockNames)[number]

export type ClockTerms = Readonly<Record<(typeof usualClocks)[number], Term>>

/**
 * When a rung is due, measured from the limit of its clock.
 * `share` is a share of the time given (0.5 = half used up), for clocks of natural hours;
 * `workdays` counts working days before (negative) or after (positive) the limit.
 */
export type RungOffset =
  | { readonly share: number }
  | { readonly workdays: number }
  | { readonly minutes: number }

/**
 * What happens at a rung. The bot only reminds, urges and proposes; 督办 is signed by a named person (通知 二(五)).
 * `remind` before the limit, `urge` (催办) at and after it, `escalate` proposes 督办 to the supervision office
 * and tells the leaders in the same minute; `accuse` proposes 问责 to the supervision office when its own 督办 has run out.
 * `report` tells the leader who wrote a 批示, and the supervision office, that it was not answered; `repeat` sends a report
 * to leaders or a proposal of 督办 again that nobody has taken up.
 */
export type RungAct = 'remind' | 'urge' | 'escalate' | 'accuse' | 'report' | 'repeat'

export interface Rung {
  /** Unique within the ladder, e.g. `feedback.urge.1`; part of the key that exists once. */
  readonly id: string
  /** `supervision` is the limit of the latest signed 督办, `directive` that of a 批示; `notice` and `proposal` are when they were sent. */
  readonly clock: ClockName | PaperClock
  readonly offset: RungOffset
  readonly act: RungAct
}

/** What of the policy is copied onto a slip at issue, so that a later change touches new slips only. */
export interface SlipPolicy extends Partial<LaterLimits> {
  readonly hours: OfficeHours
  readonly ladder: readonly Rung[]
  readonly quiet: QuietHours
  /** Levels whose slips are never held by quiet hours. */
  readonly urgentLevels: readonly Level[]
  readonly signoff: 'chief' | 'chief_or_spokesperson'
  /** Time given by 退回重办 when the office names none: a share of the working days first given, at least one. */
  readonly reworkShare: number
  readonly supervisionTerm: Term
  readonly extension: {
    /** How many times a slip may be extended. */
    readonly times: number
    /** Working days beyond the first limit that all extensions together may reach. */
    readonly workdays: number
    /** 特急 matters report progress instead. */
    readonly notFor: readonly Level[]
  }
  readonly contest: {
    readonly within: Term
    readonly withinUrgent: Term
    /** After so many 改派 the ruling is final (此件不再退回). */
    readonly hops: number
  }
  readonly deferral: {
    /** Longest promise, in working days from the request. */
    readonly workdays: number
    /** The feedback limit that starts at the re-check date. */
    readonly term: Term
  }
}

/**
 * What gives a slip limits once more: a new level, a receipt asked for again, 改派. Slips that were issued before these
 * were kept lack them.
 */
export interface LaterLimits {
  readonly terms: Readonly<Record<Level, ClockTerms>>
  readonly categoryTerms: Readonly<Partial<Record<Category, Partial<ClockTerms>>>>
  /** Limits of 一般 matters by 诉求类型; they go before those of the category (facts of 2.3). */
  readonly requestTerms: Readonly<Partial<Record<RequestType, Partial<ClockTerms>>>>
  readonly signoffLevels: readonly Level[]
  readonly signoffCategories: readonly Category[]
  readonly publishing: PublishingRule
  readonly emergency: EmergencyPolicy
  /** When a 批示 is to be answered that names no day. */
  readonly directiveTerm: Term
}

export interface Policy extends Required<SlipPolicy> {
  /** Office hours of an issuing office that keeps others than `hours`; its limits are counted in them. */
  readonly hoursOf: Readonly<Record<BodyId, OfficeHours>>
  /** 代字 of each series. `whistle` numbers 举报件 and must differ from `slip`. */
  readonly words: {
    readonly slip: string
    readonly supervision: string
    readonly transfer: string
    readonly whistle: string
  }
  /** 空话套话 that a report had better not contain: pointed out before it is handed in, never refused (facts of 2.4). */
  readonly emptyPhrases: readonly string[]
  /** One person may draft and approve. Off by default: 网信办负责审核把关 (通知 二(二)3) wants two pairs of eyes. */
  readonly singleSigner: boolean
  /** 联席会议 bodies, by name or alias (通知 三(一)); a name the directory does not know is passed over. */
  readonly conferenceMembers: readonly string[]
  readonly categoryLevel: Readonly<Record<Category, Level>>
  readonly categoryDefaults: Readonly<Record<Category, CategoryDefault>>
  /** Words in a text that speak for a category, a level, a 诉求类型 or a unit. */
  readonly keywords: Keywords
  readonly similar: SimilarPolicy
  readonly monitoring: MonitoringPolicy
  readonly attachments: AttachmentPolicy
}

/**
 * Working defaults. Limits: facts of 2.3 (48 h first response from 国办发〔2016〕61号, 5 h and 24 h from the notice);
 * ladder: facts of 2.4 (reminder one working day ahead, 催办单 at the limit, a second one a working day later,
 * supervision proposed after two more working days).
 */
export const defaultPolicy: Policy = {
  words: { slip: '网舆交', supervision: '政督字', transfer: '政督移', whistle: '网舆密' },
  hours: {
    periods: [
      { from: '09:00', to: '12:00' },
      { from: '13:30', to: '17:30' },
    ],
  },
  hoursOf: {},
  quiet: { from: '20:00', to: '08:00' },
  urgentLevels: ['extraordinary', 'major'],
  emptyPhrases: usualEmptyPhrases,
  singleSigner: false,
  conferenceMembers: standingMembers,
  signoff: 'chief_or_spokesperson',
  signoffLevels: ['extraordinary', 'major'],
  signoffCategories: ['N6', 'N7'],
  publishing: { publishes: 'lead', categories: {}, groups: ['county', 'zone'] },
  emergency: defaultEmergency,
  monitoring: defaultMonitoring,
  attachments: { most: 20 },
  reworkShare: 0.5,
  supervisionTerm: { kind: 'workdays', n: 3 },
  directiveTerm: { kind: 'workdays', n: 3 },
  extension: { times: 1, workdays: 10, notFor: ['extraordinary', 'major'] },
  contest: { within: { kind: 'workdays', n: 1 }, withinUrgent: { kind: 'minutes', n: 30 }, hops: 2 },
  deferral: { workdays: 60, term: { kind: 'workdays', n: 3 } },
  terms: {
    extraordinary: {
      receipt: { kind: 'minutes', n: 30 },
      first_response: { kind: 'hours', n: 5 },
      feedback: { kind: 'hours', n: 72 },
    },
    major: {
      receipt: { kind: 'hours', n: 1 },
      first_response: { kind: 'hours', n: 24 },
      feedback: { kind: 'workdays', n: 3 },
    },
    serious: {
      receipt: { kind: 'hours', n: 2 },
      first_response: { kind: 'hours', n: 24 },
      feedback: { kind: 'workdays', n: 3 },
    },
    ordinary: {
      receipt: { kind: 'work_hours', n: 4 },
      first_response: { kind: 'hours', n: 48 },
      feedback: { kind: 'workdays', n: 5 },
    },
  },
  categoryTerms: {
    N6: { first_response: { kind: 'hours', n: 24 } },
  },
  categoryLevel: {
    N1: 'ordinary',
    N2: 'ordinary',
    N3: 'serious',
    N4: 'ordinary',
    N5: 'serious',
    N6: 'major',
    N7: 'serious',
    U1: 'major',
    U2: 'major',
    U3: 'major',
  },
  requestTerms: {
    consult: { feedback: { kind: 'workdays', n: 3 } },
    suggestion: { feedback: { kind: 'workdays', n: 7 } },
    complaint: { feedback: { kind: 'workdays', n: 5 } },
    report: { feedback: { kind: 'workdays', n: 5 } },
  },
  keywords: defaultKeywords,
  similar: { days: 30, score: 0.5, most: 3, atSubmit: 'tell' },
  categoryDefaults: defaultCategoryDefaults,
  ladder: defaultLadder,
}

/**
 * The limits of a slip. For 一般 matters those of the 诉求类型 go before those of the category, and these before those
 * of the level. What somebody typed goes before all of them and is not looked at here.
 */
export function termsFor(
  policy: Policy,
  category: Category,
  level: Level,
  requestType: RequestType | null | undefined = null,
): ClockTerms {
  return {
    ...policy.terms[level],
    ...policy.categoryTerms[category],
    ...emergencyReceipt(policy.emergency, category, level),
    ...(requestType && level === 'ordinary' ? policy.requestTerms[requestType] : {}),
  }
}

/** Policies kept on slips of an earlier day lack it. */
function emergencyReceipt(
  emergency: EmergencyPolicy,
  category: Category,
  level: Level,
): Partial<Pick<ClockTerms, 'receipt'>> {
  const receipt = isEmergency(emergency, category, level) ? emergency.receipt?.[category] : undefined
  return receipt ? { receipt } : {}
}

export function needsSignoff(policy: Policy, category: Category, level: Level): boolean {
  return policy.signoffLevels.includes(level) || policy.signoffCategories.includes(category)
}

/** The policy as that office works by it: with its own hours, when it keeps others. */
export function policyFor(policy: Policy, officeId: BodyId | undefined): Policy {
  const hours = officeId === undefined ? undefined : policy.hoursOf[officeId]
  return hours ? { ...policy, hours } : policy
}

/** The keys of the policy that a slip keeps for life, under the values it was issued with. */
export const slipPolicyKeys = [
  'hours',
  'quiet',
  'urgentLevels',
  'signoff',
  'signoffLevels',
  'signoffCategories',
  'publishing',
  'emergency',
  'reworkShare',
  'supervisionTerm',
  'directiveTerm',
  'extension',
  'contest',
  'deferral',
  'terms',
  'categoryTerms',
  'requestTerms',
  'ladder',
] as const satisfies readonly (keyof SlipPolicy)[]

type SlipPolicyKey = (typeof slipPolicyKeys)[number]

/** The part of the policy a slip keeps for life. */
export function slipPolicyOf(policy: Policy): Pick<Policy, SlipPolicyKey> {
  return Object.fromEntries(slipPolicyKeys.map((key) => [key, policy[key]])) as Pick<Policy, SlipPolicyKey>
}

/** What a slip of a 举报件 keeps: the bot reminds, and carries nothing beyond the circle by itself. */
export function confidedPolicy(policy: SlipPolicy): SlipPolicy {
  return {
    ...policy,
    ladder: policy.ladder.map((rung) => (rung.act === 'escalate' ? { ...rung, act: 'urge' } : rung)),
  }
}
