import {
  type BodyId,
  type Directory,
  lineOf,
  type OpenId,
  type Person,
  type Role,
  rolesIn,
} from './directory.ts'

export interface Named {
  readonly openId: OpenId
  readonly name: string
}

/**
 * 知悉范围 of a 举报件: the few who may know that it exists, and the bodies it is about. Everybody else, colleagues and
 * leaders included, gets the answers of a matter that does not exist (检举控告 rules: never to the accused).
 */
export interface Circle {
  readonly drafter: Named
  /** Null until the draft names one. */
  readonly approver: Named | null
  /** The unit that handles it; null until the draft names one. */
  readonly unitId: BodyId | null
  readonly handlers: readonly Named[]
  /** 被举报单位. Whoever has a post there, or in a body under them, is kept out even if named. */
  readonly excluded: readonly BodyId[]
}

/** A matter or a slip, as far as it matters who may know of it. Without a circle it is an ordinary one. */
export interface Confided {
  readonly officeId: BodyId
  readonly circle?: Circle | undefined
}

export const unitRoles = ['handler', 'spokesperson', 'chief'] as const satisfies readonly Role[]
export const officeRoles = ['office', 'approver'] as const satisfies readonly Role[]

export function officeSide({ drafter, approver }: Circle): readonly Named[] {
  return approver ? [drafter, approver] : [drafter]
}

/** Named, still in the post they were named for, and of no accused body. Who loses the post loses sight at once. */
export function insiders(circle: Circle, officeId: BodyId, directory: Directory): Insiders {
  const still = (named: readonly Named[], bodyId: BodyId | null, roles: readonly Role[]) =>
    named.flatMap(({ openId }) => {
      const person = directory.person({ openId })
      const holds = person && bodyId !== null && rolesIn(person, bodyId).some((role) => roles.includes(role))
      return holds && !isOfExcluded(person, circle.excluded, directory) ? [person] : []
    })
  return {
    office: still(officeSide(circle), officeId, officeRoles),
    unit: still(circle.handlers, circle.unitId, unitRoles),
  }
}

export interface Insiders {
  readonly office: readonly Person[]
  readonly unit: readonly Person[]
}

export function isOfExcluded(person: Person, excluded: readonly BodyId[], directory: Directory): boolean {
  return person.posts.some(({ bodyId }) => lineOf(bodyId, directory).some((id) => excluded.includes(id)))
}

/** Whether the person may know of it. Of an ordinary matter everybody may; rights are another question. */
export function mayKnow({ officeId, circle }: Confided, person: Person, directory: Directory): boolean {
  if (!circle) return true
  const { office, unit } = insiders(circle, officeId, directory)
  return [...office, ...unit].some(({ openId }) => openId === person.openId)
}

/** The circle with one of the named replaced, on whichever side they stood. */
export function withReplaced(circle: Circle, from: OpenId, to: Named): Circle {
  const swap = (named: Named) => (named.openId === from ? to : named)
  return {
    ...circle,
    drafter: swap(circle.drafter),
    approver: circle.approver && swap(circle.approver),
    handlers: circle.handlers.map(swap),
  }
}
