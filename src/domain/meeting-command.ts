import type { Term } from './clocks.ts'
import type { Called, ResolutionKind } from './conference.ts'
import type { BodyId } from './directory.ts'
import type { Instant } from './time.ts'
import type { Watched } from './watch.ts'

/** Wishes about a 预警 and about a 会商. */
export type MeetingCommand =
  | { readonly type: 'file_watch'; readonly matterId: string; readonly about: Watched }
  | { readonly type: 'accept_watch'; readonly matterId: string }
  | {
      readonly type: 'extend_watch'
      readonly matterId: string
      readonly until: Instant
      readonly reason: string
    }
  | { readonly type: 'lift_watch'; readonly matterId: string; readonly reason: string }
  /** `n` counts the conferences of the matter from 1: a form filled in twice calls one. */
  | ({ readonly type: 'convene_conference'; readonly matterId: string; readonly n: number } & Called)
  | { readonly type: 'confirm_attendance'; readonly matterId: string; readonly n: number }
  | {
      readonly type: 'record_minutes'
      readonly matterId: string
      readonly n: number
      readonly host: string
      readonly present: string
      readonly text: string
    }
  | {
      readonly type: 'decide_at_conference'
      readonly matterId: string
      readonly n: number
      readonly task: string
      readonly bodyId: BodyId
      readonly how: ResolutionKind
      readonly term: Term | null
      /** What a 更正 gives as its reason, where the body has a slip already. */
      readonly ground: string
    }
  | { readonly type: 'dissolve_group'; readonly matterId: string; readonly n: number }
