import { createHash } from 'node:crypto'

/** A repeatable source of chance: the same seed gives the same day. */
export type Chance = {
  /** True with the given probability, 0 to 1. */
  happens(probability: number): boolean
  /** A lower-case hexadecimal string of the given length. */
  hex(length: number): string
}

/** A generator of 32-bit state (mulberry32), seeded. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    happens: (probability) => next() < probability,
    hex: (length) => Array.from({ length }, () => Math.floor(next() * 16).toString(16)).join(''),
  }
}

/** A platform id that is always the same for the same subject: `oc_…`, `ou_…`, `on_…`. */
export function stableId(prefix: string, subject: string): string {
  return `${prefix}_${createHash('sha256').update(`${prefix}:${subject}`).digest('hex').slice(0, 32)}`
}
