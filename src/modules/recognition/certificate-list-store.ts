import { type Kysely, sql } from 'kysely'
import type { Day } from '#platform/dates.ts'
import { fold } from '#platform/db/fold.ts'
import { inUnits } from '#platform/db/in-units.ts'
import { holding } from '#platform/db/like.ts'
import type { CertificateStatus } from './certificate-status.ts'
import { type Ending, endingBetween, endings, renewingBetween } from './endings.ts'
import type { CertifiedProduct, Page } from './recognised-product-store.ts'
import type { RecognitionTables } from './recognition-tables.ts'
import { readVerificationCode } from './verification-code.ts'

export interface CertificateFilter {
  /** The units that the reader reaches. */
  unitPaths: readonly string[]
  status?: CertificateStatus | undefined
  stars?: number | undefined
  /** In force, and ending between these days. */
  ending?: { from: Day; to: Day } | undefined
  /** Year of issue. */
  year?: number | undefined
  /** Words of the product or producer without diacritics, a code, a number. */
  search?: string | undefined
}

/** The certificates that the filter lets through, the newest first, with their standing on the day. */
export async function listCertificates(
  db: Kysely<RecognitionTables>,
  filter: CertificateFilter,
  { day, after, limit }: Page,
): Promise<CertifiedProduct[]> {
  let query = scoped(db, filter).selectAll().select(status(day).as('status'))
  if (filter.status) query = query.where(status(day), '=', filter.status)
  if (after)
    query = query.where(sql<boolean>`(issued_on, certificate_id) < (${after.sort}::date, ${after.id}::uuid)`)
  const rows = await query.orderBy('issuedOn', 'desc').orderBy('certificateId', 'desc').limit(limit).execute()
  return rows as CertifiedProduct[]
}

/** The certificates of the filter, the one that ends first at the head. */
export async function listEndingFirst(
  db: Kysely<RecognitionTables>,
  filter: CertificateFilter,
  { day, limit }: Page,
): Promise<CertifiedProduct[]> {
  const rows = await scoped(db, filter)
    .selectAll()
    .select(status(day).as('status'))
    .orderBy('expiresOn')
    .orderBy('certificateId')
    .limit(limit)
    .execute()
  return rows as CertifiedProduct[]
}

/** The products whose newest certificate is no longer in force, the last that ended at the head. */
export async function listLapsed(
  db: Kysely<RecognitionTables>,
  filter: CertificateFilter,
  { day, limit }: Page,
): Promise<CertifiedProduct[]> {
  const rows = await scoped(db, filter)
    .selectAll()
    .select(status(day).as('status'))
    .where('isCurrent', '=', true)
    .where(status(day), 'in', ['expired', 'revoked'])
    .orderBy(sql`least(revoked_on, expires_on)`, 'desc')
    .orderBy('certificateId')
    .limit(limit)
    .execute()
  return rows as CertifiedProduct[]
}

/** How many certificates in force end how soon. */
export async function countEndings(
  db: Kysely<RecognitionTables>,
  filter: CertificateFilter,
  day: Day,
): Promise<Record<Ending, number>> {
  const counts: Record<string, number> = await scoped(db, { ...filter, ending: renewingBetween(day) })
    .select((eb) =>
      endings.map((ending, place) => {
        const { from, to } = endingBetween(ending, day)
        return eb.fn
          .countAll<number>()
          .filterWhere('expiresOn', '>=', from)
          .filterWhere('expiresOn', '<=', to)
          .as(`ending${place}`)
      }),
    )
    .executeTakeFirstOrThrow()
  return Object.fromEntries(
    endings.map((ending, place) => [ending, Number(counts[`ending${place}`])]),
  ) as Record<Ending, number>
}

/** How many certificates of the filter stand how, whatever status it asks for. */
export async function countByStatus(
  db: Kysely<RecognitionTables>,
  filter: CertificateFilter,
  day: Day,
): Promise<Record<CertificateStatus, number>> {
  const rows = await scoped(db, filter)
    .select([status(day).as('status'), sql<number>`count(*)::int`.as('count')])
    .groupBy(sql.ref('status'))
    .execute()
  const counts = { valid: 0, expiring: 0, expired: 0, revoked: 0 }
  for (const row of rows) counts[row.status] = row.count
  return counts
}

/** The certificate with its standing on the day. */
export async function findCertificatePage(
  db: Kysely<RecognitionTables>,
  id: string,
  day: Day,
): Promise<CertifiedProduct | undefined> {
  const row = await db
    .selectFrom('recognisedProduct')
    .selectAll()
    .select(status(day).as('status'))
    .where('certificateId', '=', id)
    .executeTakeFirst()
  return row as CertifiedProduct | undefined
}

/** The newest certificate of a product, with its standing on the day. */
export async function findCertificateOfProduct(
  db: Kysely<RecognitionTables>,
  productId: string,
  day: Day,
): Promise<CertifiedProduct | undefined> {
  return (await listCertificatesOf(db, [productId], day))[0]
}

/** The newest certificate of each of these products that has one, with its standing on the day. */
export async function listCertificatesOf(
  db: Kysely<RecognitionTables>,
  productIds: readonly string[],
  day: Day,
): Promise<CertifiedProduct[]> {
  if (productIds.length === 0) return []
  const rows = await db
    .selectFrom('recognisedProduct')
    .distinctOn('productId')
    .selectAll()
    .select(status(day).as('status'))
    .where('productId', 'in', [...productIds])
    .where('certificateId', 'is not', null)
    .orderBy('productId')
    .orderBy('issuedOn', 'desc')
    .orderBy('certificateId', 'desc')
    .execute()
  return rows as CertifiedProduct[]
}

/** The certificates in force that came of these dossiers. */
export async function listInForceOf(
  db: Kysely<RecognitionTables>,
  dossierIds: readonly string[],
  day: Day,
): Promise<
  Pick<CertifiedProduct, 'dossierId' | 'expiresOn' | 'certificateNumber' | 'productName' | 'code'>[]
> {
  const rows = await db
    .selectFrom('recognisedProduct')
    .select(['dossierId', 'expiresOn', 'certificateNumber', 'productName', 'code'])
    .where('dossierId', 'in', [...dossierIds])
    .where('certificateId', 'is not', null)
    .where('revokedOn', 'is', null)
    .where('expiresOn', '>=', day)
    .orderBy('expiresOn')
    .execute()
  return rows as CertifiedProduct[]
}

const status = (day: Day) => sql<CertificateStatus>`certificate_status(expires_on, revoked_on, ${day}::date)`

function scoped(db: Kysely<RecognitionTables>, filter: CertificateFilter) {
  const { unitPaths, stars, year, search, ending } = filter
  let query = db
    .selectFrom('recognisedProduct')
    .where('certificateId', 'is not', null)
    .where((eb) => inUnits(eb, 'unitPath', unitPaths))
  if (ending)
    query = query
      .where('revokedOn', 'is', null)
      .where('expiresOn', '>=', ending.from)
      .where('expiresOn', '<=', ending.to)
  if (stars) query = query.where('stars', '=', stars)
  if (year) query = query.where(sql<boolean>`extract(year from issued_on)::int = ${year}`)
  if (search) {
    const part = holding(fold(search))
    query = query.where((eb) =>
      eb.or([
        eb('productFold', 'like', part),
        eb('producerFold', 'like', part),
        eb('certificateNumber', '=', search.trim().toUpperCase()),
        eb('code', '=', readVerificationCode(search) ?? ''),
      ]),
    )
  }
  return query
}
