import type { Dossier } from './dossier.ts'
import type { DomainEvent, MatterEvent } from './event.ts'
import { type EffectContext, mailFrom, type Post } from './post.ts'
import { slipEffects } from './slip-effects.ts'

export type { Address, EffectContext, Post } from './post.ts'

/** What the world must be told of these facts. Cards already posted are redrawn anyway and need no word here. */
export function effectsOf(
  events: readonly DomainEvent[],
  after: Dossier,
  context: EffectContext,
): readonly Post[] {
  return events.flatMap((event) =>
    event.on === 'matter' ? matterEffects(event, after, context) : slipEffects(event, after, context),
  )
}

function matterEffects(
  event: MatterEvent,
  { matter }: Dossier,
  { now, directory }: EffectContext,
): readonly Post[] {
  const { officeId, id: matterId, chatId, draftRev } = matter
  const mail = mailFrom(officeId, now, directory)
  switch (event.type) {
    case 'submitted':
      return mail.toBody(officeId, `approval/${matterId}/${draftRev}`, {
        kind: 'approval',
        matterId,
        draftRev,
      })
    case 'draft_returned': {
      const n = matter.returned.length
      return mail.toChat(chatId, `draft_returned/${matterId}/${n}`, { kind: 'draft_returned', matterId, n })
    }
    case 'registered': {
      const told = event.drafting || directory.body(officeId)?.chatId === chatId
      return told ? [] : mail.toBody(officeId, `registered/${matterId}`, { kind: 'registered', matterId })
    }
    case 'drafting_started':
      return mail.toChat(chatId, `issue_form/${matterId}`, { kind: 'issue_form', matterId })
    case 'issued':
    case 'matter_withdrawn':
    case 'matter_closed':
      return []
  }
}
