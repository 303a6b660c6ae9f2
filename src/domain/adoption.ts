import type { FieldProblem } from './refusal.ts'
import type { Slip } from './slip.ts'

/** 采纳情况 of a suggestion, which the office discloses from time to time (通知二（六）对建设性意见建议吸收采纳情况). */
export const adoptionKinds = ['adopted', 'partly_adopted', 'for_reference', 'not_adopted'] as const
export type AdoptionKind = (typeof adoptionKinds)[number]

export interface Adoption {
  readonly kind: AdoptionKind
  /** Owed where it is not adopted. */
  readonly reason: string | null
}

/** Whether the report must tell what became of the suggestion: the lead's does. */
export function owesAdoption({ brief, duty }: Pick<Slip, 'brief' | 'duty'>): boolean {
  return brief.requestType === 'suggestion' && duty === 'lead'
}

export function adoptionProblem(adoption: Adoption | null, slip: Slip): FieldProblem | null {
  if (!owesAdoption(slip)) return null
  if (!adoption) return { field: 'adoption', why: 'missing' }
  return adoption.kind === 'not_adopted' && adoption.reason === null
    ? { field: 'adoption_reason', why: 'missing' }
    : null
}
