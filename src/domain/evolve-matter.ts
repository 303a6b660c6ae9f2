import { actOf } from './act.ts'
import type { MatterEvent } from './event.ts'
import { laterFields, type Matter } from './matter.ts'
import type { Monitoring } from './monitoring.ts'

/** The matter after one more fact. */
export function evolveMatter(matter: Matter | null, event: MatterEvent): Matter {
  if (event.type === 'registered') {
    const { id, officeId, ref, chatId, seed, drafting } = event
    return {
      id,
      officeId,
      ref,
      chatId,
      seed,
      rev: 1,
      status: drafting ? 'drafting' : 'registered',
      registered: actOf(event),
      draft: null,
      draftRev: 0,
      submitted: null,
      returned: [],
      approved: null,
      withdrawn: null,
      closed: null,
      ...laterFields,
    }
  }
  if (!matter) throw new Error(`matter event ${event.type} before registration`)
  const rev = matter.rev + 1
  switch (event.type) {
    case 'drafting_started':
      return { ...matter, rev, status: 'drafting', chatId: event.chatId }
    case 'submitted':
      return {
        ...matter,
        rev,
        status: 'awaiting_approval',
        draft: event.draft,
        draftRev: rev,
        submitted: actOf(event),
      }
    case 'draft_returned':
      return {
        ...matter,
        rev,
        status: 'drafting',
        returned: [...matter.returned, { ...actOf(event), reason: event.reason }],
      }
    case 'issued':
      return { ...matter, rev, status: 'issued', approved: actOf(event) }
    case 'matter_withdrawn':
      return { ...matter, rev, status: 'declined', withdrawn: { ...actOf(event), reason: event.reason } }
    case 'matter_closed':
      return { ...matter, rev, status: 'closed', closed: actOf(event) }
    case 'monitoring_started': {
      const { every, next } = event
      const monitoring = { started: actOf(event), every, entries: [], since: rev, next, ended: null }
      return { ...matter, rev, monitoring }
    }
    case 'monitoring_logged': {
      const { text, figures, next } = event
      const entry = { ...actOf(event), text, figures }
      return watched(matter, rev, ({ entries }) => ({ entries: [...entries, entry], since: rev, next }))
    }
    case 'monitoring_ended':
      return watched(matter, rev, () => ({ ended: actOf(event) }))
    case 'matter_rungs_climbed':
      return {
        ...matter,
        rev,
        rungs: { ...matter.rungs, ...Object.fromEntries(event.rungs.map(({ key }) => [key, event.at])) },
      }
  }
}

function watched(
  matter: Matter,
  rev: number,
  change: (monitoring: Monitoring) => Partial<Monitoring>,
): Matter {
  const { monitoring } = matter
  return { ...matter, rev, monitoring: monitoring && { ...monitoring, ...change(monitoring) } }
}
