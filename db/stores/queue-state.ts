import { and, isNotNull, isNull, or, sql as raw } from 'drizzle-orm'
import type { Outbox } from '../../src/ports.ts'
import { outbox, postedCards } from '../schema/index.ts'
import type { UnitOfWork } from '../unit-of-work.ts'

const waiting = raw`${outbox.status} = 'pending'`
const toRedraw = and(
  isNull(postedCards.abandonedCode),
  or(postedCards.stale, isNotNull(postedCards.leasedUntil)),
)

/** What still waits, and from when. Of each target only its first row counts, since the others wait behind it. */
export function createQueueState({ open }: UnitOfWork): Pick<Outbox, 'nextDue' | 'counts'> {
  return {
    async nextDue() {
      const sql = open()
      const first = sql
        .selectDistinctOn([outbox.targetKind, outbox.targetId], {
          due: raw`greatest(${outbox.notBefore}, ${outbox.nextAttemptAt}, ${outbox.leasedUntil})`.as('due'),
        })
        .from(outbox)
        .where(waiting)
        .orderBy(outbox.targetKind, outbox.targetId, outbox.notBefore, outbox.seq)
        .as('first')
      const [message] = await sql
        .select({ due: raw<number | null>`min(${first.due})`.mapWith(outbox.notBefore) })
        .from(first)
      const [card] = await sql
        .select({
          due: raw<
            number | null
          >`min(coalesce(${postedCards.leasedUntil}, ${postedCards.nextAttemptAt}, ${postedCards.postedAt}))`.mapWith(
            postedCards.postedAt,
          ),
        })
        .from(postedCards)
        .where(toRedraw)
      const dues = [message?.due, card?.due].filter((due) => typeof due === 'number')
      return dues.length === 0 ? null : Math.min(...dues)
    },

    async counts() {
      const sql = open()
      return {
        waiting: await sql.$count(outbox, waiting),
        buried: await sql.$count(outbox, raw`${outbox.status} = 'buried'`),
        stale: await sql.$count(postedCards, toRedraw),
      }
    },
  }
}
