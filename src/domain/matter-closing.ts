import { type Dossier, evolve } from './dossier.ts'
import type { DomainEvent, SlipEvent } from './event.ts'
import { resultReport } from './order.ts'
import { isOpen, owesPublicAnswer, type Slip } from './slip.ts'

/**
 * A fact that ends a slip, and 办结 of the matter with it when that is the last thing the matter waited for: no slip is
 * open, and whoever had to answer in public has done so. A slip that was withdrawn or voided owes nothing any more; one
 * that is deferred is open. What a leader wrote a 批示 on is closed with the 呈报 to that leader, and not without it.
 */
export function ending(fact: SlipEvent, dossier: Dossier): readonly DomainEvent[] {
  const after = evolve(dossier, fact)
  const { slips } = after
  const { by, at } = fact
  if (slips.some(isOpen) || slips.some(answerMissing)) return [fact]
  const report = resultReport(after, fact)
  const closed = { on: 'matter', id: dossier.matter.id, by, at, type: 'matter_closed' } as const
  return report ? [fact, report, closed] : [fact, closed]
}

function answerMissing(slip: Slip): boolean {
  return slip.status === 'closed' && owesPublicAnswer(slip)
}
