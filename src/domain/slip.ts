import type { Accountability, Praise } from './accountability.ts'
import type { Act } from './act.ts'
import type { Adoption } from './adoption.ts'
import type { Amendment, Contest, Deferral, Extension } from './asks.ts'
import type { Attachment } from './attachment.ts'
import type { Circle } from './circle.ts'
import type { Deadline, Term } from './clocks.ts'
import type { Clue } from './clue.ts'
import type {
  AnswerForm,
  Category,
  Cause,
  Defect,
  Level,
  Outcome,
  RequestType,
  Sensitivity,
} from './dictionary.ts'
import type { BodyId, OfficeKind } from './directory.ts'
import type { PhoneRecord, Release } from './emergency.ts'
import type { MovedLimit } from './event.ts'
import type { DocNo } from './numbering.ts'
import type { LeaderOrder } from './order.ts'
import type { ClockName, SlipPolicy } from './policy.ts'
import type { Receipt } from './receipt.ts'
import type { Instant } from './time.ts'

export type { Act, By } from './act.ts'
export type { Receipt } from './receipt.ts'

export const slipStatuses = [
  'awaiting_receipt',
  'in_hand',
  'under_review',
  'contested',
  'deferred',
  'closed',
  'withdrawn',
  'voided',
] as const
export type SlipStatus = (typeof slipStatuses)[number]

export type Duty = 'lead' | 'support'

/** What a slip asks, frozen at 签发. */
export interface Brief {
  readonly title: string
  readonly summary: string
  readonly platform: string
  readonly link: string | null
  readonly category: Category
  readonly level: Level
  readonly requestType?: RequestType | null
  readonly answerForm: AnswerForm
  readonly demand: string
  readonly sensitivity: Sensitivity
  readonly order?: LeaderOrder
}

/**
 * One clock of a slip. `since` is the slip's revision at which it was (re)started and names its rungs,
 * so that a restarted clock earns reminders of its own.
 */
export interface SlipClock {
  readonly name: ClockName
  readonly since: number
  /** What the unit was given at issue; a restart changes the deadline, never this. */
  readonly given: Term
  readonly deadline: Deadline
  /** When the duty was met. For feedback it is provisional until the office accepts. */
  readonly stoppedAt: Instant | null
}

/** The public answer. `publishedAt` stops the clock and is never later than the entry. */
export interface FirstResponse extends Act {
  readonly publishedAt: Instant
  readonly link: string | null
  readonly noLinkReason: string | null
}

export interface Progress extends Act {
  readonly text: string
}

/** 办结反馈. `rev` is the slip's revision at submission: review presses must have seen this very text. */
export interface FinalFeedback extends Act {
  readonly rev: number
  readonly findings: string
  readonly measures: string
  readonly outcome: Outcome
  readonly nextSteps: string | null
  /** Only of a suggestion. */
  readonly adoption?: Adoption | null
}

/** The report itself, without who gave it and when. */
export function reportOf(
  told: Omit<FinalFeedback, keyof Act | 'rev'>,
): Omit<FinalFeedback, keyof Act | 'rev'> {
  const { findings, measures, outcome, nextSteps, adoption } = told
  return { findings, measures, outcome, nextSteps, ...(adoption ? { adoption } : {}) }
}

export interface SentBack extends Act {
  readonly defect: Defect
  readonly note: string | null
}

export interface Signoff {
  readonly required: boolean
  readonly requested: Act | null
  readonly signed: Act | null
}

/** 督办: proposed by the ladder or the office, signed or declined by a named person of the supervision office. */
export interface Supervision {
  readonly n: number
  /** `ground` is what the proposer wrote; null when the procedure itself proposes. */
  readonly proposed: Act & { readonly cause: Cause; readonly ground: string | null }
  readonly ruling:
    | (Act & {
        readonly kind: 'issued'
        readonly no: DocNo
        readonly demand: string
        readonly deadline: Deadline
      })
    | (Act & { readonly kind: 'declined'; readonly reason: string })
    | null
}

/** 批示: what a leader told the unit to do about this slip, and what the unit answered. */
export interface Directive extends Act {
  readonly n: number
  readonly notice: number
  readonly text: string
  /** Directives of an earlier day have none. */
  readonly deadline?: Deadline
  readonly answer: (Act & { readonly text: string }) | null
}

/** The leader a 呈报 is meant for. */
export type ResultFor = Pick<LeaderOrder, 'leader' | 'openId'>

/** A notice to leaders about this slip; acknowledged by 已阅. */
export interface Notice {
  readonly n: number
  readonly at: Instant
  readonly rungs: readonly string[]
  readonly to: OfficeKind
  /** 呈报: the matter is closed, and this is what became of the leader's 批示. */
  readonly result?: ResultFor
  readonly acknowledged: readonly Act[]
}

export interface Slip {
  readonly id: string
  readonly officeId: BodyId
  readonly matterId: string
  readonly no: DocNo
  readonly unitId: BodyId
  readonly duty: Duty
  /** The unit gives the answer itself, in the form asked for; false: it tells the office, and the lead answers for all. */
  readonly answers?: boolean
  readonly brief: Brief
  readonly policy: SlipPolicy
  readonly issued: Act
  readonly rev: number
  readonly status: SlipStatus
  readonly clocks: readonly SlipClock[]
  readonly receipt: Receipt | null
  /** Receipts that a 更正 made void by asking for a new one. */
  readonly formerReceipts: readonly Receipt[]
  readonly firstResponse: FirstResponse | null
  readonly progress: readonly Progress[]
  /** 佐证材料, oldest first. */
  readonly attachments: readonly Attachment[]
  /** When 各单位口径 was called up, and by whom. */
  readonly findingsShown?: readonly Act[]
  readonly final: FinalFeedback | null
  readonly signoff: Signoff
  readonly sentBack: readonly SentBack[]
  readonly closed: Act | null
  readonly withdrawn: (Act & { readonly reason: string }) | null
  /** Rungs climbed, by key, and when. */
  readonly rungs: Readonly<Record<string, Instant>>
  readonly lastManualReminder: Instant | null
  readonly supervisions: readonly Supervision[]
  readonly notices: readonly Notice[]
  readonly directives: readonly Directive[]
  readonly extensions: readonly Extension[]
  readonly contests: readonly Contest[]
  readonly deferrals: readonly Deferral[]
  readonly amendments: readonly Amendment[]
  /** Limits that holiday notices moved, in order. */
  readonly moves: readonly (Act & { readonly n: number; readonly moved: readonly MovedLimit[] })[]
  readonly accountabilities: readonly Accountability[]
  readonly praises: readonly Praise[]
  /** How often this matter was passed on before it came to this unit. */
  readonly hops: number
  /** 电话交办 before the paper; null for a slip that came on paper. */
  readonly phone: PhoneRecord | null
  /** 先行交办: the formal slip is still owed by the office. */
  readonly provisional: boolean
  readonly releases: readonly Release[]
  /** Ruled by an approver: no press conference is called. */
  readonly conferenceWaived: (Act & { readonly reason: string }) | null
  /** 作废 by 改派; the number stays in the ledger. */
  readonly voided: (Act & { readonly replacedBy: string }) | null
  /** 线索移交, oldest first. */
  readonly clues: readonly Clue[]
  /** 知悉范围, of the slip of a 举报件. */
  readonly circle?: Circle
}

/** What a slip has from the start that rows stored earlier lack. */
export const laterSlipFields = {
  phone: null,
  provisional: false,
  releases: [],
  conferenceWaived: null,
  attachments: [],
  clues: [],
} as const satisfies Partial<Slip>

/** The instant from which its clocks count: the call, when the telephone came first. */
export function startedAt({ phone, issued }: Slip): Instant {
  return phone?.call.at ?? issued.at
}

/** Heard at any hour: by its level, or because somebody had to be telephoned for it. */
export function isUrgent({ phone, policy, brief }: Slip): boolean {
  return phone !== null || policy.urgentLevels.includes(brief.level)
}

/** Still owed: neither closed nor ended otherwise. */
export function isOpen(slip: Slip): boolean {
  return slip.status !== 'closed' && slip.status !== 'withdrawn' && slip.status !== 'voided'
}

export function clockOf(slip: Slip, name: ClockName): SlipClock | undefined {
  return slip.clocks.find((clock) => clock.name === name)
}

/**
 * The clocks the unit is still running against. Time under review is never charged to the unit, and a granted deferral
 * suspends the feedback clock until its re-check date.
 */
export function runningClocks(slip: Slip): readonly SlipClock[] {
  if (!isOpen(slip)) return []
  const suspended = ({ name }: SlipClock) =>
    (slip.status === 'deferred' && name === 'feedback') ||
    (slip.status === 'under_review' && name === 'rolling_report')
  return slip.clocks.filter((clock) => clock.stoppedAt === null && !suspended(clock))
}

/**
 * Whether a public answer is still owed with the final report: none was given yet, or the office sent the last report
 * back because it was given in the wrong place.
 */
export function owesPublicAnswer(slip: Slip): boolean {
  if (!clockOf(slip, 'first_response') && !clockOf(slip, 'authoritative_info')) return false
  const back = slip.sentBack.at(-1)
  if (!slip.firstResponse) return true
  return back?.defect === 'wrong_platform' && slip.firstResponse.at < back.at
}

/** Slips of an earlier day do not say: all their units answered. */
export function givesAnswer(slip: Slip): boolean {
  return slip.answers ?? true
}

/** Overdue is a judgement on facts: a duty met after its limit, or not met and the limit gone. */
export function overdueBy(clock: SlipClock, now: Instant): number {
  return Math.max(0, (clock.stoppedAt ?? now) - clock.deadline.at)
}

export function isOverdue(slip: Slip, now: Instant): boolean {
  return runningClocks(slip).some((clock) => overdueBy(clock, now) > 0)
}

/** The supervision that still waits for a ruling or for its answer. */
export function openSupervision(slip: Slip): Supervision | undefined {
  const last = slip.supervisions.at(-1)
  return last && last.ruling?.kind !== 'declined' ? last : undefined
}
