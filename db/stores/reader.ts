import {
  and,
  arrayContains,
  asc,
  desc,
  eq,
  inArray,
  not,
  notInArray,
  or,
  sql as raw,
  type SQL,
} from 'drizzle-orm'
import type { DomainEvent } from '../../src/domain/event.ts'
import type { Scope } from '../../src/domain/visibility.ts'
import type { Reader, SlipFilter } from '../../src/ports.ts'
import { events, slips } from '../schema/index.ts'
import type { Open, Sql } from '../sql.ts'
import type { DirectoryStore } from './directory.ts'
import { dossierOfMatter, dossierOfSlip, dossiersWaiting } from './dossiers.ts'
import { enteredNotice, type HolidayStore } from './holidays.ts'
import { postedCard } from './posted-cards.ts'

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
      return row?.state ?? null
    },

    async slips(filter) {
      const sql = open()
      const where = shownBy(filter)
      const rows = await sql
        .select({ state: slips.state })
        .from(slips)
        .where(where)
        .orderBy(desc(slips.issuedAt), desc(slips.noYear), desc(slips.noSerial))
        .limit(filter.limit)
        .offset(filter.offset)
      return { slips: rows.map(({ state }) => state), total: await sql.$count(slips, where) }
    },

    mattersWaiting: (officeId) => dossiersWaiting(open(), officeId),
    posted: (messageId) => postedCard(open(), messageId, UNLOCKED),
    events: (matterId) => eventsOf(open(), matterId),
  }
}

function shownBy({ within, outside, openOnly, grams }: SlipFilter): SQL | undefined {
  return and(
    ...within.map(inScope),
    outside ? not(inScope(outside)) : undefined,
    openOnly ? notInArray(slips.status, ['closed', 'withdrawn', 'voided']) : undefined,
    grams && grams.length > 0 ? arrayContains(slips.grams, [...grams]) : undefined,
  )
}

function inScope(scope: Scope): SQL {
  if (scope.all) return raw`true`
  const { offices, units } = scope
  return or(inArray(slips.officeId, [...offices]), inArray(slips.unitId, [...units])) ?? raw`false`
}

async function eventsOf(sql: Sql, matterId: string): Promise<readonly DomainEvent[]> {
  const rows = await sql
    .select({ body: events.body })
    .from(events)
    .where(eq(events.matterId, matterId))
    .orderBy(asc(events.seq))
  return rows.map(({ body }) => body)
}
