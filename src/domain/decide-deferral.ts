import { pending } from './asks.ts'
import { officeOnly } from './authority.ts'
import { addWorkdaysAt } from './clocks.ts'
import type { SlipCommandOf } from './command.ts'
import { type Context, calm, type Decision, done, nameOf, refuse, type Stop } from './decision.ts'
import type { SlipFact } from './event.ts'
import type { Slip } from './slip.ts'
import { inHand, rulingOf, rulingOn } from './slip-stops.ts'
import type { Instant } from './time.ts'

/** 暂不具备条件 (通知 二(四)): explained by the unit, approved by the office, and back by itself on the promised day. */
export const deferralGate = {
  request_deferral: (slip: Slip, context: Context): Stop | null => {
    const stop = inHand(slip, context)
    if (stop) return stop
    const asked = pending(slip.deferrals)?.asked
    if (asked) return calm({ code: 'already_asked', by: nameOf(asked.by), at: asked.at })
    const recheckAt = recheckOf(slip)
    return recheckAt === null ? null : refuse({ code: 'slip_deferred', until: recheckAt })
  },
  grant_deferral: (slip: Slip, context: Context): Stop | null => rulingStop(slip, context) ?? workedOn(slip),
  refuse_deferral: rulingStop,
}

function rulingStop(slip: Slip, context: Context): Stop | null {
  return officeOnly(slip.officeId, context) ?? rulingOn(slip, slip.deferrals)
}

/** Only what is in hand can be put off: a report under review, a contest and an unsigned slip each have their own way on. */
function workedOn({ status }: Slip): Stop | null {
  if (status === 'contested') return refuse({ code: 'slip_contested' })
  if (status === 'under_review') return refuse({ code: 'slip_under_review' })
  return status === 'awaiting_receipt' ? refuse({ code: 'receipt_first' }) : null
}

/** The re-check date of a deferral in force; null when none is. */
export function recheckOf(slip: Slip): Instant | null {
  return slip.status === 'deferred' ? (slip.deferrals.at(-1)?.asked.recheckAt ?? null) : null
}

export function requestDeferral(
  { reason, progress, recheckAt }: SlipCommandOf<'request_deferral'>,
  slip: Slip,
  fact: SlipFact,
  { now, calendar }: Context,
): Decision {
  if (recheckAt <= now) return refuse({ code: 'recheck_not_in_future' })
  const latest = addWorkdaysAt(now, slip.policy.deferral.workdays, calendar, slip.policy.hours)
  return recheckAt > latest
    ? refuse({ code: 'recheck_too_far', latest })
    : done({ ...fact, type: 'deferral_requested', reason, progress, recheckAt })
}

export function grantDeferral(
  { n }: SlipCommandOf<'grant_deferral'>,
  slip: Slip,
  fact: SlipFact,
  { now }: Context,
): Decision {
  const stop = rulingOf(slip.deferrals, n)
  if (stop) return stop
  const recheckAt = slip.deferrals.find((one) => one.n === n)?.asked.recheckAt ?? 0
  return recheckAt > now
    ? done({ ...fact, type: 'deferral_granted' })
    : refuse({ code: 'recheck_not_in_future' })
}

export function refuseDeferral(
  { n, reason }: SlipCommandOf<'refuse_deferral'>,
  slip: Slip,
  fact: SlipFact,
): Decision {
  return rulingOf(slip.deferrals, n) ?? done({ ...fact, type: 'deferral_refused', reason })
}
