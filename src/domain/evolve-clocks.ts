import type { Deadline } from './clocks.ts'
import type { ClockName } from './policy.ts'
import type { Slip, SlipClock } from './slip.ts'
import type { Instant } from './time.ts'

/** What facts do to the clocks of a slip. */

/** The duty is met; one that was met before stays as it was. */
export function stop(clocks: readonly SlipClock[], name: ClockName, at: Instant): readonly SlipClock[] {
  return clocks.map((clock) =>
    clock.name === name && clock.stoppedAt === null ? { ...clock, stoppedAt: at } : clock,
  )
}

/** The clock runs anew, from this revision on. */
export function restart(
  clocks: readonly SlipClock[],
  name: ClockName,
  since: number,
  deadline: Deadline,
): readonly SlipClock[] {
  return clocks.map((clock) => (clock.name === name ? { ...clock, since, deadline, stoppedAt: null } : clock))
}

/** A new limit, and a new receipt where one is asked for. */
export function retimed(
  slip: Slip,
  rev: number,
  deadline: Deadline | null,
  receiptAgain: boolean,
  receiptDeadline: Deadline | null,
): Pick<Slip, 'status' | 'receipt' | 'formerReceipts' | 'clocks'> {
  const feedback = deadline ? restart(slip.clocks, 'feedback', rev, deadline) : slip.clocks
  return {
    status: receiptAgain ? 'awaiting_receipt' : slip.status,
    receipt: receiptAgain ? null : slip.receipt,
    formerReceipts:
      receiptAgain && slip.receipt ? [...slip.formerReceipts, slip.receipt] : slip.formerReceipts,
    clocks: receiptDeadline ? restart(feedback, 'receipt', rev, receiptDeadline) : feedback,
  }
}

/** The first answer in public, by whichever of its two names it is owed. */
export function answered(clocks: readonly SlipClock[], at: Instant): readonly SlipClock[] {
  return stop(stop(clocks, 'first_response', at), 'authoritative_info', at)
}

/** The next rolling report of an emergency, where one is owed. */
export function reportAgain(
  clocks: readonly SlipClock[],
  since: number,
  next: Deadline | undefined,
): readonly SlipClock[] {
  return next ? restart(clocks, 'rolling_report', since, next) : clocks
}
