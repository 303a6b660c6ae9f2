import pino from 'pino'
import type { Log } from './ports.ts'

/**
 * Errors are logged by kind, code and place in our code. Their messages are not: a failed query quotes what people wrote,
 * a failed call the token it was made with.
 */
function plainError(error: unknown): object {
  if (!(error instanceof Error)) return { kind: typeof error }
  const { name, stack, cause } = error
  const facts = Object.fromEntries(
    ['code', 'reference', 'logId', 'call'].flatMap((key) => {
      const value = Reflect.get(error, key)
      return typeof value === 'string' || typeof value === 'number' ? [[key, value]] : []
    }),
  )
  const frames = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    name,
    ...facts,
    at: frames.slice(0, 8).map((line) => line.trim()),
    ...(cause === undefined ? {} : { cause: plainError(cause) }),
  }
}

/** One line of JSON per entry on standard output. */
export function createLog(level: 'debug' | 'info' | 'warn' | 'error' | 'silent'): Log {
  const out = pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { error: plainError },
  })
  return {
    debug: (facts, message) => out.debug(facts, message),
    info: (facts, message) => out.info(facts, message),
    warn: (facts, message) => out.warn(facts, message),
    error: (facts, message) => out.error(facts, message),
  }
}
