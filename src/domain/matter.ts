import type { Attachment } from './attachment.ts'
import type { Circle } from './circle.ts'
import type { Term } from './clocks.ts'
import type { Conference } from './conference.ts'
import type { AnswerForm, Category, DeclineGround, Level, RequestType, Sensitivity } from './dictionary.ts'
import type { BodyId, ChatId } from './directory.ts'
import type { FormalSlip, PhoneRecord } from './emergency.ts'
import type { Monitoring } from './monitoring.ts'
import type { LeaderOrder } from './order.ts'
import type { Origin } from './origin.ts'
import type { Act } from './slip.ts'
import type { Instant } from './time.ts'
import type { Watch } from './watch.ts'

export const matterStatuses = [
  'registered',
  'drafting',
  'awaiting_approval',
  'issued',
  'closed',
  'declined',
  'merged',
] as const
export type MatterStatus = (typeof matterStatuses)[number]

/** What a command or a quoted message already told, put into the issue form. */
export interface Seed {
  readonly title: string | null
  readonly summary: string | null
  readonly platform: string | null
  readonly link: string | null
  readonly requestType?: RequestType | null
  /** 初步研判 by who registered it. */
  readonly analysis?: string | null
  /** Why a quoted message could not be read, so that the form asks for its text by hand. */
  readonly unread: 'scope_missing' | 'gone' | 'other' | null
}

/** A complete draft of the slip, as submitted for 审核. Units are ids, understood from what was typed. */
export interface Draft {
  readonly title: string
  readonly summary: string
  readonly platform: string
  readonly link: string | null
  readonly category: Category
  readonly level: Level
  /** 诉求类型, when one was chosen. */
  readonly requestType?: RequestType | null
  readonly lead: BodyId
  readonly support: readonly BodyId[]
  readonly answerForm: AnswerForm
  /** The feedback limit as typed; null takes the policy's. Judged at 签发, when the clocks start. */
  readonly term: Term | null
  readonly demand: string
  readonly sensitivity: Sensitivity
  /** 领导批示: of a 领导批示件 always. */
  readonly order?: LeaderOrder
  /** Of a 举报件 only: the circle as the draft names it. */
  readonly circle?: Circle
}

/** 舆情事项. `draftRev` is the revision at which the present draft was submitted: 签发 must have seen this very text. */
export interface Matter {
  readonly id: string
  readonly officeId: BodyId
  readonly ref: string
  readonly rev: number
  readonly status: MatterStatus
  readonly registered: Act
  /** Where the form was asked for, and so where its answers go. */
  readonly chatId: ChatId
  readonly seed: Seed
  readonly draft: Draft | null
  readonly draftRev: number
  readonly submitted: Act | null
  readonly returned: readonly (Act & { readonly reason: string })[]
  readonly approved: Act | null
  readonly withdrawn: (Act & { readonly reason: string }) | null
  readonly closed: Act | null
  /** 电话交办: null for a matter issued on paper. */
  readonly phone: PhoneRecord | null
  readonly formal: FormalSlip | null
  readonly monitoring: Monitoring | null
  /** Reminders given to the office, by key, and when. */
  readonly rungs: Readonly<Record<string, Instant>>
  /** A 举报件 has one from registration on. */
  readonly circle?: Circle
  readonly conferences?: readonly Conference[]
  readonly watch?: Watch
  /** How it came in; rows stored before that was kept lack it. */
  readonly origin?: Origin
  /** 不予受理. */
  readonly declined: (Act & { readonly ground: DeclineGround; readonly note: string | null }) | null
  /** 并案: the main matter it is now part of. */
  readonly merged: (Act & { readonly into: string; readonly ref: string }) | null
  /** 重复反映: what was merged into this one, oldest first. */
  readonly repeats: readonly Repeat[]
  /** What the office keeps of it; no unit is shown them. */
  readonly attachments: readonly Attachment[]
}

/** One more report of the same thing. Where it came from is kept, however often it is told. */
export interface Repeat extends Act {
  readonly matterId: string
  readonly ref: string
  readonly origin: Origin | null
}

/** What a matter has from the start that rows stored earlier lack. */
export const laterFields = {
  phone: null,
  formal: null,
  monitoring: null,
  rungs: {},
  declined: null,
  merged: null,
  repeats: [],
  attachments: [],
} as const satisfies Partial<Matter>
