import { closingOf } from '../../src/domain/calendar.ts'
import { termWithin } from '../../src/domain/term-within.ts'
import { type FormAct, numberOf, readTerm, slipIdOf } from './form-act.ts'

/** 签发督办: what is demanded, and by when. */
export const issueSupervision: FormAct = (values, about) => {
  const term = readTerm(values.term, about)
  return term.ok
    ? {
        type: 'issue_supervision',
        slipId: slipIdOf(about),
        n: numberOf(about),
        demand: values.demand ?? '',
        term: term.term,
      }
    : [term.problem]
}

/** 不予督办, with the reason. */
export const declineSupervision: FormAct = (values, about) => ({
  type: 'decline_supervision',
  slipId: slipIdOf(about),
  n: numberOf(about),
  reason: values.reason ?? '',
})

/** 批示 on a notice, and by when it is to be answered: as typed, or as the 批示 itself says. */
export const instruct: FormAct = (values, about) => {
  const { now, policy } = about.context
  const term = readTerm(values.term, about)
  return term.ok
    ? {
        type: 'instruct',
        slipId: slipIdOf(about),
        notice: numberOf(about),
        text: values.directive ?? '',
        term: term.term ?? termWithin(values.directive ?? '', now, (day) => closingOf(policy.hours, day)),
      }
    : [term.problem]
}

/** The unit's answer to a 批示. */
export const answerDirective: FormAct = (values, about) => ({
  type: 'answer_directive',
  slipId: slipIdOf(about),
  n: numberOf(about),
  text: values.directive_answer ?? '',
})
