import type { Arrangement } from './arrangements.ts'
import type { AskKind } from './asks.ts'
import type { Gap } from './audit.ts'
import type { DerivationStep } from './clocks.ts'
import type { OpenId } from './directory.ts'
import type { HelpSeat } from './help-seat.ts'
import type { ListFilter } from './list-filter.ts'
import type { NoticeProblem } from './notice-text.ts'
import type { Quiet, Refusal } from './refusal.ts'
import type { Instant } from './time.ts'

/**
 * Which card, about what: all that is stored of a card. It is drawn from the state of the day when it is sent or redrawn,
 * so nothing in it goes stale. Stored for as long as cards live: kinds are added, never changed.
 */
export type CardRef =
  | { readonly kind: 'issue_form'; readonly matterId: string }
  | { readonly kind: 'approval'; readonly matterId: string; readonly draftRev: number }
  | { readonly kind: 'draft_returned'; readonly matterId: string; readonly n: number }
  | { readonly kind: 'registered'; readonly matterId: string }
  /** To who registered it for a unit: 不予受理 with the reason, or 并案. */
  | { readonly kind: 'registration'; readonly matterId: string }
  /** To the office: what came in at once from another system or a table. */
  | {
      readonly kind: 'intake_batch'
      readonly source: string
      readonly matterIds: readonly string[]
      readonly total: number
    }
  /** What the office itself owes and did not do; told to 市政府办 as well when it stays undone. */
  | {
      readonly kind: 'office_reminder'
      readonly matterId: string
      readonly rungKey: string
      readonly to: 'office' | 'government_office'
    }
  /** 紧急交办: the form of the call, and then the office's own card of the matter. */
  | { readonly kind: 'urgent'; readonly matterId: string }
  /** 补发交办单 before an approver; `n` is the submission. */
  | { readonly kind: 'formal_approval'; readonly matterId: string; readonly n: number }
  /** To the unit: what came by telephone is now on paper. */
  | { readonly kind: 'formalised'; readonly slipId: string }
  /** To 市领导 and 市政府办: an emergency was assigned this minute. */
  | { readonly kind: 'urgent_notice'; readonly slipId: string; readonly n: number }
  /** No card: 加急 on the slip's card that stands in the group (im/message/urgent_app). */
  | { readonly kind: 'ring'; readonly slipId: string }
  | { readonly kind: 'slip'; readonly slipId: string }
  | { readonly kind: 'review'; readonly slipId: string; readonly finalRev: number }
  /** 各单位口径, to the lead. */
  | { readonly kind: 'findings'; readonly slipId: string }
  | { readonly kind: 'signoff'; readonly slipId: string; readonly finalRev: number }
  | { readonly kind: 'sent_back'; readonly slipId: string; readonly n: number }
  | { readonly kind: 'withdrawn'; readonly slipId: string }
  | { readonly kind: 'reminder'; readonly slipId: string; readonly rungKey: string | null }
  /** `again`: nobody took it up, so it is sent for the second time, the third. */
  | {
      readonly kind: 'supervision_proposal'
      readonly slipId: string
      readonly n: number
      readonly again?: number
    }
  | { readonly kind: 'supervision'; readonly slipId: string; readonly n: number }
  | { readonly kind: 'notice'; readonly slipId: string; readonly n: number; readonly again?: number }
  /** With `rungKey` it reminds of a 批示 that was not answered. */
  | { readonly kind: 'directive'; readonly slipId: string; readonly n: number; readonly rungKey?: string }
  /** In private to the unit's 主要领导 and 分管领导: the 领导批示 that the slip carries out. */
  | { readonly kind: 'order'; readonly slipId: string }
  /** 呈报单. `place` is where it stands: with the leader of the 批示, in the leaders' group, at the office. */
  | {
      readonly kind: 'result_report'
      readonly slipId: string
      readonly n: number
      readonly place: 'leader' | 'leaders' | 'office'
    }
  /** To the leader who wrote it, and to the supervision office: nobody has answered in time. */
  | { readonly kind: 'directive_late'; readonly slipId: string; readonly n: number }
  /** To the office: what a unit asks for, to be ruled on. */
  | { readonly kind: 'ask'; readonly slipId: string; readonly of: AskKind; readonly n: number }
  /** To the unit: how the office ruled. */
  | { readonly kind: 'ruling'; readonly slipId: string; readonly of: AskKind; readonly n: number }
  /** To the unit: a deferral has run out, the slip is theirs to finish again. */
  | { readonly kind: 'revived'; readonly slipId: string; readonly n: number }
  /** To the unit: 更正, with the difference. */
  | { readonly kind: 'amended'; readonly slipId: string; readonly n: number }
  /** To the unit: a holiday notice moved limits. */
  | { readonly kind: 'limits_moved'; readonly slipId: string; readonly n: number }
  /** To those who asked for it: the form by which 督办 or 问责 is proposed; `n` is the number the proposal will have. */
  | {
      readonly kind: 'proposal_form'
      readonly slipId: string
      readonly of: 'supervision' | 'accountability'
      readonly n: number
    }
  | { readonly kind: 'accountability_proposal'; readonly slipId: string; readonly n: number }
  /** To the discipline office: 移送. */
  | { readonly kind: 'transfer_file'; readonly slipId: string; readonly n: number }
  /** 线索移交单, to the group of one body it is handed to. */
  | { readonly kind: 'clue'; readonly slipId: string; readonly n: number; readonly bodyId: string }
  | { readonly kind: 'praise'; readonly slipId: string; readonly n: number }
  | {
      readonly kind: 'directive_pending'
      readonly slipId: string
      readonly n?: number
      readonly rungKey?: string
    }
  /** The form of a 预警; the office's card of it; the one card of a watcher's group. */
  | { readonly kind: 'watch_form'; readonly matterId: string }
  | { readonly kind: 'watch'; readonly matterId: string }
  | { readonly kind: 'watch_notice'; readonly matterId: string }
  /** The form that calls the n-th 会商 on the matter. */
  | { readonly kind: 'conference_form'; readonly matterId: string; readonly n: number }
  /** To the office: who comes, the minutes, what was decided. */
  | { readonly kind: 'conference'; readonly matterId: string; readonly n: number }
  /** To a member's group: 会议通知, and the 会议纪要. */
  | {
      readonly kind: 'conference_notice'
      readonly matterId: string
      readonly n: number
      readonly bodyId: string
    }
  | { readonly kind: 'minutes'; readonly matterId: string; readonly n: number; readonly bodyId: string }
  /**
   * `/附件` of a slip. `place` is where it stands: a unit's group reads no free text of an internal matter. `withMatter` for
   * those who may read what the office keeps; until `until` the next file in this private chat is taken for it.
   */
  | {
      readonly kind: 'attachments'
      readonly slipId: string
      readonly place: 'private' | 'office' | 'unit'
      readonly withMatter: boolean
      readonly until: Instant | null
    }
  | { readonly kind: 'matter_attachments'; readonly matterId: string; readonly until: Instant | null }
  /** No card: the attachment itself, as a file. */
  | { readonly kind: 'file'; readonly slipId: string; readonly fileId: string }
  | { readonly kind: 'matter_file'; readonly matterId: string; readonly fileId: string }
  | { readonly kind: 'list'; readonly list: ListQuery }
  /** No card: all that the asker may see of that list, as a table, to the asker in private. */
  | { readonly kind: 'list_file'; readonly list: ListQuery }
  | { readonly kind: 'answer'; readonly answer: Answer }

export type CardKind = CardRef['kind']

/** A list asked for in chat. Who asked and where is part of the question: it decides what may be shown. */
export interface ListQuery {
  readonly of: 'todo' | 'search' | 'ledger'
  /** What is looked for in the number, the title and the summary. */
  readonly text: string | null
  /** What else it is narrowed to; lists asked for earlier have none. */
  readonly filter?: ListFilter
  /** Words that were not understood. */
  readonly unread?: readonly string[]
  readonly asker: OpenId
  /** The body whose group the answer goes to; null in a private chat. */
  readonly bodyId: string | null
  /** In private: only what this body's group may not read, since the rest was answered there. */
  readonly restOf: string | null
  readonly page: number
}

/** A short answer to a command. */
export type Answer =
  /** To somebody in these seats; `about` is the one command that was asked about. */
  | {
      readonly say: 'help'
      readonly unknown: string | null
      readonly forBody: boolean
      readonly seats?: readonly HelpSeat[]
      readonly about?: string
    }
  | { readonly say: 'refusal'; readonly refusal: Refusal | CommandRefusal }
  | { readonly say: 'quiet'; readonly quiet: Quiet }
  | { readonly say: 'fault'; readonly reference: string }
  /** To the office: a message could not be delivered for good, and why (`code` of bot/feishu/codes). */
  | {
      readonly say: 'undelivered'
      readonly where: string
      readonly card: string
      readonly no: string | null
      readonly code: string
    }
  | { readonly say: 'reminded'; readonly no: string }
  | { readonly say: 'supervision_proposed'; readonly no: string }
  | { readonly say: 'praised'; readonly no: string }
  /** The table comes next, here or in the asker's private chat. */
  | { readonly say: 'table_coming'; readonly list: ListQuery; readonly here: boolean }
  | { readonly say: 'table_cut'; readonly total: number; readonly most: number }
  | { readonly say: 'table_empty' }
  | { readonly say: 'attached'; readonly no: string; readonly to: 'slip' | 'matter' }
  /** In a group that may not read them: the asker was sent them in private. */
  | { readonly say: 'attachments_sent'; readonly no: string }
  | { readonly say: 'registered'; readonly ref: string }
  | { readonly say: 'monitored'; readonly no: string }
  /** What a card of a 举报件 turns into when its reader is named no more. */
  | { readonly say: 'recalled' }
  | { readonly say: 'bound'; readonly body: string }
  | {
      readonly say: 'holidays'
      readonly known: readonly number[]
      readonly missing: readonly number[]
      readonly entered: readonly Arrangement[]
    }
  | { readonly say: 'holidays_entered'; readonly arrangement: Arrangement }
  | { readonly say: 'holidays_adopted'; readonly arrangement: Arrangement }
  /** To the office: what we failed to do, by our own audit. */
  | { readonly say: 'audit'; readonly gaps: readonly Gap[]; readonly all: number }
  /** To the office, before it matters: the notice of this year was not entered. */
  | { readonly say: 'holidays_missing'; readonly year: number }
  | {
      readonly say: 'deadline'
      readonly text: string
      readonly start: Instant
      readonly at: Instant
      readonly steps: readonly DerivationStep[]
    }

/** What a command in chat may be refused for, before anything is decided. */
export type CommandRefusal =
  | { readonly code: 'argument_missing'; readonly command: string; readonly example: string }
  | { readonly code: 'slip_not_found_here' }
  | { readonly code: 'group_not_bound' }
  | { readonly code: 'unit_unknown'; readonly typed: string; readonly near: readonly string[] }
  | { readonly code: 'chat_bound_elsewhere'; readonly body: string }
  | { readonly code: 'only_in_group' }
  /** 举报件 are not spoken of in groups. */
  | { readonly code: 'private_chat_only' }
  /** A draft, and what the office found, must not be read by a unit's group. */
  | { readonly code: 'office_chat_only' }
  /** 督办 and 问责 are proposed among those who may read of it. */
  | { readonly code: 'own_chat_only' }
  /** Feishu did not give out a file that somebody sent. */
  | {
      readonly code: 'file_unreachable'
      readonly why: 'too_large' | 'restricted' | 'forwarded' | 'gone' | 'outside' | 'scope_missing' | 'other'
    }
  /** A bare file in private, and nothing told what it is for. */
  | { readonly code: 'file_for_what' }
  /** Feishu did not take a file that was asked for. */
  | { readonly code: 'file_not_sent'; readonly why: 'scope_missing' | 'other'; readonly what?: 'table' }
  | { readonly code: 'term_unreadable' }
  | { readonly code: 'notice_unreadable'; readonly problem: NoticeProblem }
  | { readonly code: 'no_notice_entered' }
