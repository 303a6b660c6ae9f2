import type { FieldName, FormValues } from '../../cards/forms.ts'
import { conferenceLines } from '../../cards/wording.ts'
import { closingOf } from '../../src/domain/calendar.ts'
import { deadlineOf } from '../../src/domain/clocks.ts'
import { type ConferenceGroup, resolutionKinds } from '../../src/domain/conference.ts'
import { type BodyId, readBodies } from '../../src/domain/directory.ts'
import type { FieldProblem } from '../../src/domain/refusal.ts'
import { parseTerm } from '../../src/domain/term-text.ts'
import type { Instant } from '../../src/domain/time.ts'
import { type About, type FormAct, numberOf, readTerm } from './form-act.ts'

/** One notice card names all who come, and who has not answered. */
const MOST_MEMBERS = 20

type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: FieldProblem }

/** 发出会商通知: the members understood by name or alias, offices and units alike. */
export const conveneConference: FormAct = (values, about) => {
  const members = readMembers(values, about)
  const meetsAt = readAhead('meets_at', values, about)
  const group = readGroup(values, about)
  if (!members.ok || !meetsAt.ok || !group.ok) {
    return [members, meetsAt, group].flatMap((read) => (read.ok ? [] : [read.problem]))
  }
  return {
    type: 'convene_conference',
    matterId: about.dossier.matter.id,
    n: numberOf(about),
    subject: values.subject ?? '',
    members: members.value,
    meetsAt: meetsAt.value,
    place: values.place ?? '',
    agenda: values.agenda ?? null,
    materials: values.materials ?? null,
    group: group.value,
  }
}

/** 记录纪要. */
export const recordMinutes: FormAct = (values, about) => ({
  type: 'record_minutes',
  matterId: about.dossier.matter.id,
  n: numberOf(about),
  host: values.host ?? '',
  present: values.present ?? '',
  text: values.minutes ?? '',
})

/** 增加议定事项: what, who, by when, and whether a slip comes of it. */
export const decideAtConference: FormAct = (values, about) => {
  const { context, dossier } = about
  const term = readTerm(values.term, about)
  const body = readBodies(values.body ?? '', context.directory)
  const how = resolutionKinds.find((one) => one === values.how)
  const problems: FieldProblem[] = [
    ...(term.ok ? [] : [term.problem]),
    ...(body.ok
      ? body.units.length === 1
        ? []
        : [{ field: 'body', why: 'one_lead_only' } as const]
      : [{ field: 'body', why: 'unknown_unit', typed: body.unknown, near: body.near } as const]),
    ...(how ? [] : [{ field: 'how', why: 'missing' } as const]),
  ]
  const [only] = body.ok ? body.units : []
  if (problems.length > 0 || !term.ok || !only || !how) return problems
  return {
    type: 'decide_at_conference',
    matterId: dossier.matter.id,
    n: numberOf(about),
    task: values.task ?? '',
    bodyId: only.id,
    how,
    term: term.term,
    ground: conferenceLines.ground,
  }
}

/** The office itself hosts, so it is not asked whether it comes. */
function readMembers(values: FormValues, { context, dossier }: About): Read<readonly BodyId[]> {
  const read = readBodies(values.members ?? '', context.directory)
  if (!read.ok) {
    const { unknown: typed, near } = read
    return { ok: false, problem: { field: 'members', why: 'unknown_unit', typed, near } }
  }
  const ids = read.units.map(({ id }) => id).filter((id) => id !== dossier.matter.officeId)
  if (ids.length === 0) return { ok: false, problem: { field: 'members', why: 'missing' } }
  return ids.length > MOST_MEMBERS
    ? { ok: false, problem: { field: 'members', why: 'too_many_members', max: MOST_MEMBERS } }
    : { ok: true, value: ids }
}

/** A moment as typed, or a length from now (`2小时`). */
export function readAhead(field: FieldName, values: FormValues, { context }: About): Read<Instant> {
  const { now, policy, calendar } = context
  const read = parseTerm(values[field] ?? '', now, (day) => closingOf(policy.hours, day))
  if (read.ok) return { ok: true, value: deadlineOf(read.term, now, calendar, policy.hours).at }
  const why = {
    past: 'past_term',
    too_long: 'too_long_term',
    unreadable: 'unreadable_term',
    not_a_day: 'unreadable_term',
  } as const
  return { ok: false, problem: { field, why: why[read.why] } }
}

/** A group is registered whole or not at all. */
function readGroup(values: FormValues, about: About): Read<ConferenceGroup | null> {
  const { group_purpose: purpose, group_keeper: keeper, group_until: until } = values
  if (purpose === undefined && keeper === undefined && until === undefined) return { ok: true, value: null }
  if (purpose === undefined) return { ok: false, problem: { field: 'group_purpose', why: 'missing' } }
  if (keeper === undefined) return { ok: false, problem: { field: 'group_keeper', why: 'missing' } }
  if (until === undefined) return { ok: false, problem: { field: 'group_until', why: 'missing' } }
  const read = readAhead('group_until', values, about)
  return read.ok ? { ok: true, value: { purpose, keeper, dissolveBy: read.value } } : read
}
