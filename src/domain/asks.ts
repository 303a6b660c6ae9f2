import type { Act } from './act.ts'
import type { Deadline } from './clocks.ts'
import type { BodyId } from './directory.ts'
import type { Instant } from './time.ts'

/** What a unit may ask of the office about a slip; each is asked by one person and ruled on by another. */
export type AskKind = 'extension' | 'contest' | 'deferral'

export type Refused = Act & { readonly kind: 'refused'; readonly reason: string }

/** 延期: a new limit, asked for before the old one has passed. A granted extension counts as on time. */
export interface Extension {
  readonly n: number
  /** `due` is the limit that was in force when it was asked for: it stays in the history. */
  readonly asked: Act & {
    readonly reason: string
    readonly progress: string
    readonly due: Instant
    readonly until: Instant
  }
  /** `deadline` may be earlier than what was asked. */
  readonly ruling: (Act & { readonly kind: 'granted'; readonly deadline: Deadline }) | Refused | null
}

/** 申请退回 (非本单位职责): with its basis in the division of duties, and the unit that should have it. */
export interface Contest {
  readonly n: number
  readonly asked: Act & {
    readonly reason: string
    readonly basis: string
    readonly proposed: BodyId
  }
  /** 改派 voids this slip; `slipId` is the new one. */
  readonly ruling:
    | (Act & { readonly kind: 'reassigned'; readonly unitId: BodyId; readonly slipId: string })
    | Refused
    | null
}

/** 暂不具备条件: why, what was done, and when it will be looked at again. Granted, it suspends the feedback clock. */
export interface Deferral {
  readonly n: number
  readonly asked: Act & { readonly reason: string; readonly progress: string; readonly recheckAt: Instant }
  readonly ruling: (Act & { readonly kind: 'granted' }) | Refused | null
  /** When the slip came back into hand by itself. */
  readonly revivedAt: Instant | null
}

/** 更正 after issue: what changed, from what to what, and whether the clocks or the receipt are touched. */
export interface Amendment extends Act {
  readonly n: number
  readonly rev: number
  readonly reason: string
  readonly changes: readonly AmendedField[]
  readonly deadline: Deadline | null
  readonly receiptAgain: boolean
}

export interface AmendedField {
  readonly field: 'title' | 'summary' | 'link' | 'demand' | 'level' | 'leader' | 'directive'
  readonly from: string
  readonly to: string
}

/** The ask that waits for a ruling; null when none does. */
export function pending<T extends { readonly ruling: unknown }>(asks: readonly T[]): T | null {
  const last = asks.at(-1)
  return last && last.ruling === null ? last : null
}
