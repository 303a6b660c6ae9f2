import { closingOf } from '../../src/domain/calendar.ts'
import { answerForms, categories, levels } from '../../src/domain/dictionary.ts'
import { type ReleaseKind, releaseKinds } from '../../src/domain/emergency.ts'
import { isWebLink, platformOf } from '../../src/domain/intake.ts'
import type { FieldProblem } from '../../src/domain/refusal.ts'
import { parsePastMoment } from '../../src/domain/term-text.ts'
import type { Instant } from '../../src/domain/time.ts'
import { type About, type FormAct, readTerm, slipIdOf } from './form-act.ts'
import { readPublicAnswer } from './public-answer.ts'
import { choice, readLeadAndSupport } from './submit-draft.ts'

/** 紧急交办: the matter and the call, at once. What the formal slip adds later is taken as 情况通报 until then. */
export const assignUrgently: FormAct = (values, about) => {
  const units = readLeadAndSupport(values, about)
  const called = readCall(values.called_at, about)
  const link = values.link ?? null
  const problems: FieldProblem[] = [
    ...units.problems,
    ...(called === null ? [{ field: 'called_at', why: 'unreadable_moment' } as const] : []),
    ...(link !== null && !isWebLink(link) ? [{ field: 'link', why: 'not_a_link' } as const] : []),
  ]
  if (problems.length > 0 || !units.lead || called === null) return problems
  const category = choice(values, 'category', categories)
  return {
    type: 'assign_urgently',
    matterId: about.dossier.matter.id,
    draft: {
      title: values.title ?? '',
      summary: values.summary ?? '',
      platform: values.platform ?? (link && platformOf(link)) ?? '',
      link,
      category,
      level: levels.find((one) => one === values.level) ?? about.context.policy.categoryLevel[category],
      lead: units.lead,
      support: units.support,
      answerForm: 'statement',
      term: null,
      demand: values.demand ?? '',
      sensitivity: 'public',
    },
    call: {
      at: called,
      callee: values.callee ?? '',
      said: values.said ?? '',
      reported: values.reported ?? '',
      contact: values.contact ?? '',
    },
  }
}

/** When the call was made, as typed; empty is now. Null for what cannot be read. */
function readCall(text: string | undefined, { context }: About): Instant | null {
  if (text === undefined) return context.now
  const at = parsePastMoment(text, context.now, (day) => closingOf(context.policy.hours, day))
  return typeof at === 'number' ? at : null
}

/** 补发交办单: what the call left open. */
export const submitFormal: FormAct = (values, about) => {
  const term = readTerm(values.term, about)
  if (!term.ok) return [term.problem]
  return {
    type: 'submit_formal',
    matterId: about.dossier.matter.id,
    answerForm: choice(values, 'answer_form', answerForms),
    term: term.term,
    demand: values.demand ?? '',
  }
}

/** 退回修改 of a formal slip. */
export const returnFormal: FormAct = (values, { dossier, on }) => ({
  type: 'return_formal',
  matterId: dossier.matter.id,
  n: on.rev,
  reason: values.reason ?? '',
})

/** 登记发布: what was made public, where and when; a link, or why there is none. */
export const recordRelease: FormAct = (values, about) => {
  const read = readPublicAnswer(values, about.context.now)
  if (!read.ok) return read.problems
  if (!read.answer) return [{ field: 'answer_link', why: 'missing' }]
  return {
    type: 'record_release',
    slipId: slipIdOf(about),
    kind: choice<ReleaseKind>(values, 'release_kind', releaseKinds),
    what: values.release_what ?? '',
    where: values.release_where ?? '',
    ...read.answer,
  }
}

/** 不召开发布会, with the reason. */
export const waiveConference: FormAct = (values, about) => ({
  type: 'waive_conference',
  slipId: slipIdOf(about),
  reason: values.reason ?? '',
})
