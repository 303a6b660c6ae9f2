import {
  and,
  arrayContains,
  arrayOverlaps,
  asc,
  desc,
  eq,
  inArray,
  isNotNull,
  isNull,
  not,
  notInArray,
  or,
  sql as raw,
  type SQL,
} from 'drizzle-orm'
import type { DomainEvent } from '../../src/domain/event.ts'
import { slipAsStored } from '../../src/domain/stored-slip.ts'
import type { Scope } from '../../src/domain/visibility.ts'
import type { Reader, SlipFilter } from '../../src/ports.ts'
import { events, matters, slips } from '../schema/index.ts'
import type { Open, Sql } from '../sql.ts'
import { awaitedFile, contentOf } from './attachments.ts'
import type { DirectoryStore } from './directory.ts'
import { dossierOfMatter, dossierOfSlip, dossiersWaiting, matterByRef } from './dossiers.ts'
import { enteredNotice, type HolidayStore } from './holidays.ts'
import { wasTaken } from './inbox.ts'
import { following, narrowedTo } from './narrowing.ts'
import { postedCard } from './posted-cards.ts'
import { similarMatters } from './similar.ts'

const UNLOCKED = { lock: false }

export function createReader(open: Open, directories: DirectoryStore, holidays: HolidayStore): Reader {
  return {
    directory: () => directories.directory(open()),
    arrangements: () => holidays.arrangements(open()),
    enteredNotice: (officeId, since) => enteredNotice(open(), officeId, since),
    dossierOfMatter: (matterId) => dossierOfMatter(open(), matterId, UNLOCKED),
    dossierOfSlip: (slipId) => dossierOfSlip(open(), slipId, UNLOCKED),

    async slipByNo({ word, year, serial }) {
      const [row] = await open()
        .select({ state: slips.state })
        .from(slips)
        .where(and(eq(slips.noWord, word), eq(slips.noYear, year), eq(slips.noSerial, serial)))
      return row ? slipAsStored(row.state) : null
    },

    async slips(filter) {
      const sql = open()
      const where = shownBy(filter)
      const newest = [desc(slips.issuedAt), desc(slips.noYear), desc(slips.noSerial), desc(slips.id)]
      const rows = await sql
        .select({ state: slips.state })
        .from(slips)
        .where(and(where, filter.after && following(filter.after)))
        .orderBy(...(filter.order === 'due' ? [asc(slips.dueAt), ...newest] : newest))
        .limit(filter.limit)
        .offset(filter.offset)
      return { slips: rows.map(({ state }) => slipAsStored(state)), total: await sql.$count(slips, where) }
    },

    mattersWaiting: (officeId, within) => dossiersWaiting(open(), officeId, within),
    matterByRef: (ref, offices) => matterByRef(open(), ref, offices),
    similarMatters: (query) => similarMatters(open(), query),
    async mattersKept(officeIds) {
      if (officeIds.length === 0) return []
      const rows = await open()
        .select({ state: matters.state })
        .from(matters)
        .where(
          and(
            inArray(matters.officeId, [...officeIds]),
            or(eq(matters.status, 'registered'), isNotNull(matters.nextLookAt)),
          ),
        )
        .orderBy(asc(matters.registeredAt))
      return rows.map(({ state }) => state)
    },

    posted: (messageId) => postedCard(open(), messageId, UNLOCKED),
    wasTaken: (key) => wasTaken(open(), key),
    attachmentContent: (sha256) => contentOf(open(), sha256),
    awaitedFile: (openId, chatId, now) => awaitedFile(open(), openId, chatId, now),
    events: (matterId) => eventsOf(open(), matterId),
    factsOf: (matterIds, types) => factsOf(open(), matterIds, types),
  }
}

function shownBy({ within, outside, openOnly, grams, filter }: SlipFilter): SQL | undefined {
  return and(
    // Nobody's question is nobody's sight of a 举报件.
    within.length === 0 ? isNull(slips.officeNamed) : undefined,
    ...within.map(inScope),
    outside ? not(inScope(outside)) : undefined,
    openOnly ? notInArray(slips.status, ['closed', 'withdrawn', 'voided']) : undefined,
    grams && grams.length > 0 ? arrayContains(slips.grams, [...grams]) : undefined,
    filter && narrowedTo(filter, within),
  )
}

function inScope(scope: Scope): SQL {
  const { all, offices = [], units = [] } = scope
  const ofOffice = inArray(slips.officeId, [...offices])
  const ofUnit = inArray(slips.unitId, [...units])
  const ordinary = and(isNull(slips.officeNamed), all ? undefined : or(ofOffice, ofUnit))
  return or(ordinary, confided(scope, ofOffice, ofUnit)) ?? raw`false`
}

/** Of the 举报件 those whose circle has the one who asks, as `maySee` judges a single one. */
function confided({ named, line = [] }: Scope, ofOffice: SQL, ofUnit: SQL): SQL | undefined {
  if (named === undefined) return undefined
  const isNamed = and(
    or(
      and(ofOffice, arrayContains(slips.officeNamed, [named])),
      and(ofUnit, arrayContains(slips.unitNamed, [named])),
    ),
    line.length === 0 ? undefined : not(arrayOverlaps(slips.keptFrom, [...line])),
  )
  // Null on every ordinary slip, which the negation of a scope must not swallow.
  return raw`coalesce(${isNamed}, false)`
}

async function eventsOf(sql: Sql, matterId: string): Promise<readonly DomainEvent[]> {
  const rows = await sql
    .select({ body: events.body })
    .from(events)
    .where(eq(events.matterId, matterId))
    .orderBy(asc(events.seq))
  return rows.map(({ body }) => body)
}

async function factsOf(
  sql: Sql,
  matterIds: readonly string[],
  types: readonly DomainEvent['type'][],
): Promise<readonly DomainEvent[]> {
  const rows = await sql
    .select({ body: events.body })
    .from(events)
    .where(and(inArray(events.matterId, [...matterIds]), inArray(events.type, [...types])))
    .orderBy(asc(events.matterId), asc(events.seq))
  return rows.map(({ body }) => body)
}
