import type { Log } from '../src/ports.ts'
import type { InboundMessage, InboundPress, Received } from './feishu/inbound.ts'
import type { Reply } from './feishu/webhook.ts'
import type { Metrics } from './metrics.ts'

export interface ReceiveDeps {
  readonly press: (press: InboundPress) => Promise<Reply>
  readonly message: (message: InboundMessage) => Promise<void>
  readonly metrics: Metrics
  readonly log: Log
}

/** Everything Feishu delivers comes through here, whatever door it came by. */
export function createReceive({
  press,
  message,
  metrics,
  log,
}: ReceiveDeps): (inbound: Received) => Promise<Reply> {
  const timed = async <T>(kind: string, work: () => Promise<T>): Promise<T> => {
    const stop = metrics.answered.startTimer({ kind })
    try {
      const result = await work()
      metrics.outcomes.inc({ kind, outcome: 'answered' })
      return result
    } catch (error) {
      metrics.outcomes.inc({ kind, outcome: 'failed' })
      throw error
    } finally {
      stop()
    }
  }
  return async (inbound) => {
    switch (inbound.kind) {
      case 'press':
        return timed('press', () => press(inbound))
      case 'message':
        await timed('message', () => message(inbound))
        return {}
      case 'bot_added':
      case 'bot_removed':
      case 'chat_disbanded':
      case 'member_left':
        log.info({ kind: inbound.kind, chatId: inbound.chatId }, 'a group changed')
        return {}
    }
  }
}
