import type { Command, CommandType, SlipCommand } from './command.ts'
import { decideMatter, matterGate } from './decide-matter.ts'
import { decideSlip, slipGate } from './decide-slip.ts'
import { outsider } from './decide-whistle.ts'
import { type Context, type Decision, perSeries, refuse, type Series, type Stop } from './decision.ts'
import { type Dossier, slipIn } from './dossier.ts'
import type { DomainEvent } from './event.ts'

/**
 * The one door to change: a wish, the dossier it is about, and all that may be known, give facts, a calm "already so",
 * or a refusal. Pure: the same arguments give the same answer.
 */
export function decide(command: Command, dossier: Dossier | null, context: Context): Decision {
  const stop = dossier && !isRegistration(command.type) ? outsider(dossier, context) : null
  if (stop) return stop
  if ('matterId' in command) return decideMatter(command, dossier, context)
  return dossier ? decideSlip(command, dossier, context) : refuse({ code: 'not_found' })
}

/** What an act is about: a matter, or one slip of it. */
export type Target = { readonly matterId: string } | { readonly slipId: string }

/**
 * Whether the act may be begun: asked before a form is opened or read, so that nobody fills one in vain,
 * and nobody without the right learns what is wrong with it.
 */
export function mayBegin(
  type: Exclude<CommandType, Registration>,
  on: Target,
  dossier: Dossier | null,
  context: Context,
): Stop | null {
  if (!dossier) return refuse({ code: 'not_found' })
  const stop = outsider(dossier, context)
  if (stop) return stop
  if (isSlipAct(type)) {
    const slip = 'slipId' in on ? slipIn(dossier, on.slipId) : undefined
    return slip ? slipGate[type](slip, context) : refuse({ code: 'not_found' })
  }
  return matterGate[type](dossier.matter, context)
}

/** What brings a matter into being, so that there is nothing to ask before. */
export type Registration = 'register' | 'register_whistle'

export function isRegistration(type: CommandType): type is Registration {
  return type === 'register' || type === 'register_whistle'
}

function isSlipAct(type: CommandType): type is SlipCommand['type'] {
  return type in slipGate
}

/** The number series a command may draw on, to be locked before it is decided. */
export function seriesOf(type: CommandType, dossier: Dossier | null): readonly Series[] {
  const slip = dossier?.matter.circle ? 'whistle_slip' : 'slip'
  switch (type) {
    case 'register':
      return ['matter']
    case 'register_whistle':
      return ['whistle_matter']
    case 'approve_issue':
    case 'assign_urgently':
    case 'reassign':
    case 'decide_at_conference':
      return [slip]
    case 'issue_supervision':
      return ['supervision']
    case 'transfer':
      return ['transfer']
    default:
      return []
  }
}

/** How many serials of each series the facts have used up. */
export function serialsUsed(events: readonly DomainEvent[]): Readonly<Record<Series, number>> {
  const used = events.flatMap((event) => seriesUsed(event) ?? [])
  return perSeries((series) => used.filter((one) => one === series).length)
}

function seriesUsed(event: DomainEvent): Series | null {
  switch (event.type) {
    case 'registered':
      return event.circle ? 'whistle_matter' : 'matter'
    case 'slip_issued':
      return event.circle ? 'whistle_slip' : 'slip'
    case 'supervision_issued':
      return 'supervision'
    case 'accountability_transferred':
      return 'transfer'
    default:
      return null
  }
}
