import { createHash } from 'node:crypto'
import type { RequestType } from './domain/dictionary.ts'
import { seedOf } from './domain/intake.ts'
import { type Door, originBy, type Spread } from './domain/origin.ts'
import { maskPersonalNumbers } from './domain/personal-numbers.ts'
import { bearsSecrecyMark } from './domain/secrecy.ts'
import type { Instant } from './domain/time.ts'
import type { Execute } from './execute.ts'
import { faultOf } from './faults.ts'
import type { Database, Log } from './ports.ts'

/** What another system or a table tells of one matter, read but not yet screened. */
export interface Report {
  /** Its number at the source; without one its words stand for it. */
  readonly sourceId: string | null
  readonly title: string | null
  readonly summary: string | null
  readonly platform: string | null
  readonly link: string | null
  readonly author: string | null
  readonly postedAt: Instant | null
  readonly requestType: RequestType | null
  readonly spread: Spread | null
}

export type TakenIn =
  | { readonly kind: 'registered' | 'known'; readonly ref: string }
  /** It bears a secrecy mark: nothing of it was kept. */
  | { readonly kind: 'secret' }
  | { readonly kind: 'failed'; readonly reference: string }

export interface TakeInDeps {
  readonly db: Database
  readonly execute: Execute
  readonly log: Log
}

/** Many at once are told to the office once: more than this make a batch. */
const MOST_TOLD_SINGLY = 3

/**
 * Takes reports into the office's queue, each in a transaction of its own, so that one in trouble leaves the others. The
 * same report told again (by its number at the source, or its words) is known already and changes nothing.
 */
export type TakeIn = (
  reports: readonly Report[],
  from: { readonly door: Door & ('http' | 'import'); readonly source: string },
) => Promise<readonly TakenIn[]>

export function createTakeIn({ db, execute, log }: TakeInDeps): TakeIn {
  return async (reports, from) => {
    const [office] = (await db.read.directory()).bodiesOfKind('office')
    if (!office) throw new Error('the directory has no office yet')
    const batch = reports.length > MOST_TOLD_SINGLY
    const taken: TakenIn[] = []
    const fresh: string[] = []
    for (const report of reports) {
      const matterId = idOf(report, from)
      const one = await takeOne(report, matterId, from, office, batch)
      if (one.kind === 'registered') fresh.push(matterId)
      taken.push(one)
    }
    if (batch && fresh.length > 0) await tellOffice(fresh, from.source, office.chatId)
    return taken
  }

  async function takeOne(
    report: Report,
    matterId: string,
    { door, source }: Parameters<TakeIn>[1],
    office: { readonly id: string; readonly chatId: string },
    batch: boolean,
  ): Promise<TakenIn> {
    if (bearsSecrecyMark(wordsOf(report))) return { kind: 'secret' }
    const { sourceId, postedAt, spread } = report
    const author = report.author === null ? null : maskPersonalNumbers(report.author)
    const origin = originBy(door, { source, sourceId, author, postedAt, spread, batch })
    const seed = seedOf({ ...report, analysis: null })
    const { id: officeId, chatId } = office
    try {
      const outcome = await execute({
        keys: [`i:${matterId}`],
        who: 'system',
        wish: {
          type: 'register',
          on: { matterId },
          make: () => ({ type: 'register', matterId, officeId, chatId, seed, drafting: false, origin }),
        },
      })
      const dossier = await db.read.dossierOfMatter(matterId)
      if (!dossier) throw new Error('a report was taken in and is not there')
      return { kind: outcome.kind === 'done' ? 'registered' : 'known', ref: dossier.matter.ref }
    } catch (error) {
      const { reference, code } = faultOf(error)
      log.error({ reference, code, door, error }, 'a report could not be taken in')
      return { kind: 'failed', reference }
    }
  }

  /** One card, however many came: what each of them is, it reads when it is drawn. */
  async function tellOffice(matterIds: readonly string[], source: string, chat: string): Promise<void> {
    await execute({
      keys: [`i:batch/${hashOf(matterIds)}`],
      who: 'system',
      wish: null,
      answers: () => [
        {
          to: { chat },
          replyTo: null,
          card: { kind: 'intake_batch', source, matterIds, total: matterIds.length },
        },
      ],
    })
  }
}

function wordsOf({ sourceId, title, summary, platform, link, author }: Report): string {
  return [title, summary, platform, link, author, sourceId].filter((part) => part !== null).join('\n')
}

/** The same for the same report for ever, so that telling it twice is telling it once. */
function idOf(report: Report, { door, source }: Parameters<TakeIn>[1]): string {
  const { sourceId, platform } = report
  // Tables come under any file name; their rows are known by the number on their platform, or by their words.
  const place = door === 'http' ? source : (platform ?? '')
  const own = sourceId === null ? JSON.stringify(report) : sourceId
  return `i${hashOf([door, place, own])}`
}

function hashOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24)
}
