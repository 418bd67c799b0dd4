import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { EventTables } from '#platform/events/event-store.ts'
import type { IntegrityReport } from './integrity.ts'

interface CriteriaSetRow {
  id: string
  regimeId: string
  productSetNo: number
  status: 'draft' | 'published'
  content: string
  digest: string
  report: string
  preparedAt: Date
  acceptedBy: string | null
  acceptedAnomalies: string | null
  publishedAt: Date | null
}

/** The tables that this module may touch: its own, and the platform's events. */
export interface RegulationTables extends EventTables {
  criteriaSet: CriteriaSetRow
}

/** A set as it stands in the database; `content` is still to be checked against its form. */
export interface KeptSet {
  id: string
  status: 'draft' | 'published'
  content: unknown
  digest: string
  report: IntegrityReport
  acceptedBy: string | null
  acceptedAnomalies: string[] | null
  publishedAt: Date | null
}

/** One line of a list of sets. */
export interface ListedSet {
  id: string
  regimeId: string
  productSetNo: number
  status: 'draft' | 'published'
  digest: string
  publishedAt: Date | null
  nameVi: string
  nameEn: string
  validFrom: string
  validTo: string | null
}

export async function findSet(db: Kysely<RegulationTables>, id: string): Promise<KeptSet | undefined> {
  const row = await kept(db).where('id', '=', id).executeTakeFirst()
  return row as KeptSet | undefined
}

/** The set, locked to the end of the transaction: nobody prepares it anew while somebody publishes it. */
export async function findSetForUpdate(
  db: Kysely<RegulationTables>,
  id: string,
): Promise<KeptSet | undefined> {
  const row = await kept(db).where('id', '=', id).forUpdate().executeTakeFirst()
  return row as KeptSet | undefined
}

/** The digest of the published set, by which its content is kept in memory. */
export function findPublishedDigest(
  db: Kysely<RegulationTables>,
  id: string,
): Promise<{ digest: string; publishedAt: Date | null } | undefined> {
  const published = db.selectFrom('criteriaSet').where('id', '=', id).where('status', '=', 'published')
  return published.select(['digest', 'publishedAt']).executeTakeFirst()
}

/** The sets in the order of regimes and product sets, drafts only when asked for. */
export async function listSets(
  db: Kysely<RegulationTables>,
  { regimeId, drafts = false }: { regimeId?: string | undefined; drafts?: boolean } = {},
): Promise<ListedSet[]> {
  let query = db
    .selectFrom('criteriaSet')
    .select(['id', 'regimeId', 'productSetNo', 'status', 'digest', 'publishedAt'])
    .select([
      sql<string>`content ->> 'nameVi'`.as('nameVi'),
      sql<string>`content ->> 'nameEn'`.as('nameEn'),
      sql<string>`content ->> 'validFrom'`.as('validFrom'),
      sql<string | null>`content ->> 'validTo'`.as('validTo'),
    ])
  if (regimeId !== undefined) query = query.where('regimeId', '=', regimeId)
  if (!drafts) query = query.where('status', '=', 'published')
  return query.orderBy('validFrom').orderBy('regimeId').orderBy('productSetNo').orderBy('id').execute()
}

/** False when a published set of this id stands in the way; a draft is replaced. */
export async function putDraft(
  db: Kysely<RegulationTables>,
  draft: Pick<
    CriteriaSetRow,
    'id' | 'regimeId' | 'productSetNo' | 'content' | 'digest' | 'report' | 'preparedAt'
  >,
): Promise<boolean> {
  const { id: _, ...change } = draft
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('criteriaSet')
    .values({ ...draft, status: 'draft', acceptedBy: null, acceptedAnomalies: null, publishedAt: null })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(change).where('criteriaSet.status', '=', 'draft'),
    )
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** False when it is not a draft of this digest any more. */
export async function markPublished(
  db: Kysely<RegulationTables>,
  {
    id,
    digest,
    ...accepted
  }: Pick<CriteriaSetRow, 'id' | 'digest' | 'acceptedBy' | 'acceptedAnomalies' | 'publishedAt'>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('criteriaSet')
    .set({ status: 'published', ...accepted })
    .where('id', '=', id)
    .where('digest', '=', digest)
    .where('status', '=', 'draft')
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

function kept(db: Kysely<RegulationTables>) {
  return db
    .selectFrom('criteriaSet')
    .select(['id', 'status', 'content', 'digest', 'report', 'acceptedBy', 'acceptedAnomalies', 'publishedAt'])
}
