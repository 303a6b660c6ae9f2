import {
  answerForms,
  categories,
  causes,
  declineGrounds,
  defects,
  isPublicAnswer,
  levels,
  requestTypes,
  sensitivities,
} from '../src/domain/dictionary.ts'
import { releaseKinds } from '../src/domain/emergency.ts'
import type { FormAct } from './action.ts'
import { finalFields } from './final-form.ts'
import { type MeetingField, meetingForms } from './meeting-forms.ts'

/**
 * The fields of every form: one list that draws the form and reads it back. Labels and examples stand in wording.ts.
 * Maxima keep a form with every field full under 28 KB (a Chinese character is three bytes; Feishu's limit is 30 KB).
 */
export type Field = {
  readonly name: FieldName
  readonly required: boolean
} & (
  | { readonly kind: 'line'; readonly max: number }
  | { readonly kind: 'text'; readonly max: number; readonly rows: number }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'moment' }
)

export type FieldName =
  | MeetingField
  | 'title'
  | 'summary'
  | 'platform'
  | 'link'
  | 'category'
  | 'level'
  | 'ground'
  | 'into'
  | 'lead'
  | 'support'
  | 'answer_form'
  | 'term'
  | 'demand'
  | 'sensitivity'
  | 'reason'
  | 'findings'
  | 'measures'
  | 'outcome'
  | 'next_steps'
  | 'adoption'
  | 'adoption_reason'
  | 'answer_link'
  | 'answered_at'
  | 'no_link_reason'
  | 'progress'
  | 'defect'
  | 'note'
  | 'directive'
  | 'leader'
  | 'directive_answer'
  | 'until'
  | 'basis'
  | 'unit'
  | 'recheck'
  | 'callee'
  | 'called_at'
  | 'said'
  | 'reported'
  | 'contact'
  | 'release_kind'
  | 'release_what'
  | 'release_where'
  | 'every'
  | 'observed'
  | 'figures'
  | 'excluded'
  | 'handlers'
  | 'approver'
  | 'leaver'
  | 'successor'
  | 'request_type'
  | 'cause'
  | 'evidence'
  | 'clue'
  | 'receivers'
  | 'consequence'
  | 'suggestion'

export const forms: Readonly<Record<FormAct, readonly Field[]>> = {
  submit_draft: [
    { name: 'title', kind: 'line', max: 60, required: true },
    { name: 'summary', kind: 'text', max: 800, rows: 4, required: true },
    { name: 'platform', kind: 'line', max: 30, required: true },
    { name: 'link', kind: 'line', max: 500, required: false },
    { name: 'category', kind: 'choice', options: categories, required: true },
    { name: 'level', kind: 'choice', options: levels, required: false },
    { name: 'request_type', kind: 'choice', options: requestTypes, required: false },
    { name: 'lead', kind: 'line', max: 40, required: true },
    { name: 'support', kind: 'line', max: 200, required: false },
    { name: 'answer_form', kind: 'choice', options: answerForms, required: true },
    { name: 'term', kind: 'line', max: 30, required: false },
    { name: 'demand', kind: 'text', max: 400, rows: 3, required: false },
    { name: 'leader', kind: 'line', max: 20, required: false },
    { name: 'directive', kind: 'text', max: 300, rows: 2, required: false },
    { name: 'sensitivity', kind: 'choice', options: sensitivities, required: true },
  ],
  return_draft: [{ name: 'reason', kind: 'text', max: 300, rows: 3, required: true }],
  withdraw_draft: [{ name: 'reason', kind: 'text', max: 300, rows: 3, required: true }],
  assign_urgently: [
    { name: 'title', kind: 'line', max: 60, required: true },
    { name: 'summary', kind: 'text', max: 500, rows: 3, required: true },
    { name: 'platform', kind: 'line', max: 30, required: true },
    { name: 'link', kind: 'line', max: 400, required: false },
    { name: 'category', kind: 'choice', options: ['U1', 'U2', 'U3'], required: true },
    { name: 'level', kind: 'choice', options: ['extraordinary', 'major', 'serious'], required: false },
    { name: 'lead', kind: 'line', max: 40, required: true },
    { name: 'support', kind: 'line', max: 200, required: false },
    { name: 'demand', kind: 'text', max: 300, rows: 2, required: true },
    { name: 'callee', kind: 'line', max: 60, required: true },
    { name: 'called_at', kind: 'line', max: 30, required: false },
    { name: 'said', kind: 'text', max: 300, rows: 2, required: true },
    { name: 'reported', kind: 'line', max: 100, required: true },
    { name: 'contact', kind: 'line', max: 40, required: true },
  ],
  submit_formal: [
    { name: 'answer_form', kind: 'choice', options: answerForms.filter(isPublicAnswer), required: true },
    { name: 'term', kind: 'line', max: 30, required: false },
    { name: 'demand', kind: 'text', max: 400, rows: 3, required: true },
  ],
  return_formal: [{ name: 'reason', kind: 'text', max: 300, rows: 3, required: true }],
  record_release: [
    { name: 'release_kind', kind: 'choice', options: releaseKinds, required: true },
    { name: 'release_what', kind: 'text', max: 400, rows: 3, required: true },
    { name: 'release_where', kind: 'line', max: 60, required: true },
    { name: 'answer_link', kind: 'line', max: 500, required: false },
    { name: 'no_link_reason', kind: 'line', max: 200, required: false },
    { name: 'answered_at', kind: 'moment', required: false },
  ],
  waive_conference: [{ name: 'reason', kind: 'text', max: 300, rows: 3, required: true }],
  hand_over_clue: [
    { name: 'clue', kind: 'text', max: 400, rows: 3, required: true },
    { name: 'link', kind: 'line', max: 400, required: false },
    { name: 'evidence', kind: 'text', max: 400, rows: 3, required: true },
    { name: 'receivers', kind: 'line', max: 60, required: true },
  ],
  decline_matter: [
    { name: 'ground', kind: 'choice', options: declineGrounds, required: true },
    { name: 'note', kind: 'text', max: 300, rows: 3, required: false },
  ],
  merge_matter: [{ name: 'into', kind: 'line', max: 20, required: true }],
  start_monitoring: [{ name: 'every', kind: 'line', max: 30, required: false }],
  log_monitoring: [
    { name: 'observed', kind: 'text', max: 600, rows: 4, required: true },
    { name: 'figures', kind: 'line', max: 120, required: false },
  ],
  report_first_response: [
    { name: 'answer_link', kind: 'line', max: 500, required: false },
    { name: 'no_link_reason', kind: 'line', max: 200, required: false },
    { name: 'answered_at', kind: 'moment', required: false },
  ],
  report_progress: [{ name: 'progress', kind: 'text', max: 800, rows: 5, required: true }],
  submit_final: finalFields,
  send_back: [
    { name: 'defect', kind: 'choice', options: defects, required: true },
    { name: 'note', kind: 'text', max: 400, rows: 3, required: false },
    { name: 'term', kind: 'line', max: 30, required: false },
  ],
  withdraw_slip: [{ name: 'reason', kind: 'text', max: 300, rows: 3, required: true }],
  issue_supervision: [
    { name: 'demand', kind: 'text', max: 400, rows: 3, required: true },
    { name: 'term', kind: 'line', max: 30, required: false },
  ],
  decline_supervision: [{ name: 'reason', kind: 'text', max: 300, rows: 3, required: true }],
  propose_supervision: [
    { name: 'cause', kind: 'choice', options: causes, required: true },
    { name: 'evidence', kind: 'text', max: 400, rows: 4, required: true },
  ],
  propose_accountability: [
    { name: 'cause', kind: 'choice', options: causes, required: true },
    { name: 'evidence', kind: 'text', max: 600, rows: 5, required: true },
    { name: 'consequence', kind: 'text', max: 400, rows: 3, required: false },
  ],
  transfer: [
    { name: 'consequence', kind: 'text', max: 400, rows: 3, required: false },
    { name: 'suggestion', kind: 'text', max: 400, rows: 3, required: true },
  ],
  decline_transfer: [{ name: 'reason', kind: 'text', max: 300, rows: 3, required: true }],
  answer_directive: [{ name: 'directive_answer', kind: 'text', max: 600, rows: 4, required: true }],
  request_extension: [
    { name: 'until', kind: 'line', max: 30, required: true },
    { name: 'reason', kind: 'text', max: 400, rows: 3, required: true },
    { name: 'progress', kind: 'text', max: 400, rows: 3, required: true },
  ],
  refuse_extension: [
    { name: 'reason', kind: 'text', max: 300, rows: 3, required: true },
    { name: 'until', kind: 'line', max: 30, required: false },
  ],
  contest: [
    { name: 'reason', kind: 'text', max: 400, rows: 3, required: true },
    { name: 'basis', kind: 'text', max: 300, rows: 2, required: true },
    { name: 'unit', kind: 'line', max: 40, required: true },
  ],
  reassign: [{ name: 'unit', kind: 'line', max: 40, required: true }],
  refuse_contest: [{ name: 'reason', kind: 'text', max: 300, rows: 3, required: true }],
  request_deferral: [
    { name: 'reason', kind: 'text', max: 400, rows: 3, required: true },
    { name: 'progress', kind: 'text', max: 400, rows: 3, required: true },
    { name: 'recheck', kind: 'line', max: 30, required: true },
  ],
  refuse_deferral: [{ name: 'reason', kind: 'text', max: 300, rows: 3, required: true }],
  amend: [
    { name: 'title', kind: 'line', max: 60, required: true },
    { name: 'summary', kind: 'text', max: 800, rows: 4, required: true },
    { name: 'link', kind: 'line', max: 500, required: false },
    { name: 'demand', kind: 'text', max: 400, rows: 3, required: false },
    { name: 'level', kind: 'choice', options: levels, required: false },
    { name: 'term', kind: 'line', max: 30, required: false },
    { name: 'leader', kind: 'line', max: 20, required: false },
    { name: 'directive', kind: 'text', max: 300, rows: 2, required: false },
    { name: 'reason', kind: 'text', max: 300, rows: 2, required: true },
  ],
  submit_whistle: [
    { name: 'title', kind: 'line', max: 60, required: true },
    { name: 'summary', kind: 'text', max: 800, rows: 4, required: true },
    { name: 'platform', kind: 'line', max: 30, required: true },
    { name: 'level', kind: 'choice', options: levels, required: false },
    { name: 'excluded', kind: 'line', max: 200, required: true },
    { name: 'lead', kind: 'line', max: 40, required: true },
    { name: 'handlers', kind: 'line', max: 60, required: true },
    { name: 'approver', kind: 'line', max: 20, required: true },
    { name: 'term', kind: 'line', max: 30, required: false },
    { name: 'demand', kind: 'text', max: 400, rows: 3, required: false },
  ],
  replace_confidant: [
    { name: 'leaver', kind: 'line', max: 20, required: true },
    { name: 'successor', kind: 'line', max: 20, required: true },
  ],
  ...meetingForms,
  instruct: [
    { name: 'directive', kind: 'text', max: 400, rows: 3, required: true },
    { name: 'term', kind: 'line', max: 30, required: false },
  ],
}

/** What was typed, by field; a field left empty is absent. */
export type FormValues = Readonly<Partial<Record<FieldName, string>>>

export function isFieldName(name: string): name is FieldName {
  return Object.values(forms).some((fields) => fields.some((field) => field.name === name))
}
