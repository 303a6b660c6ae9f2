import { setImmediate as nextTurn } from 'node:timers/promises'
import { type TableCell, tableColumns, tableRow } from '../../cards/ledger-table.ts'
import { filterWords, tableHeads, tableLines } from '../../cards/wording-lists.ts'
import type { ListQuery } from '../../src/domain/card-ref.ts'
import type { Directory } from '../../src/domain/directory.ts'
import { unfiltered } from '../../src/domain/list-filter.ts'
import { recordsOf } from '../../src/domain/record.ts'
import type { Slip } from '../../src/domain/slip.ts'
import { dayOf, type Instant } from '../../src/domain/time.ts'
import { mayReadText, type Scope, scopeOfPerson, seesNothing } from '../../src/domain/visibility.ts'
import type { OutboxItem, Reader } from '../../src/ports.ts'
import { filterOf } from '../commands/look-up.ts'
import type { DeliverDeps } from './deliver.ts'
import { postOrTell, tellAsker } from './send-file.ts'
import { makeXlsx } from './xlsx.ts'

/** What one table holds, and how much of it is read at once. */
export const MOST_TABLE_ROWS = 5_000
const READ_AT_ONCE = 500

const wide = [tableColumns.indexOf('title'), tableColumns.indexOf('link')]

/** The ledger as a table, to who asked for it: what they may see at the moment it is sent. */
export async function sendTable(item: OutboxItem, list: ListQuery, deps: DeliverDeps): Promise<void> {
  const { db, clock } = deps
  const directory = await db.read.directory()
  const scope = scopeOfPerson(directory.person({ openId: list.asker }), directory)
  const office = directory.bodiesOfKind('office')[0]?.id ?? ''
  const now = clock.now()
  if (!('person' in item.to) || item.to.person !== list.asker || seesNothing(scope)) {
    return db.outbox.drop(item, 'skipped', 'not_named', now)
  }
  const { rows, total } = await rowsOf(list, scope, directory, now, db.read)
  if (rows.length === 0) {
    await tellAsker(item, `empty/${item.key}`, office, { say: 'table_empty' }, deps)
    return db.outbox.drop(item, 'skipped', 'empty', now)
  }
  const words = filterWords(list.filter ?? unfiltered, list.text, (id) => directory.body(id)?.name ?? id, now)
  const name = tableLines.fileName(words, dayOf(now))
  const content = await makeXlsx({ heads: Object.values(tableHeads), rows, wide })
  const untold = { code: 'file_not_sent', what: 'table' } as const
  const sent = await postOrTell(item, { name, kind: 'xlsx', content }, office, untold, deps)
  if (sent === 'posted' && total > rows.length) {
    await tellAsker(item, `cut/${item.key}`, office, { say: 'table_cut', total, most: MOST_TABLE_ROWS }, deps)
  }
}

interface Read {
  readonly rows: readonly (readonly TableCell[])[]
  readonly total: number
}

/** A page at a time, outside any transaction, so that nobody waits for a long table. */
async function rowsOf(
  list: ListQuery,
  scope: Scope,
  directory: Directory,
  now: Instant,
  read: Reader,
): Promise<Read> {
  const rows: (readonly TableCell[])[] = []
  // Newest first, also of 待办: each page is found by where the last one ended.
  const { order: _, ...narrowed } = filterOf(list, now)
  const asked = { ...narrowed, within: [scope], outside: null, offset: 0 }
  let after: Slip | undefined
  let total = 0
  while (rows.length < MOST_TABLE_ROWS) {
    // The embedded database answers without leaving the process: whoever pressed something is heard between two pages.
    await nextTurn()
    const limit = Math.min(READ_AT_ONCE, MOST_TABLE_ROWS - rows.length)
    const page = await read.slips({ ...asked, limit, ...(after ? { after } : {}) })
    total = page.total
    const urged = await urgedOf(page.slips, read)
    const mayRead = (slip: Slip) => mayReadText(scope, slip)
    rows.push(...page.slips.map((slip) => tableRow(slip, { now, directory, mayRead, urged })))
    after = page.slips.at(-1)
    if (page.slips.length < limit) break
  }
  return { rows, total }
}

async function urgedOf(slips: readonly Slip[], read: Reader): Promise<(slip: Slip) => number> {
  const matterIds = [...new Set(slips.map(({ matterId }) => matterId))]
  const facts =
    matterIds.length === 0
      ? []
      : await read.factsOf(matterIds, ['slip_issued', 'rungs_climbed', 'reminded_by_office'])
  const records = new Map(recordsOf(facts).map((record) => [record.slipId, record]))
  return ({ id }) => records.get(id)?.urged.length ?? 0
}
