import type { Log, OutboxItem } from '../../src/ports.ts'
import { createRender } from '../render.ts'
import { deliver } from './deliver.ts'
import { oneLook } from './one-look.ts'
import { type RedrawDeps, redraw } from './redraw.ts'
import { ring } from './ring.ts'
import { sendFile } from './send-file.ts'
import { sendTable } from './send-table.ts'

/** Rows taken at once. Sending waits for its turn in Feishu's limits, so more would only be held longer. */
const BATCH = 20

/** A row of a process that died comes back after this time: longer than any single call may take. */
const LEASE = 30_000

export interface Drain {
  /** Something may wait: look now. */
  kick(): void
  /** Resolves when nothing is due any more. */
  idle(): Promise<void>
  /** Lets what is under way finish and takes nothing more. */
  stop(): Promise<void>
}

/**
 * Sends what waits in the outbox and redraws cards that are behind. The only place that speaks to the chats;
 * any number of processes may drain the same outbox.
 */
export function createDrain(deps: RedrawDeps): Drain {
  let wanted = false
  let stopped = false
  let running: Promise<void> | null = null
  const tables = oneAfterAnother()

  const run = async (): Promise<void> => {
    while (wanted && !stopped) {
      wanted = false
      if (await pass(deps, (item, work) => tables.add(item.id, () => work().finally(kick)))) wanted = true
    }
  }
  const kick = (): void => {
    wanted = true
    if (running || stopped) return
    running = run()
      .catch((error: unknown) => logTrouble(deps.log, error))
      .finally(() => {
        running = null
        if (wanted && !stopped) setImmediate(kick)
      })
  }
  return {
    kick,
    idle: async () => {
      kick()
      while (running || tables.busy()) await (running ?? tables.done())
    },
    stop: async () => {
      stopped = true
      await running
      await tables.done()
    },
  }
}

/** Work that takes long goes on beside the round, which waits for nothing but messages. */
type Apart = (item: OutboxItem, work: () => Promise<void>) => void

interface Queue {
  /** What is under way or waiting under that id already is not begun again. */
  add(id: string, work: () => Promise<void>): void
  busy(): boolean
  done(): Promise<void>
}

/** One at a time, so that however many are asked for, one lies in memory. */
function oneAfterAnother(): Queue {
  const ids = new Set<string>()
  let last: Promise<void> = Promise.resolve()
  return {
    add(id, work) {
      if (ids.has(id)) return
      ids.add(id)
      last = last.then(work).finally(() => ids.delete(id))
    },
    busy: () => ids.size > 0,
    done: () => last,
  }
}

/** One round. True when there may be more. */
async function pass(deps: RedrawDeps, apart: Apart): Promise<boolean> {
  const { outbox } = deps.db
  const items = await outbox.claim(deps.clock.now(), BATCH, LEASE)
  await Promise.all(
    items.map((item) => guarded(deps.log, { key: item.key }, () => settle(item, deps, apart))),
  )
  const cards = await outbox.claimStale(deps.clock.now(), BATCH, LEASE)
  const read = oneLook(deps.db.read)
  const glance = { read, render: createRender({ ...deps, read }) }
  await Promise.all(
    cards.map((card) => guarded(deps.log, { messageId: card.messageId }, () => redraw(card, deps, glance))),
  )
  return items.length + cards.length > 0
}

/** Most rows are cards to post; a ring goes to a card that stands, and some are files. */
async function settle(item: OutboxItem, deps: RedrawDeps, apart: Apart): Promise<void> {
  const { card } = item
  switch (card.kind) {
    case 'ring':
      return ring(item, card.slipId, deps)
    case 'file':
    case 'matter_file':
      return sendFile(item, card, deps)
    case 'list_file':
      return apart(item, () => guarded(deps.log, { key: item.key }, () => sendTable(item, card.list, deps)))
    default:
      return deliver(item, deps)
  }
}

/** One message in trouble must not hold up the others; its lease brings it back. */
async function guarded(log: Log, facts: object, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    log.error({ ...facts, error }, 'the outbox could not settle a message')
  }
}

function logTrouble(log: Log, error: unknown): void {
  log.error({ error }, 'the outbox could not be read')
}
