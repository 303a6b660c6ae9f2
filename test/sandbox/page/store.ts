import { type State, sandbox } from './api.ts'
import { instant } from './beijing.ts'

/** What the page knows of the sandbox: one state per seat that is on show, kept fresh by the change stream. */
export type Store = {
  of(seat: string): State | undefined
  /** Any state at hand, for what is the same from every chair: people, clock, logs. */
  any(): State | undefined
  /** The city's time now, in milliseconds. */
  now(): number
  /** Whose states are wanted from now on. */
  watch(seats: readonly string[]): Promise<void>
  refresh(): Promise<void>
}

/** Opens the store. `changed` runs after every refresh; `trouble` says that the sandbox cannot be reached, or again can. */
export function openStore(o: { changed(): void; trouble(words: string | undefined): void }): Store {
  const states = new Map<string, State>()
  let watched: readonly string[] = []
  let latest: State | undefined
  let heard = { city: 0, real: 0, running: true }
  let running: Promise<void> | undefined
  let again = false

  function keep(seat: string, state: State): void {
    states.set(seat, state)
    latest = state
    const real = performance.now()
    const city = instant(state.now)
    const passed = real - heard.real
    // A frozen clock stands still between two looks; ticking on would show a time that never was.
    const ticks = passed < 1500 ? heard.running : city - heard.city >= passed / 2
    heard = { city, real, running: heard.city === 0 || ticks }
  }

  async function load(): Promise<void> {
    const seats: (string | undefined)[] = watched.length > 0 ? [...new Set(watched)] : [undefined]
    const loaded = await Promise.all(seats.map((seat) => sandbox.state(seat)))
    for (const [n, state] of loaded.entries()) keep(seats[n] ?? state.seat, state)
    o.trouble(undefined)
    o.changed()
  }

  async function loop(): Promise<void> {
    do {
      again = false
      try {
        await load()
      } catch (error) {
        o.trouble(`与演练平台的连接断了：${error instanceof Error ? error.message : String(error)}`)
      }
    } while (again)
  }

  function refresh(): Promise<void> {
    again = running !== undefined
    running ??= loop().finally(() => {
      running = undefined
    })
    return running
  }

  const stream = new EventSource('/sandbox/stream')
  let lost = false
  stream.addEventListener('change', () => void refresh())
  stream.addEventListener('open', () => {
    if (lost) void refresh()
    lost = false
  })
  stream.addEventListener('error', () => {
    lost = true
    o.trouble('与演练平台的连接断了，正在重新连接…')
  })

  return {
    of: (seat) => states.get(seat),
    any: () => latest,
    now: () => heard.city + (heard.running ? performance.now() - heard.real : 0),
    watch(seats) {
      watched = seats
      return refresh()
    },
    refresh,
  }
}
