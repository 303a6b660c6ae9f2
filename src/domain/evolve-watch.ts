import { actOf } from './act.ts'
import type { MatterFact, WatchEvent } from './event.ts'
import type { Matter } from './matter.ts'
import { unfiled, type Watch } from './watch.ts'

/** The matter after one more fact about its 预警. */
export function evolveWatch(matter: Matter, event: MatterFact & WatchEvent, rev: number): Matter {
  const act = actOf(event)
  const watch = matter.watch ?? unfiled
  const changed = (change: Partial<Watch>): Matter => ({ ...matter, rev, watch: { ...watch, ...change } })
  switch (event.type) {
    case 'watch_filed': {
      const { about, accepted } = event
      const { subject, risks } = about
      return {
        ...changed({ about, filed: act, accepted: accepted ? act : null, since: rev }),
        // What 转交办 puts into the issue form.
        seed: { ...matter.seed, title: subject, summary: risks },
      }
    }
    case 'watch_accepted':
      return changed({ accepted: act, since: rev })
    case 'watch_extended': {
      const { until, reason } = event
      return changed({
        about: watch.about && { ...watch.about, until },
        since: rev,
        extensions: [...watch.extensions, { ...act, until, reason }],
      })
    }
    case 'watch_lifted':
      return { ...changed({ lifted: { ...act, reason: event.reason } }), status: 'closed', closed: act }
  }
}
