import { type Deadline, deadlineOf, type Term } from './clocks.ts'
import type { Context } from './decision.ts'
import { isPublicAnswer } from './dictionary.ts'
import { isEmergency } from './emergency.ts'
import type { Draft } from './matter.ts'
import { type ClockName, type ClockTerms, type Policy, termsFor } from './policy.ts'
import { clockOf, type Duty, type Slip } from './slip.ts'
import type { Instant } from './time.ts'

type Knowing = Pick<Context, 'calendar' | 'policy'>

export type Deadlines = Readonly<Partial<Record<ClockName, Deadline>>>

/**
 * The limits a slip would get if issued at `start`; also what the approval card announces. `answers`: the unit gives the
 * answer itself, rather than telling the lead and the office what it found.
 */
export function deadlinesOf(
  draft: Draft,
  start: Instant,
  knowing: Knowing,
  as: { readonly duty: Duty; readonly answers: boolean } = { duty: 'lead', answers: true },
): Deadlines {
  const terms = termsFor(knowing.policy, draft.category, draft.level, draft.requestType)
  return deadlinesFrom(
    { ...terms, feedback: draft.term ?? terms.feedback },
    { ...draft, ...as },
    start,
    knowing,
  )
}

/** 改派: the new unit is given the same terms from now on; a date that somebody named stays, while it lies ahead. */
export function restartedDeadlines(
  slip: Slip,
  answers: boolean,
  knowing: Knowing & { readonly now: Instant },
): Deadlines {
  const { now, policy } = knowing
  const terms = termsFor(policy, slip.brief.category, slip.brief.level, slip.brief.requestType)
  const given = clockOf(slip, 'feedback')?.deadline.term ?? terms.feedback
  const feedback = given.kind === 'until' && given.at <= now ? terms.feedback : given
  return deadlinesFrom({ ...terms, feedback }, { ...slip.brief, duty: slip.duty, answers }, now, knowing)
}

/** A receipt asked for again gets the limit a first one would, capped alike by the report while that lies ahead. */
export function receiptDeadline(
  slip: Slip,
  feedback: Instant | undefined,
  { now, calendar, policy }: Knowing & { readonly now: Instant },
): Deadline {
  const { receipt } = termsFor(policy, slip.brief.category, slip.brief.level, slip.brief.requestType)
  const own = deadlineOf(receipt, now, calendar, slip.policy.hours)
  return feedback !== undefined && feedback > now && own.at > feedback
    ? deadlineOf({ kind: 'until', at: feedback }, now, calendar, slip.policy.hours)
    : own
}

/** A receipt or a public answer is never due later than the report that must tell of it. */
function deadlinesFrom(
  terms: ClockTerms,
  asked: Pick<Draft, 'category' | 'level' | 'answerForm'> & {
    readonly duty: Duty
    readonly answers: boolean
  },
  start: Instant,
  { calendar, policy }: Knowing,
): Deadlines {
  const feedback = deadlineOf(terms.feedback, start, calendar, policy.hours)
  const capped = (name: keyof ClockTerms): Deadline => {
    const own = deadlineOf(terms[name], start, calendar, policy.hours)
    return own.at > feedback.at
      ? deadlineOf({ kind: 'until', at: feedback.at }, start, calendar, policy.hours)
      : own
  }
  const emergency = emergencyTerms(asked, policy)
  const own = (name: keyof typeof emergency) => {
    const term = emergency[name]
    return term ? { [name]: deadlineOf(term, start, calendar, policy.hours) } : {}
  }
  return {
    receipt: capped('receipt'),
    // 权威信息 is the first answer of an emergency, with a limit of its own.
    ...(asked.answers && isPublicAnswer(asked.answerForm) && !emergency.authoritative_info
      ? { first_response: capped('first_response') }
      : {}),
    ...own('first_report'),
    ...own('authoritative_info'),
    ...own('press_conference'),
    ...own('rolling_report'),
    feedback,
  }
}

type EmergencyClock = 'first_report' | 'authoritative_info' | 'press_conference' | 'rolling_report'

/** The lead unit of an emergency speaks to the public and reports; the notice gives it hours, whatever the report's limit. */
function emergencyTerms(
  { category, level, duty }: Pick<Draft, 'category' | 'level'> & { readonly duty: Duty },
  { emergency }: Policy,
): Readonly<Partial<Record<EmergencyClock, Term>>> {
  if (duty !== 'lead') return {}
  const { firstReport } = emergency
  const reported = firstReport?.categories.includes(category) ? { first_report: firstReport.within } : {}
  if (!isEmergency(emergency, category, level)) return reported
  return {
    ...reported,
    authoritative_info: emergency.authoritativeInfo,
    rolling_report: emergency.rollingReport,
    ...(emergency.conferenceCategories.includes(category)
      ? { press_conference: emergency.pressConference }
      : {}),
  }
}
