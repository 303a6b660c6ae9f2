import type { Accountability } from './accountability.ts'
import type { Amendment, Contest, Deferral, Extension } from './asks.ts'
import type { AttachedFile } from './attachment.ts'
import type { Circle, Named } from './circle.ts'
import type { Deadline, Term } from './clocks.ts'
import type { Clue } from './clue.ts'
import type { Called, Resolution } from './conference.ts'
import type { AnswerForm, Cause, DeclineGround, Defect } from './dictionary.ts'
import type { BodyId, ChatId, OfficeKind } from './directory.ts'
import type { MatterRung } from './duties.ts'
import type { FormalDraft, PhoneCall, PhoneRecord, Release } from './emergency.ts'
import type { Draft, Seed } from './matter.ts'
import type { DocNo } from './numbering.ts'
import type { LeaderOrder } from './order.ts'
import type { Origin } from './origin.ts'
import type { ClockName, SlipPolicy } from './policy.ts'
import type { Receipt } from './receipt.ts'
import type { Act, Brief, Duty, FinalFeedback, ResultFor } from './slip.ts'
import type { Instant } from './time.ts'
import type { Watched } from './watch.ts'

/** Who, when and on what: the part that every fact has. */
export type MatterFact = Act & { readonly on: 'matter'; readonly id: string }
export type SlipFact = Act & { readonly on: 'slip'; readonly id: string }

/** Facts about a matter, in the words of the notice. */
export type MatterEvent = MatterFact &
  (
    | {
        readonly type: 'registered'
        readonly officeId: BodyId
        readonly ref: string
        readonly chatId: ChatId
        readonly seed: Seed
        /** False when a unit registers what it found: then the office takes it from its queue. */
        readonly drafting: boolean
        readonly origin?: Origin
        /** A 预警, whose form stands open. */
        readonly watch?: true
        /** Of a 举报件: only its drafter may know of it as yet. */
        readonly circle?: Circle
      }
    | { readonly type: 'drafting_started'; readonly chatId: ChatId }
    | { readonly type: 'submitted'; readonly draft: Draft }
    | { readonly type: 'draft_returned'; readonly reason: string }
    | { readonly type: 'issued' }
    | { readonly type: 'matter_withdrawn'; readonly reason: string }
    | { readonly type: 'matter_declined'; readonly ground: DeclineGround; readonly note: string | null }
    | { readonly type: 'matter_merged'; readonly into: string; readonly ref: string }
    /** On the main matter: another one was found to be the same. */
    | {
        readonly type: 'repeat_counted'
        readonly matterId: string
        readonly ref: string
        readonly origin: Origin | null
      }
    | { readonly type: 'matter_closed' }
    | {
        readonly type: 'assigned_by_phone'
        readonly draft: Draft
        readonly call: PhoneCall
        readonly formalOwed: Deadline
        /** How the office is reminded of it: again after so many milliseconds, so many times. */
        readonly reminded: { readonly again: number; readonly times: number }
      }
    | ({ readonly type: 'formal_submitted' } & Pick<FormalDraft, 'answerForm' | 'term' | 'demand'>)
    | { readonly type: 'formal_returned'; readonly reason: string }
    | { readonly type: 'formal_issued' }
    | { readonly type: 'monitoring_started'; readonly every: Term; readonly next: Deadline }
    | {
        readonly type: 'monitoring_logged'
        readonly text: string
        readonly figures: string | null
        readonly next: Deadline
      }
    | { readonly type: 'monitoring_ended' }
    | {
        readonly type: 'matter_rungs_climbed'
        readonly rungs: readonly MatterRung[]
        /** When the quiet hours in force at that minute let the reminder out. */
        readonly sendAt: Instant
      }
    | { readonly type: 'confidant_replaced'; readonly from: Named; readonly to: Named }
    | { readonly type: 'matter_attached'; readonly file: AttachedFile }
    | WatchEvent
    | ConferenceEvent
  )

/** Facts about a 预警. */
export type WatchEvent =
  | { readonly type: 'watch_filed'; readonly about: Watched; readonly accepted: boolean }
  | { readonly type: 'watch_accepted' }
  | { readonly type: 'watch_extended'; readonly until: Instant; readonly reason: string }
  | { readonly type: 'watch_lifted'; readonly reason: string }

/** Facts about a 会商; `n` counts those of the matter. */
export type ConferenceEvent =
  | ({ readonly type: 'conference_convened' } & Called)
  | { readonly type: 'attendance_confirmed'; readonly n: number; readonly bodyId: BodyId }
  | {
      readonly type: 'minutes_recorded'
      readonly n: number
      readonly host: string
      readonly present: string
      readonly text: string
    }
  | ({ readonly type: 'conference_resolved'; readonly n: number } & Pick<
      Resolution,
      'task' | 'bodyId' | 'became' | 'slipId' | 'due'
    >)
  | { readonly type: 'group_dissolved'; readonly n: number }

/** Facts about a slip. */
export type SlipEvent = SlipFact &
  (
    | {
        readonly type: 'slip_issued'
        readonly officeId: BodyId
        readonly matterId: string
        readonly no: DocNo
        readonly unitId: BodyId
        readonly duty: Duty
        /** Absent on old slips, whose units all answered in public. */
        readonly answers?: boolean
        readonly hops: number
        readonly brief: Brief
        readonly policy: SlipPolicy
        readonly signoffRequired: boolean
        readonly deadlines: Readonly<Partial<Record<ClockName, Deadline>>>
        readonly circle?: Circle
        /** Assigned by telephone first; the formal slip follows under the same number. */
        readonly phone?: PhoneRecord
        readonly provisional?: boolean
      }
    | ({ readonly type: 'receipt_signed'; readonly seenRev: number } & Partial<
        Pick<Receipt, 'post' | 'phone' | 'hash'>
      >)
    | {
        readonly type: 'first_response_reported'
        readonly publishedAt: Instant
        readonly link: string | null
        readonly noLinkReason: string | null
      }
    | { readonly type: 'progress_reported'; readonly text: string; readonly rolling?: Deadline }
    | ({ readonly type: 'release_recorded' } & Omit<Release, keyof Act>)
    | { readonly type: 'conference_waived'; readonly reason: string }
    | {
        readonly type: 'slip_formalised'
        readonly answerForm: AnswerForm
        readonly demand: string
        readonly deadline: Deadline | null
        readonly receiptAgain: boolean
        readonly receiptDeadline: Deadline | null
      }
    | ({ readonly type: 'final_submitted' } & Pick<
        FinalFeedback,
        'findings' | 'measures' | 'outcome' | 'nextSteps' | 'adoption'
      >)
    | { readonly type: 'findings_shown' }
    | { readonly type: 'attached'; readonly file: AttachedFile }
    | ({ readonly type: 'clue_handed_over' } & Pick<Clue, 'what' | 'link' | 'evidence' | 'to'>)
    | { readonly type: 'clue_received'; readonly n: number; readonly bodyId: BodyId }
    | { readonly type: 'signoff_requested' }
    | { readonly type: 'signed_off' }
    | {
        readonly type: 'sent_back'
        readonly defect: Defect
        readonly note: string | null
        readonly deadline: Deadline
        readonly rolling?: Deadline
      }
    | { readonly type: 'accepted' }
    | { readonly type: 'slip_withdrawn'; readonly reason: string }
    | { readonly type: 'rungs_climbed'; readonly rungs: readonly ClimbedRung[] }
    | { readonly type: 'limits_moved'; readonly moved: readonly MovedLimit[] }
    | { readonly type: 'reminded_by_office' }
    | { readonly type: 'supervision_proposed'; readonly cause?: Cause; readonly ground: string | null }
    | {
        readonly type: 'supervision_issued'
        readonly no: DocNo
        readonly demand: string
        readonly deadline: Deadline
      }
    | { readonly type: 'supervision_declined'; readonly reason: string }
    | {
        readonly type: 'leaders_told'
        readonly to: OfficeKind
        readonly rungs: readonly string[]
        readonly result?: ResultFor
      }
    | { readonly type: 'acknowledged'; readonly notice: number }
    | {
        readonly type: 'instructed'
        readonly notice: number
        readonly text: string
        readonly deadline?: Deadline
      }
    | { readonly type: 'directive_answered'; readonly n: number; readonly text: string }
    | ({ readonly type: 'accountability_proposed' } & Pick<
        Accountability['proposed'],
        'cause' | 'evidence' | 'consequence' | 'supervision'
      >)
    | {
        readonly type: 'accountability_transferred'
        readonly no: DocNo
        readonly consequence: string | null
        readonly suggestion: string
      }
    | { readonly type: 'accountability_declined'; readonly reason: string }
    | { readonly type: 'file_acknowledged'; readonly n: number }
    | { readonly type: 'praised'; readonly ground: string }
    | ({ readonly type: 'extension_requested' } & Pick<
        Extension['asked'],
        'reason' | 'progress' | 'due' | 'until'
      >)
    | { readonly type: 'extension_granted'; readonly deadline: Deadline }
    | { readonly type: 'extension_refused'; readonly reason: string }
    | ({ readonly type: 'contested' } & Pick<Contest['asked'], 'reason' | 'basis' | 'proposed'>)
    | { readonly type: 'reassigned'; readonly unitId: BodyId; readonly slipId: string }
    | { readonly type: 'contest_refused'; readonly reason: string }
    | ({ readonly type: 'deferral_requested' } & Pick<Deferral['asked'], 'reason' | 'progress' | 'recheckAt'>)
    | { readonly type: 'deferral_granted' }
    | { readonly type: 'deferral_refused'; readonly reason: string }
    | { readonly type: 'revived'; readonly deadline: Deadline }
    | ({ readonly type: 'amended' } & Pick<Amendment, 'reason' | 'changes' | 'deadline' | 'receiptAgain'> & {
          readonly receiptDeadline: Deadline | null
          /** A higher level gives the public answer an earlier limit, and may want a leader's signature. */
          readonly firstResponse?: Deadline | null
          readonly signoffRequired?: boolean
          /** 领导批示, added or corrected. */
          readonly order?: LeaderOrder
        })
  )

export interface ClimbedRung {
  /** `first_response.urge.1@3`: the rung, and the revision its clock started at. Exists once per slip. */
  readonly key: string
  readonly rungId: string
  readonly due: Instant
}

/** A limit that a holiday notice moved: where it stood, and where it stands. */
export interface MovedLimit {
  readonly clock: ClockName
  readonly from: Instant
  readonly deadline: Deadline
}

export type DomainEvent = MatterEvent | SlipEvent
