import type { Instant } from './time.ts'

/** The doors a matter comes in by: `unit` is 登记 by a unit, `http` a system of somebody else's, `import` a table. */
export const doors = ['command', 'quote', 'unit', 'http', 'import'] as const
export type Door = (typeof doors)[number]

/** 传播数据 at the time of registration; null where it was not told. */
export interface Spread {
  readonly reads: number | null
  readonly comments: number | null
  readonly shares: number | null
}

/** Where a matter came from (facts of 1.2). */
export interface Origin {
  readonly door: Door
  /** The system or table that told of it, as the operator named it. */
  readonly source: string | null
  /** Its number there. */
  readonly sourceId: string | null
  /** 网民昵称: never shown outside the office. */
  readonly author: string | null
  readonly postedAt: Instant | null
  readonly spread: Spread | null
  /** It came in with many others, and the office is told of all of them at once. */
  readonly batch: boolean
}

export function originBy(door: Door, known: Partial<Omit<Origin, 'door'>> = {}): Origin {
  return {
    door,
    source: null,
    sourceId: null,
    author: null,
    postedAt: null,
    spread: null,
    batch: false,
    ...known,
  }
}
