import { setTimeout as delay } from 'node:timers/promises'
import type { Address } from '../../src/domain/effects.ts'
import type { Outbox } from '../../src/ports.ts'

/**
 * Feishu's limits, kept with a margin because other bots share a group's five a second
 * (im/message/create, im/message/patch). They run on the wall clock whatever the bot's own clock says.
 */
const perChat = { per: 1_000, max: 3 }
const perMessage = { per: 1_000, max: 4 }
const perSecond = { per: 1_000, max: 45 }
const perMinute = { per: 60_000, max: 900 }

type Budget = { readonly key: string; readonly per: number; readonly max: number }

const app: readonly Budget[] = [
  { key: 'app/s', ...perSecond },
  { key: 'app/min', ...perMinute },
]

export function budgetsOfPost(to: Address): readonly Budget[] {
  return [{ key: 'chat' in to ? `to/${to.chat}` : `to/${to.person}`, ...perChat }, ...app]
}

export function budgetsOfPatch(messageId: string): readonly Budget[] {
  return [{ key: `patch/${messageId}`, ...perMessage }, ...app]
}

/** Waits for its turn in every budget, then takes it. */
export async function takeTurn(
  outbox: Outbox,
  budgets: readonly Budget[],
  wall: () => number,
): Promise<void> {
  for (;;) {
    const now = wall()
    const { waitUntil } = await outbox.pace([...budgets], now)
    if (waitUntil === null) return
    await delay(Math.max(5, waitUntil - now))
  }
}
