import { officeRoles, unitRoles } from './circle.ts'
import type { Actor, Context, Stop } from './decision.ts'
import { refuse } from './decision.ts'
import { type Body, type BodyId, type OfficeKind, type Role, rolesIn } from './directory.ts'
import type { Matter } from './matter.ts'
import type { SlipPolicy } from './policy.ts'
import type { Slip } from './slip.ts'

/** Who may do what (contract of rights). Rights come from the directory at this moment, never from the card. */

const governmentRoles = ['office', 'approver', 'spokesperson', 'chief'] as const satisfies readonly Role[]

function holdsIn(actor: Actor, bodyId: BodyId, wanted: readonly Role[]): boolean {
  return actor.kind === 'person' && rolesIn(actor.person, bodyId).some((role) => wanted.includes(role))
}

/** A role held in one of the bodies of that kind; offices of a kind share their duty. */
function holdsInBodies(actor: Actor, bodies: readonly Body[], wanted: readonly Role[]): boolean {
  return bodies.some((body) => holdsIn(actor, body.id, wanted))
}

function unregistered(actor: Actor): Stop | null {
  return actor.kind === 'person' && actor.person.posts.length === 0
    ? refuse({ code: 'not_registered' })
    : null
}

export function registeredOnly({ actor }: Context): Stop | null {
  return unregistered(actor)
}

/** 网信办 staff: drafting, review, reminders. */
export function officeOnly(officeId: BodyId, { actor }: Context): Stop | null {
  if (holdsIn(actor, officeId, officeRoles)) return null
  return unregistered(actor) ?? refuse({ code: 'role_needed', roles: ['office'] })
}

/** The office, or somebody of a unit who opened the matter themselves. */
export function proposerOnly({ officeId, registered }: Matter, context: Context): Stop | null {
  const { actor } = context
  if (officeOnly(officeId, context) === null) return null
  const own =
    actor.kind === 'person' &&
    registered.by !== 'system' &&
    registered.by.openId === actor.person.openId &&
    actor.person.posts.some(({ bodyId, roles }) =>
      context.directory.body(bodyId)?.unit
        ? roles.some((role) => unitRoles.some((one) => one === role))
        : false,
    )
  return own ? null : refuse({ code: 'role_needed', roles: ['office'] })
}

/** Who may call a 会商: the office, or 市政府办, which hosts the 联席会议 (通知 三(一)). */
export function conveners(officeId: BodyId, context: Context): Stop | null {
  const hosts = context.directory.bodiesOfKind('government_office')
  return holdsInBodies(context.actor, hosts, ['office', 'approver']) ? null : officeOnly(officeId, context)
}

/** 审核把关: an approver of the office, and not the one who drafted unless the policy lets one person sign alone. */
export function approverOnly(officeId: BodyId, { actor }: Context): Stop | null {
  if (holdsIn(actor, officeId, ['approver'])) return null
  return unregistered(actor) ?? refuse({ code: 'role_needed', roles: ['approver'] })
}

export function approverOfDraft(matter: Matter, context: Context): Stop | null {
  const stop = approverOnly(matter.officeId, context)
  if (stop) return stop
  const drafter = matter.submitted?.by
  const self =
    drafter !== undefined &&
    drafter !== 'system' &&
    context.actor.kind === 'person' &&
    drafter.openId === context.actor.person.openId
  return self && !context.policy.singleSigner ? refuse({ code: 'own_draft' }) : null
}

/** Somebody of the unit the slip went to. */
export function unitOnly(slip: Slip, { actor, directory }: Context): Stop | null {
  if (holdsIn(actor, slip.unitId, unitRoles)) return null
  return (
    unregistered(actor) ??
    refuse({ code: 'not_your_unit', unit: directory.body(slip.unitId)?.name ?? slip.unitId })
  )
}

export function signerRoles({ policy }: { readonly policy: Pick<SlipPolicy, 'signoff'> }): readonly Role[] {
  return policy.signoff === 'chief' ? ['chief'] : ['chief', 'spokesperson']
}

/** 同意签发: the unit's 主要领导, or its 分管领导 where the policy allows. */
export function signerOnly(slip: Slip, context: Context): Stop | null {
  if (holdsIn(context.actor, slip.unitId, signerRoles(slip))) return null
  return unitOnly(slip, context) ?? refuse({ code: 'role_needed', roles: [...signerRoles(slip)] })
}

export function supervisorOnly({ actor, directory }: Context): Stop | null {
  if (holdsInBodies(actor, directory.bodiesOfKind('supervision'), ['supervisor'])) return null
  return unregistered(actor) ?? refuse({ code: 'role_needed', roles: ['supervisor'] })
}

/** 表扬 may be said by the office that issued, and by the supervision office. */
export function officeOrSupervisorOnly(officeId: BodyId, context: Context): Stop | null {
  if (supervisorOnly(context) === null || officeOnly(officeId, context) === null) return null
  return unregistered(context.actor) ?? refuse({ code: 'role_needed', roles: ['office', 'supervisor'] })
}

/** A transfer file is read by the discipline office alone. */
export function disciplineOnly({ actor, directory }: Context): Stop | null {
  if (holdsInBodies(actor, directory.bodiesOfKind('discipline'), ['discipline'])) return null
  return unregistered(actor) ?? refuse({ code: 'role_needed', roles: ['discipline'] })
}

/** 已阅 and 批示 belong to whom the notice is addressed to: so far the leaders. */
export function leaderOnly({ actor, directory }: Context): Stop | null {
  if (holdsInBodies(actor, directory.bodiesOfKind('leaders'), ['leader'])) return null
  return unregistered(actor) ?? refuse({ code: 'notice_not_yours' })
}

/** 已阅: leaders, and 市政府办 on what is addressed to it. */
export function readerOnly(context: Context, to?: OfficeKind): Stop | null {
  const { actor, directory } = context
  const ofGovernment = holdsInBodies(actor, directory.bodiesOfKind('government_office'), governmentRoles)
  if (to !== 'leaders' && ofGovernment) return null
  return to === 'government_office'
    ? (unregistered(actor) ?? refuse({ code: 'notice_not_yours' }))
    : leaderOnly(context)
}

/** Only time itself does this; no button leads here. */
export function systemOnly({ actor }: Context): Stop | null {
  return actor.kind === 'system' ? null : refuse({ code: 'not_found' })
}
