import { binjiang } from '../sandbox/binjiang.ts'
import { bodyNamed, peopleOf, personNamed } from '../sandbox/city.ts'
import {
  createSandbox,
  type PressResult,
  readCard,
  type Sandbox,
  type SandboxMessage,
} from '../sandbox/sandbox.ts'
import { type Bot, type Folder, officeFolder, startBot, type Variables, variablesFor } from './process.ts'

/**
 * The system as the city meets it: the platform, and one bot in a process of its own that can be ended and started again
 * on the same folder. Nothing of the product runs here; all that is known of it is what stands on the cards.
 */
export interface Outside {
  readonly sandbox: Sandbox
  readonly folder: Folder
  bot(): Bot
  /** Starts the bot, the variables going over the usual ones, and tells the platform its address. */
  start(variables?: Variables): Promise<Bot>
  id(name: string): string
  group(body: string): string
  /** Takes somebody into a body's group, as group owners do without asking the directory. */
  invite(name: string, body: string): void
  /** Says something, and gives what the bot then wrote into that chat. `where` is a body, or a person in private. */
  say(name: string, where: string, text: string, replyTo?: string): Promise<SandboxMessage[]>
  press(
    name: string,
    message: SandboxMessage,
    button: string,
    values?: Record<string, string>,
  ): Promise<PressResult>
  /** The newest message in that chat with all these words, as soon as there is one. */
  find(where: string, ...words: string[]): Promise<SandboxMessage>
  /** What the bot wrote into that chat. */
  written(where: string): SandboxMessage[]
  close(): Promise<void>
}

export async function openOutside(): Promise<Outside> {
  const sandbox = await createSandbox({ city: binjiang })
  const folder = await officeFolder(sandbox)
  const current: { bot: Bot | null } = { bot: null }
  const people = new Set(peopleOf(binjiang).map(({ name }) => name))
  const id = (name: string) => personNamed(binjiang, name).openId
  const group = (body: string) => bodyNamed(binjiang, body).chatId
  const chatOf = (where: string) => (people.has(where) ? sandbox.privateChat(id(where)) : group(where))
  const written = (where: string) => sandbox.messages(chatOf(where)).filter(({ byBot }) => byBot)
  const bot = () => {
    if (!current.bot) throw new Error('the bot was not started')
    return current.bot
  }
  return {
    sandbox,
    folder,
    bot,
    start: async (variables = {}) => {
      const started = await startBot({ ...(await variablesFor(sandbox, folder)), ...variables })
      current.bot = started
      sandbox.connect(started.webhook)
      return started
    },
    id,
    group,
    invite: (name, body) => {
      const chat = sandbox.chats().find(({ chatId }) => chatId === group(body))
      chat?.members.add(id(name))
    },
    say: async (name, where, text, replyTo) => {
      const before = new Set(written(where).map(({ messageId }) => messageId))
      const said = await sandbox.say(id(name), chatOf(where), text, replyTo === undefined ? {} : { replyTo })
      const { state, attempts } = await said.delivered
      if (state !== 'delivered')
        throw new Error(`“${text}” was ${state}: ${JSON.stringify(attempts)}\n${bot().output()}`)
      await bot().settled()
      return written(where).filter(({ messageId }) => !before.has(messageId))
    },
    press: async (name, message, button, values) => {
      const result = await sandbox.press(id(name), message.messageId, button, values)
      await bot().settled()
      return result
    },
    find: (where, ...words) =>
      sandbox
        .waitFor(
          () => written(where).findLast((message) => words.every((word) => wordsOn(message).includes(word))),
          20_000,
        )
        .catch(() => {
          throw new Error(
            `no message with ${words.join(' and ')} in ${where}:\n${written(where).map(wordsOn).join('\n⏎\n')}`,
          )
        }),
    written,
    close: async () => {
      await current.bot?.kill('SIGKILL')
      await sandbox.close()
      await folder.remove()
    },
  }
}

/** Every word a person reads on a message. */
export function wordsOn(message: SandboxMessage): string {
  if (!message.card) return message.text ?? ''
  const { title, subtitle, tags, texts, buttons, form } = readCard(message.card)
  const fields = form?.fields.flatMap(({ label, value }) => [label, value]) ?? []
  return [title, subtitle, ...tags, ...texts, ...fields, ...buttons.map(({ label }) => `〔${label}〕`)].join(
    '\n',
  )
}

/** The labels of the buttons that can be pressed. */
export function buttonsOn(message: SandboxMessage): string[] {
  if (!message.card) return []
  return readCard(message.card)
    .buttons.filter(({ disabled }) => !disabled)
    .map(({ label }) => label)
}

/** The year that stands in today's numbers, in Beijing. */
export function yearNow(): number {
  return new Date(Date.now() + 8 * 3_600_000).getUTCFullYear()
}

/** The number of a slip as it stands on a message, whatever the 代字. */
export function slipNoOn(message: SandboxMessage): string {
  const found = /[\p{L}]+〔\d{4}〕\d+号/u.exec(wordsOn(message))?.[0]
  if (!found) throw new Error(`no number stands on:\n${wordsOn(message)}`)
  return found
}

/** An ordinary complaint for 市水务集团, every field by its words. */
export const complaint: Readonly<Record<string, string>> = {
  标题: '云溪区翠湖苑自来水发黄半个月',
  摘要: '早晚放水都是黄的，物业说管道老化，请水务部门来测一下。',
  来源平台: '本地论坛',
  原文链接: 'https://bbs.example.cn/t/3301',
  分类: '涉及切身利益的合理诉求',
  等级: '一般',
  承办单位: '市水务集团',
  答复形式: '原平台跟帖',
  办理时限: '5个工作日',
  办理要求: '请核实水质，限期处置并在原帖回复。',
  敏感级别: '公开',
}

export const finalReport: Readonly<Record<string, string>> = {
  核查情况: '小区二次供水管网锈蚀，入户水浊度超标。',
  处置措施: '已冲洗管网，复测合格，年内更换立管。',
  办理结果: '已解决',
  回应链接: 'https://bbs.example.cn/t/3301#r7',
}

/** 林晓燕 drafts in the office's group; gives the approval card. */
export async function draft(
  city: Outside,
  matter: Readonly<Record<string, string>> = complaint,
  by = '林晓燕',
): Promise<SandboxMessage> {
  const [form] = await city.say(by, '市网信办', '/交办')
  if (!form) throw new Error('/交办 was not answered')
  const before = new Set(city.written('市网信办').map(({ messageId }) => messageId))
  const submitted = await city.press(by, form, '提交审核', { ...matter })
  if (submitted.toast?.type !== 'success')
    throw new Error(`not submitted: ${JSON.stringify(submitted.toast)}`)
  const card = city.written('市网信办').findLast(({ messageId }) => !before.has(messageId))
  if (!card) throw new Error('no approval card came')
  return card
}

/** Drafted by 林晓燕 and issued by 周建国; gives the slip card in the group of the lead unit. */
export async function issue(
  city: Outside,
  matter: Readonly<Record<string, string>> = complaint,
): Promise<SandboxMessage> {
  const unit = matter.承办单位 ?? ''
  const approval = await draft(city, matter)
  const before = new Set(city.written(unit).map(({ messageId }) => messageId))
  const issued = await city.press('周建国', approval, '签发')
  if (issued.toast?.type !== 'success') throw new Error(`not issued: ${JSON.stringify(issued.toast)}`)
  const slip = city.written(unit).findLast(({ messageId }) => !before.has(messageId))
  if (!slip) throw new Error(`no slip came to ${unit}`)
  return slip
}

/** Opens 提交反馈 on the slip card and submits it; gives the review card in the office's group. */
export async function report(
  city: Outside,
  handler: string,
  slip: SandboxMessage,
  values: Readonly<Record<string, string>> = finalReport,
): Promise<SandboxMessage> {
  await city.press(handler, slip, '提交反馈')
  const submitted = await city.press(handler, slip, '提交反馈', { ...values })
  if (submitted.toast?.type !== 'success') throw new Error(`not reported: ${JSON.stringify(submitted.toast)}`)
  return city.find('市网信办', slipNoOn(slip), '〔审核通过〕')
}
