import type { SandboxClock } from './clock.ts'
import type { Chance } from './random.ts'

/**
 * What can go wrong on a call.
 * `reset_before` breaks the connection and does nothing; `reset_after` applies the change, then breaks it;
 * `file_too_large` is 234037, `scope_missing` 99991672; `odd_ok` is an error code under HTTP 200; `token_revoked` answers 99991663 and kills every token.
 */
export const faultKinds = [
  'http500',
  'http502_html',
  'slow',
  'reset_before',
  'reset_after',
  'token_revoked',
  'chat_rate',
  'app_rate',
  'odd_ok',
  'file_too_large',
  'scope_missing',
] as const

export type FaultKind = (typeof faultKinds)[number]

export type FaultPlan = {
  kind: FaultKind
  /** How many matching calls still fail. */
  left: number
  /** 0 to 1: how likely a matching call fails; drawn from the sandbox's seed. */
  probability: number
  /** Only calls whose `METHOD /path` contains this text. */
  matching: string
  /** How long `slow` sleeps, in real milliseconds. */
  ms: number
}

/** The trouble that can be ordered for the platform. */
export type Faults = {
  /** The next `times` matching calls fail in that way. */
  next(kind: FaultKind, o?: { times?: number; matching?: string; ms?: number; probability?: number }): void
  /** Until that instant of the city clock every connection is broken. */
  down(until: number): void
  /** The bot is thrown out of the group, or let in again. */
  removeBot(chatId: string): void
  returnBot(chatId: string): void
  clear(): void
  list(): { plans: FaultPlan[]; downUntil?: number; botOutside: string[] }
}

/** What the platform asks on each call. */
export type FaultSource = Faults & { strike(call: string): FaultPlan | undefined; isDown(): boolean }

export function createFaults(o: {
  clock: SandboxClock
  chance: Chance
  setBot: (chatId: string, present: boolean) => void
  changed: () => void
}): FaultSource {
  let plans: FaultPlan[] = []
  let downUntil = 0
  const outside = new Set<string>()
  return {
    next(kind, options = {}) {
      plans.push({
        kind,
        left: options.times ?? 1,
        probability: options.probability ?? 1,
        matching: options.matching ?? '',
        ms: options.ms ?? 10_000,
      })
      o.changed()
    },
    down(until) {
      downUntil = until
      o.changed()
    },
    removeBot(chatId) {
      o.setBot(chatId, false)
      outside.add(chatId)
      o.changed()
    },
    returnBot(chatId) {
      o.setBot(chatId, true)
      outside.delete(chatId)
      o.changed()
    },
    clear() {
      plans = []
      downUntil = 0
      for (const chatId of outside) o.setBot(chatId, true)
      outside.clear()
      o.changed()
    },
    list: () => ({
      plans: plans.map((plan) => ({ ...plan })),
      ...(downUntil > o.clock.now() ? { downUntil } : {}),
      botOutside: [...outside],
    }),
    strike(call) {
      const plan = plans.find((one) => call.includes(one.matching))
      if (!plan || !o.chance.happens(plan.probability)) return undefined
      plan.left -= 1
      if (plan.left <= 0) plans = plans.filter((one) => one !== plan)
      return plan
    },
    isDown: () => downUntil > o.clock.now(),
  }
}
