import { pending } from './asks.ts'
import { officeOnly, unitOnly } from './authority.ts'
import { deadlineOf } from './clocks.ts'
import type { SlipCommandOf } from './command.ts'
import { recheckOf } from './decide-deferral.ts'
import { notForWhistle } from './decide-whistle.ts'
import { type Context, calm, type Decision, done, nameOf, refuse, type Stop } from './decision.ts'
import type { Dossier } from './dossier.ts'
import type { SlipFact } from './event.ts'
import { restartedDeadlines } from './limits.ts'
import { formatNo } from './numbering.ts'
import { answersItself } from './publishing.ts'
import { isOpen, type Slip } from './slip.ts'
import { ended, rulingOf, rulingOn } from './slip-stops.ts'
import { dayOf, type Instant, yearOf } from './time.ts'

/** 申请退回 (非本单位职责), and the office's ruling: 改派 or 不予退回. */
export const contestGate = {
  contest: (slip: Slip, context: Context): Stop | null => {
    const stop = unitOnly(slip, context) ?? notForWhistle(slip) ?? ended(slip)
    if (stop) return stop
    const asked = pending(slip.contests)?.asked
    if (asked) return calm({ code: 'already_asked', by: nameOf(asked.by), at: asked.at })
    const { hops } = slip.policy.contest
    if (slip.hops >= hops || slip.contests.length > 0) return refuse({ code: 'contest_final', max: hops })
    if (slip.status === 'under_review') return refuse({ code: 'slip_under_review' })
    // Who was granted time for it has owned it.
    const recheckAt = recheckOf(slip)
    if (recheckAt !== null) return refuse({ code: 'slip_deferred', until: recheckAt })
    const due = contestUntil(slip, context)
    return context.now > due ? refuse({ code: 'contest_too_late', due }) : null
  },
  reassign: rulingStop,
  refuse_contest: rulingStop,
}

function rulingStop(slip: Slip, context: Context): Stop | null {
  return officeOnly(slip.officeId, context) ?? notForWhistle(slip) ?? rulingOn(slip, slip.contests)
}

/** Until when a unit may say that the slip is not theirs. */
export function contestUntil(slip: Slip, { calendar }: Pick<Context, 'calendar'>): Instant {
  const { within, withinUrgent } = slip.policy.contest
  const term = slip.policy.urgentLevels.includes(slip.brief.level) ? withinUrgent : within
  return deadlineOf(term, slip.issued.at, calendar, slip.policy.hours).at
}

export function contest(
  { reason, basis, proposed }: SlipCommandOf<'contest'>,
  slip: Slip,
  fact: SlipFact,
): Decision {
  return proposed === slip.unitId
    ? refuse({ code: 'contest_own_unit' })
    : done({ ...fact, type: 'contested', reason, basis, proposed })
}

/** 改派: this slip is 作废 with its number, and the other unit gets a slip of its own, its clocks from now. */
export function reassign(
  { n, unitId }: SlipCommandOf<'reassign'>,
  slip: Slip,
  dossier: Dossier,
  fact: SlipFact,
  context: Context,
): Decision {
  const stop = rulingOf(slip.contests, n)
  if (stop) return stop
  if (unitId === slip.unitId) return refuse({ code: 'contest_own_unit' })
  if (!context.directory.body(unitId)?.unit)
    return refuse({ code: 'unit_gone', unit: context.directory.body(unitId)?.name ?? unitId })
  const held = dossier.slips.find((other) => other.unitId === unitId && isOpen(other))
  if (held) {
    const unit = context.directory.body(unitId)?.name ?? unitId
    return refuse({ code: 'unit_holds_slip', unit, no: formatNo(held.no) })
  }
  const { now, policy, next } = context
  const answers = answersItself(slip.duty, unitId, slip.brief.category, context)
  const slipId = `${dossier.matter.id}-${dossier.slips.length + 1}`
  return done(
    { ...fact, type: 'reassigned', unitId, slipId },
    {
      on: 'slip',
      id: slipId,
      by: fact.by,
      at: now,
      type: 'slip_issued',
      officeId: slip.officeId,
      matterId: slip.matterId,
      no: { word: policy.words.slip, year: yearOf(dayOf(now)), serial: next.slip },
      unitId,
      duty: slip.duty,
      answers,
      hops: slip.hops + 1,
      brief: slip.brief,
      policy: slip.policy,
      signoffRequired: slip.signoff.required,
      deadlines: restartedDeadlines(slip, answers, context),
      ...(slip.phone ? { phone: slip.phone, provisional: slip.provisional } : {}),
    },
  )
}

export function refuseContest(
  { n, reason }: SlipCommandOf<'refuse_contest'>,
  slip: Slip,
  fact: SlipFact,
): Decision {
  return rulingOf(slip.contests, n) ?? done({ ...fact, type: 'contest_refused', reason })
}
