import { type Dossier, evolve } from './dossier.ts'
import type { DomainEvent, SlipEvent } from './event.ts'
import { isOpen, owesPublicAnswer, type Slip } from './slip.ts'

/**
 * A fact that ends a slip, and 办结 of the matter with it when that is the last thing the matter waited for: no slip is
 * open, and whoever had to answer in public has done so. A slip that was withdrawn or voided owes nothing any more; one
 * that is deferred is open.
 */
export function ending(fact: SlipEvent, dossier: Dossier): readonly DomainEvent[] {
  const { slips } = evolve(dossier, fact)
  const { by, at } = fact
  return slips.some(isOpen) || slips.some(answerMissing)
    ? [fact]
    : [fact, { on: 'matter', id: dossier.matter.id, by, at, type: 'matter_closed' }]
}

function answerMissing(slip: Slip): boolean {
  return slip.status === 'closed' && owesPublicAnswer(slip)
}
