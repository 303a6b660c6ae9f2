import type { Act } from './act.ts'
import type { BodyId } from './directory.ts'
import type { Instant } from './time.ts'

export const watchKinds = ['policy', 'project'] as const
/** 预警 of a policy to be made or a project to be carried out (通知 三(三)). */
export type WatchKind = (typeof watchKinds)[number]

export interface Watched {
  readonly kind: WatchKind
  readonly subject: string
  /** 风险点. */
  readonly risks: string
  /** 关注人(单位): who keeps an eye on it. */
  readonly watchers: readonly BodyId[]
  /** 关注至. */
  readonly until: Instant
  /** 应对准备. */
  readonly preparation: string | null
}

/** A matter kept in view, which is nobody's slip and is never overdue. */
export interface Watch {
  /** Null while its form stands open. */
  readonly about: Watched | null
  readonly filed: Act | null
  /** By the office: of its own filing at once, of a unit's proposal when it agrees. */
  readonly accepted: Act | null
  /** The matter's revision at which the present end date was set; names the reminders. */
  readonly since: number
  readonly extensions: readonly (Act & { readonly until: Instant; readonly reason: string })[]
  readonly lifted: (Act & { readonly reason: string }) | null
}

export const unfiled: Watch = {
  about: null,
  filed: null,
  accepted: null,
  since: 0,
  extensions: [],
  lifted: null,
}
