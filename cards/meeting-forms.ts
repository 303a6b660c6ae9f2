import { resolutionKinds } from '../src/domain/conference.ts'
import { watchKinds } from '../src/domain/watch.ts'
import type { FormAct } from './action.ts'
import type { Field } from './forms.ts'

/** Fields that only the forms of 会商 and 预警 have. */
export type MeetingField =
  | 'watch_kind'
  | 'risks'
  | 'watchers'
  | 'preparation'
  | 'subject'
  | 'members'
  | 'meets_at'
  | 'place'
  | 'agenda'
  | 'materials'
  | 'group_purpose'
  | 'group_keeper'
  | 'group_until'
  | 'host'
  | 'present'
  | 'minutes'
  | 'task'
  | 'body'
  | 'how'

type MeetingAct = Extract<
  FormAct,
  | 'file_watch'
  | 'extend_watch'
  | 'lift_watch'
  | 'convene_conference'
  | 'record_minutes'
  | 'decide_at_conference'
>

/** The forms of 会商 and 预警. */
export const meetingForms: Readonly<Record<MeetingAct, readonly Field[]>> = {
  file_watch: [
    { name: 'watch_kind', kind: 'choice', options: watchKinds, required: true },
    { name: 'subject', kind: 'line', max: 60, required: true },
    { name: 'risks', kind: 'text', max: 400, rows: 3, required: true },
    { name: 'watchers', kind: 'line', max: 200, required: true },
    { name: 'until', kind: 'line', max: 30, required: true },
    { name: 'preparation', kind: 'text', max: 400, rows: 3, required: false },
  ],
  extend_watch: [
    { name: 'until', kind: 'line', max: 30, required: true },
    { name: 'reason', kind: 'text', max: 300, rows: 2, required: true },
  ],
  lift_watch: [{ name: 'reason', kind: 'text', max: 300, rows: 2, required: true }],
  convene_conference: [
    { name: 'subject', kind: 'line', max: 60, required: true },
    { name: 'members', kind: 'text', max: 300, rows: 2, required: true },
    { name: 'meets_at', kind: 'line', max: 30, required: true },
    { name: 'place', kind: 'line', max: 60, required: true },
    { name: 'agenda', kind: 'text', max: 300, rows: 3, required: false },
    { name: 'materials', kind: 'text', max: 200, rows: 2, required: false },
    { name: 'group_purpose', kind: 'line', max: 60, required: false },
    { name: 'group_keeper', kind: 'line', max: 20, required: false },
    { name: 'group_until', kind: 'line', max: 30, required: false },
  ],
  record_minutes: [
    { name: 'host', kind: 'line', max: 30, required: true },
    { name: 'present', kind: 'text', max: 200, rows: 2, required: true },
    { name: 'minutes', kind: 'text', max: 800, rows: 5, required: true },
  ],
  decide_at_conference: [
    { name: 'task', kind: 'text', max: 200, rows: 3, required: true },
    { name: 'body', kind: 'line', max: 40, required: true },
    { name: 'how', kind: 'choice', options: resolutionKinds, required: true },
    { name: 'term', kind: 'line', max: 30, required: false },
  ],
}
