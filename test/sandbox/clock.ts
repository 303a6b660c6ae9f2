type Listener = (now: number) => void | Promise<void>
type Timer = { readonly instant: number; readonly order: number; readonly fire: () => void | Promise<void> }

/** The time of the sandbox city, in milliseconds since 1970. Winding never goes back. */
export type SandboxClock = {
  now(): number
  /** Moves the clock forward by `ms`, firing and awaiting every virtual timer on the way, in order. */
  wind(ms: number): Promise<void>
  /** Moves the clock forward to `instant`; an instant already past moves nothing. */
  windTo(instant: number): Promise<void>
  /** Called after each stride of a wind, and at its end, with the new time. Returns the unsubscribing function. */
  onWind(fn: Listener): () => void
  /** Calls `fn` when real time or a wind reaches `instant`. Returns the cancelling function. */
  at(instant: number, fn: () => void | Promise<void>): () => void
  /** Drops all timers and listeners, so that the process can end. */
  close(): void
}

// setTimeout silently fires at once beyond 2^31 ms.
const longestSleep = 2_000_000_000

export type ClockOptions = {
  /** The longest piece, in ms, a wind moves before its listeners are called; without it a wind is one leap. */
  stride?: number
}

/** A clock that runs with the machine's, plus whatever it was wound. */
export function runningClock(start = Date.now(), o: ClockOptions = {}): SandboxClock {
  let offset = start - Date.now()
  return clockOver({
    now: () => Date.now() + offset,
    set: (instant) => {
      offset = Math.max(offset, instant - Date.now())
    },
    runs: true,
    stride: o.stride ?? Number.POSITIVE_INFINITY,
  })
}

/** A clock that stands still unless wound: for tests. */
export function frozenClock(start: number, o: ClockOptions = {}): SandboxClock {
  let current = start
  return clockOver({
    now: () => current,
    set: (instant) => {
      current = Math.max(current, instant)
    },
    runs: false,
    stride: o.stride ?? Number.POSITIVE_INFINITY,
  })
}

type Hand = { now(): number; set(instant: number): void; runs: boolean; stride: number }

function clockOver(hand: Hand): SandboxClock {
  const timers = new Set<Timer>()
  const listeners = new Set<Listener>()
  let order = 0
  let winding: Promise<void> = Promise.resolve()
  let alarm: NodeJS.Timeout | undefined

  const earliest = (until: number): Timer | undefined => {
    let first: Timer | undefined
    for (const timer of timers) {
      if (timer.instant > until) continue
      if (
        !first ||
        timer.instant < first.instant ||
        (timer.instant === first.instant && timer.order < first.order)
      ) {
        first = timer
      }
    }
    return first
  }

  const fireUntil = async (target: number): Promise<void> => {
    for (let timer = earliest(target); timer; timer = earliest(target)) {
      timers.delete(timer)
      hand.set(timer.instant)
      await timer.fire()
    }
  }

  const setAlarm = (): void => {
    if (!hand.runs) return
    clearTimeout(alarm)
    const next = earliest(Number.POSITIVE_INFINITY)
    if (!next) return
    const sleep = Math.min(Math.max(next.instant - hand.now(), 0), longestSleep)
    alarm = setTimeout(() => void enqueue(() => fireUntil(hand.now())), sleep)
    alarm.unref()
  }

  const enqueue = (work: () => Promise<void>): Promise<void> => {
    const done = winding.then(work).finally(setAlarm)
    winding = done.catch(() => undefined)
    return done
  }

  const windTo = (target: () => number): Promise<void> =>
    enqueue(async () => {
      const instant = target()
      let reached = hand.now()
      do {
        reached = Math.min(reached + hand.stride, Math.max(instant, reached))
        await fireUntil(reached)
        hand.set(reached)
        for (const listener of [...listeners]) await listener(hand.now())
      } while (reached < instant)
    })

  return {
    now: hand.now,
    wind: (ms) => windTo(() => hand.now() + ms),
    windTo: (instant) => windTo(() => instant),
    onWind(fn) {
      listeners.add(fn)
      return () => listeners.delete(fn)
    },
    at(instant, fn) {
      const timer: Timer = { instant, order: order++, fire: fn }
      timers.add(timer)
      setAlarm()
      return () => {
        timers.delete(timer)
      }
    },
    close() {
      clearTimeout(alarm)
      timers.clear()
      listeners.clear()
    },
  }
}
