import { approverOfDraft, approverOnly, officeOnly, registeredOnly } from './authority.ts'
import type { MatterCommand, MatterCommandOf } from './command.ts'
import { attachToMatterGate, newlyAttached } from './decide-attach.ts'
import { conferenceGate, decideConference } from './decide-conference.ts'
import { declineMatter, intakeGate, mergeMatter } from './decide-intake.ts'
import { issuedSlips, unitGone } from './decide-issue.ts'
import {
  climbMatterRungs,
  logMonitoring,
  monitoringAtIssue,
  monitoringGate,
  startMonitoring,
} from './decide-monitoring.ts'
import { assignUrgently, issueFormal, returnFormal, submitFormal, urgentGate } from './decide-urgent.ts'
import { decideWatch, watchGate } from './decide-watch.ts'
import {
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
import type { MatterFact } from './event.ts'
import type { Matter } from './matter.ts'
import { formatMatterRef } from './numbering.ts'
import { orderProblems } from './order.ts'
import { dayOf } from './time.ts'

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
  ...intakeGate,
  ...monitoringGate,
  register_whistle: (matter: Matter, context: Context) => officeOnly(matter.officeId, context),
  submit_whistle: (matter: Matter, context: Context) =>
    officeOnly(matter.officeId, context) ?? whistleOnly(matter) ?? stopUnless(matter, 'drafting'),
  replace_confidant: replaceStop,
  ...watchGate,
  ...conferenceGate,
  attach_to_matter: attachToMatterGate,
  ...urgentGate,
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
    case 'decline_matter':
      return declineMatter(command, fact)
    case 'merge_matter':
      return mergeMatter(command, matter, fact, context)
    case 'start_monitoring':
      return done(startMonitoring(command.every, fact, context))
    case 'log_monitoring':
      return logMonitoring(command, matter, fact, context)
    case 'end_monitoring':
      return done({ ...fact, type: 'monitoring_ended' })
    case 'assign_urgently':
      return assignUrgently(command, matter, fact, context)
    case 'submit_formal':
      return submitFormal(command, matter, fact, context)
    case 'issue_formal':
      return issueFormal(command, dossier, fact, context)
    case 'return_formal':
      return returnFormal(command, matter, fact)
    case 'climb_matter_rungs':
      return climbMatterRungs(command, matter, fact, context)
    case 'submit_whistle':
      return submitWhistle(command, matter, fact, context)
    case 'replace_confidant':
      return replaceConfidant(command, matter, fact, context)
    case 'attach_to_matter': {
      const files = newlyAttached(command.files, matter.attachments, context)
      return 'kind' in files
        ? files
        : done(...files.map((file) => ({ ...fact, type: 'matter_attached', file }) as const))
    }
    case 'file_watch':
    case 'accept_watch':
    case 'extend_watch':
    case 'lift_watch':
      return decideWatch(command, matter, fact, context)
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
  const { matterId: id, officeId, chatId, seed, drafting, origin, watch } = command
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
    ...(origin ? { origin } : {}),
    ...(watch ? { watch } : {}),
  })
}

function submitDraft(command: MatterCommandOf<'submit_draft'>, fact: MatterFact, { now }: Context): Decision {
  const { term } = command.draft
  if (term?.kind === 'until' && term.at <= now) return refuse({ code: 'term_not_in_future' })
  const { category, order } = command.draft
  const problems = orderProblems(category, order ?? { leader: '', text: '' })
  if (problems.length > 0) return refuse({ code: 'form_incomplete', problems })
  return done({ ...fact, type: 'submitted', draft: command.draft })
}

/** 签发: the slips go out, and an emergency is watched from now on. */
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
  const gone = unitGone(draft, context)
  if (gone) return gone
  const nobody = nobodyToHandle(matter, context.directory)
  if (nobody) return nobody
  const slips = issuedSlips(draft, matter, fact, context, { phone: null })
  return done({ ...fact, type: 'issued' }, ...slips, ...monitoringAtIssue(draft, fact, context))
}
