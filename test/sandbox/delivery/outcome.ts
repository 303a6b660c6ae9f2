import { checkCard } from '../cards/gate.ts'
import { isObject } from '../cards/walk.ts'
import { ApiRefusal } from '../platform/refuse.ts'
import type { Json, SandboxMessage, World } from '../world.ts'
import type { Posted } from './wire.ts'

export type Toast = { type: string; content: string }
export type ClientError = { code: number; text: string }
export type Outcome = { toast?: Toast; card?: Json; clientError?: ClientError }

const words: Record<number, string> = {
  200340: '应用未配置或未发布卡片回调',
  200341: '应用未在3秒内响应',
  200342: '无法连接应用',
  200671: '应用返回了非200的状态码',
  200672: '应用返回的内容格式有误',
  200673: '应用返回的卡片有误',
  200830: '不能由2.0卡片更新为1.0卡片',
}

export function clientError(code: number): ClientError {
  return { code, text: words[code] ?? '操作失败' }
}

const toastTypes = ['info', 'success', 'error', 'warning']

/** What the bot's answer to a press makes the client show. A good card is not stored here. */
export function outcomeOf(world: World, message: SandboxMessage, posted: Posted): Outcome {
  if ('failed' in posted) return failed(posted.failed === 'timeout' ? 200341 : 200342)
  if (posted.status !== 200) return failed(200671)
  const answer = parsed(posted.body)
  if (!answer || Object.keys(answer).some((key) => key !== 'toast' && key !== 'card')) return failed(200672)
  const toast = answer.toast === undefined ? undefined : toastOf(answer.toast)
  if (toast === null) return failed(200672)
  const outcome: Outcome = toast ? { toast } : {}
  if (answer.card === undefined) return outcome
  const { card } = answer
  if (!isObject(card) || Object.keys(card).some((key) => key !== 'type' && key !== 'data'))
    return failed(200672)
  if ((card.type !== 'raw' && card.type !== 'template') || !isObject(card.data)) return failed(200672)
  return withCard(
    world,
    message,
    card.type === 'raw' ? card.data : { type: 'template', data: card.data },
    outcome,
  )
}

function withCard(world: World, message: SandboxMessage, card: Json, outcome: Outcome): Outcome {
  if (message.card?.schema === '2.0' && card.schema !== '2.0' && card.type !== 'template')
    return failed(200830)
  try {
    checkCard(world, card, Buffer.byteLength(JSON.stringify(card)))
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error
    world.refusals.push({
      at: world.clock.now(),
      method: 'ANSWER',
      path: 'card.action.trigger',
      code: error.code,
      rule: error.rule,
      msg: error.message,
      messageId: message.messageId,
    })
    return failed(200673)
  }
  return { ...outcome, card }
}

function failed(code: number): Outcome {
  return { clientError: clientError(code) }
}

function parsed(body: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(body)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function toastOf(value: unknown): Toast | null {
  if (!isObject(value) || typeof value.content !== 'string') return null
  if (Object.keys(value).some((key) => !['type', 'content', 'i18n'].includes(key))) return null
  const type = value.type ?? 'info'
  return typeof type === 'string' && toastTypes.includes(type) ? { type, content: value.content } : null
}
