import { approverOfDraft, approverOnly, officeOnly, registeredOnly, signerRoles } from './authority.ts'
import type { MatterCommand, MatterCommandOf } from './command.ts'
import { conferenceGate, decideConference } from './decide-conference.ts'
import {
  climbMatterRungs,
  logMonitoring,
  monitoringAtIssue,
  monitoringGate,
  startMonitoring,
} from './decide-monitoring.ts'
import {
  circleCanSign,
  namedApprover,
  nobodyToHandle,
  notForWhistle,
  registerWhistle,
  replaceConfidant,
  replaceStop,
  submitWhistle,
  whistleOnly,
} from './decide-whistle.ts'
import { byOf, type Context, calm, type Decision, done, nameOf, refuse, type Stop } from './decision.ts'
import type { Dossier } from './dossier.ts'
import type { DomainEvent, MatterFact } from './event.ts'
import { deadlinesOf } from './limits.ts'
import type { Draft, Matter } from './matter.ts'
import { formatMatterRef } from './numbering.ts'
import { confidedPolicy, needsSignoff, slipPolicyOf } from './policy.ts'
import { answersItself } from './publishing.ts'
import type { Brief, Duty } from './slip.ts'
import { dayOf, yearOf } from './time.ts'

/** Whether the act may be begun at all: asked when its form is opened, and again when it is done. */
export const matterGate = {
  register: (_: Matter, context: Context) => registeredOnly(context),
  start_draft: (matter: Matter, context: Context) =>
    officeOnly(matter.officeId, context) ??
    (matter.status === 'registered' ? null : calm({ code: 'already_taken_up', status: matter.status })),
  submit_draft: (matter: Matter, context: Context) =>
    officeOnly(matter.officeId, context) ?? notForWhistle(matter) ?? stopUnless(matter, 'drafting'),
  approve_issue: (matter: Matter, context: Context) =>
    stopIfApproved(matter, approverOnly(matter.officeId, context)) ??
    stopUnless(matter, 'awaiting_approval') ??
    namedApprover(matter, context) ??
    approverOfDraft(matter, context),
  return_draft: (matter: Matter, context: Context) =>
    approverOnly(matter.officeId, context) ?? stopUnless(matter, 'awaiting_approval'),
  withdraw_draft: (matter: Matter, context: Context) =>
    officeOnly(matter.officeId, context) ??
    (matter.withdrawn
      ? calm({ code: 'already_withdrawn', by: nameOf(matter.withdrawn.by), at: matter.withdrawn.at })
      : matter.status === 'awaiting_approval' || matter.status === 'registered'
        ? null
        : stopUnless(matter, 'drafting')),
  ...monitoringGate,
  register_whistle: (matter: Matter, context: Context) => officeOnly(matter.officeId, context),
  submit_whistle: (matter: Matter, context: Context) =>
    officeOnly(matter.officeId, context) ?? whistleOnly(matter) ?? stopUnless(matter, 'drafting'),
  replace_confidant: replaceStop,
  ...conferenceGate,
} satisfies Record<MatterCommand['type'], (matter: Matter, context: Context) => Stop | null>

export function decideMatter(command: MatterCommand, dossier: Dossier | null, context: Context): Decision {
  if (command.type === 'register') return register(command, dossier, context)
  if (command.type === 'register_whistle') return registerWhistle(command, dossier, context)
  if (!dossier) return refuse({ code: 'not_found' })
  const { matter } = dossier
  const stop = matterGate[command.type](matter, context)
  if (stop) return stop
  const fact = { on: 'matter', id: matter.id, by: byOf(context.actor), at: context.now } as const
  switch (command.type) {
    case 'start_draft': {
      const chatId = context.directory.body(matter.officeId)?.chatId ?? matter.chatId
      return done({ ...fact, type: 'drafting_started', chatId })
    }
    case 'submit_draft':
      return submitDraft(command, fact, context)
    case 'approve_issue':
      return approveIssue(command, matter, fact, context)
    case 'return_draft':
      return matter.draftRev === command.seenRev
        ? done({ ...fact, type: 'draft_returned', reason: command.reason })
        : refuse({ code: 'stale_card' })
    case 'withdraw_draft':
      return done({ ...fact, type: 'matter_withdrawn', reason: command.reason })
    case 'start_monitoring':
      return done(startMonitoring(command.every, fact, context))
    case 'log_monitoring':
      return logMonitoring(command, matter, fact, context)
    case 'end_monitoring':
      return done({ ...fact, type: 'monitoring_ended' })
    case 'climb_matter_rungs':
      return climbMatterRungs(command, matter, fact, context)
    case 'submit_whistle':
      return submitWhistle(command, matter, fact, context)
    case 'replace_confidant':
      return replaceConfidant(command, matter, fact, context)
    case 'convene_conference':
    case 'confirm_attendance':
    case 'record_minutes':
    case 'decide_at_conference':
    case 'dissolve_group':
      return decideConference(command, dossier, fact, context)
  }
}

function stopUnless(matter: Matter, wanted: 'drafting' | 'awaiting_approval'): Stop | null {
  if (matter.status === wanted) return null
  if (wanted === 'drafting' && matter.submitted && matter.status === 'awaiting_approval') {
    return calm({ code: 'already_submitted', by: nameOf(matter.submitted.by), at: matter.submitted.at })
  }
  return wanted === 'drafting'
    ? refuse({ code: 'matter_not_drafting', status: matter.status })
    : refuse({ code: 'matter_not_awaiting_approval', status: matter.status })
}

function stopIfApproved(matter: Matter, notAllowed: Stop | null): Stop | null {
  if (notAllowed) return notAllowed
  return matter.approved
    ? calm({ code: 'already_approved', by: nameOf(matter.approved.by), at: matter.approved.at })
    : null
}

function register(command: MatterCommandOf<'register'>, dossier: Dossier | null, context: Context): Decision {
  if (dossier) return calm({ code: 'repeat' })
  const { matterId: id, officeId, chatId, seed, drafting } = command
  const stop = drafting ? officeOnly(officeId, context) : registeredOnly(context)
  if (stop) return stop
  const ref = formatMatterRef(dayOf(context.now), context.next.matter)
  return done({
    on: 'matter',
    id,
    by: byOf(context.actor),
    at: context.now,
    type: 'registered',
    officeId,
    ref,
    chatId,
    seed,
    drafting,
  })
}

function submitDraft(command: MatterCommandOf<'submit_draft'>, fact: MatterFact, { now }: Context): Decision {
  const { term } = command.draft
  if (term?.kind === 'until' && term.at <= now) return refuse({ code: 'term_not_in_future' })
  return done({ ...fact, type: 'submitted', draft: command.draft })
}

/** 签发: every unit gets a slip of its own (通知 二(二)1 分别交办), the lead first, all clocks from this instant. */
function approveIssue(
  command: MatterCommandOf<'approve_issue'>,
  matter: Matter,
  fact: MatterFact,
  context: Context,
): Decision {
  const { draft } = matter
  if (!draft || matter.draftRev !== command.seenRev) return refuse({ code: 'stale_card' })
  const { now } = context
  if (draft.term?.kind === 'until' && draft.term.at <= now) return refuse({ code: 'term_not_in_future' })
  const gone = [draft.lead, ...draft.support].find((id) => !context.directory.body(id)?.unit)
  if (gone !== undefined)
    return refuse({ code: 'unit_gone', unit: context.directory.body(gone)?.name ?? gone })
  const { circle } = matter
  const nobody = nobodyToHandle(matter, context.directory)
  if (nobody) return nobody
  const support = draft.support.filter((id) => id !== draft.lead)
  const units: [string, Duty][] = [
    [draft.lead, 'lead'],
    ...support.map((id): [string, Duty] => [id, 'support']),
  ]
  const slips = units.map(([unitId, duty], index): DomainEvent => {
    const [word, first] = circle
      ? [context.policy.words.whistle, context.next.whistle_slip]
      : [context.policy.words.slip, context.next.slip]
    const answers = answersItself(duty, unitId, draft.category, context)
    return {
      on: 'slip',
      id: `${matter.id}-${index + 1}`,
      by: fact.by,
      at: now,
      type: 'slip_issued',
      officeId: matter.officeId,
      matterId: matter.id,
      no: { word, year: yearOf(dayOf(now)), serial: first + index },
      unitId,
      duty,
      answers,
      hops: 0,
      brief: briefOf(draft),
      policy: circle ? confidedPolicy(slipPolicyOf(context.policy)) : slipPolicyOf(context.policy),
      signoffRequired:
        needsSignoff(context.policy, draft.category, draft.level) &&
        circleCanSign(matter, signerRoles(context), context.directory),
      deadlines: deadlinesOf(draft, now, context, answers),
      ...(circle ? { circle } : {}),
    }
  })
  return done({ ...fact, type: 'issued' }, ...slips, ...monitoringAtIssue(draft, fact, context))
}

function briefOf(draft: Draft): Brief {
  const { title, summary, platform, link, category, level, requestType, answerForm, demand, sensitivity } =
    draft
  return {
    title,
    summary,
    platform,
    link,
    category,
    level,
    ...(requestType ? { requestType } : {}),
    answerForm,
    demand,
    sensitivity,
  }
}
