import type { FormValues } from '../../cards/forms.ts'
import { type Cause, causes } from '../../src/domain/dictionary.ts'
import { type FormAct, numberOf, slipIdOf } from './form-act.ts'

/** 提请督办 on a named ground, with what is known of it. */
export const proposeSupervision: FormAct = (values, about) => {
  const cause = causeOf(values)
  return cause
    ? { type: 'propose_supervision', slipId: slipIdOf(about), cause, ground: values.evidence ?? '' }
    : [{ field: 'cause', why: 'missing' }]
}

/** 提请问责. */
export const proposeAccountability: FormAct = (values, about) => {
  const cause = causeOf(values)
  if (!cause) return [{ field: 'cause', why: 'missing' }]
  return {
    type: 'propose_accountability',
    slipId: slipIdOf(about),
    cause,
    evidence: values.evidence ?? '',
    consequence: values.consequence ?? null,
  }
}

/** 移送: what is suggested, and what harm was done. */
export const transfer: FormAct = (values, about) => ({
  type: 'transfer',
  slipId: slipIdOf(about),
  n: numberOf(about),
  consequence: values.consequence ?? null,
  suggestion: values.suggestion ?? '',
})

/** 不移送, with the reason. */
export const declineTransfer: FormAct = (values, about) => ({
  type: 'decline_transfer',
  slipId: slipIdOf(about),
  n: numberOf(about),
  reason: values.reason ?? '',
})

function causeOf({ cause }: FormValues): Cause | undefined {
  return causes.find((one) => one === cause)
}
