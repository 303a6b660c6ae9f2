/** Bodies, people and their posts, as imported from the directory file. Rights are read from here at the moment of a press. */

export const roles = [
  'office',
  'approver',
  'handler',
  'spokesperson',
  'chief',
  'supervisor',
  'discipline',
  'leader',
] as const
export type Role = (typeof roles)[number]

export const officeKinds = ['office', 'government_office', 'supervision', 'discipline', 'leaders'] as const
export type OfficeKind = (typeof officeKinds)[number]

export const unitGroups = ['department', 'county', 'zone', 'enterprise'] as const
export type UnitGroup = (typeof unitGroups)[number]

export type BodyId = string
export type OpenId = string
export type ChatId = string

/** An organisation with a group chat: an office that runs the procedure, a unit that answers slips, or both. */
export interface Body {
  readonly id: BodyId
  readonly name: string
  readonly aliases: readonly string[]
  readonly chatId: ChatId
  /** `parentUnit`: the unit whose office it is, e.g. the county government. */
  readonly office: { readonly kind: OfficeKind; readonly parentUnit?: BodyId } | null
  readonly unit: { readonly group: UnitGroup; readonly officeId: BodyId } | null
}

/** One person's post in one body. */
export interface Post {
  readonly bodyId: BodyId
  readonly roles: readonly Role[]
}

export interface Person {
  readonly openId: OpenId
  readonly unionId: string | null
  readonly userId: string | null
  readonly name: string
  readonly phone: string | null
  readonly posts: readonly Post[]
}

/** What Feishu tells us of who acted: at least one id. Some clients leave the open_id out. */
export interface PersonIds {
  readonly openId?: string | undefined
  readonly unionId?: string | undefined
  readonly userId?: string | undefined
}

export interface Directory {
  readonly bodies: readonly Body[]
  readonly people: readonly Person[]
  body(id: BodyId): Body | undefined
  bodyOfChat(chatId: ChatId): Body | undefined
  bodiesOfKind(kind: OfficeKind): readonly Body[]
  person(ids: PersonIds): Person | undefined
  /** Everyone who holds one of the roles in that body, in directory order. */
  holders(bodyId: BodyId, ...roles: Role[]): readonly Person[]
}

export function directoryOf(bodies: readonly Body[], people: readonly Person[]): Directory {
  const byId = new Map(bodies.map((body) => [body.id, body]))
  const byChat = new Map(bodies.map((body) => [body.chatId, body]))
  const byOpenId = new Map(people.map((person) => [person.openId, person]))
  const byUnionId = new Map(people.flatMap((p) => (p.unionId ? [[p.unionId, p] as const] : [])))
  const byUserId = new Map(people.flatMap((p) => (p.userId ? [[p.userId, p] as const] : [])))
  return {
    bodies,
    people,
    body: (id) => byId.get(id),
    bodyOfChat: (chatId) => byChat.get(chatId),
    bodiesOfKind: (kind) => bodies.filter((body) => body.office?.kind === kind),
    person: ({ openId, unionId, userId }) =>
      (openId && byOpenId.get(openId)) ||
      (unionId && byUnionId.get(unionId)) ||
      (userId && byUserId.get(userId)) ||
      undefined,
    holders: (bodyId, ...wanted) =>
      people.filter((person) =>
        person.posts.some(
          (post) => post.bodyId === bodyId && post.roles.some((role) => wanted.includes(role)),
        ),
      ),
  }
}

export function rolesIn(person: Person, bodyId: BodyId): readonly Role[] {
  return person.posts.filter((post) => post.bodyId === bodyId).flatMap((post) => post.roles)
}

/** The body and those it stands under: its own office's unit, and so on upwards. */
export function lineOf(bodyId: BodyId, directory: Directory): readonly BodyId[] {
  const line: BodyId[] = []
  const climb = (id: BodyId): void => {
    if (line.includes(id)) return
    line.push(id)
    const body = directory.body(id)
    const issuing = body?.unit ? directory.body(body.unit.officeId) : undefined
    for (const parent of [body?.office?.parentUnit, issuing?.office?.parentUnit]) {
      if (parent !== undefined) climb(parent)
    }
  }
  climb(bodyId)
  return line
}

export function rolesAnywhere(person: Person): ReadonlySet<Role> {
  return new Set(person.posts.flatMap((post) => post.roles))
}

export type UnitsRead =
  | { readonly ok: true; readonly units: readonly Body[] }
  | { readonly ok: false; readonly unknown: string; readonly near: readonly string[] }

/**
 * Units as a clerk types them, separated by 、 (commas, semicolons and blanks are taken too), each by name or alias.
 * The first one that is not known is returned with up to three names that resemble it.
 */
export function readUnits(text: string, directory: Directory): UnitsRead {
  return readNames(
    text,
    directory.bodies.filter((body) => body.unit !== null),
  )
}

/** Bodies of any kind, offices among them, typed alike. */
export function readBodies(text: string, { bodies }: Directory): UnitsRead {
  return readNames(text, bodies)
}

function readNames(text: string, among: readonly Body[]): UnitsRead {
  const units: Body[] = []
  for (const typed of text.split(/[、，,；;\s]+/).filter((part) => part !== '')) {
    const unit = bodyNamed(typed, among)
    if (!unit) return { ok: false, unknown: typed, near: namesLike(typed, among) }
    if (!units.includes(unit)) units.push(unit)
  }
  return { ok: true, units }
}

/** By name, by alias, or by a name that lacks its 市. */
export function bodyNamed(typed: string, among: readonly Body[]): Body | undefined {
  return (
    among.find((body) => body.name === typed) ??
    among.find((body) => body.aliases.includes(typed)) ??
    among.find((body) => body.name === `市${typed}`)
  )
}

function namesLike(typed: string, among: readonly Body[]): string[] {
  const letters = new Set(typed.replaceAll(/[市区县局委办]/g, ''))
  const scored = among
    .map((body) => {
      const texts = [body.name, ...body.aliases]
      return {
        name: body.name,
        score: Math.max(...texts.map((t) => [...letters].filter((c) => t.includes(c)).length)),
      }
    })
    .filter(({ score }) => score > 0)
  return scored
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ name }) => name)
}
