import type { Command } from '../../src/domain/command.ts'
import { conferencesOf } from '../../src/domain/conference.ts'
import type { Dossier } from '../../src/domain/dossier.ts'
import { DAY, HOUR } from '../../src/domain/time.ts'
import { 住建局, 水务集团, 督查室 } from './people.ts'
import type { Ask } from './wishes.ts'

/*
 * A 会商 on 翠湖苑: 市网信办 calls 市水务集团 and 市政府督查室, in two hours, with a group of its own. The later wishes
 * are about the latest conference.
 */

type Of<T extends Command['type']> = Partial<Omit<Extract<Command, { type: T }>, 'type' | 'matterId'>>

function latest(dossier: Dossier | null) {
  return {
    matterId: dossier?.matter.id ?? 'matter-1',
    n: Math.max(1, dossier ? conferencesOf(dossier.matter).length : 0),
  } as const
}

export function conveneConference(how: Of<'convene_conference'> = {}): Ask {
  return (dossier, now) => ({
    type: 'convene_conference',
    matterId: dossier?.matter.id ?? 'matter-1',
    n: (dossier ? conferencesOf(dossier.matter).length : 0) + 1,
    subject: '翠湖苑供水问题处置口径',
    members: [水务集团.id, 督查室.id],
    meetsAt: now + 2 * HOUR,
    place: '市政府三零二会议室',
    agenda: '通报检测情况，商定对外口径。',
    materials: '请带管网图纸。',
    group: { purpose: '翠湖苑处置联络', keeper: '林晓燕', dissolveBy: now + 30 * DAY },
    ...how,
  })
}

export function confirmAttendance(): Ask {
  return (dossier) => ({ type: 'confirm_attendance', ...latest(dossier) })
}

export function recordMinutes(): Ask {
  return (dossier) => ({
    type: 'record_minutes',
    ...latest(dossier),
    host: '程雅琴',
    present: '市水务集团王立、市政府督查室吴敏',
    text: '会议认为，须先保障居民饮水，对外口径以水务集团检测为准。',
  })
}

/** 市住建局, which has no slip of the matter, is to help. */
export function decideAtConference(how: Of<'decide_at_conference'> = {}): Ask {
  return (dossier) => ({
    type: 'decide_at_conference',
    ...latest(dossier),
    task: '请逐户排查二次供水设施。',
    bodyId: 住建局.id,
    how: 'support',
    term: null,
    ground: '会商议定。',
    ...how,
  })
}

export function dissolveGroup(): Ask {
  return (dossier) => ({ type: 'dissolve_group', ...latest(dossier) })
}

/** One well-formed wish of every kind about a conference. */
export const conferenceWishes = {
  convene_conference: conveneConference(),
  confirm_attendance: confirmAttendance(),
  record_minutes: recordMinutes(),
  decide_at_conference: decideAtConference(),
  dissolve_group: dissolveGroup(),
} as const
