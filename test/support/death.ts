import { expect, it, vi } from 'vitest'
import { draft, type Outside, openOutside, slipNoOn, wordsOn } from './outside.ts'
import type { Variables } from './process.ts'

export const POST_MESSAGE = 'POST /open-apis/im/v1/messages'

/** A start, a death, a start, and the 30 s for which a dead process's message stays its own. */
export const LONG = 150_000

/** A city for one test, closed whatever came of it. */
export async function inACity(happens: (city: Outside) => Promise<void>): Promise<void> {
  const city = await openOutside()
  try {
    await happens(city)
  } finally {
    await city.close()
  }
}

/** 周建国 signs under the fault, and the bot dies as soon as `seen` is true. What it then owes stands in its database. */
export async function dieAfterIssue(
  city: Outside,
  fault: () => void,
  seen: (city: Outside) => boolean,
): Promise<void> {
  const approval = await draft(city)
  fault()
  const pressed = await city.sandbox.press(city.id('周建国'), approval.messageId, '签发')
  expect(pressed).toMatchObject({ toast: { type: 'success' } })
  // The platform announces no call before it has answered it, and a log line is no event.
  await vi.waitFor(() => expect(seen(city)).toBe(true), { interval: 5, timeout: 20_000 })
  if (seen === failureNoticed) await fetch(`${city.bot().url}/metrics`)
  await city.bot().kill('SIGKILL')
}

export const sendingBegan = (city: Outside) =>
  city.sandbox.calls.some(({ path, fault }) => path.endsWith('/messages') && fault)
/** The line is written before the row: one more question to the database lets the row be written too. */
export const failureNoticed = (city: Outside) => city.bot().output().includes('a message was not taken')

export async function expectOneSlip(city: Outside): Promise<void> {
  const slip = await city.sandbox.waitFor(() => city.written('市水务集团').at(-1), 60_000)
  await city.bot().settled()
  expect(city.written('市水务集团').map(wordsOn)).toEqual([expect.stringContaining(slipNoOn(slip))])
  expect(await city.press('赵海涛', slip, '确认签收')).toMatchObject({ toast: { type: 'success' } })
  expect(city.sandbox.refusals).toEqual([])
}

/** What is owed before a death is paid once after it, whatever the database. The deaths wait side by side. */
export function practice(database: () => Promise<Variables> | Variables): void {
  it.concurrent.each([
    {
      title:
        'sends what was decided before the death exactly once, the platform being out of order meanwhile',
      fault: 'reset_before',
      arrived: 0,
    },
    {
      title: 'does not send again what had arrived when the answer was lost and the bot died',
      fault: 'reset_after',
      arrived: 1,
    },
  ] as const)(
    '$title',
    ({ fault, arrived }) =>
      inACity(async (city) => {
        const where = await database()
        await city.start(where)
        await dieAfterIssue(
          city,
          () => city.sandbox.faults.next(fault, { matching: POST_MESSAGE, times: 1000 }),
          failureNoticed,
        )
        expect(city.written('市水务集团')).toHaveLength(arrived)
        city.sandbox.faults.clear()
        await city.start(where)
        await expectOneSlip(city)
      }),
    LONG,
  )
}
