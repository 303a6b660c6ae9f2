import { type Calendar, calendarOf } from '../../src/domain/calendar.ts'
import type { Actor } from '../../src/domain/decision.ts'
import { type Body, type BodyId, directoryOf, type Person, type Role } from '../../src/domain/directory.ts'
import { type Instant, instantOf } from '../../src/domain/time.ts'
import { officialCalendar } from '../../src/holidays.ts'

/** A small office practice: one office that issues, two units that answer, those who supervise, those who lead. */

export const 网信办: Body = {
  id: 'wangxinban',
  name: '市网信办',
  aliases: ['网信办'],
  chatId: 'oc_wangxinban',
  office: { kind: 'office' },
  unit: null,
}

export const 水务集团: Body = {
  id: 'shuiwu',
  name: '市水务集团',
  aliases: ['水务', '自来水公司'],
  chatId: 'oc_shuiwu',
  office: null,
  unit: { group: 'enterprise', officeId: 网信办.id },
}

export const 住建局: Body = {
  id: 'zhujian',
  name: '市住建局',
  aliases: ['住建', '市住房和城乡建设局'],
  chatId: 'oc_zhujian',
  office: null,
  unit: { group: 'department', officeId: 网信办.id },
}

/** A third unit, for what two cannot show; nobody here works in it. */
export const 城管局: Body = {
  id: 'chengguan',
  name: '市城管局',
  aliases: ['城管'],
  chatId: 'oc_chengguan',
  office: null,
  unit: { group: 'department', officeId: 网信办.id },
}

export const 督查室: Body = {
  id: 'duchashi',
  name: '市政府督查室',
  aliases: ['督查室'],
  chatId: 'oc_duchashi',
  office: { kind: 'supervision' },
  unit: null,
}

export const 市领导: Body = {
  id: 'shilingdao',
  name: '市领导',
  aliases: [],
  chatId: 'oc_shilingdao',
  office: { kind: 'leaders' },
  unit: null,
}

export const 监察局: Body = {
  id: 'jianchaju',
  name: '市监察局',
  aliases: ['监察局'],
  chatId: 'oc_jianchaju',
  office: { kind: 'discipline' },
  unit: null,
}

function person(openId: string, name: string, body: Body | null, ...roles: Role[]): Person {
  const posts = body ? [{ bodyId: body.id, roles }] : []
  return { openId, unionId: null, userId: null, name, phone: null, posts }
}

export const 林晓燕 = person('ou_lin', '林晓燕', 网信办, 'office')
export const 周建国 = person('ou_zhou', '周建国', 网信办, 'approver')
export const 王立 = person('ou_wang', '王立', 水务集团, 'handler')
export const 陈燕 = person('ou_chen', '陈燕', 水务集团, 'handler')
export const 刘国强 = person('ou_liu', '刘国强', 水务集团, 'spokesperson')
export const 赵明 = person('ou_zhao', '赵明', 水务集团, 'chief')
export const 孙倩 = person('ou_sun', '孙倩', 住建局, 'handler')
export const 何伟 = person('ou_he', '何伟', 住建局, 'chief')
export const 吴敏 = person('ou_wu', '吴敏', 督查室, 'supervisor')
export const 高远 = person('ou_gao', '高远', 市领导, 'leader')
/** Beside the table of rights: she reads what is sent to her office, and does nothing else. */
export const 秦岚 = person('ou_qin', '秦岚', 监察局, 'discipline')
/** Known by name, but without a post anywhere. */
export const 路人 = person('ou_luren', '路人', null)

export const everybody: readonly Person[] = [
  林晓燕,
  周建国,
  王立,
  陈燕,
  刘国强,
  赵明,
  孙倩,
  何伟,
  吴敏,
  高远,
  路人,
]

export const directory = directoryOf(
  [网信办, 水务集团, 住建局, 城管局, 督查室, 市领导, 监察局],
  [...everybody, 秦岚],
)

export function personOf(name: string): Person {
  const found = everybody.find((one) => one.name === name)
  if (!found) throw new Error(`nobody here is called ${name}`)
  return found
}

export function handlerOf(unitId: BodyId): Person {
  const [handler] = directory.holders(unitId, 'handler')
  if (!handler) throw new Error(`no handler in ${unitId}`)
  return handler
}

export const system: Actor = { kind: 'system' }

export function acting(by: Person | Actor): Actor {
  return 'kind' in by ? by : { kind: 'person', person: by }
}

/** Working days and rest days by the State Council's notices. */
export const calendar: Calendar = calendarOf(officialCalendar())

/** `on('2026-11-23 09:00')`, Chinese time. */
export function on(text: string): Instant {
  const [day, time] = text.split(' ')
  if (!day || !time) throw new Error(`not a day and a time: ${text}`)
  return instantOf(day, time)
}

/** An ordinary week without festivals: 23 November 2026 is a Monday. */
export const MONDAY_0900 = on('2026-11-23 09:00')
export const MONDAY_1000 = on('2026-11-23 10:00')
export const TUESDAY_0900 = on('2026-11-24 09:00')
export const WEDNESDAY_0900 = on('2026-11-25 09:00')
export const FRIDAY_0900 = on('2026-11-27 09:00')
export const SATURDAY_1000 = on('2026-11-28 10:00')
export const MONDAY_AFTER_0900 = on('2026-11-30 09:00')
