import { type Gap, GRACE, isOurs, missedRungs } from './domain/audit.ts'
import type { Calendar } from './domain/calendar.ts'
import type { Calendars } from './domain/calendars.ts'
import type { CardRef } from './domain/card-ref.ts'
import type { Directory } from './domain/directory.ts'
import { effectsOf } from './domain/effects.ts'
import type { Policy } from './domain/policy.ts'
import { endOfHold } from './domain/quiet.ts'
import { DAY, HOUR, type Instant, MINUTE } from './domain/time.ts'
import type { Clock, Database, Log } from './ports.ts'

const EVERY = MINUTE
/** Reading every open slip is the dear part, and what it finds is a fault of the program, not of the minute. */
const WHOLE_EVERY = 10 * MINUTE
const PAGE = 200
/** How many gaps one report names; more of them are one trouble, not many. */
const NAMED = 8

const ACCUSATION = 'audit/'

export interface AuditDeps {
  readonly db: Database
  readonly clock: Clock
  readonly calendars: Calendars
  readonly policy: Policy
  readonly log: Log
  /** Told after every audit whether our own part was in order. */
  readonly heartbeat: (inOrder: boolean) => Promise<void>
}

/** A gap, and whether it is about a 举报件: then the office's group must not read that there is one. */
interface Found {
  readonly gap: Gap
  readonly confided: boolean
}

interface Looking {
  readonly now: Instant
  readonly calendar: Calendar
  readonly directory: Directory
}

/**
 * Compares what should have been said with what was said, and accuses us in the office's group, at most once an hour.
 * `run` is for the clock: of several processes one audits each minute.
 */
export function createAudit({ db, clock, calendars, policy, log, heartbeat }: AuditDeps) {
  let lookedAtAll = 0
  let climbsUntil: Instant | null = null

  /** What the slips themselves say is due, whatever appointment the sweep was given. */
  const ofSlips = async ({ now, calendar }: Looking): Promise<readonly Found[]> => {
    if (now - lookedAtAll < WHOLE_EVERY) return []
    lookedAtAll = now
    const gaps: Found[] = []
    for (let after = ''; ; ) {
      const page = await db.auditing.openSlips(after, PAGE)
      for (const slip of page) {
        for (const gap of missedRungs(slip, calendar, now)) gaps.push({ gap, confided: Boolean(slip.circle) })
      }
      after = page.at(-1)?.id ?? ''
      if (page.length < PAGE) return gaps
    }
  }

  /** Rungs that were climbed since the last look, and whose message was never written. */
  const ofClimbs = async ({ now, calendar, directory }: Looking): Promise<readonly Found[]> => {
    const since = climbsUntil ?? now - DAY
    const gaps: Found[] = []
    for (const { id } of directory.bodiesOfKind('office')) {
      for (const fact of await db.auditing.climbs(id, since, now)) {
        const dossier = await db.read.dossierOfSlip(fact.id)
        const owed = dossier ? effectsOf([fact], dossier, { now: fact.at, directory, calendar }) : []
        const written = await db.auditing.written(owed.map(({ key }) => key))
        const { key, due } = fact.rungs[0] ?? { key: '', due: fact.at }
        if (!owed.every((post) => written.has(post.key))) {
          const gap: Gap = { what: 'not_written', slipId: fact.id, key, due }
          gaps.push({ gap, confided: Boolean(dossier?.matter.circle) })
        }
      }
    }
    climbsUntil = now
    return gaps
  }

  /** An accusation that waits for the platform like everything else is none against it, and one is enough. */
  const ofOutbox = async ({ now }: Looking) => {
    const unsent = await db.auditing.unsent(now - GRACE, PAGE)
    const gaps: Found[] = []
    for (const { key, card, due, code } of unsent.filter((row) => !row.key.startsWith(ACCUSATION))) {
      gaps.push({ gap: { what: 'not_sent', key, due, code }, confided: await isConfided(card) })
    }
    return { accused: gaps.length < unsent.length, gaps }
  }

  const isConfided = async (card: CardRef) => {
    if ('slipId' in card) return Boolean((await db.read.dossierOfSlip(card.slipId))?.matter.circle)
    return 'matterId' in card && Boolean((await db.read.dossierOfMatter(card.matterId))?.matter.circle)
  }

  const accuse = async (gaps: readonly Gap[], { now, calendar, directory }: Looking) => {
    const office = directory.bodiesOfKind('office')[0]
    if (!office) return
    await db.transact((tx) =>
      tx.enqueue([
        {
          key: `${ACCUSATION}${Math.floor(now / HOUR)}`,
          officeId: office.id,
          to: { chat: office.chatId },
          card: { kind: 'answer', answer: { say: 'audit', gaps: gaps.slice(0, NAMED), all: gaps.length } },
          notBefore: endOfHold(now, policy.quiet, calendar),
          replyTo: null,
        },
      ]),
    )
  }

  const look = async (): Promise<readonly Gap[]> => {
    const now = clock.now()
    const looking = {
      now,
      calendar: calendars(await db.read.arrangements()),
      directory: await db.read.directory(),
    }
    const outbox = await ofOutbox(looking)
    const found = [...(await ofSlips(looking)), ...(await ofClimbs(looking)), ...outbox.gaps]
    const gaps = found.map(({ gap }) => gap)
    if (gaps.length > 0) log.error({ gaps: gaps.slice(0, NAMED), all: gaps.length }, 'the audit found gaps')
    const open = found.filter(({ confided }) => !confided).map(({ gap }) => gap)
    if (open.length > 0 && !outbox.accused) await accuse(open, looking)
    await heartbeat(!gaps.some(isOurs))
    return gaps
  }

  return {
    look,
    run: async () => {
      if (await db.sweeping.claimTick('audit', clock.now(), EVERY)) await look()
    },
  }
}
