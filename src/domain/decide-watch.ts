import { officeOnly, proposerOnly, registeredOnly } from './authority.ts'
import type { MatterCommandOf } from './command.ts'
import { type Context, calm, type Decision, done, nameOf, refuse, type Stop } from './decision.ts'
import type { MatterFact } from './event.ts'
import type { Matter } from './matter.ts'
import type { Watch } from './watch.ts'

/** 预警: filed by the office, or proposed by a unit for a policy or project of its own and accepted by the office. */
export const watchGate = {
  file_watch: (matter: Matter, context: Context) =>
    registeredOnly(context) ??
    isWatch(matter) ??
    proposerOnly(matter, context) ??
    (matter.watch?.filed
      ? calm({ code: 'already_submitted', by: nameOf(matter.watch.filed.by), at: matter.watch.filed.at })
      : atRest(matter)),
  accept_watch: (matter: Matter, context: Context) => {
    const stop = officeOnly(matter.officeId, context) ?? running(matter)
    const accepted = matter.watch?.accepted
    return (
      stop ?? (accepted ? calm({ code: 'already_ruled', by: nameOf(accepted.by), at: accepted.at }) : null)
    )
  },
  extend_watch: (matter: Matter, context: Context) =>
    officeOnly(matter.officeId, context) ??
    running(matter) ??
    (matter.watch?.accepted ? null : refuse({ code: 'watch_not_accepted' })),
  lift_watch: (matter: Matter, context: Context) => officeOnly(matter.officeId, context) ?? running(matter),
}

export type WatchCommand = MatterCommandOf<keyof typeof watchGate>

function isWatch({ watch }: Matter): Stop | null {
  return watch ? null : refuse({ code: 'not_a_watch' })
}

/** Filed, and neither lifted nor turned into an assignment. */
function running(matter: Matter): Stop | null {
  const { watch } = matter
  if (!watch?.about) return refuse({ code: 'not_a_watch' })
  const { lifted } = watch
  if (lifted) return calm({ code: 'watch_lifted', by: nameOf(lifted.by), at: lifted.at })
  return atRest(matter)
}

/** Neither 不予受理 nor on its way to be assigned. */
function atRest({ status }: Matter): Stop | null {
  return status === 'registered' ? null : refuse({ code: 'watch_turned', status })
}

export function decideWatch(
  command: WatchCommand,
  matter: Matter,
  fact: MatterFact,
  context: Context,
): Decision {
  const { now } = context
  switch (command.type) {
    case 'file_watch':
      return command.about.until <= now
        ? refuse({ code: 'watch_not_in_future' })
        : done({
            ...fact,
            type: 'watch_filed',
            about: command.about,
            accepted: officeOnly(matter.officeId, context) === null,
          })
    case 'accept_watch':
      return done({ ...fact, type: 'watch_accepted' })
    case 'extend_watch':
      return command.until <= Math.max(now, endOf(matter.watch))
        ? refuse({ code: 'watch_not_later', until: endOf(matter.watch) })
        : done({ ...fact, type: 'watch_extended', until: command.until, reason: command.reason })
    case 'lift_watch':
      return done({ ...fact, type: 'watch_lifted', reason: command.reason })
  }
}

function endOf(watch: Watch | undefined): number {
  return watch?.about?.until ?? 0
}
