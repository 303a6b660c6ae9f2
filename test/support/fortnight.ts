import { postedCards } from '../../db/schema/index.ts'
import type { CardRef } from '../../src/domain/card-ref.ts'
import { type Chance, chanceOf } from '../sandbox/random.ts'
import { readCard, type SandboxMessage } from '../sandbox/sandbox.ts'
import { filled, oneOf } from './crowd.ts'
import type { TestDatabase } from './database.ts'
import { draft, yellowWater } from './matters.ts'
import type { Office } from './office.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Rest days of autumn 2026 beside Saturdays and Sundays: Mid-Autumn and National Day. */
const festivals = ['2026-09-25', '2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07']
/** Worked in exchange, although a Saturday. */
const makeUpDays = ['2026-10-10']

/** Between 08:00 and 20:00 of a working day, by a calendar written here by hand. */
export function isAwake(at: number): boolean {
  const [day = '', time = ''] = new Date(at + 8 * HOUR).toISOString().split('T')
  const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
  const rest = festivals.includes(day) || (weekend && !makeUpDays.includes(day))
  return !rest && time >= '08:00' && time < '20:00'
}

export interface FortnightPlan {
  readonly seed: number
  /** Days the city is watched for; matters are issued in the first two thirds of them. */
  readonly days: number
  readonly matters: number
}

/** A message of the bot: when it came, and whether anybody had asked for anything in that minute. */
export interface Heard {
  readonly at: number
  readonly chatId: string
  readonly messageId: string
  readonly askedFor: boolean
}

export interface Fortnight {
  readonly heard: readonly Heard[]
  /** The instants at which the bot could look at what was due. */
  readonly looks: readonly number[]
  readonly cards: ReadonlyMap<string, CardRef>
}

/** Who presses what on a card: the first of the body the group belongs to, or the owner of a private chat. */
const deeds: Readonly<Record<string, string | 'first'>> = {
  确认签收: 'first',
  阶段进展: 'first',
  提交反馈: 'first',
  送签: 'first',
  申请延期: 'first',
  申请退回: 'first',
  暂不具备条件: 'first',
  同意: '林晓燕',
  不同意: '林晓燕',
  改派: '吴思远',
  不予退回: '吴思远',
  更正: '周建国',
  同意签发: 'owner',
  审核通过: '吴思远',
  退回重办: '吴思远',
  签发督办: '马振华',
  不予督办: '丁玉洁',
  已阅: '宋明远',
  批示: '韩秋实',
}

/** After so many presses on one card its people turn to other work: 批示 and 阶段进展 could go on for ever. */
const MOST_DEEDS = 3

/** How likely each unit is to do what is asked within a stride; some never do. */
const diligences = [0, 0, 0.03, 0.1, 0.4] as const

const units = ['水务集团', '住建', '公安', '教育局', '城管', '卫健', '供电', '云溪区'] as const

/**
 * Lets days go by in strides of minutes to half a day. At each the bot does what it owes, and then people do, or do not,
 * what is asked of them.
 */
export async function live(office: Office, database: TestDatabase, plan: FortnightPlan): Promise<Fortnight> {
  const chance = chanceOf(plan.seed)
  const began = office.clock.now()
  const due = Array.from({ length: plan.matters }, () => began + fraction(chance) * plan.days * DAY * 0.66)
    .sort((a, b) => a - b)
    .with(0, began)
  let issued = 0
  const diligence = new Map(
    office.sandbox.city.bodies.map(({ chatId }) => [chatId, oneOf(diligences, chance)]),
  )
  const looks: number[] = []
  const heard: Heard[] = []
  const known = new Set<string>()
  const deedsOn = new Map<string, number>()
  const listen = (askedFor: boolean) => {
    for (const { chatId } of office.sandbox.chats()) {
      for (const { messageId, byBot } of office.sandbox.messages(chatId)) {
        if (known.has(messageId)) continue
        known.add(messageId)
        if (byBot) heard.push({ at: office.clock.now(), chatId, messageId, askedFor })
      }
    }
  }
  for (const end = began + plan.days * DAY; office.clock.now() < end; ) {
    await office.clock.windTo(Math.min(end, office.clock.now() + strideOf(chance)))
    looks.push(office.clock.now())
    await office.settle()
    listen(false)
    while (issued < due.length && (due[issued] ?? 0) <= office.clock.now()) {
      await issueSomething(office, chance, issued++)
    }
    const lazy = isAwake(office.clock.now()) ? 1 : 0.05
    for (const message of standing(office)) {
      const keen = diligence.get(message.chatId) ?? 0.3
      const done = deedsOn.get(message.messageId) ?? 0
      if (done === MOST_DEEDS || fraction(chance) >= keen * lazy) continue
      deedsOn.set(message.messageId, done + 1)
      await doDuty(office, message, chance)
    }
    listen(true)
  }
  const posted = await database.sql.select().from(postedCards)
  return { heard, looks, cards: new Map(posted.map(({ messageId, card }) => [messageId, card])) }
}

function fraction(chance: Chance): number {
  return Number.parseInt(chance.hex(8), 16) / 0x1_0000_0000
}

/** Mostly some minutes or hours; now and then the bot is away for half a day. */
function strideOf(chance: Chance): number {
  const longest = oneOf([20 * MINUTE, 90 * MINUTE, 90 * MINUTE, 3 * HOUR, 3 * HOUR, 13 * HOUR], chance)
  return Math.round(MINUTE + fraction(chance) * longest)
}

/** In the order of their issue, so that even a few matters hold both what may disturb the night and what may not. */
const levels = ['ordinary', 'major', 'serious', 'ordinary', 'extraordinary'] as const

async function issueSomething(office: Office, chance: Chance, n: number): Promise<void> {
  const lead = oneOf(units, chance)
  const others = units.filter((unit) => unit !== lead)
  const support = oneOf([[], [oneOf(others, chance)], others.slice(0, 3)], chance)
  const approval = await draft(office, {
    ...yellowWater,
    等级: levels[n % levels.length] ?? 'ordinary',
    分类: oneOf(['N1', 'N2', 'N3', 'N5', 'N6'], chance),
    答复形式: n % 3 === 2 ? 'office_only' : 'same_thread',
    办理时限: oneOf(['', '', '1个工作日', '3个工作日', '20小时'], chance),
    承办单位: lead,
    协办单位: support.join('、'),
  })
  await office.press('周建国', approval, '签发')
}

const buttons = new WeakMap<object, readonly string[]>()

/** What can be done on a card; read once for each face of it. */
function duties({ card }: SandboxMessage): readonly string[] {
  if (!card) return []
  const before = buttons.get(card)
  if (before) return before
  const labels = readCard(card).buttons.flatMap(({ label }) => (label in deeds ? [label] : []))
  buttons.set(card, labels)
  return labels
}

function standing(office: Office): SandboxMessage[] {
  return office.sandbox
    .chats()
    .flatMap(({ chatId }) => office.sandbox.messages(chatId))
    .filter((message) => message.byBot && duties(message).length > 0)
}

async function doDuty(office: Office, message: SandboxMessage, chance: Chance): Promise<void> {
  const labels = duties(message)
  if (labels.length === 0) return
  const label = oneOf(labels, chance)
  const chat = office.sandbox.chats().find(({ chatId }) => chatId === message.chatId)
  const body = office.sandbox.city.bodies.find(({ chatId }) => chatId === message.chatId)
  const first = body?.members[0]?.name ?? chat?.name ?? ''
  const who = deeds[label] === 'first' || deeds[label] === 'owner' ? first : (deeds[label] ?? first)
  const result = await office.press(who, message.messageId, label)
  if (!result.card || !readCard(result.card).form) return
  const submit = readCard(result.card).form?.submit ?? label
  await office.press(who, message.messageId, submit, filled(message, chance))
}
