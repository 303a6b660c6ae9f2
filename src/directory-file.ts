import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { type Body, officeKinds, type Person, type Post, roles, unitGroups } from './domain/directory.ts'

/** An id of Feishu's: open_id `ou_`, union_id `on_`, chat `oc_`. */
const feishuId = (prefix: string, what: string) =>
  z
    .string({ error: `缺少${what}` })
    .regex(new RegExp(`^${prefix}_[A-Za-z0-9_-]+$`), `${what}应以 ${prefix}_ 开头`)

const word = (what: string) =>
  z
    .string({ error: `缺少${what}` })
    .trim()
    .min(1, `${what}为空`)

const member = z.strictObject({
  name: word('姓名 name'),
  open_id: feishuId('ou', 'open_id'),
  union_id: feishuId('on', 'union_id').optional(),
  user_id: word('user_id').optional(),
  phone: word('电话 phone').optional(),
  roles: z
    .array(z.enum(roles, { error: `角色应为 ${roles.join('、')} 之一` }), { error: '缺少角色 roles' })
    .min(1, '至少一个角色'),
})

const office = z.strictObject({
  id: word('编号 id'),
  name: word('名称 name'),
  kind: z.enum(officeKinds, { error: `kind 应为 ${officeKinds.join('、')} 之一` }),
  parent_unit: word('parent_unit').optional(),
  chat_id: feishuId('oc', '群 chat_id'),
  members: z.array(member).default([]),
})

const unit = z.strictObject({
  id: word('编号 id'),
  name: word('名称 name'),
  aliases: z.array(word('别名')).default([]),
  group: z.enum(unitGroups, { error: `group 应为 ${unitGroups.join('、')} 之一` }),
  office: word('office').optional(),
  chat_id: feishuId('oc', '群 chat_id'),
  members: z.array(member).default([]),
})

const file = z.strictObject({
  offices: z.array(office).min(1, '至少一个办公室 offices'),
  units: z.array(unit).default([]),
})

type DirectoryJson = z.infer<typeof file>
type MemberJson = z.infer<typeof member>

export interface DirectoryFile {
  readonly hash: string
  readonly bodies: readonly Body[]
  readonly people: readonly Person[]
}

/** Every bad entry by its place in the file; nothing of the file was taken. */
export class DirectoryFileError extends Error {
  override readonly name = 'DirectoryFileError'
  readonly lines: readonly string[]

  constructor(lines: readonly string[]) {
    super(`通讯录文件有误，未导入：\n${lines.join('\n')}`)
    this.lines = lines
  }
}

export async function readDirectoryFile(path: string): Promise<DirectoryFile> {
  return parseDirectory(await readFile(path, 'utf8'))
}

/** Throws DirectoryFileError with a line per bad entry. */
export function parseDirectory(text: string): DirectoryFile {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw new DirectoryFileError([
      `不是有效的 JSON：${cause instanceof Error ? cause.message : String(cause)}`,
    ])
  }
  const read = file.safeParse(json)
  if (!read.success) {
    throw new DirectoryFileError(read.error.issues.map(({ path, message }) => `${placeOf(path)}：${message}`))
  }
  const doubts = contradictions(read.data)
  if (doubts.length > 0) throw new DirectoryFileError(doubts)
  return {
    hash: createHash('sha256').update(text).digest('hex'),
    bodies: bodiesOf(read.data),
    people: peopleOf(read.data),
  }
}

function placeOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (place, part) =>
      typeof part === 'number'
        ? `${place}[${part}]`
        : place === ''
          ? String(part)
          : `${place}.${String(part)}`,
    '',
  )
}

/** A body may stand in both lists under one id; its name and its chat must then agree, and names and chats are unique. */
function contradictions({ offices, units }: DirectoryJson): string[] {
  const doubts: string[] = []
  const officeIds = new Set(offices.map(({ id }) => id))
  const seen = { chat: new Map<string, string>(), name: new Map<string, string>() }
  const note = (list: string, index: number, id: string, kind: 'chat' | 'name', value: string) => {
    const holder = seen[kind].get(value)
    if (holder !== undefined && holder !== id) {
      doubts.push(`${list}[${index}].${kind === 'chat' ? 'chat_id' : 'name'}：与 ${holder} 重复`)
    }
    seen[kind].set(value, id)
  }
  for (const [list, bodies] of [
    ['offices', offices],
    ['units', units],
  ] as const) {
    const ids = new Set<string>()
    bodies.forEach((body, index) => {
      if (ids.has(body.id)) doubts.push(`${list}[${index}].id：${body.id} 重复`)
      ids.add(body.id)
      note(list, index, body.id, 'chat', body.chat_id)
      note(list, index, body.id, 'name', body.name)
    })
  }
  units.forEach((one, index) => {
    if (one.office !== undefined && !officeIds.has(one.office)) {
      doubts.push(`units[${index}].office：没有编号为 ${one.office} 的办公室`)
    }
    for (const alias of one.aliases) note('units', index, one.id, 'name', alias)
    const twin = offices.find(({ id }) => id === one.id)
    if (twin && twin.chat_id !== one.chat_id)
      doubts.push(`units[${index}].chat_id：与 offices 中同一单位的群不一致`)
  })
  return doubts
}

function bodiesOf({ offices, units }: DirectoryJson): Body[] {
  const firstOffice = offices[0]?.id ?? ''
  const ids = [...new Set([...offices.map(({ id }) => id), ...units.map(({ id }) => id)])]
  return ids.map((id) => {
    const asOffice = offices.find((one) => one.id === id)
    const asUnit = units.find((one) => one.id === id)
    return {
      id,
      name: asUnit?.name ?? asOffice?.name ?? id,
      aliases: asUnit?.aliases ?? [],
      chatId: asUnit?.chat_id ?? asOffice?.chat_id ?? '',
      office: asOffice
        ? {
            kind: asOffice.kind,
            ...(asOffice.parent_unit === undefined ? {} : { parentUnit: asOffice.parent_unit }),
          }
        : null,
      unit: asUnit ? { group: asUnit.group, officeId: asUnit.office ?? firstOffice } : null,
    }
  })
}

/** One person per open_id, with a post in every body that lists them. */
function peopleOf({ offices, units }: DirectoryJson): Person[] {
  const people = new Map<string, { about: MemberJson; posts: Map<string, Post> }>()
  for (const body of [...offices, ...units]) {
    for (const about of body.members) {
      const known = people.get(about.open_id) ?? { about, posts: new Map<string, Post>() }
      const before = known.posts.get(body.id)?.roles ?? []
      known.posts.set(body.id, { bodyId: body.id, roles: [...new Set([...before, ...about.roles])] })
      people.set(about.open_id, known)
    }
  }
  return [...people.values()].map(({ about, posts }) => ({
    openId: about.open_id,
    unionId: about.union_id ?? null,
    userId: about.user_id ?? null,
    name: about.name,
    phone: about.phone ?? null,
    posts: [...posts.values()],
  }))
}
