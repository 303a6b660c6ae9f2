import { approverOnly, conveners, registeredOnly } from './authority.ts'
import { deadlineOf } from './clocks.ts'
import type { MatterCommandOf } from './command.ts'
import { type Conference, conferenceIn, conferencesOf } from './conference.ts'
import { amend } from './decide-amend.ts'
import { notForWhistle } from './decide-whistle.ts'
import { type Actor, type Context, calm, type Decision, done, nameOf, refuse, type Stop } from './decision.ts'
import type { BodyId } from './directory.ts'
import type { Dossier } from './dossier.ts'
import type { MatterFact } from './event.ts'
import { deadlinesOf } from './limits.ts'
import type { Matter } from './matter.ts'
import { formatNo } from './numbering.ts'
import { needsSignoff, slipPolicyOf } from './policy.ts'
import { answersItself } from './publishing.ts'
import { isOpen } from './slip.ts'
import { dayOf, yearOf } from './time.ts'

/** 会商: called and minuted by the office or 市政府办, confirmed by its members; 议定事项 are signed by an approver. */
export const conferenceGate = {
  convene_conference: (matter: Matter, context: Context) =>
    conveners(matter.officeId, context) ?? notForWhistle(matter) ?? stillRuns(matter),
  confirm_attendance: (matter: Matter, context: Context) =>
    registeredOnly(context) ??
    (conferencesOf(matter).some((one) => called(one, context.actor).length > 0)
      ? null
      : refuse({ code: 'not_invited' })),
  record_minutes: (matter: Matter, context: Context) =>
    conveners(matter.officeId, context) ?? convenedOnce(matter),
  decide_at_conference: (matter: Matter, context: Context) =>
    approverOnly(matter.officeId, context) ?? convenedOnce(matter),
  dissolve_group: (matter: Matter, context: Context) =>
    conveners(matter.officeId, context) ?? convenedOnce(matter),
}

export type ConferenceCommand = MatterCommandOf<keyof typeof conferenceGate>

/** A demand never grows beyond what the form of 更正 can hold. */
export const LONGEST_DEMAND = 400

function stillRuns({ status }: Matter): Stop | null {
  return status === 'closed' || status === 'declined' || status === 'merged'
    ? refuse({ code: 'matter_over', status })
    : null
}

function convenedOnce(matter: Matter): Stop | null {
  return conferencesOf(matter).length > 0 ? null : refuse({ code: 'not_found' })
}

/** The members of the conference for whom this person may answer. */
function called({ members }: Conference, actor: Actor): readonly BodyId[] {
  if (actor.kind === 'system') return []
  const { posts } = actor.person
  return members.filter((id) => posts.some(({ bodyId }) => bodyId === id))
}

export function decideConference(
  command: ConferenceCommand,
  dossier: Dossier,
  fact: MatterFact,
  context: Context,
): Decision {
  const { matter } = dossier
  if (command.type === 'convene_conference') return convene(command, matter, fact, context)
  const conference = conferenceIn(matter, command.n)
  if (!conference) return refuse({ code: 'not_found' })
  switch (command.type) {
    case 'confirm_attendance':
      return confirmAttendance(conference, fact, context)
    case 'record_minutes': {
      const { minutes } = conference
      if (minutes) return calm({ code: 'already_recorded', by: nameOf(minutes.by), at: minutes.at })
      const { n, host, present, text } = command
      return done({ ...fact, type: 'minutes_recorded', n, host, present, text })
    }
    case 'decide_at_conference':
      return resolve(command, conference, dossier, fact, context)
    case 'dissolve_group': {
      const { group, groupDissolved: before } = conference
      if (!group) return refuse({ code: 'not_found' })
      return before
        ? calm({ code: 'already_recorded', by: nameOf(before.by), at: before.at })
        : done({ ...fact, type: 'group_dissolved', n: conference.n })
    }
  }
}

function convene(
  command: MatterCommandOf<'convene_conference'>,
  matter: Matter,
  fact: MatterFact,
  { now }: Context,
): Decision {
  const before = conferenceIn(matter, command.n)?.convened
  if (before) return calm({ code: 'already_convened', by: nameOf(before.by), at: before.at })
  const { subject, members, meetsAt, place, agenda, materials, group } = command
  return meetsAt <= now
    ? refuse({ code: 'meeting_not_in_future' })
    : done({
        ...fact,
        type: 'conference_convened',
        subject,
        members,
        meetsAt,
        place,
        agenda,
        materials,
        group,
      })
}

function confirmAttendance(conference: Conference, fact: MatterFact, { actor }: Context): Decision {
  const mine = called(conference, actor)
  const [first] = mine
  if (first === undefined) return refuse({ code: 'not_invited' })
  const receiptOf = (id: BodyId) => conference.receipts.find(({ bodyId }) => bodyId === id)
  const owing = mine.find((id) => !receiptOf(id))
  const before = receiptOf(first)
  if (owing === undefined && before)
    return calm({ code: 'already_confirmed', by: nameOf(before.by), at: before.at })
  return conference.minutes || owing === undefined
    ? calm({ code: 'conference_over', at: conference.minutes?.at ?? conference.meetsAt })
    : done({ ...fact, type: 'attendance_confirmed', n: conference.n, bodyId: owing })
}

/** 议定事项: a slip of the matter for a unit that has none open, a 更正 of the one it has, or only a note. */
function resolve(
  command: MatterCommandOf<'decide_at_conference'>,
  { n, resolutions }: Conference,
  dossier: Dossier,
  fact: MatterFact,
  context: Context,
): Decision {
  const { task, bodyId, how, term } = command
  const { now, calendar, policy, directory } = context
  const same = resolutions.find((one) => one.task === task && one.bodyId === bodyId)
  if (same) return calm({ code: 'already_recorded', by: nameOf(same.by), at: same.at })
  if (term?.kind === 'until' && term.at <= now) return refuse({ code: 'term_not_in_future' })
  const due = term && deadlineOf(term, now, calendar, policy.hours).at
  const resolved = { ...fact, type: 'conference_resolved', n, task, bodyId, due } as const
  if (how === 'note') return done({ ...resolved, became: 'note', slipId: null })
  const { matter, slips } = dossier
  if (matter.status !== 'issued') return refuse({ code: 'matter_not_issued', status: matter.status })
  const body = directory.body(bodyId)
  if (!body?.unit) return refuse({ code: 'not_a_unit', body: body?.name ?? bodyId })
  const held = slips.find((slip) => slip.unitId === bodyId && isOpen(slip))
  if (!held) return assign(command, resolved, dossier, fact, context)
  if (held.status === 'under_review') return refuse({ code: 'slip_under_review' })
  const demand = [held.brief.demand, task].filter((part) => part !== '').join('\n')
  if ([...demand].length > LONGEST_DEMAND) return refuse({ code: 'demand_full', no: formatNo(held.no) })
  const { title, summary, link } = held.brief
  const amended = amend(
    {
      type: 'amend',
      slipId: held.id,
      seenRev: held.rev,
      reason: command.ground,
      title,
      summary,
      link,
      demand,
      level: null,
      term,
    },
    held,
    { ...fact, on: 'slip', id: held.id },
    context,
  )
  return amended.kind === 'done'
    ? done({ ...resolved, became: 'amended', slipId: held.id }, ...amended.events)
    : amended
}

type Resolved = MatterFact & {
  readonly type: 'conference_resolved'
  readonly n: number
  readonly task: string
  readonly bodyId: BodyId
  readonly due: number | null
}

/** A new slip of the matter: its own number, what the matter is about, the task as its demand, all clocks from now. */
function assign(
  { bodyId: unitId, task, term, how }: MatterCommandOf<'decide_at_conference'>,
  resolved: Resolved,
  { matter, slips }: Dossier,
  fact: MatterFact,
  context: Context,
): Decision {
  const { draft } = matter
  // As it stands after every 更正.
  const about = slips.at(-1)?.brief
  if (how === 'note' || !draft || !about) return refuse({ code: 'matter_not_issued', status: matter.status })
  const leading = slips.find((slip) => slip.duty === 'lead' && isOpen(slip))
  if (how === 'lead' && leading) {
    const unit = context.directory.body(leading.unitId)?.name ?? leading.unitId
    return refuse({ code: 'lead_taken', unit, no: formatNo(leading.no) })
  }
  const { now, policy, next } = context
  const slipId = `${matter.id}-${slips.length + 1}`
  const brief = { ...about, demand: task }
  const answers = answersItself(how, unitId, brief.category, context)
  return done(
    { ...resolved, became: how, slipId },
    {
      on: 'slip',
      id: slipId,
      by: fact.by,
      at: now,
      type: 'slip_issued',
      officeId: matter.officeId,
      matterId: matter.id,
      no: { word: policy.words.slip, year: yearOf(dayOf(now)), serial: next.slip },
      unitId,
      duty: how,
      answers,
      hops: 0,
      brief,
      policy: slipPolicyOf(policy),
      signoffRequired: needsSignoff(policy, brief.category, brief.level),
      deadlines: deadlinesOf({ ...draft, ...brief, term }, now, context, { duty: how, answers }),
    },
  )
}
