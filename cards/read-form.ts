import type { FieldProblem } from '../src/domain/refusal.ts'
import type { FormAct } from './action.ts'
import { type FieldName, type FormValues, forms } from './forms.ts'

/** Nothing but signs that nobody sees, the fillers of Hangul and Braille among them. */
const BLANK = /^[\s\p{Cc}\p{Cf}\p{Cs}\u115f\u1160\u17b4\u17b5\u180e\u2800\u3164\uffa0]*$/u

/**
 * Reads what Feishu sends back. Nothing is trusted: an empty required field, an over-long one (older clients do not
 * count) or a choice that is not offered is a problem of that field, and all problems are told at once.
 */
export function readForm(
  act: FormAct,
  sent: Readonly<Record<string, unknown>>,
): { readonly values: FormValues; readonly problems: readonly FieldProblem[] } {
  const values: Partial<Record<FieldName, string>> = {}
  const problems: FieldProblem[] = []
  for (const field of forms[act]) {
    const raw = Object.hasOwn(sent, field.name) ? sent[field.name] : undefined
    const text = typeof raw === 'string' && !BLANK.test(raw) ? raw.trim() : ''
    if (text !== '') values[field.name] = text
    if (text === '' && field.required) problems.push({ field: field.name, why: 'missing' })
    if ((field.kind === 'line' || field.kind === 'text') && [...text].length > field.max) {
      problems.push({ field: field.name, why: 'too_long', max: field.max, length: [...text].length })
    }
    if (field.kind === 'choice' && text !== '' && !field.options.includes(text)) {
      problems.push({ field: field.name, why: 'not_a_choice' })
    }
  }
  return { values, problems }
}
