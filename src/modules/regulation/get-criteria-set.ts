import type { Kysely } from 'kysely'
import { Refusal } from '#platform/refusal.ts'
import { CriteriaSet } from './criteria-set.ts'
import { findPublishedDigest, findSet, type RegulationTables } from './criteria-set-store.ts'

/** A published set with the digest that froze it. The set is shared and must not be changed. */
export interface PublishedSet {
  set: CriteriaSet
  digest: string
  publishedAt: Date
}

const kept = new Map<string, CriteriaSet>()

/** The published set of this id, or undefined. Its content is kept in memory by id and digest. */
export async function findCriteriaSet(
  db: Kysely<RegulationTables>,
  id: string,
): Promise<PublishedSet | undefined> {
  const row = await findPublishedDigest(db, id)
  if (!row?.publishedAt) return undefined
  const key = `${id} ${row.digest}`
  const set = kept.get(key) ?? frozen(CriteriaSet.parse((await findSet(db, id))?.content))
  kept.set(key, set)
  return { set, digest: row.digest, publishedAt: row.publishedAt }
}

/** The published set of this id; refuses as not found what is unknown or still a draft. */
export async function getCriteriaSet(db: Kysely<RegulationTables>, id: string): Promise<PublishedSet> {
  const found = await findCriteriaSet(db, id)
  if (!found) throw new Refusal('not_found', 'regulation.set_unknown', { id })
  return found
}

function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value
  for (const inner of Object.values(value)) frozen(inner)
  return Object.freeze(value)
}
