import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { events, outbox, slips } from '../../db/schema/index.ts'
import type { CardRef } from '../../src/domain/card-ref.ts'
import type { SlipEvent } from '../../src/domain/event.ts'
import type { Slip } from '../../src/domain/slip.ts'
import type { TestDatabase } from './database.ts'
import { type Fortnight, isAwake } from './fortnight.ts'
import type { Office } from './office.ts'

/** Levels that nobody may be left asleep over. */
const urgent = ['extraordinary', 'major']

/** By the level it had then: a 更正 may have changed it since. */
function wasUrgent(slip: Slip | undefined, at: number): boolean {
  if (!slip) return false
  const later = slip.amendments.filter((one) => one.at >= at).flatMap(({ changes }) => changes)
  const level = later.find(({ field }) => field === 'level')?.from ?? slip.brief.level
  return urgent.includes(level)
}

/** All rungs of all slips, as the log tells of them. */
async function climbs({ sql }: TestDatabase) {
  const rows = await sql.select().from(events).where(eq(events.type, 'rungs_climbed'))
  return rows.flatMap(({ body }) =>
    body.type === 'rungs_climbed'
      ? body.rungs.map((rung) => ({ ...rung, slipId: body.id, at: body.at }))
      : [],
  )
}

async function slipsById({ sql }: TestDatabase): Promise<ReadonlyMap<string, Slip>> {
  return new Map((await sql.select().from(slips)).map(({ id, state }) => [id, state]))
}

/** Every rung of every slip is climbed once and spoken of at most once. Gives how many were climbed and spoken of. */
export async function expectRungsOnce(database: TestDatabase, { cards }: Fortnight) {
  const climbed = (await climbs(database)).map(({ slipId, key }) => `${slipId} ${key}`)
  expect(new Set(climbed).size).toBe(climbed.length)
  const spoken = [...cards.values()].flatMap((card) =>
    card.kind === 'reminder' && card.rungKey !== null ? [`${card.slipId} ${card.rungKey}`] : [],
  )
  expect(new Set(spoken).size).toBe(spoken.length)
  expect(climbed).toEqual(expect.arrayContaining(spoken))
  return { climbed: climbed.length, spoken: spoken.length }
}

/**
 * What nobody asked for reaches a unit at night or on a rest day only when it is urgent. Gives how many rungs had to wait
 * for the morning, and how many urgent reminders did not: without any, the nights have proved nothing.
 */
export async function expectNightsInPeace(
  office: Office,
  database: TestDatabase,
  { heard, cards }: Fortnight,
) {
  const all = await slipsById(database)
  const groups = new Set(
    office.sandbox.city.bodies.flatMap(({ unit, office: kind, chatId }) => (unit && !kind ? [chatId] : [])),
  )
  const disturbing = heard.flatMap(({ at, chatId, messageId, askedFor }) => {
    const card = cards.get(messageId)
    const slip = card && 'slipId' in card ? all.get(card.slipId) : undefined
    const peaceful = askedFor || isAwake(at) || !groups.has(chatId)
    return peaceful || wasUrgent(slip, at) ? [] : [{ at: chinese(at), card }]
  })
  expect(disturbing).toEqual([])
  const held = (await climbs(database)).filter(
    ({ slipId, at }) => !isAwake(at) && !wasUrgent(all.get(slipId), at),
  )
  const woken = heard.filter(({ at, messageId }) => !isAwake(at) && cards.get(messageId)?.kind === 'reminder')
  return { held: held.length, woken: woken.length }
}

/** A rung is climbed at the first look after it was due, and its message comes at the first look that may speak. */
export async function expectRungsOnTime(database: TestDatabase, { heard, looks, cards }: Fortnight) {
  const all = await slipsById(database)
  const logs = await database.sql.select().from(events)
  const firstLook = (from: number, may: (at: number) => boolean = () => true) =>
    looks.find((at) => at >= from && may(at))
  const begun = (slipId: string, key: string) => {
    const ofSlip = logs
      .filter((row) => row.slipId === slipId)
      .sort((a, b) => a.seq - b.seq)
      .map(({ body }) => body as SlipEvent)
    return ofSlip[Number(key.split('@')[1]) - 1]?.at ?? 0
  }
  const late = []
  for (const { slipId, key, due, at } of await climbs(database)) {
    const from = Math.max(due, begun(slipId, key))
    // What was made due by somebody in this very minute may be climbed in it, or at the next look.
    if (at < due || at > (firstLook(from + 1) ?? at))
      late.push({ slipId, key, due: chinese(due), at: chinese(at) })
    const awake = wasUrgent(all.get(slipId), at) ? () => true : isAwake
    for (const one of heard) {
      const card = cards.get(one.messageId)
      if (card?.kind !== 'reminder' || card.slipId !== slipId || card.rungKey !== key) continue
      if (one.at !== firstLook(at, awake)) late.push({ slipId, key, at: chinese(at), heard: chinese(one.at) })
    }
  }
  expect(late).toEqual([])
}

/** What was not said was not worth saying any more: settled before the night was over. */
export async function expectNothingHeld(database: TestDatabase) {
  expect(await database.outbox.counts()).toEqual({ waiting: 0, buried: 0, stale: 0 })
  const skipped = await database.sql.select().from(outbox).where(eq(outbox.status, 'skipped'))
  const reminds = (card: CardRef) => card.kind === 'reminder' || 'rungKey' in card || 'again' in card
  expect(skipped.filter(({ card }) => !reminds(card)).map(({ card }) => card.kind)).toEqual([])
}

function chinese(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}
