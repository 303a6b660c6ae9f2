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

/** The clock on the wall: Feishu's limits run on it, whatever the city's clock says. */
export interface Wall {
  now(): number
  wait(ms: number): Promise<unknown>
}

export const machineWall: Wall = { now: () => Date.now(), wait: (ms) => delay(ms) }

/** Waits for its turn in every budget, then takes it. True when it had to wait. */
export async function takeTurn(outbox: Outbox, budgets: readonly Budget[], wall: Wall): Promise<boolean> {
  for (let waited = false; ; waited = true) {
    const now = wall.now()
    const { waitUntil } = await outbox.pace([...budgets], now)
    if (waitUntil === null) return waited
    await wall.wait(Math.max(5, waitUntil - now))
  }
}
