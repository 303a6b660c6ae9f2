import type { App } from '../../src/app.ts'
import type { Chance } from '../sandbox/random.ts'
import type { FortnightPlan } from './fortnight.ts'
import { Died } from './mortal.ts'
import type { Office } from './office.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** The last wait between two tries, and what a dead process held comes free again after. */
const RETRIED_WITHIN = 11 * MINUTE
/** In an outage the city is looked at often enough to see what is not sent. */
const OUTAGE_STRIDE = 50 * MINUTE

/** The processes of a city that have troubles, and the platform they speak to. */
export interface Troubled {
  /** How long until the next look, where a trouble asks for it. */
  strideFrom(now: number): number | null
  /** Begins what goes wrong from this moment on, and ends what is over. */
  begin(): Promise<void>
  /** Every process looks at what is due; one that died is started again, and looks then. */
  tick(): Promise<void>
  /** People do something; a process that dies of it is started again, and they try no second time. */
  attempt(deed: () => Promise<unknown>): Promise<void>
  /** What is said is answered by the first process, and at once. */
  listens(): boolean
  /** Nothing is out of order, and nothing was just now. */
  calm(): boolean
  end(): Promise<void>
  readonly unreachable: readonly (readonly [from: number, to: number])[]
  deaths(): number
}

export function troubled(
  office: Office,
  { troubles }: FortnightPlan,
  chance: Chance,
  looks: number[],
): Troubled {
  const unreachable: (readonly [number, number])[] = []
  const began = office.clock.now()
  const now = () => office.clock.now()
  const dayOf = (at: number) => (at - began) / DAY
  let second: App | null = null
  let jumped = false
  let downUntil = 0
  let deaths = 0
  let turn = 0
  let listener = office.app.url

  /** It comes back within seconds, as a supervisor of processes sees to. */
  const revive = async () => {
    deaths++
    unreachable.push([now(), now() + RETRIED_WITHIN])
    await office.restart()
    await office.clock.wind(10 * SECOND)
    looks.push(now())
  }
  const tick = async () => {
    await Promise.all([office.settle().catch(onlyIfAlive), second?.tick()])
    if (!office.life.over()) return
    await revive()
    await Promise.all([office.settle(), second?.tick()])
  }
  const onlyIfAlive = (error: unknown) => {
    if (!office.life.over()) throw error
  }
  const listens = () => now() >= downUntil && listener === office.app.url
  return {
    unreachable,
    deaths: () => deaths,
    listens,
    strideFrom: (at) => {
      if (troubles && !jumped && dayOf(at) >= troubles.jump) {
        jumped = true
        return 3 * DAY
      }
      return at < downUntil ? OUTAGE_STRIDE : null
    },
    begin: async () => {
      if (!troubles) return
      const today = dayOf(now())
      const [from, to] = troubles.second
      if (!second && today >= from && today < to) second = await troubles.open()
      if (second && today >= to) {
        await second.close()
        second = null
      }
      const [first = '', ...others] = [office.app, ...(second ? [second] : [])].map(({ url }) => url)
      listener = [first, ...others][turn++ % (1 + others.length)] ?? first
      office.sandbox.connect(`${listener}/feishu/webhook`)
      if (downUntil === 0 && today >= troubles.outage) {
        downUntil = now() + 6 * HOUR
        office.sandbox.faults.down(downUntil)
        unreachable.push([now(), downUntil + RETRIED_WITHIN])
      }
      const dies = Number.parseInt(chance.hex(4), 16) / 0x1_0000 < troubles.death
      if (dies) office.life.endAt(1 + Number.parseInt(chance.hex(2), 16), chance.hex(1) < '8')
    },
    tick,
    attempt: async (deed) => {
      try {
        await deed()
      } catch (error) {
        if (!(error instanceof Died) && !office.life.over()) throw error
      }
      if (office.life.over()) await tick()
    },
    calm: () => !unreachable.some(([from, to]) => from <= now() && now() <= to),
    end: async () => {
      await second?.close()
      second = null
    },
  }
}
