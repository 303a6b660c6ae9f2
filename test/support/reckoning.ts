import { asc, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { createRender, standing } from '../../bot/render.ts'
import { bodies, counters, events, matters, outbox, postedCards, slips } from '../../db/schema/index.ts'
import type { App } from '../../src/app.ts'
import { createCalendars } from '../../src/domain/calendars.ts'
import type { CardRef } from '../../src/domain/card-ref.ts'
import { type Dossier, evolve } from '../../src/domain/dossier.ts'
import type { DomainEvent } from '../../src/domain/event.ts'
import { defaultPolicy } from '../../src/domain/policy.ts'
import { officialCalendar } from '../../src/holidays.ts'
import type { SandboxMessage } from '../sandbox/sandbox.ts'
import type { TestDatabase } from './database.ts'
import type { Office } from './office.ts'

/** A day of tries is longer than any outage of these tests; what still waits after it waits for ever. */
const MOST_ROUNDS = 60

/**
 * Ends the trouble of the platform and lets time pass from one appointment of the outbox to the next, until the bot
 * owes nobody anything. Gives how many milliseconds of the city that took.
 */
export async function calmDown(office: Office, database: TestDatabase, others: readonly App[] = []) {
  office.sandbox.faults.clear()
  const began = office.clock.now()
  for (let round = 0; round < MOST_ROUNDS; round++) {
    await Promise.all([office.app, ...others].map((app) => app.tick()))
    const due = await database.outbox.nextDue()
    if (due === null) return office.clock.now() - began
    await office.clock.windTo(Math.max(due, office.clock.now() + 1_000))
  }
  throw new Error(`the outbox never came to rest: ${JSON.stringify(await unsettled(database))}`)
}

async function unsettled({ sql }: TestDatabase) {
  const posts = await sql.select().from(outbox).where(eq(outbox.status, 'pending'))
  const cards = await sql.select().from(postedCards).where(eq(postedCards.stale, true))
  return {
    posts: posts.map(({ dedupKey, lastCode, attempts }) => ({ dedupKey, lastCode, attempts })),
    cards: cards.map(({ card, form, lastCode, attempts }) => ({ card, form, lastCode, attempts })),
  }
}

/** The books of a quiet office: every number in its place, every card delivered once and showing the state of today. */
export async function expectBooksInOrder(office: Office, database: TestDatabase): Promise<void> {
  await expectNoGaps(database)
  await expectLogToGiveState(database)
  await expectNothingOwed(database)
  await expectEveryCardOnce(office, database)
  await expectCardsOfToday(office, database)
}

/** Numbers run from 1 without a gap, and the counters stand at the last one used. */
async function expectNoGaps({ sql }: TestDatabase): Promise<void> {
  const serials = (await sql.select({ n: slips.noSerial }).from(slips)).map(({ n }) => n)
  expect(serials.sort((a, b) => a - b)).toEqual(serials.map((_, index) => index + 1))
  const used = new Map((await sql.select().from(counters)).map(({ series, last }) => [series, last]))
  expect(used.get('slip') ?? 0).toBe(serials.length)
  expect(used.get('matter') ?? 0).toBe(await sql.$count(matters))
  const supervisions = await sql.$count(events, eq(events.type, 'supervision_issued'))
  expect(used.get('supervision') ?? 0).toBe(supervisions)
}

async function expectLogToGiveState(database: TestDatabase): Promise<void> {
  for (const { id } of await database.sql.select({ id: matters.id }).from(matters)) {
    const log = await database.read.events(id)
    const folded = log.reduce<Dossier | null>(evolve, null)
    expect(JSON.parse(JSON.stringify(folded))).toEqual(await database.read.dossierOfMatter(id))
  }
}

async function expectNothingOwed(database: TestDatabase): Promise<void> {
  expect(await database.outbox.counts()).toEqual({ waiting: 0, buried: 0, stale: 0 })
}

export function cardsInChats(office: Office): SandboxMessage[] {
  return office.sandbox
    .chats()
    .flatMap(({ chatId }) => office.sandbox.messages(chatId))
    .filter(({ byBot, state }) => byBot && state !== 'recalled')
}

/** What stands in the chats is what the books say was sent; and what the facts call for was sent, once, to the right place. */
async function expectEveryCardOnce(office: Office, database: TestDatabase): Promise<void> {
  const { sql } = database
  const standingIds = cardsInChats(office).map(({ messageId }) => messageId)
  const posted = await sql.select().from(postedCards)
  expect(standingIds.sort()).toEqual(posted.map(({ messageId }) => messageId).sort())
  const sent = await sql.select().from(outbox).where(eq(outbox.status, 'sent'))
  expect(sent.map(({ messageId }) => messageId).sort()).toEqual(standingIds)

  const chats = new Map((await sql.select().from(bodies)).map(({ id, chatId }) => [id, chatId]))
  const log = sql.select({ body: events.body }).from(events).orderBy(asc(events.matterId), asc(events.seq))
  const facts = (await log).map(({ body }) => body)
  const delivered = posted.map(({ card, chatId }) => `${nameOf(card)} → ${chatId}`)
  // A card past Feishu's fourteen days is dead, and another may stand in its place.
  const dead = posted.filter(({ abandonedCode }) => abandonedCode !== null)
  const buried = dead.map(({ card, chatId }) => `${nameOf(card)} → ${chatId}`)
  for (const wanted of facts.flatMap((fact) => calledFor(fact, facts, chats))) {
    const all = delivered.filter((one) => one === wanted).length
    const alive = all - buried.filter((one) => one === wanted).length
    expect({ wanted, times: alive || Math.min(all, 1) }).toEqual({ wanted, times: 1 })
  }
}

/** The cards that must stand in a chat once these facts are true, whatever else happened. */
function calledFor(
  fact: DomainEvent,
  facts: readonly DomainEvent[],
  chats: ReadonlyMap<string, string>,
): string[] {
  const place = (ref: CardRef, body: string) => [`${nameOf(ref)} → ${chats.get(body)}`]
  switch (fact.type) {
    case 'slip_issued':
      return place({ kind: 'slip', slipId: fact.id }, fact.unitId)
    case 'slip_withdrawn': {
      const issued = facts.find((one) => one.type === 'slip_issued' && one.id === fact.id)
      return issued?.type === 'slip_issued'
        ? place({ kind: 'withdrawn', slipId: fact.id }, issued.unitId)
        : []
    }
    case 'submitted': {
      const born = facts.find((one) => one.type === 'registered' && one.id === fact.id)
      const before = facts.filter((one) => one.on === 'matter' && one.id === fact.id)
      const draftRev = before.indexOf(fact) + 1
      return born?.type === 'registered'
        ? place({ kind: 'approval', matterId: fact.id, draftRev }, born.officeId)
        : []
    }
    default:
      return []
  }
}

function nameOf(card: CardRef): string {
  return JSON.stringify(Object.entries(card).sort(([a], [b]) => a.localeCompare(b)))
}

/**
 * Nobody reads yesterday's state: every card of a matter is what today's state gives, told at the minute it was last held
 * against that state (a draft's limits are reckoned from that minute).
 */
async function expectCardsOfToday(office: Office, { sql, read }: TestDatabase): Promise<void> {
  const shown = new Map(cardsInChats(office).map((message) => [message.messageId, message]))
  for (const posted of await sql.select().from(postedCards)) {
    const { messageId, card, matterId, form, abandonedCode, drawnAt } = posted
    const message = shown.get(messageId)
    const writing = form && form.until > office.clock.now()
    if (!message || matterId === null || abandonedCode !== null || writing) continue
    const held = Math.max(message.updateTime, drawnAt ?? 0)
    const clock = { now: () => held }
    const render = createRender({
      read,
      clock,
      calendars: createCalendars(officialCalendar()),
      policy: defaultPolicy,
    })
    const today = standing((await render(card)).drawing)
    expect({ card, shown: message.card }).toEqual({ card, shown: today })
  }
}
