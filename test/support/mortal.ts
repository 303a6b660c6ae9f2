import type { Database } from '../../src/ports.ts'

/** The life of one process, as its database sees it. */
export interface Life {
  /** It ends with the `n`th call from now, which is carried out or not; nothing of it reaches the database afterwards. */
  endAt(n: number, carriedOut: boolean): void
  over(): boolean
}

export class Died extends Error {}

/** The database of one process that may die between any two of its calls. */
export function mortal(database: Database): { readonly database: Database; readonly life: Life } {
  let left = Number.POSITIVE_INFINITY
  let carriedOut = false
  let over = false
  const call = async (work: () => Promise<unknown>): Promise<unknown> => {
    if (over) throw new Died('the process is dead')
    left--
    if (left > 0) return work()
    over = true
    if (carriedOut) await work()
    throw new Died('the process died')
  }
  const life: Life = {
    endAt: (n, done) => {
      left = n
      carriedOut = done
    },
    over: () => over,
  }
  return { database: throughAll(database, call), life }
}

type Call = (work: () => Promise<unknown>) => Promise<unknown>

/** Every asynchronous method of every part of it goes through `call`. */
function throughAll<T extends object>(part: T, call: Call): T {
  return new Proxy(part, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key)
      if (typeof value === 'function') {
        return (...given: readonly unknown[]) => call(async () => Reflect.apply(value, target, given))
      }
      return typeof value === 'object' && value !== null ? throughAll(value, call) : value
    },
  })
}
