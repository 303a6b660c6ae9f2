import { conferenceIn, conferencesOf } from './conference.ts'
import type { Dossier } from './dossier.ts'
import type { ConferenceEvent, MatterFact } from './event.ts'
import type { Mail, Post } from './post.ts'

/** A 会商 is made known to every member's group, its minutes likewise; the office works on a card of its own. */
export function conferenceEffects(
  event: MatterFact & ConferenceEvent,
  { matter }: Dossier,
  mail: Mail,
): readonly Post[] {
  const { id: matterId, officeId } = matter
  switch (event.type) {
    case 'conference_convened': {
      const { n, members } = conferencesOf(matter).at(-1) ?? { n: 0, members: [] }
      return [
        ...mail.toBody(officeId, `conference/${matterId}/${n}`, { kind: 'conference', matterId, n }),
        ...members.flatMap((bodyId) =>
          mail.toBody(bodyId, `conference_notice/${matterId}/${n}/${bodyId}`, {
            kind: 'conference_notice',
            matterId,
            n,
            bodyId,
          }),
        ),
      ]
    }
    case 'minutes_recorded': {
      const { n } = event
      return (conferenceIn(matter, n)?.members ?? []).flatMap((bodyId) =>
        mail.toBody(bodyId, `minutes/${matterId}/${n}/${bodyId}`, { kind: 'minutes', matterId, n, bodyId }),
      )
    }
    case 'attendance_confirmed':
    case 'conference_resolved':
    case 'group_dissolved':
      return []
  }
}
