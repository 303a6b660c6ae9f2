import { customType } from 'drizzle-orm/pg-core'
import type { Instant } from '../../src/domain/time.ts'

/** An `Instant` of the core (milliseconds) kept as timestamptz, so that an operator reads a time of day in psql. */
export const instant = customType<{ data: Instant; driverData: string }>({
  dataType: () => 'timestamp (3) with time zone',
  toDriver: (at) => new Date(at).toISOString(),
  fromDriver: (text) => new Date(text).getTime(),
})

/** Raw bytes, as they came. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })

const builder = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: (value) => JSON.stringify(value, storable),
  fromDriver: (value) => (typeof value === 'string' ? JSON.parse(value) : value),
})

/** A value of the core kept whole as jsonb. */
export function document<T>(name: string) {
  return builder(name).$type<T>()
}

/**
 * jsonb refuses NUL and lone surrogates, which pasted text may contain; a slip must not fail for a character
 * that nobody can read.
 */
function storable(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll(/\0|\p{Surrogate}/gu, '\uFFFD') : value
}
