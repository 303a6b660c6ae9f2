import type { Calendars } from './domain/calendars.ts'
import type { Policy } from './domain/policy.ts'
import { endOfHold } from './domain/quiet.ts'
import { addDays, type Day, dayOf, weekdayOf } from './domain/time.ts'
import { yearsWithoutNotice } from './holidays.ts'
import type { Clock, Database } from './ports.ts'

/** December: limits of working days begin to reach into January, and the notice has been out for weeks. */
const FIRST_MONTH = 12

export interface HolidayWatchDeps {
  readonly db: Database
  readonly clock: Clock
  readonly calendars: Calendars
  readonly policy: Policy
}

/**
 * Tells the office, once a week from December on, that the notice of a year it already reckons with was not entered.
 * Looks at most once a day: the answer changes no faster.
 */
export function createHolidayWatch({ db, clock, calendars, policy }: HolidayWatchDeps): () => Promise<void> {
  let looked: Day | null = null
  return async () => {
    const now = clock.now()
    const today = dayOf(now)
    if (looked === today) return
    const calendar = calendars(await db.read.arrangements())
    const years = yearsWithoutNotice(now, calendar).filter(
      (year) => year <= Number(today.slice(0, 4)) || Number(today.slice(5, 7)) >= FIRST_MONTH,
    )
    const office = (await db.read.directory()).bodiesOfKind('office')[0]
    if (office && years.length > 0) {
      const monday = addDays(today, -((weekdayOf(today) + 6) % 7))
      await db.transact((tx) =>
        tx.enqueue(
          years.map((year) => ({
            key: `holidays_missing/${year}/${monday}`,
            officeId: office.id,
            to: { chat: office.chatId },
            card: { kind: 'answer', answer: { say: 'holidays_missing', year } },
            notBefore: endOfHold(now, policy.quiet, calendar),
            replyTo: null,
          })),
        ),
      )
    }
    looked = today
  }
}
