import { bigramsOf } from './bigrams.ts'
import { linkKey } from './links.ts'
import type { Matter, MatterStatus } from './matter.ts'
import { DAY, type Instant } from './time.ts'

/** How matters that may be the same are found (policy data). */
export interface SimilarPolicy {
  /** How far back texts are compared; the same link is found however old. */
  readonly days: number
  /** Share of the shorter text's pairs of characters that must stand in the other, 0 to 1. */
  readonly score: number
  /** How many are offered. */
  readonly most: number
  /**
   * At 提交审核: `tell` leaves them to the approval card, `advise` also points them out to the drafter, who submits a
   * second time all the same.
   */
  readonly atSubmit: 'tell' | 'advise'
}

/** A matter that may be the same (重复件), as it is offered. */
export interface SimilarMatter {
  readonly matterId: string
  readonly ref: string
  readonly title: string
  readonly status: MatterStatus
  readonly registeredAt: Instant
  /** The same post, or another text of the same words. */
  readonly by: 'link' | 'text'
}

/** What is looked for: by link, by words, in one office's matters. */
export interface SimilarQuery {
  readonly officeId: string
  /** The matter itself, which is not like itself. */
  readonly exceptId: string
  readonly linkKey: string | null
  readonly grams: readonly string[]
  readonly since: Instant
  readonly score: number
  readonly limit: number
}

/** Shorter texts have too few words to be like anything by accident. */
export const FEWEST_GRAMS = 6

interface Told {
  readonly title: string | null
  readonly summary: string | null
  readonly link: string | null
}

export function similarQuery(
  matter: Pick<Matter, 'id' | 'officeId'>,
  { title, summary, link }: Told,
  policy: SimilarPolicy,
  now: Instant,
): SimilarQuery {
  return {
    officeId: matter.officeId,
    exceptId: matter.id,
    linkKey: link === null ? null : linkKey(link),
    grams: bigramsOf(`${title ?? ''}\n${summary ?? ''}`),
    since: now - policy.days * DAY,
    score: policy.score,
    limit: policy.most,
  }
}

/** What a matter is found by when the next one comes: of its draft, or of what was first told. */
export function fingerprintOf(matter: Matter): {
  readonly linkKey: string | null
  readonly grams: readonly string[]
} {
  // A 举报件 is found by nothing.
  if (matter.circle) return { linkKey: null, grams: [] }
  const { title, summary, link } = matter.draft ?? matter.seed
  return {
    linkKey: link === null ? null : linkKey(link),
    grams: bigramsOf(`${title ?? ''}\n${summary ?? ''}`),
  }
}
