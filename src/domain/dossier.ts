import type { DomainEvent } from './event.ts'
import { evolveMatter } from './evolve-matter.ts'
import { evolveSlip, slipFrom } from './evolve-slip.ts'
import type { Matter } from './matter.ts'
import type { Slip } from './slip.ts'

/** 卷宗: a matter with all its slips, the whole that one decision reads and changes. */
export interface Dossier {
  readonly matter: Matter
  readonly slips: readonly Slip[]
}

/** What the dossier is after one more fact. Folding the event log from nothing gives the stored rows. */
export function evolve(dossier: Dossier | null, event: DomainEvent): Dossier {
  if (event.on === 'matter') {
    const matter = evolveMatter(dossier?.matter ?? null, event)
    const slips = dossier?.slips ?? []
    if (event.type !== 'confidant_replaced' || !matter.circle) return { matter, slips }
    // The slips are looked up by themselves, so each bears the circle of its matter.
    const { circle } = matter
    return { matter, slips: slips.map((slip) => ({ ...slip, circle })) }
  }
  if (!dossier) throw new Error(`slip event ${event.type} before its matter exists`)
  if (event.type === 'slip_issued') {
    const { circle } = event
    return { ...dossier, slips: [...dossier.slips, { ...slipFrom(event), ...(circle ? { circle } : {}) }] }
  }
  return {
    ...dossier,
    slips: dossier.slips.map((slip) => (slip.id === event.id ? evolveSlip(slip, event) : slip)),
  }
}

export function slipIn(dossier: Dossier, slipId: string): Slip | undefined {
  return dossier.slips.find((slip) => slip.id === slipId)
}
