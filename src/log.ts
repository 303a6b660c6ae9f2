import pino from 'pino'
import type { Log } from './ports.ts'

/** Errors are logged by kind, code and message; whole objects of a client may hold tokens and bodies. */
function plainError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) }
  const code = 'code' in error ? error.code : undefined
  return {
    name: error.name,
    message: error.message,
    ...(code === undefined ? {} : { code }),
    stack: error.stack,
    ...(error.cause === undefined ? {} : { cause: plainError(error.cause) }),
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
