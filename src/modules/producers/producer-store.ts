import { type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely'
import type { UnitTables } from '#modules/territory/index.ts'
import type { Day } from '#platform/dates.ts'
import { fold } from '#platform/db/fold.ts'
import { inUnits } from '#platform/db/in-units.ts'
import { holding } from '#platform/db/like.ts'
import type { EventTables } from '#platform/events/event-store.ts'
import type { FileTables } from '#platform/files/stored-file-store.ts'
import type { OwnerKind } from './owner-kinds.ts'
import type { PaperKind } from './paper-kinds.ts'
import type { People } from './peoples.ts'

export interface Producer {
  id: string
  kind: OwnerKind
  name: string
  fold: string
  sortKey: string
  unitId: string
  unitPath: string
  address: string | null
  phone: string | null
  email: string | null
  representativeName: string | null
  representativePost: string | null
  representativeGender: 'female' | 'male' | null
  representativeEthnicity: People | null
  foundedOn: Day | null
  registrationNumber: string | null
  registrationIssuedOn: Day | null
  taxCode: string | null
  story: string | null
  /** How it came in: registered by its own people, at the counter, or with a list. */
  source: 'self' | 'counter' | 'import'
  isDemo: boolean
  /** Grows with every change; a change names the one it started from. */
  version: number
  createdAt: Date
  createdBy: string | null
  updatedAt: Date
}

export interface Paper {
  id: string
  producerId: string
  kind: PaperKind
  /** What the producer calls it, where its kind does not say enough. */
  title: string | null
  number: string | null
  issuer: string | null
  issuedOn: Day | null
  validTo: Day | null
  note: string | null
  addedAt: Date
  /** The newer issue that took its place. */
  replacedById: string | null
}

/** A file of a paper: its pages or pictures in order, counted from 1. */
export interface PaperPageRow {
  paperId: string
  position: number
  fileId: string
}

interface ProducerRow extends Omit<Producer, 'representativeEthnicity'> {
  /** JSON of `People`. */
  representativeEthnicity: string | null
}

export interface ProducerTables extends UnitTables, EventTables, FileTables {
  producer: ProducerRow
  producerPaper: Paper
  producerPaperPage: PaperPageRow
}

/** What the actor may read; without it every producer is in reach. */
export interface Reach {
  paths: readonly string[]
  ids: readonly string[]
}

export async function findProducer(
  db: Kysely<ProducerTables>,
  id: string,
  reach?: Reach,
): Promise<Producer | undefined> {
  const query = db.selectFrom('producer').selectAll().where('id', '=', id)
  const row = await (reach ? query.where(inReach(reach)) : query).executeTakeFirst()
  return row as unknown as Producer | undefined
}

export interface ProducerFilter {
  reach: Reach
  /** Name with or without diacritics, registration number or tax code. */
  search?: string | undefined
  kind?: OwnerKind | undefined
  unitPath?: string | undefined
}

export interface ProducerKey {
  sortKey: string
  id: string
}

/** Producers in Vietnamese order of their names, `limit` of them after the key. */
export async function listProducers(
  db: Kysely<ProducerTables>,
  { reach, search, kind, unitPath }: ProducerFilter,
  { after, limit }: { after?: ProducerKey | undefined; limit: number },
): Promise<Producer[]> {
  let query = db.selectFrom('producer').selectAll().where(inReach(reach))
  if (search) query = query.where(matches(search))
  if (kind) query = query.where('kind', '=', kind)
  if (unitPath) query = query.where(inReach({ paths: [unitPath], ids: [] }))
  if (after) query = query.where(sql<SqlBool>`(sort_key, id) > (${after.sortKey}, ${after.id})`)
  const rows = await query.orderBy('sortKey').orderBy('id').limit(limit).execute()
  return rows as unknown as Producer[]
}

type NewProducer = Omit<Producer, 'version'>

export async function insertProducer(db: Kysely<ProducerTables>, producer: NewProducer): Promise<boolean> {
  const ethnicity = producer.representativeEthnicity
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('producer')
    .values({ ...producer, version: 1, representativeEthnicity: ethnicity && JSON.stringify(ethnicity) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/**
 * Stores the change when nobody changed the producer since `version` (else `stale`) and no other has its registration
 * number (else `number_taken`, and the transaction is lost).
 */
export async function updateProducer(
  db: Kysely<ProducerTables>,
  id: string,
  version: number,
  { representativeEthnicity: ethnicity, ...change }: Partial<Omit<Producer, 'id' | 'version'>>,
): Promise<'stored' | 'stale' | 'number_taken'> {
  const people =
    ethnicity === undefined ? {} : { representativeEthnicity: ethnicity && JSON.stringify(ethnicity) }
  try {
    const { numUpdatedRows } = await db
      .updateTable('producer')
      .set({ ...change, ...people, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirstOrThrow()
    return numUpdatedRows === 1n ? 'stored' : 'stale'
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === '23505') return 'number_taken'
    throw thrown
  }
}

function inReach({ paths, ids }: Reach) {
  return (builder: ExpressionBuilder<ProducerTables, 'producer'>) =>
    builder.or([inUnits(builder, 'unitPath', paths), ...(ids.length > 0 ? [builder('id', 'in', ids)] : [])])
}

function matches(search: string) {
  const part = holding(fold(search))
  return (builder: ExpressionBuilder<ProducerTables, 'producer'>) =>
    builder.or([
      builder('fold', 'like', part),
      builder('registrationNumber', '=', search.trim()),
      builder('taxCode', '=', search.trim()),
    ])
}
