import type { FormValues } from '../cards/forms.ts'
import type { CardRef } from '../src/domain/card-ref.ts'
import type { Dossier } from '../src/domain/dossier.ts'
import type { Policy } from '../src/domain/policy.ts'
import { type SimilarMatter, similarQuery } from '../src/domain/similar.ts'
import type { Instant } from '../src/domain/time.ts'
import type { Reader } from '../src/ports.ts'

/** Cards on which a matter can still be merged into another. */
const offering: readonly CardRef['kind'][] = ['issue_form', 'registered', 'approval']

/** The likely duplicates that a card shows. A 举报件 is compared with nothing. */
export async function similarFor(
  ref: CardRef,
  dossier: Dossier | null,
  read: Pick<Reader, 'similarMatters'>,
  policy: Policy,
  now: Instant,
): Promise<readonly SimilarMatter[]> {
  const matter = dossier?.matter
  if (!matter || matter.circle || !offering.includes(ref.kind)) return []
  const open = ['registered', 'drafting', 'awaiting_approval'].includes(matter.status)
  return open
    ? read.similarMatters(similarQuery(matter, matter.draft ?? matter.seed, policy.similar, now))
    : []
}

/** What was typed into the issue form, compared before it is handed in. */
export async function similarToTyped(
  values: FormValues,
  dossier: Dossier | null,
  read: Pick<Reader, 'similarMatters'>,
  policy: Policy,
  now: Instant,
): Promise<readonly SimilarMatter[]> {
  if (!dossier || dossier.matter.circle || policy.similar.atSubmit === 'tell') return []
  const { title = null, summary = null, link = null } = values
  return read.similarMatters(similarQuery(dossier.matter, { title, summary, link }, policy.similar, now))
}
