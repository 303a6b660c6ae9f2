import type { Directive, Notice, Slip, Supervision } from './slip.ts'
import { isOpen } from './slip.ts'
import { supervisionClock } from './supervision.ts'
import type { Instant } from './time.ts'

/**
 * Papers that have a limit, or a moment from which they wait, of their own beside the clocks of the slip: a signed 督办;
 * a 批示 to be answered; a report to leaders, and a proposal of 督办, that wait for somebody to take them up.
 */
export const paperClocks = ['supervision', 'directive', 'notice', 'proposal'] as const
export type PaperClock = (typeof paperClocks)[number]

/** `n` counts the papers of that kind on the slip and names their rungs, however often a limit is moved. */
export interface PaperLimit {
  readonly name: PaperClock
  readonly n: number
  readonly start: Instant
  readonly at: Instant
}

export function paperLimits(slip: Slip): readonly PaperLimit[] {
  const supervised = supervisionClock(slip)
  const proposed = unruledProposal(slip)
  return [
    ...(supervised
      ? [
          {
            name: 'supervision',
            n: supervised.supervision.n,
            start: supervised.start,
            at: supervised.at,
          } as const,
        ]
      : []),
    ...owedDirectives(slip).flatMap(({ n, deadline }) =>
      deadline ? [{ name: 'directive', n, start: deadline.start, at: deadline.at } as const] : [],
    ),
    ...unheardNotices(slip).map(({ n, at }) => ({ name: 'notice', n, start: at, at }) as const),
    ...(proposed
      ? [{ name: 'proposal', n: proposed.n, start: proposed.proposed.at, at: proposed.proposed.at } as const]
      : []),
  ]
}

/** 批示 that the unit has not answered: owed also after the slip is closed, never of one taken back. */
export function owedDirectives(slip: Slip): readonly Directive[] {
  return slip.withdrawn || slip.voided ? [] : slip.directives.filter(({ answer }) => answer === null)
}

/** Reports of what is overdue that nobody has read or written a 批示 on, while the unit has done nothing since. */
export function unheardNotices(slip: Slip): readonly Notice[] {
  if (!isOpen(slip)) return []
  return slip.notices.filter(
    ({ n, at, rungs, acknowledged }) =>
      rungs.length > 0 &&
      acknowledged.length === 0 &&
      !slip.directives.some(({ notice }) => notice === n) &&
      !actedSince(slip, at),
  )
}

/** The proposal of 督办 that nobody has ruled on, while the unit has done nothing since. */
export function unruledProposal(slip: Slip): Supervision | null {
  const last = slip.supervisions.at(-1)
  return isOpen(slip) && last?.ruling === null && !actedSince(slip, last.proposed.at) ? last : null
}

/** Anything by which the unit shows that it works on the slip, or asks something about it. */
function actedSince(slip: Slip, since: Instant): boolean {
  const { receipt, firstResponse, progress, releases, final, attachments } = slip
  const asked = [...slip.extensions, ...slip.contests, ...slip.deferrals].map((one) => one.asked)
  const answers = slip.directives.map(({ answer }) => answer)
  return [receipt, firstResponse, ...progress, ...releases, final, ...attachments, ...asked, ...answers].some(
    (act) => act !== null && act.at > since,
  )
}
