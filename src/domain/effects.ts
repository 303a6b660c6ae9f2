import { handedOver } from './circle-effects.ts'
import { conferenceEffects } from './conference-effects.ts'
import type { Directory } from './directory.ts'
import type { Dossier } from './dossier.ts'
import type { DomainEvent, MatterEvent } from './event.ts'
import type { Matter } from './matter.ts'
import { type EffectContext, type Mail, mailOf, type Post } from './post.ts'
import { slipEffects } from './slip-effects.ts'
import { watchEffects } from './watch-effects.ts'

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
  dossier: Dossier,
  { now, directory }: EffectContext,
): readonly Post[] {
  const { matter } = dossier
  const { officeId, id: matterId, chatId, draftRev, formal } = matter
  const mail = mailOf(matter, now, directory)
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
      // Who typed it in the office's own group has the card already; what another system told has no such answer.
      const foreign = event.origin?.door === 'http' || event.origin?.door === 'import'
      const answered = directory.body(officeId)?.chatId === chatId && !foreign
      const told = event.drafting || event.watch || answered || event.origin?.batch === true
      return told ? [] : mail.toBody(officeId, `registered/${matterId}`, { kind: 'registered', matterId })
    }
    case 'drafting_started':
      return mail.toChat(chatId, `issue_form/${matterId}`, { kind: 'issue_form', matterId })
    case 'matter_declined':
    case 'matter_merged':
      return toRegistrant(matter, mail)
    case 'confidant_replaced':
      return handedOver(event, dossier, mail)
    case 'matter_rungs_climbed':
      return reminders(event, matter, directory)
    case 'watch_filed':
    case 'watch_accepted':
    case 'watch_extended':
    case 'watch_lifted':
      return watchEffects(event, matter, mail)
    case 'conference_convened':
    case 'attendance_confirmed':
    case 'minutes_recorded':
    case 'conference_resolved':
    case 'group_dissolved':
      return conferenceEffects(event, dossier, mail)
    case 'assigned_by_phone': {
      const own = directory.body(officeId)?.chatId === chatId
      return own ? [] : mail.toBody(officeId, `urgent/${matterId}`, { kind: 'urgent', matterId })
    }
    case 'formal_submitted': {
      const n = formal?.submitted?.n ?? 0
      return mail.toBody(officeId, `formal_approval/${matterId}/${n}`, {
        kind: 'formal_approval',
        matterId,
        n,
      })
    }
    case 'formal_returned':
    case 'formal_issued':
    case 'monitoring_started':
    case 'monitoring_logged':
    case 'monitoring_ended':
    case 'repeat_counted':
    case 'issued':
    case 'matter_withdrawn':
    case 'matter_closed':
    case 'matter_attached':
      return []
  }
}

/** Who registered it for a unit reads what became of it. */
function toRegistrant({ id: matterId, registered: { by }, origin }: Matter, mail: Mail): readonly Post[] {
  return by === 'system' || origin?.door !== 'unit'
    ? []
    : mail.toPeople([by], `registration/${matterId}`, { kind: 'registration', matterId })
}

/** To the office's own group; the last reminder that a duty has goes to 市政府办 as well. */
function reminders(
  { id: matterId, rungs, sendAt }: MatterEvent & { type: 'matter_rungs_climbed' },
  matter: Matter,
  directory: Directory,
): readonly Post[] {
  const mail = mailOf(matter, sendAt, directory)
  return rungs.flatMap(({ key: rungKey, last }) => {
    const card = { kind: 'office_reminder', matterId, rungKey } as const
    const key = `office_reminder/${matterId}/${rungKey}`
    const told = last ? directory.bodiesOfKind('government_office') : []
    return [
      ...mail.toBody(matter.officeId, key, { ...card, to: 'office' }),
      ...told.flatMap(({ id }) => mail.toBody(id, `${key}/${id}`, { ...card, to: 'government_office' })),
    ]
  })
}
