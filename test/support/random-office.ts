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
const early: readonly CommandType[] = ['withdraw_draft', 'decline_matter', 'merge_matter', 'withdraw_slip']

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
  const main = mainFor(command, matterId, before)
  const context: Context = { now, actor, directory, calendar, policy: defaultPolicy, next, main }
  const decision = decide(command, dossier, context)
  const taken = { command, context, dossier, decision, before }
  if (decision.kind !== 'done') return { ...taken, after: { ...before, now } }
  const changed = decision.events.reduce<Dossier | null>(evolve, dossier)
  if (!changed) throw new Error('facts without a dossier')
  const mainChanged = main && decision.events.reduce<Dossier>(evolve, main)
  const kept = [changed, ...(mainChanged ? [mainChanged] : [])]
  const ownFacts = (id: string) => decision.events.filter((event) => event.on === 'slip' || event.id === id)
  const after: RandomOffice = {
    now,
    dossiers: new Map([...before.dossiers, ...kept.map((one) => [one.matter.id, deepFrozen(one)] as const)]),
    logs: new Map([
      ...before.logs,
      ...kept.map(({ matter: { id } }) => [id, [...(before.logs.get(id) ?? []), ...ownFacts(id)]] as const),
    ]),
    posts: [...before.posts, ...effectsOf(decision.events, changed, { now, directory, calendar })],
  }
  return { ...taken, after }
}

/** 并案 goes into the office's other matter. */
function mainFor(command: Command, matterId: string, { dossiers }: RandomOffice): Dossier | null {
  if (command.type !== 'merge_matter') return null
  return [...dossiers.values()].find(({ matter }) => matter.id !== matterId) ?? null
}

/** So that a decision or a fold that writes into what it was given throws. */
function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) deepFrozen(part)
  }
  return value
}
