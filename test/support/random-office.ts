import type { Command, CommandType } from '../../src/domain/command.ts'
import { decide, isRegistration, mayBegin, serialsUsed } from '../../src/domain/decide.ts'
import { type Context, type Decision, perSeries } from '../../src/domain/decision.ts'
import { type Dossier, evolve } from '../../src/domain/dossier.ts'
import { effectsOf, type Post } from '../../src/domain/effects.ts'
import type { DomainEvent } from '../../src/domain/event.ts'
import { defaultPolicy } from '../../src/domain/policy.ts'
import { dayOf, type Instant, yearOf } from '../../src/domain/time.ts'
import { acting, calendar, directory, on } from './people.ts'
import { commandOf, eagerness, rightfulFor, type Step, types } from './random-steps.ts'

/** Everything that was ever decided in a random office, and what was said of it. */
export interface RandomOffice {
  readonly now: Instant
  readonly dossiers: ReadonlyMap<string, Dossier>
  readonly logs: ReadonlyMap<string, readonly DomainEvent[]>
  readonly posts: readonly Post[]
}

/** One step: the wish as it was decided, and the office before and after it. */
export interface Taken {
  readonly command: Command
  readonly context: Context
  readonly dossier: Dossier | null
  readonly decision: Decision
  readonly before: RandomOffice
  readonly after: RandomOffice
}

/** A December, so that numbers cross the year. */
export const emptyOffice: RandomOffice = {
  now: on('2026-12-21 09:00'),
  dossiers: new Map(),
  logs: new Map(),
  posts: [],
}

/** The next serials of this year, as the counters of the database would give them. */
function nextSerials(office: RandomOffice, year: number): Context['next'] {
  const ofYear = [...office.logs.values()].flat().filter(({ at }) => yearOf(dayOf(at)) === year)
  const used = serialsUsed(ofYear)
  return perSeries((series) => used[series] + 1)
}

/** Ends that would cut most cases short; they are wished for often enough without being fitting. */
const early: readonly CommandType[] = ['withdraw_draft', 'withdraw_slip']

/** The step with the wish that is really made: of those that fit, the eager ones sooner. */
function settled(step: Step, dossier: Dossier | null, now: Instant): Step {
  if (step.fitting === null) return step
  if (!dossier) return { ...step, type: step.type === 'register_whistle' ? step.type : 'register' }
  const slip = ((step.slip - 1) % Math.max(1, dossier.slips.length)) + 1
  const fits = types.filter((type) => {
    if (isRegistration(type) || early.includes(type)) return false
    const tried = { ...step, type, slip }
    const actor = acting(rightfulFor(tried, dossier))
    const context = { now, actor, directory, calendar, policy: defaultPolicy, next: nobody }
    return mayBegin(type, commandOf(tried, dossier, now), dossier, context) === null
  })
  const lots = fits.flatMap((type) => Array.from({ length: eagerness[type] }, () => type))
  return { ...step, slip, type: lots[Math.floor(step.fitting * lots.length)] ?? step.type }
}

const nobody = perSeries(() => 1)

export function takeStep(before: RandomOffice, wished: Step): Taken {
  const now = before.now + wished.after
  const matterId = `matter-${wished.matter}`
  const dossier = before.dossiers.get(matterId) ?? null
  const step = settled(wished, dossier, now)
  const command = commandOf(step, dossier, now)
  const actor = acting(step.by === 'rightful' ? rightfulFor(step, dossier) : step.by)
  const next = nextSerials(before, yearOf(dayOf(now)))
  const context: Context = { now, actor, directory, calendar, policy: defaultPolicy, next }
  const decision = decide(command, dossier, context)
  const taken = { command, context, dossier, decision, before }
  if (decision.kind !== 'done') return { ...taken, after: { ...before, now } }
  const changed = decision.events.reduce<Dossier | null>(evolve, dossier)
  if (!changed) throw new Error('facts without a dossier')
  const after: RandomOffice = {
    now,
    dossiers: new Map([...before.dossiers, [matterId, deepFrozen(changed)]]),
    logs: new Map([...before.logs, [matterId, [...(before.logs.get(matterId) ?? []), ...decision.events]]]),
    posts: [...before.posts, ...effectsOf(decision.events, changed, { now, directory, calendar })],
  }
  return { ...taken, after }
}

/** So that a decision or a fold that writes into what it was given throws. */
function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) deepFrozen(part)
  }
  return value
}
