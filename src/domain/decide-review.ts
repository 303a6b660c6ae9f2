import type { Calendar } from './calendar.ts'
import { deadlineOf, type Term, workdaysBetween } from './clocks.ts'
import type { SlipCommandOf } from './command.ts'
import { nextRollingReport } from './decide-release.ts'
import { notForWhistle } from './decide-whistle.ts'
import { type Context, type Decision, done, refuse } from './decision.ts'
import type { Dossier } from './dossier.ts'
import type { SlipEvent, SlipFact } from './event.ts'
import { ending } from './matter-closing.ts'
import { clockOf, openSupervision, type Slip } from './slip.ts'
import { dayOf } from './time.ts'

/** 审核通过 closes the slip; with the last one the matter closes too. */
export function acceptFeedback(dossier: Dossier, fact: SlipFact): Decision {
  return done(...ending({ ...fact, type: 'accepted' }, dossier))
}

/** So many 退回重办 of one slip are 办理不认真. */
const CARELESS = 2

/**
 * 退回重办 restarts the feedback clock with a new limit; the time under review was not the unit's. The second one proposes
 * 督办 with it, unless one is open.
 */
export function sendBack(
  command: SlipCommandOf<'send_back'>,
  slip: Slip,
  fact: SlipFact,
  context: Context,
): Decision {
  const { now, calendar } = context
  const { defect, note } = command
  const rolling = nextRollingReport(slip, context)
  if (command.term?.kind === 'until' && command.term.at <= now) return refuse({ code: 'term_not_in_future' })
  const term = command.term ?? reworkTerm(slip, calendar)
  const sentBack: SlipEvent = {
    ...fact,
    type: 'sent_back',
    defect,
    note,
    deadline: deadlineOf(term, now, calendar, slip.policy.hours),
    ...(rolling ? { rolling } : {}),
  }
  const careless = slip.sentBack.length + 1 >= CARELESS && !openSupervision(slip) && !notForWhistle(slip)
  return careless
    ? done(sentBack, { ...fact, type: 'supervision_proposed', cause: 'careless', ground: null })
    : done(sentBack)
}

/** Half of the working days first given, at least one (policy `reworkShare`), in whatever unit they were given. */
export function reworkTerm(slip: Slip, calendar: Calendar): Term {
  const days = workdaysGiven(slip, calendar)
  return { kind: 'workdays', n: Math.max(1, Math.floor(days * slip.policy.reworkShare)) }
}

function workdaysGiven(slip: Slip, calendar: Calendar): number {
  const given = clockOf(slip, 'feedback')?.given
  if (!given) return 1
  if (given.kind === 'workdays') return given.n
  const { at } = deadlineOf(given, slip.issued.at, calendar, slip.policy.hours)
  return workdaysBetween(dayOf(slip.issued.at), dayOf(at), calendar)
}
