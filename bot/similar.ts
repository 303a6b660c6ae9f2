import type { FormValues } from '../cards/forms.ts'
import type { CardRef } from '../src/domain/card-ref.ts'
import type { Target } from '../src/domain/decide.ts'
import type { Dossier } from '../src/domain/dossier.ts'
import type { Policy } from '../src/domain/policy.ts'
import { type SimilarMatter, similarQuery } from '../src/domain/similar.ts'
import type { Instant } from '../src/domain/time.ts'
import type { Clock, Database, Reader } from '../src/ports.ts'

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

/** What was typed into the issue form, compared before it is handed in; nothing where the policy does not ask for it. */
export async function similarToTyped(
  values: FormValues,
  on: Target,
  {
    db,
    policy,
    clock,
  }: { readonly db: Pick<Database, 'read'>; readonly policy: Policy; readonly clock: Clock },
): Promise<readonly SimilarMatter[]> {
  if (policy.similar.atSubmit === 'tell' || !('matterId' in on)) return []
  const dossier = await db.read.dossierOfMatter(on.matterId)
  if (!dossier || dossier.matter.circle) return []
  const { title = null, summary = null, link = null } = values
  const query = similarQuery(dossier.matter, { title, summary, link }, policy.similar, clock.now())
  return db.read.similarMatters(query)
}
