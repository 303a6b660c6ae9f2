import { type Advice, type AdviceCode, unheard } from './domain/advice.ts'
import { bareRefusal } from './domain/bare-refusal.ts'
import type { Calendar } from './domain/calendar.ts'
import type { Calendars } from './domain/calendars.ts'
import type { CardRef } from './domain/card-ref.ts'
import type { Command, CommandType } from './domain/command.ts'
import { decide, isRegistration, mayBegin, serialsUsed, seriesOf, type Target } from './domain/decide.ts'
import {
  type Actor,
  type Context,
  type Decision,
  done,
  perSeries,
  refuse,
  type Series,
  seriesNames,
} from './domain/decision.ts'
import type { Directory, Person, PersonIds } from './domain/directory.ts'
import { type Dossier, evolve } from './domain/dossier.ts'
import { matterLookAt } from './domain/duties.ts'
import { type Address, effectsOf } from './domain/effects.ts'
import type { DomainEvent } from './domain/event.ts'
import { nextLookAt } from './domain/ladder.ts'
import { type Policy, policyFor } from './domain/policy.ts'
import type { FieldProblem, Quiet, Refusal } from './domain/refusal.ts'
import { dayOf, type Instant, yearOf } from './domain/time.ts'
import type { Clock, Database, FileContent, InboxKey, StoredOutcome, Tx } from './ports.ts'

/** A wish that somebody has, in the transaction that will decide it. */
export interface Wish {
  readonly type: CommandType
  readonly on: Target
  /**
   * Makes the command once the right to begin is known, or tells what is wrong with the form.
   * Null asks only whether the act may be begun: so a form is opened.
   */
  readonly make: (
    dossier: Dossier | null,
    context: Context,
  ) => Command | Advised | readonly FieldProblem[] | null
  /** 并案: the 舆情编号 of the main matter, which is locked too. */
  readonly main?: string | undefined
  /** The bytes of the files it names, kept with the facts about them. */
  readonly contents?: readonly FileContent[]
  /** The advice the person has been given on this form. None is given without it, or where it is null. */
  readonly heard?: (tx: Tx, person: Person | null) => Promise<readonly AdviceCode[] | null>
}

/** A command about which something is worth pointing out before it is done. */
export interface Advised {
  readonly command: Command
  readonly advice: readonly Advice[]
}

export interface Request {
  /** Every key is new, or the request is a repeat and gets the remembered outcome. */
  readonly keys: readonly InboxKey[]
  readonly who: PersonIds | 'system'
  /** Null when somebody only asks. */
  readonly wish: Wish | null
  /** A question by somebody the directory does not know is answered all the same (with help, or a refusal of its own). */
  readonly strangersMayAsk?: boolean
  /** Messages that answer the request, sent with it or not at all. */
  readonly answers?: (outcome: Outcome, directory: Directory) => readonly AnswerPost[]
  /** Further writes of the same transaction: the form on a posted card, a bound group. */
  readonly also?: (tx: Tx, outcome: Settled, person: Person | null) => Promise<void>
}

export interface AnswerPost {
  readonly to: Address
  readonly card: CardRef
  readonly replyTo: string | null
}

export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'quiet'; readonly quiet: Quiet }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Nothing was decided: something was pointed out first, and submitting again passes. */
  | { readonly kind: 'advised'; readonly advice: readonly Advice[] }
  | { readonly kind: 'repeat'; readonly outcome: StoredOutcome }

/** What this very request came to. */
export type Settled = Exclude<Outcome, { kind: 'repeat' }>

export interface ExecuteDeps {
  readonly db: Database
  readonly clock: Clock
  readonly calendars: Calendars
  readonly policy: Policy
}

export type Execute = (request: Request) => Promise<Outcome>

/**
 * Somebody acted. One transaction: the inbox, the rights of this moment, the decision, the state with its events,
 * and every message that follows from it. Nothing is said to the world before the commit.
 */
export function createExecute({ db, clock, calendars, policy }: ExecuteDeps): Execute {
  return (request) =>
    db.transact(async (tx): Promise<Outcome> => {
      const now = clock.now()
      const remembered = await tx.claim(request.keys, now)
      if (remembered) return { kind: 'repeat', outcome: remembered }
      const directory = await tx.directory()
      const calendar = calendars(await tx.arrangements())
      const actor = actorOf(request.who, directory)
      const { outcome, confided } = await decideAndSave(request, actor, tx, {
        now,
        calendar,
        policy,
        directory,
      })
      await request.also?.(tx, outcome, actor?.kind === 'person' ? actor.person : null)
      await answer(request, outcome, tx, directory, now)
      await remember(request.keys, confided ? bare(outcome) : outcome, tx)
      return outcome
    })
}

type Known = Omit<Context, 'actor' | 'next'>

/** `confided`: it was about a 举报件, of which nothing may be kept beside the matter itself. */
async function decideAndSave(
  { wish, strangersMayAsk, keys }: Request,
  actor: Actor | null,
  tx: Tx,
  known: Known,
): Promise<{ readonly outcome: Settled; readonly confided: boolean }> {
  const nothing = (outcome: Settled) => ({ outcome, confided: false })
  if (!actor && !(strangersMayAsk && !wish)) {
    return nothing({ kind: 'refused', refusal: { code: 'not_registered' } })
  }
  if (!actor || !wish) return nothing({ kind: 'done' })
  const { before, main } = await locked(wish, tx, known.directory)
  const outcome = await decided(wish, keys, actor, { before, main }, tx, known)
  return { outcome, confided: before?.matter.circle !== undefined }
}

interface Locked {
  readonly before: Dossier | null
  readonly main: Dossier | null
}

/** Of two matters the one with the smaller id first, so that two 并案 never wait for each other. */
async function locked({ on, main: ref }: Wish, tx: Tx, directory: Directory): Promise<Locked> {
  const first = () => ('matterId' in on ? tx.lockMatter(on.matterId) : tx.lockSlip(on.slipId))
  const offices = directory.bodiesOfKind('office').map(({ id }) => id)
  const mainId = ref === undefined ? null : await tx.matterByRef(ref, offices)
  if (mainId === null) return { before: await first(), main: null }
  if ('matterId' in on && on.matterId <= mainId) {
    const before = await first()
    return { before, main: on.matterId === mainId ? before : await tx.lockMatter(mainId) }
  }
  const main = await tx.lockMatter(mainId)
  return { before: await first(), main }
}

async function decided(
  wish: Wish,
  keys: readonly InboxKey[],
  actor: Actor,
  { before, main }: Locked,
  tx: Tx,
  known: Known,
): Promise<Settled> {
  const year = yearOf(dayOf(known.now))
  const numbering = firstOffice(known.directory)
  const context: Context = {
    ...known,
    policy: policyFor(known.policy, before?.matter.officeId),
    actor,
    next: await nextSerials(tx, numbering, seriesOf(wish.type, before), year),
    main,
  }
  const decision = await settle(wish, before, context, tx)
  if (decision.kind !== 'done') {
    // The sweep looked and found nothing: without a new appointment it would look again for ever.
    if (actor.kind === 'system' && before)
      await tx.save(before, [], looksOf(before, known.calendar), 'system')
    return decision
  }
  const after = decision.events.reduce<Dossier | null>(evolve, before)
  if (!after || decision.events.length === 0) return { kind: 'done' }
  const origin = keys[0] ?? 'system'
  await keepContents(wish, decision.events, tx)
  await saveOwn(after, decision.events, origin, tx, known)
  if (main) await saveOwn(decision.events.reduce<Dossier>(evolve, main), decision.events, origin, tx, known)
  const used = serialsUsed(decision.events)
  for (const series of seriesNames) {
    if (used[series] > 0) await tx.useSerials(numbering, series, year, used[series])
  }
  await tx.enqueue(effectsOf(decision.events, after, known))
  return { kind: 'done' }
}

/** Only what became a fact: a file that was there already, or was not taken, leaves nothing. */
async function keepContents({ contents = [] }: Wish, events: readonly DomainEvent[], tx: Tx): Promise<void> {
  const kept = events.flatMap((event) =>
    event.type === 'attached' || event.type === 'matter_attached' ? [event.file.sha256] : [],
  )
  for (const content of contents.filter(({ sha256 }) => kept.includes(sha256))) await tx.keepContent(content)
}

/** A matter is written with the facts about it and no others. */
async function saveOwn(
  after: Dossier,
  events: readonly DomainEvent[],
  origin: string,
  tx: Tx,
  { calendar }: Known,
): Promise<void> {
  const own = events.filter((event) => event.on === 'slip' || event.id === after.matter.id)
  if (own.length > 0) await tx.save(after, own, looksOf(after, calendar), origin)
}

type Advising = Extract<Outcome, { kind: 'advised' }>

async function settle(
  wish: Wish,
  before: Dossier | null,
  context: Context,
  tx: Tx,
): Promise<Decision | Advising> {
  const stop = isRegistration(wish.type) ? null : mayBegin(wish.type, wish.on, before, context)
  if (stop) return stop
  const made = wish.make(before, context)
  if (made === null) return done()
  if ('type' in made) return decide(made, before, context)
  if (!('command' in made)) return refuse({ code: 'form_incomplete', problems: made })
  const decision = decide(made.command, before, context)
  // What will be refused anyway needs no advice on top.
  if (decision.kind !== 'done' || made.advice.length === 0 || !wish.heard) return decision
  const person = context.actor.kind === 'person' ? context.actor.person : null
  const heard = await wish.heard(tx, person)
  const advice = heard === null ? [] : unheard(made.advice, heard)
  return advice.length === 0 ? decision : { kind: 'advised', advice }
}

function actorOf(who: PersonIds | 'system', directory: Directory): Actor | null {
  if (who === 'system') return { kind: 'system' }
  const person = directory.person(who)
  return person ? { kind: 'person', person } : null
}

/**
 * The office that keeps the books: one 代字 is one series, whoever issues under it, so every number is drawn and used up
 * in the same place.
 */
function firstOffice(directory: Directory): string {
  return directory.bodiesOfKind('office')[0]?.id ?? ''
}

async function nextSerials(tx: Tx, officeId: string, wanted: readonly Series[], year: number) {
  const next = new Map<Series, number>()
  for (const series of wanted) next.set(series, await tx.nextSerial(officeId, series, year))
  return perSeries((series) => next.get(series) ?? 0)
}

function looksOf({ matter, slips }: Dossier, calendar: Calendar): ReadonlyMap<string, Instant | null> {
  return new Map([
    [matter.id, matterLookAt(matter)],
    ...slips.map((slip) => [slip.id, nextLookAt(slip, calendar)] as const),
  ])
}

function bare(outcome: Settled): Settled {
  return outcome.kind === 'refused' ? { ...outcome, refusal: bareRefusal(outcome.refusal) } : outcome
}

/** A nonce is used up by an effect only: whoever was refused corrects the form and submits the same one again. */
async function remember(keys: readonly InboxKey[], outcome: Settled, tx: Tx): Promise<void> {
  const kept = outcome.kind === 'done' ? keys : keys.filter((key) => !/^[ni]:/.test(key))
  await tx.release(keys.filter((key) => !kept.includes(key)))
  await tx.settle(kept, outcome)
}

async function answer(
  request: Request,
  outcome: Outcome,
  tx: Tx,
  directory: Directory,
  now: Instant,
): Promise<void> {
  const posts = request.answers?.(outcome, directory) ?? []
  await tx.enqueue(
    posts.map(({ to, card, replyTo }, index) => ({
      key: `answer/${request.keys[0]}/${index}`,
      officeId: firstOffice(directory),
      to,
      card,
      notBefore: now,
      replyTo,
    })),
  )
}
