import type { Calendar } from './calendar.ts'
import type { Directory, Person } from './directory.ts'
import type { Dossier } from './dossier.ts'
import type { DomainEvent } from './event.ts'
import type { Policy, SlipPolicy } from './policy.ts'
import type { Quiet, Refusal } from './refusal.ts'
import type { By } from './slip.ts'
import type { Instant } from './time.ts'

export type Actor = { readonly kind: 'person'; readonly person: Person } | { readonly kind: 'system' }

/** The number series of an office, each gapless within a year. */
export const seriesNames = [
  'matter',
  'slip',
  'supervision',
  'transfer',
  'whistle_matter',
  'whistle_slip',
] as const
export type Series = (typeof seriesNames)[number]

/** One number for each series. */
export function perSeries(of: (series: Series) => number): Readonly<Record<Series, number>> {
  return {
    matter: of('matter'),
    slip: of('slip'),
    supervision: of('supervision'),
    transfer: of('transfer'),
    whistle_matter: of('whistle_matter'),
    whistle_slip: of('whistle_slip'),
  }
}

/** All that a decision may know beside the dossier. Nothing in it can be asked for: it was read before. */
export interface Context {
  readonly now: Instant
  readonly actor: Actor
  readonly directory: Directory
  readonly calendar: Calendar
  readonly policy: Policy
  /** The next free serial of each series, held under a lock until the transaction ends. */
  readonly next: Readonly<Record<Series, number>>
  /** The main matter that 并案 names, locked with the first; absent where none was named or found. */
  readonly main?: Dossier | null
}

/** A slip goes by the policy it was issued under, whatever the policy has become since. */
export function goingBy({ policy }: { readonly policy: SlipPolicy }, today: Context): Context {
  return { ...today, policy: { ...today.policy, ...policy } }
}

/** What stops a wish: a "no" with its reason, or the calm fact that it is already so. */
export type Stop =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'quiet'; readonly quiet: Quiet }

export type Decision = { readonly kind: 'done'; readonly events: readonly DomainEvent[] } | Stop

export function refuse(refusal: Refusal): Stop {
  return { kind: 'refused', refusal }
}

export function calm(quiet: Quiet): Stop {
  return { kind: 'quiet', quiet }
}

export function done(...events: readonly DomainEvent[]): Decision {
  return { kind: 'done', events }
}

export function byOf(actor: Actor): By {
  return actor.kind === 'system' ? 'system' : { openId: actor.person.openId, name: actor.person.name }
}

export function nameOf(by: By): string {
  return by === 'system' ? '系统' : by.name
}
