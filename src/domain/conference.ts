import type { Act } from './act.ts'
import type { BodyId } from './directory.ts'
import type { Matter } from './matter.ts'
import type { Duty } from './slip.ts'
import type { Instant } from './time.ts'

/** 专用群: a group chat made for one matter is registered with its purpose, its keeper and the day it goes. */
export interface ConferenceGroup {
  readonly purpose: string
  /** 负责人, by name: the register holds people whom the directory need not know. */
  readonly keeper: string
  readonly dissolveBy: Instant
}

/** What a 会商 is called for. */
export interface Called {
  /** 议题. */
  readonly subject: string
  /** 参会单位: offices and units alike; the issuing office hosts and is not among them. */
  readonly members: readonly BodyId[]
  readonly meetsAt: Instant
  /** 地点或方式. */
  readonly place: string
  readonly agenda: string | null
  readonly materials: string | null
  readonly group: ConferenceGroup | null
}

export const resolutionKinds = ['lead', 'support', 'note'] as const
/** How 议定事项 are carried out: by a slip of the matter, or only written down. */
export type ResolutionKind = (typeof resolutionKinds)[number]

/** 议定事项: what, who, by when; signed by an approver, who is `by`. */
export interface Resolution extends Act {
  readonly task: string
  readonly bodyId: BodyId
  /** `amended`: the body held an open slip of the matter, which was 更正 instead of doubled. */
  readonly became: Duty | 'amended' | 'note'
  readonly slipId: string | null
  readonly due: Instant | null
}

/** 联席会议 (会商) on one matter, ad hoc (通知 三(一)). */
export interface Conference extends Called {
  readonly n: number
  readonly convened: Act
  /** 参会回执, at most one a body. */
  readonly receipts: readonly (Act & { readonly bodyId: BodyId })[]
  readonly minutes:
    | (Act & {
        /** 主持人. */
        readonly host: string
        readonly present: string
        readonly text: string
      })
    | null
  readonly resolutions: readonly Resolution[]
  readonly groupDissolved: Act | null
}

export function conferencesOf({ conferences = [] }: Pick<Matter, 'conferences'>): readonly Conference[] {
  return conferences
}

export function conferenceIn(matter: Matter, n: number): Conference | undefined {
  return conferencesOf(matter).find((one) => one.n === n)
}
