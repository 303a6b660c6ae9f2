import type { Instant } from '../src/domain/time.ts'

/** Units taken, counted per slot of time: start of the slot, and how many. */
export type Slots = readonly (readonly [start: Instant, used: number])[]

export interface Budget {
  readonly key: string
  /** Length of the sliding window in milliseconds. */
  readonly per: number
  /** Units within any window of that length. */
  readonly max: number
}

export type Taken = { readonly slots: Slots } | { readonly waitUntil: Instant }

/** A window is counted in so many slots: the limit is never passed, and at most this share of it is lost. */
const SLOTS_PER_WINDOW = 20

/**
 * One unit from a sliding window, or when to ask again. A slot counts as long as any part of it may lie in the window:
 * a fixed window would allow twice the limit across its edge, which the platform answers with a refusal.
 */
export function takeUnit(slots: Slots, { per, max }: Budget, now: Instant): Taken {
  const width = Math.max(1, Math.ceil(per / SLOTS_PER_WINDOW))
  const leaves = (start: Instant) => start + width + per
  // Other processes' clocks may be a little ahead; further ahead is a clock that was set back, and means nothing.
  const live = slots.filter(([start]) => leaves(start) > now && start <= now + per)
  const used = live.reduce((sum, [, count]) => sum + count, 0)
  if (used < max) return { slots: withUnit(live, Math.floor(now / width) * width) }
  let over = used - max + 1
  for (const [start, count] of live) {
    over -= count
    if (over <= 0) return { waitUntil: leaves(start) }
  }
  return { waitUntil: now + per }
}

function withUnit(slots: Slots, start: Instant): Slots {
  const rest = slots.filter(([other]) => other !== start)
  const before = slots.find(([other]) => other === start)?.[1] ?? 0
  return [...rest, [start, before + 1] as const].sort((a, b) => a[0] - b[0])
}

/** When nothing of these slots counts any more. */
export function idleAt(slots: Slots, { per }: Budget): Instant {
  const last = slots.at(-1)?.[0] ?? 0
  return last + 2 * per
}
