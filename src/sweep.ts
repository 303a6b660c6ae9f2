import { movedLimits } from './domain/decide-rederive.ts'
import { slipIn } from './domain/dossier.ts'
import { dueMatterRungs } from './domain/duties.ts'
import { dueRungs } from './domain/ladder.ts'
import type { Execute, Wish } from './execute.ts'
import type { Clock, Database, Log } from './ports.ts'

/** How many slips or matters one tick takes at a time; the rest follow in the same tick. */
const BATCH = 100

/** Ticks closer together than this belong to one another, so that of several processes one sweeps. */
const TICK = 1_000

export interface SweepDeps {
  readonly db: Database
  readonly clock: Clock
  readonly execute: Execute
  readonly log: Log
}

/**
 * Time passed. Asks of every slip and every matter whose appointment has come what is due, so a missed night is simply
 * caught up.
 */
export function createSweep({ db, clock, execute, log }: SweepDeps): () => Promise<number> {
  /** One slip or matter in trouble must not keep the others from theirs; the next tick tries it again. */
  const does = async (id: string, wish: Wish): Promise<boolean | null> => {
    try {
      return (await execute({ keys: [], who: 'system', wish })).kind === 'done'
    } catch (error) {
      log.error({ id, act: wish.type, error }, 'sweep failed on a slip or matter')
      return null
    }
  }

  /** After a holiday notice every open slip is reckoned anew, once; killed on the way it begins again, and finds less. */
  const reckonAnew = async (notice: string) => {
    let whole = true
    for (let after = ''; ; ) {
      const page = await db.sweeping.openSlips(after, BATCH)
      if (page.length === 0) break
      for (const slipId of page) if ((await does(slipId, rederive(slipId))) === null) whole = false
      after = page.at(-1) ?? after
    }
    if (whole) await db.sweeping.settleNotice(notice, clock.now())
  }

  /** Takes all appointments of one kind that have come, a batch at a time. */
  const climbAll = async (
    dueOf: (limit: number) => Promise<readonly string[]>,
    wishOf: (id: string) => Wish,
  ): Promise<number> => {
    let climbed = 0
    const failed = new Set<string>()
    for (;;) {
      const due = (await dueOf(BATCH + failed.size)).filter((id) => !failed.has(id))
      if (due.length === 0) return climbed
      for (const id of due) {
        const done = await does(id, wishOf(id))
        if (done === null) failed.add(id)
        else if (done) climbed++
      }
    }
  }

  return async () => {
    const now = clock.now()
    if (!(await db.sweeping.claimTick('sweep', now, TICK))) return 0
    const notice = await db.sweeping.unsettledNotice()
    if (notice !== null) await reckonAnew(notice)
    const slips = await climbAll((limit) => db.sweeping.slipsToLookAt(now, limit), climb)
    const matters = await climbAll((limit) => db.sweeping.mattersToLookAt(now, limit), climbMatter)
    return slips + matters
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

function rederive(slipId: string): Wish {
  return {
    type: 'rederive_limits',
    on: { slipId },
    make: (dossier, { calendar, now }) => {
      const slip = dossier && slipIn(dossier, slipId)
      return { type: 'rederive_limits', slipId, moved: slip ? movedLimits(slip, calendar, now) : [] }
    },
  }
}

function climbMatter(matterId: string): Wish {
  return {
    type: 'climb_matter_rungs',
    on: { matterId },
    make: (dossier, { now }) => ({
      type: 'climb_matter_rungs',
      matterId,
      rungs: dossier ? dueMatterRungs(dossier.matter, now) : [],
    }),
  }
}
