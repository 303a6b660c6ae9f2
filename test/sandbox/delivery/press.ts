import { readForm } from '../cards/read.ts'
import { type CardNode, formAround, isObject, listOf, nodesOf, wordsOf } from '../cards/walk.ts'
import type { Json, SandboxMessage, World } from '../world.ts'
import type { Courier, Delivery } from './deliver.ts'
import { eventHeader } from './events.ts'
import { fillForm, type Typed } from './form-values.ts'
import { clientError, type Outcome, outcomeOf } from './outcome.ts'

/** What the person who pressed sees; `opened` is the link the button leads to. Code 0: the client itself said no. */
export type PressResult = Outcome & { opened?: string; delivery?: Delivery }

/** Presses of a message that wait for an answer: two people may press at once, and the lock is theirs together. */
const waiting = new WeakMap<SandboxMessage, number>()

const interactionWindowMs = 14 * 86_400_000

/**
 * A person presses a button of the card as it is stored on the message, found by label or by name.
 * Throws when the person cannot see the card, or the card has no such button or field.
 */
export async function pressButton(
  world: World,
  courier: Courier,
  person: string,
  message: SandboxMessage,
  button: string,
  typed: Typed,
): Promise<PressResult> {
  if (!world.chats.get(message.chatId)?.members.has(person)) throw new Error('who presses is not in the chat')
  if (!message.card) throw new Error('the message is no card')
  if (message.state === 'recalled') throw new Error('the message was recalled')
  const nodes = nodesOf(message.card)
  const node = buttonNamed(nodes, button)
  if (node.json.disabled === true) return stop('按钮不可用')
  if (world.clock.now() - message.createTime > interactionWindowMs) return stop('卡片已过期')
  const action = actionOf(world, node, nodes, typed)
  if ('stopped' in action) return stop(action.stopped)
  if ('opened' in action) return { opened: action.opened }
  if (!courier.connected()) return shown(message, { clientError: clientError(200340) })
  return deliver(world, courier, person, message, action.json)
}

async function deliver(
  world: World,
  courier: Courier,
  person: string,
  message: SandboxMessage,
  action: Json,
): Promise<PressResult> {
  const eventId = world.chance.hex(32)
  const payload = callbackPayload(world, person, message, action, eventId)
  waiting.set(message, (waiting.get(message) ?? 0) + 1)
  message.state = 'clicked'
  world.touch()
  const { delivery, posted } = await courier.callback(payload, eventId, message.messageId)
  const left = (waiting.get(message) ?? 1) - 1
  waiting.set(message, left)
  if (left === 0 && message.state === 'clicked') message.state = 'sent'
  const outcome = outcomeOf(world, message, posted)
  if (outcome.card) {
    message.card = outcome.card
    message.content = JSON.stringify(outcome.card)
    message.updateTime = world.clock.now()
  }
  const result = { ...shown(message, outcome), delivery }
  world.touch()
  return result
}

function shown(message: SandboxMessage, outcome: Outcome): Outcome {
  if (outcome.clientError) message.error = outcome.clientError
  else delete message.error
  return outcome
}

function stop(text: string): PressResult {
  return { clientError: { code: 0, text } }
}

function buttonNamed(nodes: CardNode[], wanted: string): CardNode {
  const buttons = nodes.filter((node) => node.tag === 'button')
  const named = buttons.filter((node) => wordsOf(node.json.text) === wanted)
  const found = named.length > 0 ? named : buttons.filter((node) => node.json.name === wanted)
  const usable = found.find((node) => node.json.disabled !== true) ?? found[0]
  if (usable) return usable
  const shown = buttons.map((node) => wordsOf(node.json.text)).join('、') || 'none'
  throw new Error(`the card has no button ${wanted}; its buttons: ${shown}`)
}

type Action = { json: Json } | { stopped: string } | { opened: string }

function actionOf(world: World, node: CardNode, nodes: CardNode[], typed: Typed): Action {
  const behaviors = listOf(node.json.behaviors).filter(isObject)
  const callback = behaviors.find((one) => one.type === 'callback')
  const link = behaviors.find((one) => one.type === 'open_url')
  const value = callback?.value ?? node.json.value
  const form = formAround(node)
  const name = typeof node.json.name === 'string' && node.json.name !== '' ? { name: node.json.name } : {}
  const action: Json = { tag: 'button', timezone: 'Asia/Shanghai', ...name }
  if (node.json.form_action_type === 'submit' && form) {
    const outcome = fillForm(world, world.chance, readForm(form, nodes), typed)
    if ('stopped' in outcome) return outcome
    // A submit often reaches the bot without the button's value.
    const withValue = value !== undefined && world.chance.happens(0.5)
    return { json: { ...action, ...(withValue ? { value } : {}), form_value: outcome.values } }
  }
  if (Object.keys(typed).length > 0) throw new Error(`${wordsOf(node.json.text)} submits no form`)
  if (node.json.form_action_type === 'reset') return { stopped: '表单已重置' }
  if (value === undefined) {
    const url = link?.default_url ?? node.json.url
    return typeof url === 'string' && url !== '' ? { opened: url } : { stopped: '按钮没有动作' }
  }
  return { json: { ...action, value } }
}

function callbackPayload(
  world: World,
  person: string,
  message: SandboxMessage,
  action: Json,
  eventId: string,
): Json {
  const now = world.clock.now()
  // Documented in microseconds, recorded in milliseconds.
  const createTime = world.chance.happens(0.5) ? `${now}` : `${now}000`
  return {
    schema: '2.0',
    header: eventHeader(world, eventId, 'card.action.trigger', createTime),
    event: {
      operator: {
        tenant_key: world.tenantKey,
        open_id: person,
        union_id: world.people.get(person)?.unionId ?? '',
      },
      token: `c-${world.chance.hex(40)}`,
      action,
      host: 'im_message',
      context: { open_message_id: message.messageId, open_chat_id: message.chatId },
    },
  }
}
