import { peopleOf } from '../sandbox/city.ts'
import type { Chance } from '../sandbox/random.ts'
import { type PressResult, readCard, type SandboxMessage } from '../sandbox/sandbox.ts'
import type { Office } from './office.ts'

/** Words for whatever a form asks for, by what stands beside the field; nothing where the form may stay empty. */
const typedWords: readonly (readonly [string, string])[] = [
  ['链接', 'https://bbs.binjiang.example.cn/thread/30218#reply-7'],
  ['标题', '翠湖苑自来水发黄'],
  ['摘要', '早晚放水都是黄的。'],
  ['平台', '本地论坛'],
  ['建议承办单位', '公安'],
  ['改派单位', '公安'],
  ['承办单位', '水务集团'],
  ['延期至', '3个工作日'],
  ['办理日期', '4个工作日'],
]

/** One of them, by chance; throws when there is none. */
export function oneOf<T>(all: readonly T[], chance: Chance): T {
  const found = all[Number.parseInt(chance.hex(8), 16) % all.length]
  if (found === undefined) throw new Error('there is nothing to choose from')
  return found
}

/** Fills in the form that stands on a card as somebody in a hurry would. */
export function filled(message: SandboxMessage, chance: Chance): Record<string, string> {
  const fields = message.card ? (readCard(message.card).form?.fields ?? []) : []
  return Object.fromEntries(
    fields.flatMap(({ name, label, kind, options, required, value }) => {
      if (kind === 'select_static') return [[name, oneOf(options, chance).value]]
      const known = typedWords.find(([words]) => label.includes(words))
      if (known) return [[name, known[1]]]
      if (kind !== 'input' || value !== '') return []
      return required ? [[name, `已核实处置（${chance.hex(4)}）。`]] : []
    }),
  )
}

/**
 * Somebody in one of these groups presses any button of any card that stands there, and fills in the form it may open.
 * What is pressed first is decided at once, so that many of them press the same thing in the same moment. Gives what
 * they read last; null when there is nothing to press.
 */
export function pressAnything(
  office: Office,
  groups: readonly string[],
  chance: Chance,
): Promise<PressResult> | null {
  const names = new Map(peopleOf(office.sandbox.city).map(({ name, openId }) => [openId, name]))
  const chatId = office.group(oneOf(groups, chance))
  const cards = office.sandbox
    .messages(chatId)
    .filter(({ card }) => card && readCard(card).buttons.some(({ disabled }) => !disabled))
  const members = office.sandbox.chats().find((chat) => chat.chatId === chatId)?.members ?? []
  if (cards.length === 0) return null
  const message = oneOf(cards, chance)
  const buttons = readCard(message.card ?? {}).buttons.filter(({ disabled }) => !disabled)
  const { label, inForm } = oneOf(buttons, chance)
  const person = oneOf(
    [...members].filter((openId) => names.has(openId)),
    chance,
  )
  const press = (button: string) => {
    const submits = message.card && readCard(message.card).form?.submit === button
    const values = submits ? filled(message, chance) : {}
    return office.sandbox.press(person, message.messageId, button, values)
  }
  if (inForm) return press(label)
  // Somebody else's press may have drawn the card anew before the writer of the form was done with it.
  return press(label).then((result) => (stillSubmits(message, label) ? press(label) : result))
}

function stillSubmits({ card }: SandboxMessage, label: string): boolean {
  const { form, buttons } = readCard(card ?? {})
  return form !== undefined && buttons.some((button) => button.label === label && !button.disabled)
}

/** What the people who pressed read: how often each toast, and what went wrong with the client. */
export function readBy(results: readonly PressResult[]): Map<string, number> {
  const read = new Map<string, number>()
  for (const { toast, clientError } of results) {
    const words = clientError ? `client ${clientError.code}` : (toast?.type ?? 'card')
    read.set(words, (read.get(words) ?? 0) + 1)
  }
  return read
}
