import type { Json, World } from '../world.ts'
import { type Posted, post, sealed, signatureHeaders } from './wire.ts'

export type Attempt = { at: number; ms: number; status?: number; failed?: string }

/**
 * What was sent to the bot and how it went. `unseen`: the bot has no right to see the message.
 * An event that failed is `waiting` for its next attempt on the city's clock, and `given_up` after the last.
 */
export type Delivery = {
  kind: 'event' | 'callback'
  eventId: string
  messageId: string
  at: number
  attempts: Attempt[]
  state: 'sending' | 'delivered' | 'waiting' | 'given_up' | 'unseen'
  payload: Json
}

const answerLimitMs = 3000
const retryAfterMs = [15_000, 300_000, 3_600_000, 21_600_000]

/** Brings events and callbacks to the bot's webhook. */
export type Courier = {
  readonly deliveries: Delivery[]
  connect(url: string): void
  connected(): boolean
  /** The connected address; throws while there is none. */
  address(): string
  /** Resolves after the first attempt; later attempts follow on the city's clock. */
  event(payload: Json, eventId: string, messageId: string): Promise<Delivery>
  /** One attempt, never repeated. */
  callback(payload: Json, eventId: string, messageId: string): Promise<{ delivery: Delivery; posted: Posted }>
  unseen(messageId: string): Delivery
}

export function createCourier(world: World): Courier {
  const deliveries: Delivery[] = []
  let webhook: string | undefined

  const record = (kind: Delivery['kind'], payload: Json, eventId: string, messageId: string): Delivery => {
    const delivery: Delivery = {
      kind,
      eventId,
      messageId,
      at: world.clock.now(),
      attempts: [],
      state: 'sending',
      payload,
    }
    deliveries.push(delivery)
    return delivery
  }

  const attempt = async (delivery: Delivery): Promise<Posted> => {
    const started = performance.now()
    const at = world.clock.now()
    const posted = webhook
      ? await send(world, webhook, delivery.payload)
      : ({ failed: 'connection', reason: 'no webhook is connected' } as const)
    const ms = Math.round(performance.now() - started)
    delivery.attempts.push(
      'status' in posted ? { at, ms, status: posted.status } : { at, ms, failed: posted.reason },
    )
    return posted
  }

  const tryEvent = async (delivery: Delivery): Promise<Delivery> => {
    const posted = await attempt(delivery)
    if ('status' in posted && posted.status === 200) delivery.state = 'delivered'
    else {
      const wait = retryAfterMs[delivery.attempts.length - 1]
      delivery.state = wait === undefined ? 'given_up' : 'waiting'
      if (wait !== undefined) {
        world.clock.at(world.clock.now() + wait, async () => {
          await tryEvent(delivery)
        })
      }
    }
    world.touch()
    return delivery
  }

  return {
    deliveries,
    connect(url) {
      webhook = url
    },
    connected: () => webhook !== undefined,
    address() {
      if (!webhook) throw new Error('no webhook is connected')
      return webhook
    },
    event: (payload, eventId, messageId) => tryEvent(record('event', payload, eventId, messageId)),
    async callback(payload, eventId, messageId) {
      const delivery = record('callback', payload, eventId, messageId)
      const posted = await attempt(delivery)
      delivery.state = 'status' in posted && posted.status === 200 ? 'delivered' : 'given_up'
      return { delivery, posted }
    },
    unseen(messageId) {
      const delivery = record('event', {}, '', messageId)
      delivery.state = 'unseen'
      return delivery
    },
  }
}

function send(world: World, url: string, payload: Json): Promise<Posted> {
  const raw = sealed(payload, world.app, world.chance)
  return post(url, raw, signatureHeaders(raw, world.app.encryptKey, world.clock.now()), answerLimitMs)
}
