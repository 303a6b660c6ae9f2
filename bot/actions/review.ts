import { defects } from '../../src/domain/dictionary.ts'
import { type FormAct, readTerm, slipIdOf } from './form-act.ts'

/** 退回重办: a named defect and, where the office gives one, a new limit. */
export const sendBack: FormAct = (values, about) => {
  const term = readTerm(values.term, about)
  const defect = defects.find((one) => one === values.defect)
  if (!term.ok) return [term.problem]
  if (!defect) return [{ field: 'defect', why: 'missing' }]
  return {
    type: 'send_back',
    slipId: slipIdOf(about),
    seenRev: about.on.rev,
    defect,
    note: values.note ?? null,
    term: term.term,
  }
}

/** 退回修改: the draft goes back to its drafter with the reason. */
export const returnDraft: FormAct = (values, { dossier, on }) => ({
  type: 'return_draft',
  matterId: dossier.matter.id,
  seenRev: on.rev,
  reason: values.reason ?? '',
})

/** 撤回 of an issued slip. */
export const withdrawSlip: FormAct = (values, about) => ({
  type: 'withdraw_slip',
  slipId: slipIdOf(about),
  reason: values.reason ?? '',
})

/** 撤回 of a draft before 签发. */
export const withdrawDraft: FormAct = (values, { dossier }) => ({
  type: 'withdraw_draft',
  matterId: dossier.matter.id,
  reason: values.reason ?? '',
})
