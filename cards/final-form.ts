import { adoptionKinds } from '../src/domain/adoption.ts'
import { outcomes } from '../src/domain/dictionary.ts'
import type { Field } from './forms.ts'

/** 提交反馈: 采纳情况 is asked of a suggestion only, the public answer of whoever still owes it. */
export const finalFields: readonly Field[] = [
  { name: 'findings', kind: 'text', max: 1000, rows: 4, required: true },
  { name: 'measures', kind: 'text', max: 1000, rows: 4, required: true },
  { name: 'outcome', kind: 'choice', options: outcomes, required: true },
  { name: 'adoption', kind: 'choice', options: adoptionKinds, required: false },
  { name: 'adoption_reason', kind: 'line', max: 200, required: false },
  { name: 'answer_link', kind: 'line', max: 500, required: false },
  { name: 'no_link_reason', kind: 'line', max: 200, required: false },
  { name: 'answered_at', kind: 'moment', required: false },
  { name: 'next_steps', kind: 'text', max: 400, rows: 2, required: false },
]
