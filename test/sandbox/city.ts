import type { DemoMatter } from './demo-matters.ts'
import { stableId } from './random.ts'
import type { UrgentMatter } from './urgent-matters.ts'

export type Role =
  | 'office'
  | 'approver'
  | 'handler'
  | 'spokesperson'
  | 'chief'
  | 'supervisor'
  | 'discipline'
  | 'leader'

/** Somebody who has a seat in the sandbox. Names are unique in a city. */
export type Person = {
  readonly name: string
  readonly openId: string
  readonly unionId: string
  readonly userId: string
  readonly phone: string
  readonly roles: readonly Role[]
  readonly body: string
}

export type OfficeKind = 'office' | 'government_office' | 'supervision' | 'discipline' | 'leaders'
export type UnitGroup = 'department' | 'county' | 'zone' | 'enterprise'

/** A body of the city with the group chat its people work in; it may be an office, a unit, or both. */
export type Body = {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly office?: OfficeKind
  readonly unit?: UnitGroup
  readonly chatId: string
  readonly chatName: string
  readonly members: readonly Person[]
}

export type City = {
  readonly name: string
  readonly bodies: readonly Body[]
  /** What its citizens complain of, for whoever wants to try the procedure. */
  readonly matters?: readonly DemoMatter[]
  /** What is told by telephone first. */
  readonly emergencies?: readonly UrgentMatter[]
}

export type Seat = { open_id: string; name: string; title: string; body: string }

type BodyEntry = {
  id: string
  name: string
  aliases?: string
  office?: OfficeKind
  unit?: UnitGroup
  /** `姓名:role+role` separated by spaces. */
  people: string
  chat?: string
}

/** Makes a body from one line of a city's table. Names and aliases are separated by spaces. */
export function bodyFrom(entry: BodyEntry): Body {
  return {
    id: entry.id,
    name: entry.name,
    aliases: entry.aliases ? entry.aliases.split(' ') : [],
    ...(entry.office ? { office: entry.office } : {}),
    ...(entry.unit ? { unit: entry.unit } : {}),
    chatId: stableId('oc', entry.id),
    chatName: entry.chat ?? `${entry.name}舆情回应群`,
    members: entry.people.split(' ').map((one) => personFrom(one, entry.name)),
  }
}

function personFrom(text: string, body: string): Person {
  const [name = '', roles = ''] = text.split(':')
  const openId = stableId('ou', name)
  const digits = BigInt(`0x${openId.slice(3, 15)}`) % 100_000_000n
  return {
    name,
    openId,
    unionId: stableId('on', name),
    userId: openId.slice(3, 11),
    phone: `+86139${digits.toString().padStart(8, '0')}`,
    roles: roles.split('+').map(roleOf),
    body,
  }
}

const roleNames: Record<Role, string> = {
  office: '工作人员',
  approver: '签发人',
  handler: '承办人',
  spokesperson: '网络发言人',
  chief: '主要领导',
  supervisor: '督查员',
  discipline: '监察员',
  leader: '市领导',
}

function roleOf(text: string): Role {
  if (Object.hasOwn(roleNames, text)) return text as Role
  throw new Error(`no role is called ${text}`)
}

/** Everybody of the city, each once. */
export function peopleOf(city: City): Person[] {
  return city.bodies.flatMap((body) => body.members)
}

/** The body of that full name. Throws when the city has none. */
export function bodyNamed(city: City, name: string): Body {
  const found = city.bodies.find((body) => body.name === name)
  if (!found) throw new Error(`${city.name} has no ${name}`)
  return found
}

/** The person of that name. Throws when the city has none. */
export function personNamed(city: City, name: string): Person {
  const found = peopleOf(city).find((person) => person.name === name)
  if (!found) throw new Error(`${city.name} has no ${name}`)
  return found
}

/** What each person is called in the seat list: body and posts. */
export function seatsOf(city: City): Seat[] {
  return peopleOf(city).map((person) => ({
    open_id: person.openId,
    name: person.name,
    title: person.roles.map((role) => roleNames[role]).join('、'),
    body: person.body,
  }))
}

type DirectoryMember = { name: string; open_id: string; union_id: string; phone: string; roles: Role[] }
type DirectoryOffice = {
  id: string
  name: string
  kind: OfficeKind
  chat_id: string
  members: DirectoryMember[]
}
type DirectoryUnit = {
  id: string
  name: string
  aliases: string[]
  group: UnitGroup
  chat_id: string
  members: DirectoryMember[]
}

/** The city as the directory file an operator would import. */
export function directoryOf(city: City): { offices: DirectoryOffice[]; units: DirectoryUnit[] } {
  const offices: DirectoryOffice[] = []
  const units: DirectoryUnit[] = []
  for (const body of city.bodies) {
    const { id, name, chatId: chat_id } = body
    const members = body.members.map((person) => ({
      name: person.name,
      open_id: person.openId,
      union_id: person.unionId,
      phone: person.phone,
      roles: [...person.roles],
    }))
    if (body.office) offices.push({ id, name, kind: body.office, chat_id, members })
    if (body.unit) units.push({ id, name, aliases: [...body.aliases], group: body.unit, chat_id, members })
  }
  return { offices, units }
}
