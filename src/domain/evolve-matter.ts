import { actOf } from './act.ts'
import { withReplaced } from './circle.ts'
import type { FormalSlip } from './emergency.ts'
import type { MatterEvent } from './event.ts'
import { evolveConference } from './evolve-conference.ts'
import { evolveWatch } from './evolve-watch.ts'
import { laterFields, type Matter } from './matter.ts'
import type { Monitoring } from './monitoring.ts'
import { unfiled } from './watch.ts'

/** The matter after one more fact. */
export function evolveMatter(matter: Matter | null, event: MatterEvent): Matter {
  if (event.type === 'registered') {
    const { id, officeId, ref, chatId, seed, drafting, circle, origin } = event
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
      ...(circle ? { circle } : {}),
      ...(origin ? { origin } : {}),
      ...(event.watch ? { watch: unfiled } : {}),
    }
  }
  if (!matter) throw new Error(`matter event ${event.type} before registration`)
  // 并案 makes a fact of either matter: each is told its own.
  if (event.id !== matter.id) return matter
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
        ...(event.draft.circle ? { circle: event.draft.circle } : {}),
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
    case 'matter_declined': {
      const { ground, note } = event
      return { ...matter, rev, status: 'declined', declined: { ...actOf(event), ground, note } }
    }
    case 'matter_merged': {
      const { into, ref } = event
      return { ...matter, rev, status: 'merged', merged: { ...actOf(event), into, ref } }
    }
    case 'repeat_counted': {
      const { matterId, ref, origin } = event
      return { ...matter, rev, repeats: [...matter.repeats, { ...actOf(event), matterId, ref, origin }] }
    }
    case 'matter_closed':
      return { ...matter, rev, status: 'closed', closed: actOf(event) }
    case 'assigned_by_phone': {
      const { draft, call, formalOwed: owed, reminded } = event
      const act = actOf(event)
      return {
        ...matter,
        rev,
        status: 'issued',
        draft,
        draftRev: rev,
        phone: { ...act, call },
        formal: { owed, since: rev, ...reminded, submitted: null, returned: null, issued: null },
      }
    }
    case 'formal_submitted': {
      const { answerForm, term, demand } = event
      return formally(matter, rev, { submitted: { ...actOf(event), n: rev, answerForm, term, demand } })
    }
    case 'formal_returned':
      return formally(matter, rev, { submitted: null, returned: { ...actOf(event), reason: event.reason } })
    case 'formal_issued': {
      const { draft, formal } = matter
      const { answerForm, term, demand } = formal?.submitted ?? {}
      const completed = draft && answerForm && demand !== undefined
      return {
        ...formally(matter, rev, { issued: actOf(event) }),
        approved: actOf(event),
        draft: completed ? { ...draft, answerForm, term: term ?? draft.term, demand } : draft,
      }
    }
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
    case 'matter_attached':
      return { ...matter, rev, attachments: [...matter.attachments, { ...actOf(event), ...event.file }] }
    case 'confidant_replaced':
      return replaced({ ...matter, rev }, event)
    case 'watch_filed':
    case 'watch_accepted':
    case 'watch_extended':
    case 'watch_lifted':
      return evolveWatch(matter, event, rev)
    case 'conference_convened':
    case 'attendance_confirmed':
    case 'minutes_recorded':
    case 'conference_resolved':
    case 'group_dissolved':
      return evolveConference(matter, event, rev)
  }
}

function formally(matter: Matter, rev: number, change: Partial<FormalSlip>): Matter {
  const { formal } = matter
  return { ...matter, rev, formal: formal && { ...formal, ...change } }
}

function watched(
  matter: Matter,
  rev: number,
  change: (monitoring: Monitoring) => Partial<Monitoring>,
): Matter {
  const { monitoring } = matter
  return { ...matter, rev, monitoring: monitoring && { ...monitoring, ...change(monitoring) } }
}

/** The draft names the circle too, and comes back to its writer with it. */
function replaced(
  { draft, circle, ...matter }: Matter,
  { from, to }: MatterEvent & { type: 'confidant_replaced' },
): Matter {
  if (!circle) return { ...matter, draft }
  const now = withReplaced(circle, from.openId, to)
  return { ...matter, circle: now, draft: draft?.circle ? { ...draft, circle: now } : draft }
}
