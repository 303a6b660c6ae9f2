import { outcomes } from '../../src/domain/dictionary.ts'
import { owesPublicAnswer } from '../../src/domain/slip.ts'
import { type FormAct, slipIdOf, slipOf } from './form-act.ts'
import { readPublicAnswer } from './public-answer.ts'

/** 提交反馈: the final report, with the public answer where it was not reported before. */
export const submitFinal: FormAct = (values, about) => {
  const slip = slipOf(about)
  const read = readPublicAnswer(values, about.context.now)
  if (!read.ok) return read.problems
  if (slip && owesPublicAnswer(slip) && read.answer === null)
    return [{ field: 'answer_link', why: 'missing' }]
  return {
    type: 'submit_final',
    slipId: slipIdOf(about),
    findings: values.findings ?? '',
    measures: values.measures ?? '',
    outcome: outcomes.find((one) => one === values.outcome) ?? 'explained',
    nextSteps: values.next_steps ?? null,
    answer: read.answer,
  }
}

/** 登记首次回应: the public answer by itself, as soon as it stands online. */
export const reportFirstResponse: FormAct = (values, about) => {
  const read = readPublicAnswer(values, about.context.now)
  if (!read.ok) return read.problems
  return read.answer
    ? { type: 'report_first_response', slipId: slipIdOf(about), ...read.answer }
    : [{ field: 'answer_link', why: 'missing' }]
}

/** 阶段进展: what has been done so far; no clock stops. */
export const reportProgress: FormAct = (values, about) => ({
  type: 'report_progress',
  slipId: slipIdOf(about),
  text: values.progress ?? '',
})
