import { slipIn } from './domain/dossier.ts'
import { dueRungs } from './domain/ladder.ts'
import type { Execute, Wish } from './execute.ts'
import type { Clock, Database, Log } from './ports.ts'

/** How many slips one tick takes at a time; the rest follow in the same tick. */
const BATCH = 100

/** Ticks closer together than this belong to one another, so that of several processes one sweeps. */
const TICK = 1_000

export interface SweepDeps {
  readonly db: Database
  readonly clock: Clock
  readonly execute: Execute
  readonly log: Log
}

/** Time passed. Asks of every slip whose appointment has come what is due, so a missed night is simply caught up. */
export function createSweep({ db, clock, execute, log }: SweepDeps): () => Promise<number> {
  return async () => {
    const now = clock.now()
    if (!(await db.sweeping.claimTick('sweep', now, TICK))) return 0
    let climbed = 0
    const failed = new Set<string>()
    for (;;) {
      const due = (await db.sweeping.slipsToLookAt(now, BATCH + failed.size)).filter((id) => !failed.has(id))
      if (due.length === 0) return climbed
      for (const slipId of due) {
        try {
          const outcome = await execute({ keys: [], who: 'system', wish: climb(slipId) })
          if (outcome.kind === 'done') climbed++
        } catch (error) {
          // One slip in trouble must not keep the others from their reminders; the next tick tries it again.
          failed.add(slipId)
          log.error({ slipId, error }, 'sweep failed on a slip')
        }
      }
    }
  }
}

function climb(slipId: string): Wish {
  return {
    type: 'climb_rungs',
    on: { slipId },
    make: (dossier, { calendar, now }) => {
      const slip = dossier && slipIn(dossier, slipId)
      return { type: 'climb_rungs', slipId, rungs: slip ? dueRungs(slip, calendar, now) : [] }
    },
  }
}
