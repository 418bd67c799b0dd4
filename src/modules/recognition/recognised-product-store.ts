import { type Kysely, sql } from 'kysely'
import type { Day } from '#platform/dates.ts'
import type { CertificateStatus, RecognitionStatus } from './certificate-status.ts'
import type { PageKey } from './page-key.ts'
import type { ProducerKind, RecognisedProductRow, RecognitionTables } from './recognition-tables.ts'

export interface RecognitionFilter {
  year?: number | undefined
  stars?: number | undefined
  producerType?: ProducerKind | undefined
  /** A commune of today or of its day. */
  commune?: string | undefined
  status?: RecognitionStatus | undefined
}

export interface Page {
  day: Day
  after?: PageKey | undefined
  limit: number
}

export type RecognisedProduct = RecognisedProductRow & { status: RecognitionStatus }

/** A recognition with its certificate: what the decision wrote is there, as the tables demand. */
export type CertifiedProduct = Omit<RecognisedProductRow, keyof Certified> &
  Certified & { status: CertificateStatus }

type Certified = {
  [Field in
    | 'certificateId'
    | 'code'
    | 'certificateNumber'
    | 'issuedOn'
    | 'facts'
    | 'decisionNumber'
    | 'decidedOn'
    | 'signerName'
    | 'signerPost']: NonNullable<RecognisedProductRow[Field]>
}

const status = (day: Day) =>
  sql<RecognitionStatus>`recognition_status(source, expires_on, revoked_on, ${day}::date)`

/** Recognitions with their standing on the day, the newest year first. */
export async function listRecognised(
  db: Kysely<RecognitionTables>,
  filter: RecognitionFilter,
  { day, after, limit }: Page,
): Promise<RecognisedProduct[]> {
  let query = db.selectFrom('recognisedProduct').selectAll().select(status(day).as('status'))
  if (filter.year !== undefined) query = query.where('year', '=', filter.year)
  if (filter.stars !== undefined) query = query.where('stars', '=', filter.stars)
  if (filter.producerType) query = query.where('producerKind', '=', filter.producerType)
  if (filter.commune) query = query.where(inCommune(filter.commune))
  if (filter.status) query = query.where(status(day), '=', filter.status)
  if (after)
    query = query.where(
      sql<boolean>`(year, recognition_id) < (${Number(after.sort)}::int, ${after.id}::uuid)`,
    )
  return query.orderBy('year', 'desc').orderBy('recognitionId', 'desc').limit(limit).execute()
}

/** Certificates with their standing on the day, the newest first. */
export async function listCertified(
  db: Kysely<RecognitionTables>,
  filter: { status?: CertificateStatus | undefined },
  { day, after, limit }: Page,
): Promise<CertifiedProduct[]> {
  let query = db
    .selectFrom('recognisedProduct')
    .selectAll()
    .select(status(day).as('status'))
    .where('certificateId', 'is not', null)
  if (filter.status) query = query.where(status(day), '=', filter.status)
  if (after)
    query = query.where(sql<boolean>`(issued_on, certificate_id) < (${after.sort}::date, ${after.id}::uuid)`)
  const rows = await query.orderBy('issuedOn', 'desc').orderBy('certificateId', 'desc').limit(limit).execute()
  return rows as CertifiedProduct[]
}

/** The certificate with this code and its standing on the day. */
export async function findCertified(
  db: Kysely<RecognitionTables>,
  code: string,
  day: Day,
): Promise<CertifiedProduct | undefined> {
  const row = await db
    .selectFrom('recognisedProduct')
    .selectAll()
    .select(status(day).as('status'))
    .where('code', '=', code)
    .executeTakeFirst()
  return row as CertifiedProduct | undefined
}

/** In the unit itself or in one that went into it: by either map, whichever the code is of. */
function inCommune(unitId: string) {
  return sql<boolean>`unit_id in (
    with recursive line(id) as (
      select ${unitId}::text
      union
      select former_id from line join unit_successor on successor_id = line.id and main
    )
    select id from line)`
}

/** What a decision recognised or revoked, by the names of the products. */
export async function listDecided(
  db: Kysely<RecognitionTables>,
  decisionId: string,
  day: Day,
): Promise<CertifiedProduct[]> {
  const rows = await db
    .selectFrom('recognisedProduct')
    .selectAll()
    .select(status(day).as('status'))
    .where((eb) => eb.or([eb('decisionId', '=', decisionId), eb('revocationId', '=', decisionId)]))
    .orderBy('certificateNumber')
    .execute()
  return rows as CertifiedProduct[]
}
