import type { CardRef } from './card-ref.ts'
import type { Dossier } from './dossier.ts'
import type { MatterEvent } from './event.ts'
import type { Mail, Post } from './post.ts'
import { isOpen } from './slip.ts'

/** Who comes into the circle is handed what still waits for somebody in their place. */
export function handedOver(
  { to, id: matterId }: MatterEvent & { type: 'confidant_replaced' },
  { matter, slips }: Dossier,
  mail: Mail,
): readonly Post[] {
  const { circle, draftRev, rev } = matter
  if (!circle) return []
  const hand = (card: CardRef) => mail.toPeople([to], `handed_over/${card.kind}/${matterId}/${rev}`, card)
  const open = slips.filter(isOpen)
  if (circle.handlers.some(({ openId }) => openId === to.openId)) {
    return open.flatMap(({ id: slipId }) => hand({ kind: 'slip', slipId }))
  }
  const matterCard = (): CardRef =>
    circle.approver?.openId === to.openId && draftRev > 0
      ? { kind: 'approval', matterId, draftRev }
      : { kind: 'issue_form', matterId }
  const reviews = open.flatMap(({ id: slipId, status, final }) =>
    status === 'under_review' && final ? hand({ kind: 'review', slipId, finalRev: final.rev }) : [],
  )
  return [...hand(matterCard()), ...reviews]
}
