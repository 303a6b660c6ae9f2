import type { Act } from './act.ts'
import type { Cause } from './dictionary.ts'
import type { DocNo } from './numbering.ts'

/**
 * 问责: proposed by the supervision office, or by the bot when the limit of a signed 督办 has passed, and ruled on by a
 * named person. 移送 hands a file to the discipline office: facts and evidence, never a verdict (通知 二(五)).
 */
export interface Accountability {
  readonly n: number
  readonly proposed: Act & {
    readonly cause: Cause
    readonly evidence: string | null
    readonly consequence: string | null
    /** The 督办 whose limit passed, when the bot proposed it. */
    readonly supervision: number | null
  }
  readonly ruling:
    | (Act & {
        readonly kind: 'transferred'
        readonly no: DocNo
        readonly consequence: string | null
        readonly suggestion: string
      })
    | (Act & { readonly kind: 'declined'; readonly reason: string })
    | null
  /** 已阅 by people of the discipline office. */
  readonly read: readonly Act[]
}

/** 表扬: what was done well, said by a named person. */
export interface Praise extends Act {
  readonly n: number
  readonly ground: string
}
