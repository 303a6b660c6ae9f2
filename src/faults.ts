import { randomBytes } from 'node:crypto'

/**
 * Trouble that is nobody's "no": thrown, with a code, its cause, and a reference the person can read out to the office
 * and an operator can find in the log.
 */
export class Fault extends Error {
  override readonly name = 'Fault'
  readonly code: string
  readonly reference: string

  constructor(code: string, message: string, options: { cause?: unknown; reference?: string } = {}) {
    super(message, { cause: options.cause })
    this.code = code
    this.reference = options.reference ?? newReference()
  }
}

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** Eight letters and digits that survive a telephone call: no I, O, 0, 1. */
export function newReference(): string {
  return [...randomBytes(8)].map((byte) => LETTERS[byte % LETTERS.length]).join('')
}

export function faultOf(error: unknown): Fault {
  return error instanceof Fault ? error : new Fault('unexpected', 'unexpected error', { cause: error })
}
