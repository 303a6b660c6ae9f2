import { sql as raw } from 'drizzle-orm'
import { createPress } from '../../bot/press.ts'
import { createRender } from '../../bot/render.ts'
import { buttonValue } from '../../cards/action.ts'
import { defaultPolicy } from '../../src/domain/policy.ts'
import { MINUTE } from '../../src/domain/time.ts'
import { createExecute } from '../../src/execute.ts'
import type { Log } from '../../src/ports.ts'
import { calendar, MONDAY_0900, 水务集团, 王立 } from '../support/people.ts'
import { issueMany } from './issue-many.ts'
import { quietTimeOf, runsFor, say } from './measure.ts'
import { openBench } from './open.ts'

const PRESSES = 100

/** 确认签收, each on a slip of its own, against a transaction that does nothing. */
export async function benchPress(): Promise<void> {
  const bench = await openBench()
  const { kind, sql, db, close } = bench
  process.stdout.write(`press (${kind})\n`)
  const troubles: object[] = []
  const log: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: (facts) => troubles.push(facts) }
  const clock = { now: () => MONDAY_0900 + 10 * MINUTE }
  const parts = { db, clock, calendars: () => calendar, policy: defaultPolicy }
  const render = createRender({ ...parts, read: db.read })
  const press = createPress({ ...parts, execute: createExecute(parts), render, log })
  try {
    const slips = await issueMany(bench, runsFor(PRESSES))
    const slipOf = (n: number) => slips[n] ?? ''
    const bare = await quietTimeOf(PRESSES, () => sql.transaction((tx) => tx.execute(raw`select 1`)))
    say('a bare transaction', bare)
    const drawn = await quietTimeOf(PRESSES, (n) => render({ kind: 'slip', slipId: slipOf(n) }))
    say('a slip card read and drawn', drawn, bare)
    const replies = new Map<string, number>()
    const pressed = await quietTimeOf(PRESSES, async (n) => {
      const reply = await press({
        kind: 'press',
        key: `e:bench${n}`,
        eventId: `bench${n}`,
        messageId: `om_${slipOf(n)}`,
        chatId: 水务集团.chatId,
        operator: { openId: 王立.openId },
        tag: 'button',
        value: buttonValue('sign_receipt', { slip: slipOf(n), rev: 1 }),
        host: 'im_message',
      })
      const type = reply.toast?.type ?? 'none'
      replies.set(type, (replies.get(type) ?? 0) + 1)
    })
    say('确认签收: executed, saved, answered with the new card', pressed, bare)
    if (replies.get('success') !== runsFor(PRESSES)) {
      throw new Error(`not every press was taken: ${JSON.stringify([...replies])}`, { cause: troubles[0] })
    }
    process.stdout.write('\n')
  } finally {
    await close()
  }
}
