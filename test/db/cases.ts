import type { Dossier } from '../../src/domain/dossier.ts'
import type { DomainEvent } from '../../src/domain/event.ts'
import { nextLookAt } from '../../src/domain/ladder.ts'
import type { Slip } from '../../src/domain/slip.ts'
import type { Instant } from '../../src/domain/time.ts'
import type { Database } from '../../src/ports.ts'
import type { Story } from '../support/builders.ts'
import { calendar } from '../support/people.ts'
import { MATTER_ID } from '../support/wishes.ts'

export interface Case {
  readonly dossier: Dossier
  readonly log: readonly DomainEvent[]
  readonly looks: ReadonlyMap<string, Instant | null>
}

/** The story as the n-th case of the office: ids, 舆情编号 and 文号 of its own. */
export function caseOf(story: Story, n = 1): Case {
  const own = JSON.stringify({ dossier: story.dossier, log: story.log }).replaceAll(
    MATTER_ID,
    `${MATTER_ID.slice(0, -1)}${n}`,
  )
  const { dossier, log } = JSON.parse(own, (key, value) => {
    if (key === 'ref') return `YQ20261123-${String(n).padStart(3, '0')}`
    return key === 'no' && value !== null ? { ...value, serial: 10 * (n - 1) + value.serial } : value
  }) as Pick<Case, 'dossier' | 'log'>
  const looks = new Map(dossier.slips.map((slip) => [slip.id, nextLookAt(slip, calendar)]))
  return { dossier, log, looks }
}

/** Files the case with its whole log, as one transaction. */
export function file(database: Database, { dossier, log, looks }: Case, origin = 'e:filed'): Promise<void> {
  return database.transact((tx) => tx.save(dossier, log, looks, origin))
}

export function firstSlip({ dossier }: Case): Slip {
  const [slip] = dossier.slips
  if (!slip) throw new Error('the case has no slip')
  return slip
}
