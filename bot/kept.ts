import { bigramsOf } from '../src/domain/bigrams.ts'
import type { ListQuery } from '../src/domain/card-ref.ts'
import { conferencesOf } from '../src/domain/conference.ts'
import type { Directory } from '../src/domain/directory.ts'
import { narrows } from '../src/domain/list-filter.ts'
import type { Matter } from '../src/domain/matter.ts'
import type { Scope } from '../src/domain/visibility.ts'
import type { Reader } from '../src/ports.ts'

/**
 * What the list shows beside the slips to whoever sees the whole of an office: its 预警, and in the ledger its 专用群.
 * Every scope must allow the office, as with slips.
 */
export async function keptFor(
  { of, text, filter, page, restOf }: ListQuery,
  within: readonly Scope[],
  directory: Directory,
  read: Pick<Reader, 'mattersKept'>,
): Promise<readonly Matter[]> {
  if (of === 'todo' || page > 0 || restOf !== null || (filter && narrows(filter))) return []
  const offices = directory
    .bodiesOfKind('office')
    .map(({ id }) => id)
    .filter((id) => within.every(({ all, offices: own = [] }) => all || own.includes(id)))
  const matters = (await read.mattersKept(offices)).filter(({ circle }) => !circle)
  if (text === null) return matters.filter((matter) => matter.watch?.about || hasGroup(matter))
  const looked = bigramsOf(text)
  return matters.filter(({ watch, ref }) => {
    if (!watch?.about) return false
    const grams = bigramsOf([ref, watch.about.subject, watch.about.risks].join('\n'))
    return looked.every((gram) => grams.includes(gram))
  })
}

function hasGroup(matter: Matter): boolean {
  return conferencesOf(matter).some(({ group, groupDissolved }) => group !== null && !groupDissolved)
}
