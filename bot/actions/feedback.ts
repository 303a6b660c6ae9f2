import type { FieldName, FormValues } from '../../cards/forms.ts'
import { type Adoption, adoptionKinds } from '../../src/domain/adoption.ts'
import { type Advice, emptyPhrasesIn } from '../../src/domain/advice.ts'
import { outcomes } from '../../src/domain/dictionary.ts'
import { figuresAdvice } from '../../src/domain/findings.ts'
import { owesPublicAnswer } from '../../src/domain/slip.ts'
import { type About, type FormAct, slipIdOf, slipOf } from './form-act.ts'
import { readPublicAnswer } from './public-answer.ts'

/** 提交反馈: the final report, with the public answer where it was not reported before. */
export const submitFinal: FormAct = (values, about) => {
  const slip = slipOf(about)
  const read = readPublicAnswer(values, about.context.now)
  if (!read.ok) return read.problems
  if (slip && owesPublicAnswer(slip) && read.answer === null)
    return [{ field: 'answer_link', why: 'missing' }]
  return {
    advice: [
      ...adviceOn(['findings', 'measures', 'next_steps', 'no_link_reason'], values, about),
      ...figuresAdviceOn(`${values.findings ?? ''}\n${values.measures ?? ''}`, about),
    ],
    command: {
      type: 'submit_final',
      slipId: slipIdOf(about),
      findings: values.findings ?? '',
      measures: values.measures ?? '',
      outcome: outcomes.find((one) => one === values.outcome) ?? 'explained',
      nextSteps: values.next_steps ?? null,
      adoption: adoptionIn(values),
      answer: read.answer,
    },
  }
}

/** What the public or the office will read in so many words. */
function adviceOn(fields: readonly FieldName[], values: FormValues, { context }: About): readonly Advice[] {
  const texts = fields.map((field) => ({ field, text: values[field] }))
  const empty = emptyPhrasesIn(texts, context.policy.emptyPhrases)
  return empty ? [empty] : []
}

function figuresAdviceOn(saying: string, about: About): readonly Advice[] {
  const slip = slipOf(about)
  const differ = slip ? figuresAdvice(slip, about.dossier, saying.trim()) : null
  return differ ? [differ] : []
}

function adoptionIn({ adoption, adoption_reason }: FormValues): Adoption | null {
  const kind = adoptionKinds.find((one) => one === adoption)
  return kind ? { kind, reason: adoption_reason ?? null } : null
}

/** 登记首次回应: the public answer by itself, as soon as it stands online. */
export const reportFirstResponse: FormAct = (values, about) => {
  const read = readPublicAnswer(values, about.context.now)
  if (!read.ok) return read.problems
  if (!read.answer) return [{ field: 'answer_link', why: 'missing' }]
  return {
    advice: [...adviceOn(['no_link_reason'], values, about), ...figuresAdviceOn('', about)],
    command: { type: 'report_first_response', slipId: slipIdOf(about), ...read.answer },
  }
}

/** 阶段进展: what has been done so far; no clock stops. */
export const reportProgress: FormAct = (values, about) => ({
  type: 'report_progress',
  slipId: slipIdOf(about),
  text: values.progress ?? '',
})
