import type { Act } from './act.ts'
import type { Adoption } from './adoption.ts'
import type { OfferedFile } from './attachment.ts'
import type { Named } from './circle.ts'
import type { Term } from './clocks.ts'
import type { AnswerForm, Cause, DeclineGround, Defect, Level, Outcome } from './dictionary.ts'
import type { BodyId, ChatId, OpenId } from './directory.ts'
import type { MatterRung } from './duties.ts'
import type { PhoneCall, Release } from './emergency.ts'
import type { ClimbedRung, MovedLimit } from './event.ts'
import type { Draft, Seed } from './matter.ts'
import type { MeetingCommand } from './meeting-command.ts'
import type { Origin } from './origin.ts'
import type { Instant } from './time.ts'

/** A wish about a matter or a slip. It names things and grants nothing: rights are judged in decide. */
export type Command =
  | {
      readonly type: 'register'
      readonly matterId: string
      readonly officeId: BodyId
      readonly chatId: ChatId
      readonly seed: Seed
      readonly drafting: boolean
      readonly origin?: Origin
      /** The form that follows asks for a 预警. */
      readonly watch?: true
    }
  | {
      readonly type: 'decline_matter'
      readonly matterId: string
      readonly ground: DeclineGround
      readonly note: string | null
    }
  /** `into` is the 舆情编号 of the main matter, as typed. */
  | { readonly type: 'merge_matter'; readonly matterId: string; readonly into: string }
  | { readonly type: 'start_draft'; readonly matterId: string }
  | { readonly type: 'submit_draft'; readonly matterId: string; readonly draft: Draft }
  | { readonly type: 'approve_issue'; readonly matterId: string; readonly seenRev: number }
  | {
      readonly type: 'return_draft'
      readonly matterId: string
      readonly seenRev: number
      readonly reason: string
    }
  | { readonly type: 'withdraw_draft'; readonly matterId: string; readonly reason: string }
  | {
      readonly type: 'assign_urgently'
      readonly matterId: string
      readonly draft: Draft
      readonly call: PhoneCall
    }
  | {
      readonly type: 'submit_formal'
      readonly matterId: string
      readonly answerForm: AnswerForm
      readonly term: Term | null
      readonly demand: string
    }
  /** `n`: the submission that was on the card. */
  | { readonly type: 'issue_formal'; readonly matterId: string; readonly n: number }
  | {
      readonly type: 'return_formal'
      readonly matterId: string
      readonly n: number
      readonly reason: string
    }
  | { readonly type: 'start_monitoring'; readonly matterId: string; readonly every: Term }
  | {
      readonly type: 'log_monitoring'
      readonly matterId: string
      readonly text: string
      readonly figures: string | null
    }
  | { readonly type: 'end_monitoring'; readonly matterId: string }
  | {
      readonly type: 'climb_matter_rungs'
      readonly matterId: string
      readonly rungs: readonly MatterRung[]
    }
  | {
      readonly type: 'register_whistle'
      readonly matterId: string
      readonly officeId: BodyId
      /** The private chat with the drafter. */
      readonly chatId: ChatId
    }
  | ({ readonly type: 'submit_whistle'; readonly matterId: string } & WhistleDraft)
  | {
      readonly type: 'replace_confidant'
      readonly matterId: string
      readonly from: OpenId
      readonly to: Named
    }
  | {
      readonly type: 'sign_receipt'
      readonly slipId: string
      readonly seenRev: number
      /** SHA-256 of `receiptText` of the slip as it stands; the core cannot hash. */
      readonly hash: string
    }
  | ({ readonly type: 'record_release'; readonly slipId: string } & Omit<Release, keyof Act>)
  | { readonly type: 'waive_conference'; readonly slipId: string; readonly reason: string }
  | ({ readonly type: 'report_first_response'; readonly slipId: string } & PublicAnswer)
  | { readonly type: 'show_findings'; readonly slipId: string }
  | {
      readonly type: 'hand_over_clue'
      readonly slipId: string
      readonly what: string
      readonly link: string | null
      readonly evidence: string
      readonly to: readonly BodyId[]
    }
  | { readonly type: 'receive_clue'; readonly slipId: string; readonly n: number }
  | { readonly type: 'report_progress'; readonly slipId: string; readonly text: string }
  | {
      readonly type: 'submit_final'
      readonly slipId: string
      readonly findings: string
      readonly measures: string
      readonly outcome: Outcome
      readonly nextSteps: string | null
      readonly adoption?: Adoption | null
      /** The public answer entered together with the final report, when it had not been reported before. */
      readonly answer: PublicAnswer | null
    }
  | { readonly type: 'request_signoff'; readonly slipId: string; readonly seenRev: number }
  | { readonly type: 'sign_off'; readonly slipId: string; readonly seenRev: number }
  | { readonly type: 'accept_feedback'; readonly slipId: string; readonly seenRev: number }
  | {
      readonly type: 'send_back'
      readonly slipId: string
      readonly seenRev: number
      readonly defect: Defect
      readonly note: string | null
      readonly term: Term | null
    }
  | { readonly type: 'withdraw_slip'; readonly slipId: string; readonly reason: string }
  | { readonly type: 'climb_rungs'; readonly slipId: string; readonly rungs: readonly ClimbedRung[] }
  | { readonly type: 'rederive_limits'; readonly slipId: string; readonly moved: readonly MovedLimit[] }
  | { readonly type: 'remind'; readonly slipId: string }
  | {
      readonly type: 'propose_supervision'
      readonly slipId: string
      readonly cause: Cause
      /** What happened and how it is known. */
      readonly ground: string
    }
  | {
      readonly type: 'issue_supervision'
      readonly slipId: string
      /** The proposal that was on the card. */
      readonly n: number
      readonly demand: string
      readonly term: Term | null
    }
  | {
      readonly type: 'decline_supervision'
      readonly slipId: string
      readonly n: number
      readonly reason: string
    }
  | {
      readonly type: 'propose_accountability'
      readonly slipId: string
      readonly cause: Cause
      readonly evidence: string
      readonly consequence: string | null
    }
  | {
      readonly type: 'transfer'
      readonly slipId: string
      /** The proposal that was on the card. */
      readonly n: number
      readonly consequence: string | null
      readonly suggestion: string
    }
  | {
      readonly type: 'decline_transfer'
      readonly slipId: string
      readonly n: number
      readonly reason: string
    }
  | { readonly type: 'acknowledge_file'; readonly slipId: string; readonly n: number }
  | { readonly type: 'praise'; readonly slipId: string; readonly ground: string }
  | { readonly type: 'acknowledge'; readonly slipId: string; readonly notice: number }
  | {
      readonly type: 'instruct'
      readonly slipId: string
      readonly notice: number
      readonly text: string
      /** By when it is to be answered; null takes the policy's. */
      readonly term: Term | null
    }
  | { readonly type: 'answer_directive'; readonly slipId: string; readonly n: number; readonly text: string }
  | {
      readonly type: 'request_extension'
      readonly slipId: string
      readonly reason: string
      readonly progress: string
      readonly until: Instant
    }
  | { readonly type: 'grant_extension'; readonly slipId: string; readonly n: number }
  | {
      readonly type: 'refuse_extension'
      readonly slipId: string
      readonly n: number
      readonly reason: string
      /** A shorter extension than was asked for, instead of none. */
      readonly until: Instant | null
    }
  | {
      readonly type: 'contest'
      readonly slipId: string
      readonly reason: string
      readonly basis: string
      readonly proposed: BodyId
    }
  | { readonly type: 'reassign'; readonly slipId: string; readonly n: number; readonly unitId: BodyId }
  | { readonly type: 'refuse_contest'; readonly slipId: string; readonly n: number; readonly reason: string }
  | {
      readonly type: 'request_deferral'
      readonly slipId: string
      readonly reason: string
      readonly progress: string
      readonly recheckAt: Instant
    }
  | { readonly type: 'grant_deferral'; readonly slipId: string; readonly n: number }
  | { readonly type: 'refuse_deferral'; readonly slipId: string; readonly n: number; readonly reason: string }
  | {
      readonly type: 'amend'
      readonly slipId: string
      readonly seenRev: number
      readonly reason: string
      readonly title: string
      readonly summary: string
      readonly link: string | null
      readonly demand: string
      /** 传播升级: null leaves the level as it is. */
      readonly level: Level | null
      readonly term: Term | null
      /** 补充 or correction of a 领导批示; absent leaves it as it is. */
      readonly order?: { readonly leader: string; readonly text: string }
    }
  | MeetingCommand
  | { readonly type: 'attach'; readonly slipId: string; readonly files: readonly OfferedFile[] }
  | { readonly type: 'attach_to_matter'; readonly matterId: string; readonly files: readonly OfferedFile[] }

export type CommandType = Command['type']

export type MatterCommand = Extract<Command, { matterId: string }>
export type MatterCommandOf<T extends MatterCommand['type']> = Extract<MatterCommand, { type: T }>
export type SlipCommand = Extract<Command, { slipId: string }>
export type SlipCommandOf<T extends SlipCommand['type']> = Extract<SlipCommand, { type: T }>

/** What a 举报件 asks. It has no link, no author and no public answer. */
export interface WhistleDraft {
  readonly title: string
  readonly summary: string
  readonly platform: string
  readonly level: Level
  readonly excluded: readonly BodyId[]
  readonly lead: BodyId
  readonly handlers: readonly Named[]
  readonly approver: Named
  readonly term: Term | null
  readonly demand: string
}

/** Where and when the answer was given in public. */
export interface PublicAnswer {
  readonly publishedAt: Instant
  readonly link: string | null
  readonly noLinkReason: string | null
}
