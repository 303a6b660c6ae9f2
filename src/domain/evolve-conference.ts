import { actOf } from './act.ts'
import { type Conference, conferencesOf } from './conference.ts'
import type { ConferenceEvent, MatterFact } from './event.ts'
import type { Matter } from './matter.ts'

/** The matter after one more fact about a 会商. */
export function evolveConference(matter: Matter, event: MatterFact & ConferenceEvent, rev: number): Matter {
  const act = actOf(event)
  const changed = (n: number, change: (one: Conference) => Partial<Conference>): Matter => ({
    ...matter,
    rev,
    conferences: conferencesOf(matter).map((one) => (one.n === n ? { ...one, ...change(one) } : one)),
  })
  switch (event.type) {
    case 'conference_convened': {
      const { subject, members, meetsAt, place, agenda, materials, group } = event
      const conference: Conference = {
        n: conferencesOf(matter).length + 1,
        convened: act,
        subject,
        members,
        meetsAt,
        place,
        agenda,
        materials,
        group,
        receipts: [],
        minutes: null,
        resolutions: [],
        groupDissolved: null,
      }
      return { ...matter, rev, conferences: [...conferencesOf(matter), conference] }
    }
    case 'attendance_confirmed':
      return changed(event.n, ({ receipts }) => ({
        receipts: [...receipts, { ...act, bodyId: event.bodyId }],
      }))
    case 'minutes_recorded': {
      const { host, present, text } = event
      return changed(event.n, () => ({ minutes: { ...act, host, present, text } }))
    }
    case 'conference_resolved': {
      const { task, bodyId, became, slipId, due } = event
      return changed(event.n, ({ resolutions }) => ({
        resolutions: [...resolutions, { ...act, task, bodyId, became, slipId, due }],
      }))
    }
    case 'group_dissolved':
      return changed(event.n, () => ({ groupDissolved: act }))
  }
}
