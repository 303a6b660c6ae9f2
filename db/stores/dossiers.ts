import { and, asc, eq, inArray } from 'drizzle-orm'
import { bigramsOf } from '../../src/domain/bigrams.ts'
import { type Named, officeSide } from '../../src/domain/circle.ts'
import type { BodyId } from '../../src/domain/directory.ts'
import type { Dossier } from '../../src/domain/dossier.ts'
import type { DomainEvent } from '../../src/domain/event.ts'
import { dueOf } from '../../src/domain/list-filter.ts'
import { laterFields, type Matter } from '../../src/domain/matter.ts'
import { formatNo } from '../../src/domain/numbering.ts'
import { fingerprintOf } from '../../src/domain/similar.ts'
import type { Slip } from '../../src/domain/slip.ts'
import { slipAsStored } from '../../src/domain/stored-slip.ts'
import type { Instant } from '../../src/domain/time.ts'
import { maySeeMatter, type Scope } from '../../src/domain/visibility.ts'
import { bodies, events, matters, slips } from '../schema/index.ts'
import { excluded, type Sql } from '../sql.ts'
import { saveAttachments } from './attachments.ts'
import { markStale } from './posted-cards.ts'

/** The dossier as it stands. `lock` holds the matter and then its slips until the transaction ends. */
export async function dossierOfMatter(
  sql: Sql,
  matterId: string,
  { lock }: { readonly lock: boolean },
): Promise<Dossier | null> {
  const matterRow = sql.select({ state: matters.state }).from(matters).where(eq(matters.id, matterId))
  const [found] = await (lock ? matterRow.for('update') : matterRow)
  if (!found) return null
  if (lock) {
    await sql
      .select({ id: slips.id })
      .from(slips)
      .where(eq(slips.matterId, matterId))
      .orderBy(asc(slips.id))
      .for('update')
  }
  return { matter: asStored(found.state), slips: await slipsOf(sql, [matterId]) }
}

export async function dossierOfSlip(
  sql: Sql,
  slipId: string,
  options: { readonly lock: boolean },
): Promise<Dossier | null> {
  const [slip] = await sql.select({ matterId: slips.matterId }).from(slips).where(eq(slips.id, slipId))
  return slip ? dossierOfMatter(sql, slip.matterId, options) : null
}

/** The id of these offices' matter with that 舆情编号. */
export async function matterByRef(sql: Sql, ref: string, offices: readonly BodyId[]): Promise<string | null> {
  const [found] = await sql
    .select({ id: matters.id })
    .from(matters)
    .where(and(inArray(matters.officeId, [...offices]), eq(matters.ref, ref)))
  return found?.id ?? null
}

/** Matters not issued yet, oldest first, each with its slips. */
export async function dossiersWaiting(
  sql: Sql,
  officeId: BodyId,
  within: Scope,
): Promise<readonly Dossier[]> {
  const all = await sql
    .select({ state: matters.state })
    .from(matters)
    .where(
      and(
        eq(matters.officeId, officeId),
        inArray(matters.status, ['registered', 'drafting', 'awaiting_approval']),
      ),
    )
    .orderBy(asc(matters.registeredAt), asc(matters.ref))
  const rows = all.filter(({ state }) => !state.circle || maySeeMatter(within, state))
  if (rows.length === 0) return []
  const found = await slipsOf(
    sql,
    rows.map(({ state }) => state.id),
  )
  return rows.map(({ state }) => ({
    matter: asStored(state),
    slips: found.filter(({ matterId }) => matterId === state.id),
  }))
}

/** A row written before a field existed has what the field was then. */
function asStored(state: Matter): Matter {
  return { ...laterFields, ...state }
}

async function slipsOf(sql: Sql, matterIds: readonly string[]): Promise<readonly Slip[]> {
  const rows = await sql
    .select({ state: slips.state })
    .from(slips)
    .where(inArray(slips.matterId, [...matterIds]))
    .orderBy(asc(slips.position))
  return rows.map(({ state }) => slipAsStored(state))
}

/** State and events together: whoever reads the one without the other reads half the truth. */
export async function saveDossier(
  sql: Sql,
  after: Dossier,
  facts: readonly DomainEvent[],
  looks: ReadonlyMap<string, Instant | null>,
  origin: string,
): Promise<void> {
  const { matter } = after
  const seq = await saveMatter(sql, matter, looks.get(matter.id) ?? null, facts.length)
  await saveSlips(sql, after, looks)
  if (facts.length === 0) return
  await sql.insert(events).values(
    facts.map((event, index) => ({
      matterId: matter.id,
      seq: seq + index + 1,
      officeId: matter.officeId,
      slipId: event.on === 'slip' ? event.id : null,
      type: event.type,
      at: event.at,
      byOpenId: event.by === 'system' ? null : event.by.openId,
      origin,
      body: event,
    })),
  )
  await saveAttachments(sql, matter, facts)
  await markStale(sql, matter.id)
}

/** Returns how many events the dossier had before. */
async function saveMatter(
  sql: Sql,
  matter: Matter,
  nextLookAt: Instant | null,
  added: number,
): Promise<number> {
  const { id, officeId, ref, status } = matter
  const [stored] = await sql
    .select({ seq: matters.seq })
    .from(matters)
    .where(eq(matters.id, id))
    .for('update')
  const seq = stored?.seq ?? 0
  const registeredAt = matter.registered.at
  const { linkKey, grams } = fingerprintOf(matter)
  const row = {
    officeId,
    ref,
    status,
    seq: seq + added,
    registeredAt,
    nextLookAt,
    linkKey,
    grams: [...grams],
    state: matter,
  }
  await (stored
    ? sql.update(matters).set(row).where(eq(matters.id, id))
    : sql.insert(matters).values({ id, ...row }))
  return seq
}

async function saveSlips(
  sql: Sql,
  { matter, slips: all }: Dossier,
  looks: ReadonlyMap<string, Instant | null>,
): Promise<void> {
  if (all.length === 0) return
  const names = await unitNames(sql, all)
  const rows = all.map((slip, position) => ({
    id: slip.id,
    matterId: matter.id,
    officeId: slip.officeId,
    unitId: slip.unitId,
    position,
    noWord: slip.no.word,
    noYear: slip.no.year,
    noSerial: slip.no.serial,
    status: slip.status,
    rev: slip.rev,
    issuedAt: slip.issued.at,
    closedAt: slip.closed?.at ?? slip.withdrawn?.at ?? null,
    nextLookAt: looks.get(slip.id) ?? null,
    dueAt: dueOf(slip),
    grams: [...gramsOf(slip, matter, names.get(slip.unitId))],
    ...circleOf(slip),
    state: slip,
  }))
  await sql
    .insert(slips)
    .values(rows)
    .onConflictDoUpdate({
      target: slips.id,
      set: {
        status: excluded(slips.status),
        rev: excluded(slips.rev),
        closedAt: excluded(slips.closedAt),
        nextLookAt: excluded(slips.nextLookAt),
        dueAt: excluded(slips.dueAt),
        officeNamed: excluded(slips.officeNamed),
        unitNamed: excluded(slips.unitNamed),
        keptFrom: excluded(slips.keptFrom),
        state: excluded(slips.state),
      },
    })
}

function circleOf({ circle }: Slip) {
  const ids = (named: readonly Named[]) => named.map(({ openId }) => openId)
  return circle
    ? {
        officeNamed: ids(officeSide(circle)),
        unitNamed: ids(circle.handlers),
        keptFrom: [...circle.excluded],
      }
    : { officeNamed: null, unitNamed: null, keptFrom: null }
}

async function unitNames(sql: Sql, all: readonly Slip[]): Promise<ReadonlyMap<string, string>> {
  const ids = all.map(({ unitId }) => unitId)
  const rows = await sql
    .select({ id: bodies.id, name: bodies.name })
    .from(bodies)
    .where(inArray(bodies.id, ids))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** What a slip can be found by. It is all frozen at 签发, so it is written once. */
function gramsOf(slip: Slip, matter: Matter, unitName: string | undefined): readonly string[] {
  const { title, summary, platform, demand, sensitivity } = slip.brief
  // Hit or miss would tell a unit's group, word by word, what an 内部 card does not show them.
  const text = sensitivity === 'public' ? [title, summary, platform, demand] : []
  return bigramsOf([formatNo(slip.no), matter.ref, unitName ?? '', ...text].join('\n'))
}
