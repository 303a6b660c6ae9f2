import type { Refusal } from './refusal.ts'

/** What may be remembered of a request about a 举报件: the code, without the names of units and what was typed. */
export function bareRefusal(refusal: Refusal): Refusal {
  switch (refusal.code) {
    case 'not_your_unit':
    case 'unit_gone':
      return { ...refusal, unit: '' }
    case 'form_incomplete':
      return { code: 'form_incomplete', problems: [] }
    default:
      return refusal
  }
}
