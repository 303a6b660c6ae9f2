import { approverOnly, officeOnly } from './authority.ts'
import { deadlineOf } from './clocks.ts'
import type { MatterCommandOf } from './command.ts'
import { issuedSlips, unitGone } from './decide-issue.ts'
import { monitoringAtIssue } from './decide-monitoring.ts'
import { notForWhistle } from './decide-whistle.ts'
import { type Context, calm, type Decision, done, goingBy, nameOf, refuse, type Stop } from './decision.ts'
import type { Dossier } from './dossier.ts'
import type { PhoneCall } from './emergency.ts'
import type { DomainEvent, MatterFact, SlipEvent } from './event.ts'
import { receiptDeadline } from './limits.ts'
import type { Matter } from './matter.ts'
import { clockOf, isOpen, type Slip } from './slip.ts'
import { HOUR } from './time.ts'

/** 紧急交办: by telephone first, the paper after it (通知 二(二)2). */
export const urgentGate = {
  assign_urgently: (matter: Matter, context: Context): Stop | null =>
    officeOnly(matter.officeId, context) ??
    notForWhistle(matter) ??
    (matter.phone
      ? calm({ code: 'already_assigned', by: nameOf(matter.phone.by), at: matter.phone.at })
      : matter.status === 'drafting'
        ? null
        : refuse({ code: 'matter_not_drafting', status: matter.status })),
  submit_formal: (matter: Matter, context: Context): Stop | null =>
    officeOnly(matter.officeId, context) ?? formalOpen(matter) ?? stopIfSubmitted(matter),
  issue_formal: (matter: Matter, context: Context): Stop | null =>
    approverOnly(matter.officeId, context) ??
    formalOpen(matter) ??
    (matter.formal?.submitted ? ownFormal(matter, context) : refuse({ code: 'formal_not_submitted' })),
  return_formal: (matter: Matter, context: Context): Stop | null =>
    approverOnly(matter.officeId, context) ??
    formalOpen(matter) ??
    (matter.formal?.submitted ? null : refuse({ code: 'formal_not_submitted' })),
}

function formalOpen({ formal, status }: Matter): Stop | null {
  if (!formal) return refuse({ code: 'formal_not_owed' })
  if (formal.issued)
    return calm({ code: 'already_approved', by: nameOf(formal.issued.by), at: formal.issued.at })
  return status === 'issued' ? null : refuse({ code: 'matter_not_issued', status })
}

function stopIfSubmitted({ formal }: Matter): Stop | null {
  const submitted = formal?.submitted
  return submitted ? calm({ code: 'already_submitted', by: nameOf(submitted.by), at: submitted.at }) : null
}

/** 审核把关 wants two pairs of eyes here too. */
function ownFormal({ formal }: Matter, { actor, policy }: Context): Stop | null {
  const by = formal?.submitted?.by
  const self =
    by !== undefined && by !== 'system' && actor.kind === 'person' && by.openId === actor.person.openId
  return self && !policy.singleSigner ? refuse({ code: 'own_draft' }) : null
}

/**
 * One decision for all that the minute asks for: the matter issued, a numbered slip for each unit with its clocks from the
 * call, the watch begun, and the leaders and 市政府办 told.
 */
export function assignUrgently(
  { draft, call }: MatterCommandOf<'assign_urgently'>,
  matter: Matter,
  fact: MatterFact,
  context: Context,
): Decision {
  const stop = callProblem(call, context) ?? unitGone(draft, context)
  if (stop) return stop
  const { calendar, policy } = context
  const { within, againHours, times } = policy.emergency.formal
  const owed = deadlineOf(within, call.at, calendar, policy.hours)
  const slips = issuedSlips(draft, matter, fact, context, { phone: { by: fact.by, at: fact.at, call } })
  const [lead] = slips
  const told = (['government_office', 'leaders'] as const).flatMap((to): SlipEvent[] =>
    lead ? [{ ...fact, on: 'slip', id: lead.id, type: 'leaders_told', to, rungs: [] }] : [],
  )
  return done(
    {
      ...fact,
      type: 'assigned_by_phone',
      draft,
      call,
      formalOwed: owed,
      reminded: { again: againHours * HOUR, times },
    },
    ...slips,
    ...monitoringAtIssue(draft, fact, context),
    ...told,
  )
}

/** The call was made before it is entered, and not so long ago that the clocks it starts would be over. */
function callProblem({ at }: PhoneCall, { now, policy }: Context): Stop | null {
  if (at > now) return refuse({ code: 'call_in_future' })
  const { callWithinHours: hours } = policy.emergency
  return now - at > hours * HOUR ? refuse({ code: 'call_too_old', hours }) : null
}

export function submitFormal(
  { answerForm, term, demand }: MatterCommandOf<'submit_formal'>,
  matter: Matter,
  fact: MatterFact,
  context: Context,
): Decision {
  return (
    termOver(term, matter, context) ?? done({ ...fact, type: 'formal_submitted', answerForm, term, demand })
  )
}

/** A limit is counted from the call, as all others are. */
function formalDeadline(term: MatterCommandOf<'submit_formal'>['term'], matter: Matter, context: Context) {
  const start = matter.phone?.call.at ?? context.now
  return term && deadlineOf(term, start, context.calendar, context.policy.hours)
}

function termOver(
  term: MatterCommandOf<'submit_formal'>['term'],
  matter: Matter,
  context: Context,
): Stop | null {
  const deadline = formalDeadline(term, matter, context)
  return deadline && deadline.at <= context.now ? refuse({ code: 'term_not_in_future' }) : null
}

/** 签发 of the formal slip: the same numbers, what was provisional completed. */
export function issueFormal(
  { n }: MatterCommandOf<'issue_formal'>,
  { matter, slips }: Dossier,
  fact: MatterFact,
  context: Context,
): Decision {
  const formal = matter.formal?.submitted
  if (!formal || formal.n !== n) return refuse({ code: 'stale_card' })
  const stop = termOver(formal.term, matter, context)
  if (stop) return stop
  const completed = slips
    .filter((slip) => isOpen(slip) && slip.provisional)
    .map((slip): DomainEvent => completedSlip(slip, matter, fact, goingBy(slip, context)))
  return done({ ...fact, type: 'formal_issued' }, ...completed)
}

/** Only a changed demand or limit asks for a new receipt, as with 更正; a slip in other hands keeps what it has. */
function completedSlip(slip: Slip, matter: Matter, fact: MatterFact, context: Context): SlipEvent {
  const { answerForm, term, demand } = matter.formal?.submitted ?? {
    answerForm: slip.brief.answerForm,
    term: null,
    demand: slip.brief.demand,
  }
  const inHand = slip.status === 'awaiting_receipt' || slip.status === 'in_hand'
  const deadline = inHand ? formalDeadline(term, matter, context) : null
  const moved = deadline !== null && deadline.at !== clockOf(slip, 'feedback')?.deadline.at
  const receiptAgain = inHand && slip.receipt !== null && (moved || demand !== slip.brief.demand)
  const feedback = moved ? deadline : clockOf(slip, 'feedback')?.deadline
  return {
    ...fact,
    on: 'slip',
    id: slip.id,
    type: 'slip_formalised',
    answerForm,
    demand,
    deadline: moved ? deadline : null,
    receiptAgain,
    receiptDeadline: receiptAgain ? receiptDeadline(slip, feedback?.at, context) : null,
  }
}

export function returnFormal(
  { n, reason }: MatterCommandOf<'return_formal'>,
  matter: Matter,
  fact: MatterFact,
): Decision {
  return matter.formal?.submitted?.n === n
    ? done({ ...fact, type: 'formal_returned', reason })
    : refuse({ code: 'stale_card' })
}
