import {
  type Body,
  type BodyId,
  type Directory,
  type OfficeKind,
  type Person,
  type Post,
  type Role,
  rolesIn,
} from './directory.ts'
import type { Slip } from './slip.ts'

/**
 * Which slips may be seen. A handler sees the slips of their units; the office those of its own issuing;
 * supervisors, discipline and leaders all of them. `all`, or offices and units, any of which is enough.
 */
export type Scope =
  | { readonly all: true }
  | { readonly all: false; readonly offices: readonly BodyId[]; readonly units: readonly BodyId[] }

const nothing: Scope = { all: false, offices: [], units: [] }
const everything: Scope = { all: true }

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
  if (person.posts.some((post) => overlooksAll(post, directory))) return everything
  const bodies = person.posts.map(({ bodyId }) => bodyId)
  return {
    all: false,
    offices: bodies.filter((id) => {
      const held = rolesIn(person, id)
      return (
        directory.body(id)?.office?.kind === 'office' &&
        (held.includes('office') || held.includes('approver'))
      )
    }),
    units: bodies.filter((id) => {
      const held = rolesIn(person, id)
      return held.includes('handler') || held.includes('spokesperson') || held.includes('chief')
    }),
  }
}

/** What a body's group may read: everybody in it reads what the bot answers there. An unbound group reads nothing. */
export function scopeOfGroup(body: Body | undefined): Scope {
  if (!body) return nothing
  if (body.office && body.office.kind !== 'office') return everything
  return {
    all: false,
    offices: body.office ? [body.id] : [],
    units: body.unit ? [body.id] : [],
  }
}

export function maySee(scope: Scope, slip: Pick<Slip, 'officeId' | 'unitId'>): boolean {
  return scope.all || scope.offices.includes(slip.officeId) || scope.units.includes(slip.unitId)
}

export function seesNothing(scope: Scope): boolean {
  return !scope.all && scope.offices.length === 0 && scope.units.length === 0
}
