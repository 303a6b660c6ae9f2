import { isOpen, type Slip, type Supervision } from './slip.ts'
import type { Instant } from './time.ts'

/** A signed 督办 that still runs: which, from when, and until when it must be answered. */
export interface SupervisionClock {
  readonly supervision: Supervision
  readonly start: Instant
  readonly at: Instant
}

/**
 * The limit of the latest signed 督办, or a later one that the office has given since. It does not run while the report
 * is under review or the slip is deferred: that time is not the unit's.
 */
export function supervisionClock(slip: Slip): SupervisionClock | null {
  const supervision = slip.supervisions.at(-1)
  if (supervision?.ruling?.kind !== 'issued') return null
  if (!isOpen(slip) || slip.status === 'under_review' || slip.status === 'deferred') return null
  const { at: signed, deadline } = supervision.ruling
  const feedback = slip.clocks.find(({ name }) => name === 'feedback')?.deadline.at ?? deadline.at
  const at = givenAfter(slip, signed) ? Math.max(deadline.at, feedback) : deadline.at
  return { supervision, start: deadline.start, at }
}

/** Whether the office has set a new feedback limit since. */
function givenAfter({ sentBack, extensions, deferrals, amendments }: Slip, signed: Instant): boolean {
  return (
    sentBack.some(({ at }) => at > signed) ||
    extensions.some(({ ruling }) => ruling?.kind === 'granted' && ruling.at > signed) ||
    deferrals.some(({ revivedAt }) => revivedAt !== null && revivedAt > signed) ||
    amendments.some(({ at, deadline }) => deadline !== null && at > signed)
  )
}
