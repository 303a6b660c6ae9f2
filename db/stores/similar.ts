import { and, desc, eq, gte, ne, notInArray, sql as raw, type SQL } from 'drizzle-orm'
import type { Matter } from '../../src/domain/matter.ts'
import { FEWEST_GRAMS, type SimilarMatter, type SimilarQuery } from '../../src/domain/similar.ts'
import { matters } from '../schema/index.ts'
import type { Sql } from '../sql.ts'

/**
 * Matters that may be the same, the same post first, then the most alike. Those that were 不予受理 or 并案 are not offered,
 * and a 举报件 has no words here to be found by.
 */
export async function similarMatters(sql: Sql, query: SimilarQuery): Promise<readonly SimilarMatter[]> {
  const found = [...(await sameLink(sql, query)), ...(await alike(sql, query))]
  return found
    .filter((one, index) => found.findIndex(({ matterId }) => matterId === one.matterId) === index)
    .slice(0, query.limit)
}

async function sameLink(sql: Sql, query: SimilarQuery): Promise<readonly SimilarMatter[]> {
  if (query.linkKey === null || query.limit === 0) return []
  const rows = await sql
    .select({ state: matters.state })
    .from(matters)
    .where(and(offered(query), eq(matters.linkKey, query.linkKey)))
    .orderBy(desc(matters.registeredAt))
    .limit(query.limit)
  return rows.map(({ state }) => told(state, 'link'))
}

/** Pairs of characters hold no blank, so one text carries all of them. */
async function alike(sql: Sql, query: SimilarQuery): Promise<readonly SimilarMatter[]> {
  const { grams, since, score, limit } = query
  if (grams.length < FEWEST_GRAMS || limit === 0) return []
  const theirs = raw`string_to_array(${grams.join(' ')}, ' ')`
  const common = raw`cardinality(array(select unnest(${matters.grams}) intersect select unnest(${theirs})))`
  const share = raw<number>`${common}::float8
    / greatest(${FEWEST_GRAMS}::int, least(cardinality(${matters.grams}), ${grams.length}::int))`
  const rows = await sql
    .select({ state: matters.state })
    .from(matters)
    .where(
      and(
        offered(query),
        gte(matters.registeredAt, since),
        raw`${matters.grams} && ${theirs}`,
        gte(share, score),
      ),
    )
    .orderBy(desc(share), desc(matters.registeredAt))
    .limit(limit)
  return rows.map(({ state }) => told(state, 'text'))
}

function offered({ officeId, exceptId }: SimilarQuery): SQL | undefined {
  return and(
    eq(matters.officeId, officeId),
    ne(matters.id, exceptId),
    notInArray(matters.status, ['declined', 'merged']),
  )
}

function told({ id, ref, status, registered, draft, seed }: Matter, by: 'link' | 'text'): SimilarMatter {
  const title = draft?.title ?? seed.title ?? seed.summary ?? ''
  return { matterId: id, ref, title, status, registeredAt: registered.at, by }
}
