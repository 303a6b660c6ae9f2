import { pending } from './asks.ts'
import { officeOnly } from './authority.ts'
import { addWorkdaysAt } from './clocks.ts'
import type { SlipCommandOf } from './command.ts'
import { type Context, calm, type Decision, done, nameOf, refuse, type Stop } from './decision.ts'
import type { SlipFact } from './event.ts'
import type { Slip } from './slip.ts'
import { ended, inHand, rulingOn } from './slip-stops.ts'
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
  grant_deferral: rulingStop,
  refuse_deferral: rulingStop,
}

function rulingStop(slip: Slip, context: Context): Stop | null {
  return officeOnly(slip.officeId, context) ?? ended(slip) ?? rulingOn(slip.deferrals)
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

export function grantDeferral({ n }: SlipCommandOf<'grant_deferral'>, slip: Slip, fact: SlipFact): Decision {
  return slip.deferrals.some((one) => one.n === n)
    ? done({ ...fact, type: 'deferral_granted' })
    : refuse({ code: 'not_found' })
}

export function refuseDeferral(
  { n, reason }: SlipCommandOf<'refuse_deferral'>,
  slip: Slip,
  fact: SlipFact,
): Decision {
  return slip.deferrals.some((one) => one.n === n)
    ? done({ ...fact, type: 'deferral_refused', reason })
    : refuse({ code: 'not_found' })
}
