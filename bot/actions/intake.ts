import { declineGrounds } from '../../src/domain/dictionary.ts'
import { readMatterRef } from '../../src/domain/numbering.ts'
import type { FormAct } from './form-act.ts'

/** 不予受理: a ground of the list, explained where it needs to be. */
export const declineMatter: FormAct = (values, { dossier }) => {
  const ground = declineGrounds.find((one) => one === values.ground)
  return ground
    ? { type: 'decline_matter', matterId: dossier.matter.id, ground, note: values.note ?? null }
    : [{ field: 'ground', why: 'missing' }]
}

/** 并入: the main matter by its 舆情编号. */
export const mergeMatter: FormAct = (values, { dossier }) => ({
  type: 'merge_matter',
  matterId: dossier.matter.id,
  into: readMatterRef(values.into ?? '') ?? values.into ?? '',
})
