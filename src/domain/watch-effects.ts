import type { MatterFact, WatchEvent } from './event.ts'
import type { Matter } from './matter.ts'
import type { Mail, Post } from './post.ts'

/** The office works on a card of its own; each watcher's group gets one card, once the office has agreed. */
export function watchEffects(event: MatterFact & WatchEvent, matter: Matter, mail: Mail): readonly Post[] {
  switch (event.type) {
    case 'watch_filed':
      return [
        ...mail.toBody(matter.officeId, `watch/${matter.id}`, { kind: 'watch', matterId: matter.id }),
        ...(event.accepted ? notices(matter, mail) : []),
      ]
    case 'watch_accepted':
      return notices(matter, mail)
    case 'watch_extended':
    case 'watch_lifted':
      return []
  }
}

function notices({ id: matterId, watch, officeId }: Matter, mail: Mail): readonly Post[] {
  return (watch?.about?.watchers ?? [])
    .filter((bodyId) => bodyId !== officeId)
    .flatMap((bodyId) =>
      mail.toBody(bodyId, `watch_notice/${matterId}/${bodyId}`, { kind: 'watch_notice', matterId }),
    )
}
