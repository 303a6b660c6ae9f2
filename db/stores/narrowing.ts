import { and, gte, inArray, lt, or, sql as raw, type SQL } from 'drizzle-orm'
import type { ListFilter, ListState } from '../../src/domain/list-filter.ts'
import type { Slip } from '../../src/domain/slip.ts'
import { type Instant, instantOf, iso } from '../../src/domain/time.ts'
import type { Scope } from '../../src/domain/visibility.ts'
import { slips } from '../schema/index.ts'

const brief = (field: 'category' | 'level' | 'sensitivity') => raw`${slips.state} -> 'brief' ->> ${field}`

/** What a list was asked to be narrowed to, beside its text and who may see it. */
export function narrowedTo(
  filter: ListFilter & { readonly now: Instant },
  within: readonly Scope[],
): SQL | undefined {
  const { units, states, late, issued, categories, levels, now } = filter
  const overdue = lt(slips.dueAt, now)
  return and(
    units.length === 0 ? undefined : inArray(slips.unitId, [...units]),
    states.length === 0 ? undefined : or(...states.map(inState)),
    late === null ? undefined : late === 'now' ? overdue : or(overdue, metLate),
    issued.length === 0
      ? undefined
      : or(
          ...issued.map(({ from, before }) =>
            and(
              gte(slips.issuedAt, instantOf(from, '00:00')),
              lt(slips.issuedAt, instantOf(before, '00:00')),
            ),
          ),
        ),
    categories.length === 0
      ? undefined
      : and(inArray(brief('category'), [...categories]), tellsCategory(within)),
    levels.length === 0 ? undefined : inArray(brief('level'), [...levels]),
  )
}

/** Of an 内部 slip only its office reads the category, so to others hit or miss must not tell it. */
function tellsCategory(within: readonly Scope[]): SQL | undefined {
  const ofOffice = and(...within.map(({ offices = [] }) => inArray(slips.officeId, [...offices])))
  return or(raw`${brief('sensitivity')} <> 'internal'`, ofOffice)
}

function inState(state: ListState): SQL | undefined {
  if (state !== 'rework') return raw`${slips.status} = ${state}`
  return raw`${slips.status} = 'in_hand' and jsonb_array_length(${slips.state} -> 'sentBack') > 0`
}

const metLate = raw`exists (
  select 1 from jsonb_array_elements(${slips.state} -> 'clocks') as clock
  where (clock ->> 'stoppedAt')::bigint > (clock -> 'deadline' ->> 'at')::bigint
)`

/** In the newest-first order, everything behind this slip. */
export function following({ issued, no, id }: Slip): SQL {
  return raw`(${slips.issuedAt}, ${slips.noYear}, ${slips.noSerial}, ${slips.id})
    < (${iso(issued.at)}::timestamptz, ${no.year}::int, ${no.serial}::int, ${id})`
}
