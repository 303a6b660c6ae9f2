import { officeOnly } from './authority.ts'
import { type Circle, insiders, isOfExcluded, mayKnow, type Named, officeSide, unitRoles } from './circle.ts'
import type { MatterCommandOf, WhistleDraft } from './command.ts'
import { type Actor, byOf, type Context, calm, type Decision, done, refuse, type Stop } from './decision.ts'
import { type Directory, lineOf, type Person, type Role, rolesIn } from './directory.ts'
import type { Dossier } from './dossier.ts'
import type { MatterFact } from './event.ts'
import type { Draft, Matter, Seed } from './matter.ts'
import { formatWhistleRef } from './numbering.ts'
import type { FieldProblem } from './refusal.ts'
import { dayOf } from './time.ts'

/** 举报件: what is different about a matter that only a few may know of. */

/**
 * Asked before anything else: whoever is not of the circle gets the very answer of a matter that does not exist. Time
 * itself is no outsider.
 */
export function outsider(
  { matter }: Dossier,
  { actor, directory }: Pick<Context, 'actor' | 'directory'>,
): Stop | null {
  return actor.kind === 'system' || mayKnow(matter, actor.person, directory)
    ? null
    : refuse({ code: 'not_found' })
}

/** 退回改派, 督办 and the ordinary form would carry it beyond the circle. */
export function notForWhistle({ circle }: { readonly circle?: Circle | undefined }): Stop | null {
  return circle ? refuse({ code: 'not_for_whistle' }) : null
}

export function whistleOnly({ circle }: Matter): Stop | null {
  return circle ? null : refuse({ code: 'whistle_only' })
}

/** The named approver changes the circle; once they are gone, the drafter. */
export function replaceStop(matter: Matter, context: Context): Stop | null {
  const stop = officeOnly(matter.officeId, context) ?? whistleOnly(matter)
  const { circle } = matter
  if (stop || !circle) return stop
  if (matter.status === 'closed' || matter.status === 'declined')
    return refuse({ code: 'matter_not_drafting', status: matter.status })
  const { office } = insiders(circle, matter.officeId, context.directory)
  const approver = office.find(({ openId }) => openId === circle.approver?.openId)
  if (approver && isPerson(context.actor, approver)) return null
  return approver ? refuse({ code: 'role_needed', roles: ['approver'] }) : null
}

function isPerson(actor: Actor, { openId }: Named): boolean {
  return actor.kind === 'person' && actor.person.openId === openId
}

const noSeed: Seed = { title: null, summary: null, platform: null, link: null, unread: null }

export function registerWhistle(
  { matterId: id, officeId, chatId }: MatterCommandOf<'register_whistle'>,
  dossier: Dossier | null,
  context: Context,
): Decision {
  if (dossier) return calm({ code: 'repeat' })
  const stop = officeOnly(officeId, context)
  if (stop) return stop
  const { actor, now, next } = context
  if (actor.kind === 'system') return refuse({ code: 'not_found' })
  const drafter = { openId: actor.person.openId, name: actor.person.name }
  return done({
    on: 'matter',
    id,
    by: byOf(actor),
    at: now,
    type: 'registered',
    officeId,
    ref: formatWhistleRef(dayOf(now), next.whistle_matter),
    chatId,
    seed: noSeed,
    drafting: true,
    circle: { drafter, approver: null, unitId: null, handlers: [], excluded: [] },
  })
}

export function submitWhistle(
  command: MatterCommandOf<'submit_whistle'>,
  matter: Matter,
  fact: MatterFact,
  { now, directory }: Context,
): Decision {
  const { circle: before } = matter
  if (!before) return refuse({ code: 'whistle_only' })
  const { term, lead, handlers, approver, excluded, title, summary, platform, level, demand } = command
  if (term?.kind === 'until' && term.at <= now) return refuse({ code: 'term_not_in_future' })
  const problems = circleProblems(command, before.drafter, matter.officeId, directory)
  if (problems.length > 0) return refuse({ code: 'form_incomplete', problems })
  const draft: Draft = {
    title,
    summary,
    platform,
    link: null,
    category: 'N4',
    level,
    lead,
    support: [],
    answerForm: 'office_only',
    term,
    demand,
    sensitivity: 'whistle_blower',
    circle: { drafter: before.drafter, approver, unitId: lead, handlers, excluded },
  }
  return done({ ...fact, type: 'submitted', draft })
}

/** The unit may be neither accused nor under an accused one; nobody named may belong there; two pairs of eyes always. */
function circleProblems(
  { lead, handlers, approver, excluded }: WhistleDraft,
  drafter: Named,
  officeId: string,
  directory: Directory,
): readonly FieldProblem[] {
  const accused = lineOf(lead, directory).find((id) => excluded.includes(id))
  const problems: FieldProblem[] = []
  if (accused !== undefined) {
    const unit = directory.body(accused)?.name ?? accused
    problems.push({ field: 'lead', why: 'unit_excluded', unit })
  }
  const fits = (named: Named, bodyId: string, roles: readonly Role[]) =>
    nameable(directory.person({ openId: named.openId }), bodyId, roles, excluded, directory)
  for (const handler of handlers) {
    if (!fits(handler, lead, unitRoles)) {
      problems.push({ field: 'handlers', why: 'not_nameable', name: handler.name })
    }
  }
  if (approver.openId === drafter.openId) problems.push({ field: 'approver', why: 'own_approver' })
  else if (!fits(approver, officeId, ['approver'])) {
    problems.push({ field: 'approver', why: 'not_nameable', name: approver.name })
  }
  return problems
}

function nameable(
  person: Person | undefined,
  bodyId: string,
  roles: readonly Role[],
  excluded: readonly string[],
  directory: Directory,
): boolean {
  return (
    person !== undefined &&
    rolesIn(person, bodyId).some((role) => roles.includes(role)) &&
    !isOfExcluded(person, excluded, directory)
  )
}

/** 审核签发 of a 举报件 is the named approver's alone, whatever the policy lets one person do elsewhere. */
export function namedApprover(matter: Matter, context: Context): Stop | null {
  const { circle } = matter
  if (!circle) return null
  return circle.approver && isPerson(context.actor, circle.approver)
    ? null
    : refuse({ code: 'role_needed', roles: ['approver'] })
}

/** A slip that nobody could open must not be issued. */
export function nobodyToHandle({ circle, officeId }: Matter, directory: Directory): Stop | null {
  if (!circle) return null
  const { unit } = insiders(circle, officeId, directory)
  return unit.length > 0 ? null : refuse({ code: 'confidants_gone' })
}

/** 同意签发 is waited for only where one of the named can give it: nobody else may be let in for a signature. */
export function circleCanSign(
  { circle, officeId }: Matter,
  signers: readonly Role[],
  directory: Directory,
): boolean {
  if (!circle) return true
  const { unitId } = circle
  return insiders(circle, officeId, directory).unit.some(
    (person) => unitId !== null && rolesIn(person, unitId).some((role) => signers.includes(role)),
  )
}

export function replaceConfidant(
  { from, to }: MatterCommandOf<'replace_confidant'>,
  matter: Matter,
  fact: MatterFact,
  { directory }: Context,
): Decision {
  const { circle } = matter
  const leaver = circle && [...officeSide(circle), ...circle.handlers].find(({ openId }) => openId === from)
  if (!circle || !leaver)
    return refuse({ code: 'form_incomplete', problems: [{ field: 'leaver', why: 'not_named' }] })
  const taken = [...officeSide(circle), ...circle.handlers].some(({ openId }) => openId === to.openId)
  const ofUnit = circle.handlers.some(({ openId }) => openId === from)
  const [bodyId, roles]: [string, readonly Role[]] = ofUnit
    ? [circle.unitId ?? '', unitRoles]
    : [matter.officeId, from === circle.approver?.openId ? ['approver'] : ['office', 'approver']]
  const fits = nameable(directory.person({ openId: to.openId }), bodyId, roles, circle.excluded, directory)
  if (taken || !fits) {
    const problem = { field: 'successor', why: 'not_nameable', name: to.name } as const
    return refuse({ code: 'form_incomplete', problems: [problem] })
  }
  return done({ ...fact, type: 'confidant_replaced', from: leaver, to: { openId: to.openId, name: to.name } })
}
