import { type Circle, type Confided, officeRoles, officeSide, unitRoles } from './circle.ts'
import {
  type Body,
  type BodyId,
  type Directory,
  lineOf,
  type OfficeKind,
  type OpenId,
  type Person,
  type Post,
  type Role,
  rolesIn,
} from './directory.ts'
import type { Slip } from './slip.ts'

/**
 * Which slips may be seen. A handler sees the slips of their units; the office those of its own issuing;
 * supervisors, discipline and leaders all of them (`all`). A 举报件 is seen by the named alone, by a post of their own
 * and never through `all`; `line` are the bodies the person belongs to and those above them, none of which it may be about.
 */
export interface Scope {
  readonly all: boolean
  readonly offices?: readonly BodyId[]
  readonly units?: readonly BodyId[]
  /** Absent for a group: a 举报件 is never shown where several read. */
  readonly named?: OpenId
  readonly line?: readonly BodyId[]
}

const nothing: Scope = { all: false }

/** Whose duty is over all units, in the body where they have it: the same word on a unit's member opens nothing. */
const overseers: Readonly<Record<Exclude<OfficeKind, 'office'>, readonly Role[]>> = {
  government_office: ['office', 'approver', 'spokesperson', 'chief'],
  supervision: ['supervisor', 'spokesperson', 'chief'],
  discipline: ['discipline'],
  leaders: ['leader'],
}

function overlooksAll({ bodyId, roles }: Post, directory: Directory): boolean {
  const kind = directory.body(bodyId)?.office?.kind
  return kind !== undefined && kind !== 'office' && roles.some((role) => overseers[kind].includes(role))
}

export function scopeOfPerson(person: Person | undefined, directory: Directory): Scope {
  if (!person) return nothing
  const bodies = person.posts.map(({ bodyId }) => bodyId)
  const holds = (id: BodyId, wanted: readonly Role[]) =>
    rolesIn(person, id).some((role) => wanted.includes(role))
  return {
    all: person.posts.some((post) => overlooksAll(post, directory)),
    offices: bodies.filter((id) => directory.body(id)?.office?.kind === 'office' && holds(id, officeRoles)),
    units: bodies.filter((id) => holds(id, unitRoles)),
    named: person.openId,
    line: [...new Set(bodies.flatMap((id) => lineOf(id, directory)))],
  }
}

/** What a body's group may read: everybody in it reads what the bot answers there. An unbound group reads nothing. */
export function scopeOfGroup(body: Body | undefined): Scope {
  if (!body) return nothing
  return {
    all: body.office !== null && body.office.kind !== 'office',
    offices: body.office?.kind === 'office' ? [body.id] : [],
    units: body.unit ? [body.id] : [],
  }
}

/** The same person, asking where others read along: nothing may tell the others that there is more. */
export function amongOthers({ all, offices = [], units = [] }: Scope): Scope {
  return { all, offices, units }
}

export function maySee(scope: Scope, slip: Pick<Slip, 'officeId' | 'unitId' | 'circle'>): boolean {
  const { all, offices = [], units = [] } = scope
  const { circle } = slip
  if (!circle) return all || offices.includes(slip.officeId) || units.includes(slip.unitId)
  return seesConfided(scope, { ...slip, circle })
}

/** 内部: who sees the slip sees its number and how it stands, and only its office what it says. */
export function mayReadText(
  { offices = [] }: Scope,
  { officeId, brief }: Pick<Slip, 'officeId' | 'brief'>,
): boolean {
  return brief.sensitivity !== 'internal' || offices.includes(officeId)
}

/** Of a matter that has no slip yet: its office, and of a 举报件 the named alone. */
export function maySeeMatter(scope: Scope, { officeId, circle }: Confided): boolean {
  if (!circle) return scope.all || (scope.offices ?? []).includes(officeId)
  return seesConfided(scope, { officeId, circle, unitId: circle.unitId })
}

function seesConfided(
  { offices = [], units = [], named, line = [] }: Scope,
  { officeId, unitId, circle }: { officeId: BodyId; unitId: BodyId | null; circle: Circle },
): boolean {
  if (named === undefined || line.some((id) => circle.excluded.includes(id))) return false
  const isNamed = (people: readonly { readonly openId: OpenId }[]) =>
    people.some(({ openId }) => openId === named)
  return (
    (offices.includes(officeId) && isNamed(officeSide(circle))) ||
    (unitId !== null && units.includes(unitId) && isNamed(circle.handlers))
  )
}

export function seesNothing({ all, offices = [], units = [] }: Scope): boolean {
  return !all && offices.length === 0 && units.length === 0
}
