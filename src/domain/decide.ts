import type { Command } from './command.ts'
import { decideMatter } from './decide-matter.ts'
import { decideSlip } from './decide-slip.ts'
import { type Context, type Decision, refuse, type Series } from './decision.ts'
import type { Dossier } from './dossier.ts'
import type { DomainEvent } from './event.ts'

/**
 * The one door to change: a wish, the dossier it is about, and all that may be known, give facts, a calm "already so",
 * or a refusal. Pure: the same arguments give the same answer.
 */
export function decide(command: Command, dossier: Dossier | null, context: Context): Decision {
  if ('matterId' in command) return decideMatter(command, dossier, context)
  return dossier ? decideSlip(command, dossier, context) : refuse({ code: 'not_found' })
}

/** The number series a command may draw on, to be locked before it is decided. */
export function seriesOf(command: Command): readonly Series[] {
  switch (command.type) {
    case 'register':
      return ['matter']
    case 'approve_issue':
      return ['slip']
    case 'issue_supervision':
      return ['supervision']
    default:
      return []
  }
}

/** How many serials of each series the facts have used up. */
export function serialsUsed(events: readonly DomainEvent[]): Readonly<Record<Series, number>> {
  const count = (type: DomainEvent['type']) => events.filter((event) => event.type === type).length
  return { matter: count('registered'), slip: count('slip_issued'), supervision: count('supervision_issued') }
}
