import { pending } from './asks.ts'
import { officeOnly } from './authority.ts'
import { addWorkdaysAt, deadlineOf } from './clocks.ts'
import type { SlipCommandOf } from './command.ts'
import { recheckOf } from './decide-deferral.ts'
import { type Context, calm, type Decision, done, nameOf, refuse, type Stop } from './decision.ts'
import type { SlipFact } from './event.ts'
import { clockOf, type Slip } from './slip.ts'
import { inHand, rulingOf, rulingOn } from './slip-stops.ts'
import type { Instant } from './time.ts'

/** 延期: asked for by the unit before expiry, ruled on by the office. */
export const extensionGate = {
  request_extension: (slip: Slip, context: Context): Stop | null => {
    const stop = inHand(slip, context)
    if (stop) return stop
    const { notFor, times } = slip.policy.extension
    const asked = pending(slip.extensions)?.asked
    const due = clockOf(slip, 'feedback')?.deadline.at ?? 0
    if (asked) return calm({ code: 'already_asked', by: nameOf(asked.by), at: asked.at })
    const recheckAt = recheckOf(slip)
    if (recheckAt !== null) return refuse({ code: 'slip_deferred', until: recheckAt })
    if (notFor.includes(slip.brief.level)) return refuse({ code: 'extension_not_for_urgent' })
    if (context.now >= due) return refuse({ code: 'extension_too_late', due })
    const granted = slip.extensions.filter(({ ruling }) => ruling?.kind === 'granted')
    return granted.length >= times ? refuse({ code: 'extension_used_up', max: times }) : null
  },
  grant_extension: rulingStop,
  refuse_extension: rulingStop,
}

function rulingStop(slip: Slip, context: Context): Stop | null {
  return officeOnly(slip.officeId, context) ?? rulingOn(slip, slip.extensions)
}

export function requestExtension(
  { reason, progress, until }: SlipCommandOf<'request_extension'>,
  slip: Slip,
  fact: SlipFact,
  context: Context,
): Decision {
  const due = clockOf(slip, 'feedback')?.deadline.at ?? slip.issued.at
  return (
    limitProblem(until, slip, context) ??
    done({ ...fact, type: 'extension_requested', reason, progress, due, until })
  )
}

/** 同意: the limit moves to what was asked for. What was asked before expiry is on time, however late it is ruled on. */
export function grantExtension(
  { n }: SlipCommandOf<'grant_extension'>,
  slip: Slip,
  fact: SlipFact,
  context: Context,
): Decision {
  const stop = rulingOf(slip.extensions, n)
  if (stop) return stop
  const until = slip.extensions.find((one) => one.n === n)?.asked.until ?? 0
  // 退回重办 or 更正 may have moved the limit since: an extension never shortens it.
  const due = clockOf(slip, 'feedback')?.deadline.at ?? 0
  return until > due ? granted(until, slip, fact, context) : refuse({ code: 'extension_not_later', due })
}

/** 不同意, or a shorter extension than was asked for. */
export function refuseExtension(
  { n, reason, until }: SlipCommandOf<'refuse_extension'>,
  slip: Slip,
  fact: SlipFact,
  context: Context,
): Decision {
  const stop = rulingOf(slip.extensions, n)
  if (stop) return stop
  if (until === null) return done({ ...fact, type: 'extension_refused', reason })
  return limitProblem(until, slip, context) ?? granted(until, slip, fact, context)
}

function granted(until: Instant, slip: Slip, fact: SlipFact, { calendar }: Context): Decision {
  const start = clockOf(slip, 'feedback')?.deadline.start ?? slip.issued.at
  const deadline = deadlineOf({ kind: 'until', at: until }, start, calendar, slip.policy.hours)
  return done({ ...fact, type: 'extension_granted', deadline })
}

/** Later than the limit in force, and within the working days beyond the first limit that all extensions may reach. */
function limitProblem(until: Instant, slip: Slip, { now, calendar }: Context): Stop | null {
  const due = clockOf(slip, 'feedback')?.deadline.at ?? 0
  if (until <= Math.max(due, now)) return refuse({ code: 'extension_not_later', due })
  const first = slip.extensions.find(({ ruling }) => ruling?.kind === 'granted')?.asked.due ?? due
  const latest = addWorkdaysAt(first, slip.policy.extension.workdays, calendar, slip.policy.hours)
  return until > latest ? refuse({ code: 'extension_too_long', latest }) : null
}
