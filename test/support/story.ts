import { bodyNamed, type Role } from '../sandbox/city.ts'
import { type DemoMatter, demoMatters, formOf } from '../sandbox/demo-matters.ts'
import type { PressResult, SandboxMessage } from '../sandbox/sandbox.ts'
import { type UrgentMatter, urgentFormOf, urgentMatters } from '../sandbox/urgent-matters.ts'
import { buttonsOn, type Office, wordsOn } from './office.ts'

type Typed = Readonly<Record<string, string>>

/** Who does what in every story: drafts and reviews, and issues. */
const CLERK = '林晓燕'
const APPROVER = '周建国'
const OFFICE = '市网信办'

/** One demo matter on its way through the city: what people do to it, and what they can then read. */
export interface Story {
  readonly matter: Pick<DemoMatter, 'id' | 'title' | 'lead' | 'support'>
  /** 文号 of the unit's slip. */
  no(unit: string): string
  /** The slip's own card in the unit's group, as it looks now. */
  slip(unit: string): SandboxMessage
  /** Every word on the slip's card now. */
  reads(unit: string): string
  /** The buttons on the slip's card now. */
  offers(unit: string): string[]
  /** The newest message of a group or a person's private chat that is about the unit's slip and has all the words. */
  seen(where: string, unit: string, ...words: string[]): SandboxMessage
  /** Everything a group or a person has read about the unit's slip, oldest first. */
  heard(where: string, unit: string): string[]
  /** Presses a button of the slip's card; when it opens a form and there are words for it, fills it in and submits. */
  does(name: string, unit: string, button: string, values?: Typed): Promise<PressResult>
  /** The same on another card about the slip. */
  acts(
    name: string,
    card: SandboxMessage,
    button: string,
    values?: Typed,
    submit?: string,
  ): Promise<PressResult>
  /** 确认签收, by the first handler unless somebody else is named. */
  signs(unit: string, name?: string): Promise<PressResult>
  /** 提交反馈. */
  reports(unit: string, values: Typed, name?: string): Promise<PressResult>
  /** 送签 by the handler, 同意签发 by the chief in private. */
  signsOff(unit: string): Promise<PressResult>
  /** 审核通过, on the office's card. */
  accepts(unit: string): Promise<PressResult>
  /** 退回重办, on the office's card. */
  sendsBack(unit: string, values: Typed): Promise<PressResult>
}

export function demo(id: string): DemoMatter {
  const found = demoMatters.find((one) => one.id === id)
  if (!found) throw new Error(`no demo matter is called ${id}`)
  return found
}

export function emergency(id: string): UrgentMatter {
  const found = urgentMatters.find((one) => one.id === id)
  if (!found) throw new Error(`no emergency is called ${id}`)
  return found
}

/** Somebody who holds the post in a body. */
export function holder(office: Office, unit: string, role: Role): string {
  const found = bodyNamed(office.sandbox.city, unit).members.find(({ roles }) => roles.includes(role))
  if (!found) throw new Error(`nobody is ${role} in ${unit}`)
  return found.name
}

/** 林晓燕 drafts the matter in the office's group, 周建国 issues it, and every unit has its slip. */
export async function issues(office: Office, matter: DemoMatter, change: Typed = {}): Promise<Story> {
  const [form] = await office.say(CLERK, OFFICE, '/交办')
  if (!form) throw new Error('/交办 was not answered')
  const { 批示领导, 批示内容, ...words } = formOf(matter)
  const first = await office.press(CLERK, form, '提交审核', { ...words, ...change })
  // Of a 领导批示件 the form comes back and asks for the 批示.
  if (批示领导 === undefined || 批示内容 === undefined) done(first)
  else done(await office.press(CLERK, form, '提交审核', { 批示领导, 批示内容 }))
  const approval = newest(office, OFFICE, [matter.title, '〔签发〕'])
  return begun(office, matter, () => office.press(APPROVER, approval, '签发'))
}

/** 林晓燕 has telephoned at `calledAt` (as she writes it; empty for now), fills in `/紧急交办`, and every unit has its slip. */
export async function calls(office: Office, matter: UrgentMatter, calledAt = ''): Promise<Story> {
  const [form] = await office.say(CLERK, OFFICE, '/紧急交办')
  if (!form) throw new Error('/紧急交办 was not answered')
  return begun(office, matter, () =>
    office.press(CLERK, form, '紧急交办', { ...urgentFormOf(matter, calledAt) }),
  )
}

/** 补发交办单 by the clerk, 签发 by the approver: the paper after the call. */
export async function formalises(office: Office, { matter }: Story, answerForm: string): Promise<void> {
  const owed = newest(office, OFFICE, [matter.title, '〔补发交办单〕'])
  await office.press(CLERK, owed, '补发交办单')
  done(await office.press(CLERK, owed.messageId, '补发交办单', { 答复形式: answerForm }))
  done(await office.press(APPROVER, newest(office, OFFICE, [matter.title, '〔签发〕']), '签发'))
}

/** Does what makes the slips, and takes up the first new message of each unit's group as its slip. */
async function begun(
  office: Office,
  matter: Story['matter'],
  act: () => Promise<PressResult>,
): Promise<Story> {
  const units = [matter.lead, ...matter.support]
  const before = new Map(units.map((unit) => [unit, office.sandbox.messages(office.group(unit)).length]))
  done(await act())
  const slips = new Map(units.map((unit) => [unit, posted(office, unit, before.get(unit) ?? 0)]))
  return storyOf(office, matter, slips)
}

/** The story of slips that were posted some other way. */
export function storyOf(
  office: Office,
  matter: Story['matter'],
  slips: ReadonlyMap<string, SandboxMessage>,
): Story {
  const slip = (unit: string) => {
    const found = slips.get(unit)
    if (!found) throw new Error(`${unit} has no slip of ${matter.id}`)
    return now(office, found)
  }
  const no = (unit: string) => /网舆交〔\d+〕\d+号/.exec(wordsOn(slip(unit)))?.[0] ?? 'no number'
  const seen: Story['seen'] = (where, unit, ...words) => newest(office, where, [no(unit), ...words])
  const acts: Story['acts'] = async (name, card, button, values, submit = button) => {
    const first = await office.press(name, card.messageId, button)
    if (!values) return done(first)
    const submitted = done(await office.press(name, card.messageId, submit, values))
    // Who was pointed at something has read it, and hands it in all the same.
    const pointed = submitted.toast?.content.includes('确认无误可再次提交') ?? false
    return pointed ? done(await office.press(name, card.messageId, submit, values)) : submitted
  }
  const does: Story['does'] = (name, unit, button, values) => acts(name, slip(unit), button, values)
  const handler = (unit: string) => holder(office, unit, 'handler')
  const offers = (unit: string) => buttonsOn(slip(unit))
  return {
    matter,
    no,
    slip,
    reads: (unit) => wordsOn(slip(unit)),
    offers,
    seen,
    heard: (where, unit) => office.cards(where, no(unit)).map(wordsOn),
    does,
    acts,
    signs: (unit, name = handler(unit)) => does(name, unit, '确认签收'),
    reports: (unit, values, name = handler(unit)) => does(name, unit, '提交反馈', values),
    signsOff: async (unit) => {
      await does(handler(unit), unit, '送签')
      const chief = holder(office, unit, 'chief')
      return acts(chief, seen(chief, unit, '〔同意签发〕'), '同意签发')
    },
    accepts: (unit) => acts(CLERK, seen(OFFICE, unit, '〔审核通过〕'), '审核通过'),
    sendsBack: (unit, values) => acts(CLERK, seen(OFFICE, unit, '〔退回重办〕'), '退回重办', values),
  }
}

/** A press that somebody could make and that did what it says: anything else ends the story. */
export function done(result: PressResult): PressResult {
  if (result.clientError) throw new Error(`the client said: ${result.clientError.text}`)
  if (result.toast?.type === 'warning' || result.toast?.type === 'error') {
    throw new Error(`the bot said: ${result.toast.content}`)
  }
  return result
}

function posted(office: Office, unit: string, after: number): SandboxMessage {
  const [found] = office.sandbox.messages(office.group(unit)).slice(after)
  if (!found) throw new Error(`nothing was posted to ${unit}`)
  return found
}

function now(office: Office, message: SandboxMessage): SandboxMessage {
  return office.sandbox.messages(message.chatId).find((one) => one.messageId === message.messageId) ?? message
}

function newest(office: Office, where: string, words: readonly string[]): SandboxMessage {
  const [first = '', ...rest] = words
  const all = office.cards(where, first)
  const found = all.findLast((one) => rest.every((word) => wordsOn(one).includes(word)))
  if (found) return found
  throw new Error(`no card with ${words.join(' and ')} in ${where}: ${all.map(wordsOn).join(' ⏎ ')}`)
}
