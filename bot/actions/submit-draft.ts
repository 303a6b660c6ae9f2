import type { FieldName, FormValues } from '../../cards/forms.ts'
import type { Command } from '../../src/domain/command.ts'
import {
  type AnswerForm,
  answerForms,
  type Category,
  categories,
  levels,
  requestTypes,
  type Sensitivity,
  sensitivities,
} from '../../src/domain/dictionary.ts'
import { readUnits } from '../../src/domain/directory.ts'
import { isWebLink, platformOf } from '../../src/domain/intake.ts'
import { orderOf, orderProblems } from '../../src/domain/order.ts'
import { maskPersonalNumbers } from '../../src/domain/personal-numbers.ts'
import type { FieldProblem } from '../../src/domain/refusal.ts'
import { type About, type FormAct, readTerm } from './form-act.ts'

/** One matter's slips must all stand on one card with their buttons (Feishu takes 200 elements). */
const MOST_SUPPORT = 12

/** 提交审核: the whole draft at once, units understood by name or alias. */
export const submitDraft: FormAct = (values, about) => {
  const units = readLeadAndSupport(values, about)
  const term = readTerm(values.term, about)
  const link = values.link ?? null
  const category = choice<Category>(values, 'category', categories)
  const order = readOrder(values)
  const problems: FieldProblem[] = [
    ...units.problems,
    ...orderProblems(category, order),
    ...(term.ok ? [] : [term.problem]),
    ...(values.request_type === 'report' ? [{ field: 'request_type', why: 'whistle_apart' } as const] : []),
    ...(link !== null && !isWebLink(link) ? [{ field: 'link', why: 'not_a_link' } as const] : []),
  ]
  if (problems.length > 0 || !units.lead || !term.ok) return problems
  const command: Command = {
    type: 'submit_draft',
    matterId: about.dossier.matter.id,
    draft: {
      title: maskPersonalNumbers(values.title ?? ''),
      summary: maskPersonalNumbers(values.summary ?? ''),
      platform: values.platform ?? (link && platformOf(link)) ?? '',
      link,
      category,
      level: levels.find((one) => one === values.level) ?? about.context.policy.categoryLevel[category],
      requestType: requestTypes.find((one) => one === values.request_type) ?? null,
      lead: units.lead,
      support: units.support,
      answerForm: choice<AnswerForm>(values, 'answer_form', answerForms),
      term: term.term,
      demand: maskPersonalNumbers(values.demand ?? ''),
      sensitivity: choice<Sensitivity>(values, 'sensitivity', sensitivities),
      ...(order.leader === '' ? {} : { order: orderOf(order.leader, order.text, about.context.directory) }),
    },
  }
  const { similar = [], context } = about
  return similar.length > 0 && context.policy.similar.atSubmit === 'advise'
    ? { command, advice: [{ code: 'similar_matters', found: similar }] }
    : command
}

/** 批示领导 and 批示内容, empty where nothing was typed. */
export function readOrder(values: FormValues): { readonly leader: string; readonly text: string } {
  return { leader: values.leader ?? '', text: maskPersonalNumbers(values.directive ?? '') }
}

/** The form was read before: a choice is one of those offered. */
export function choice<T extends string>(values: FormValues, field: FieldName, offered: readonly T[]): T {
  const chosen = offered.find((one) => one === values[field])
  if (chosen === undefined) throw new TypeError(`field ${field} was not read as a choice`)
  return chosen
}

export function readLeadAndSupport(values: FormValues, { context: { directory } }: About) {
  const problems: FieldProblem[] = []
  const lead = readUnits(values.lead ?? '', directory)
  const support = readUnits(values.support ?? '', directory)
  if (!lead.ok) problems.push({ field: 'lead', why: 'unknown_unit', typed: lead.unknown, near: lead.near })
  else if (lead.units.length !== 1) problems.push({ field: 'lead', why: 'one_lead_only' })
  if (!support.ok)
    problems.push({ field: 'support', why: 'unknown_unit', typed: support.unknown, near: support.near })
  if (support.ok && support.units.length > MOST_SUPPORT) {
    problems.push({ field: 'support', why: 'too_many_units', max: MOST_SUPPORT })
  }
  const leading = lead.ok ? lead.units[0] : undefined
  const supporting = support.ok ? support.units : []
  if (leading && supporting.includes(leading)) {
    problems.push({ field: 'support', why: 'lead_also_support', unit: leading.name })
  }
  return { lead: leading?.id, support: supporting.map(({ id }) => id), problems }
}
