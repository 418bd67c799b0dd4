import type { Kysely, Selectable } from 'kysely'
import type { Day } from '#platform/dates.ts'
import { inUnits } from '#platform/db/in-units.ts'
import type { ConsultantTables, MandateCoverRow, MandateRatingRow, MandateRow } from './consultant-tables.ts'
import type { MandateContent } from './mandate-content.ts'
import type { Side } from './mandate-parts.ts'

type Db = Kysely<ConsultantTables>

export type Mandate = Selectable<MandateRow>

/** A mandate with whom it is between. */
export interface PlacedMandate extends Mandate {
  consultantName: string
  consultantPath: string
  producerName: string
  producerPath: string
}

function placed(db: Db) {
  return db
    .selectFrom('mandate')
    .innerJoin('consultant', 'consultant.id', 'mandate.consultantId')
    .innerJoin('producer', 'producer.id', 'mandate.producerId')
    .selectAll('mandate')
    .select([
      'consultant.name as consultantName',
      'consultant.unitPath as consultantPath',
      'producer.name as producerName',
      'producer.unitPath as producerPath',
    ])
}

export function findMandate(db: Db, id: string): Promise<PlacedMandate | undefined> {
  return placed(db).where('mandate.id', '=', id).executeTakeFirst()
}

/** The mandate, locked to the end of the transaction: it is signed once, and ended once. */
export function findMandateForUpdate(db: Db, id: string): Promise<Mandate | undefined> {
  return db.selectFrom('mandate').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function insertMandate(
  db: Db,
  { content, ...mandate }: Omit<Mandate, 'content'> & { content: MandateContent },
): Promise<void> {
  await db
    .insertInto('mandate')
    .values({ ...mandate, content: JSON.stringify(content) })
    .execute()
  if (content.products.length === 0) return
  await db
    .insertInto('mandateProduct')
    .values(content.products.map(({ id }) => ({ mandateId: mandate.id, productId: id })))
    .execute()
}

export async function updateMandate(
  db: Db,
  id: string,
  change: Partial<Omit<Mandate, 'id' | 'content' | 'digest'>>,
): Promise<void> {
  await db.updateTable('mandate').set(change).where('id', '=', id).execute()
}

const overlap = '23P01'

/**
 * Writes down what the signed mandate covers. False when a part of one of the products is in other hands for some of
 * these days: the exclusion constraint decides, also between two who sign at once.
 */
export async function insertCover(db: Db, rows: MandateCoverRow[]): Promise<boolean> {
  try {
    await db.insertInto('mandateCover').values(rows).execute()
    return true
  } catch (thrown) {
    if ((thrown as { code?: string }).code === overlap) return false
    throw thrown
  }
}

/** An ended mandate covers nothing any more. */
export async function deleteCover(db: Db, mandateIds: readonly string[]): Promise<void> {
  if (mandateIds.length === 0) return
  await db
    .deleteFrom('mandateCover')
    .where('mandateId', 'in', [...mandateIds])
    .execute()
}

export interface MandateReach {
  consultantId?: string | undefined
  producerIds?: readonly string[] | undefined
  /** Places whose officers read the mandates of their consultants and producers. */
  paths?: readonly string[] | undefined
  /** Only those that this side proposed and nobody has answered. */
  proposedBy?: Side | undefined
}

/** The mandates within reach, the newest first. */
export async function listMandates(db: Db, reach: MandateReach): Promise<PlacedMandate[]> {
  const { consultantId, producerIds = [], paths = [], proposedBy } = reach
  if (!consultantId && producerIds.length === 0 && paths.length === 0) return []
  return placed(db)
    .$if(proposedBy !== undefined, (query) =>
      query.where('mandate.state', '=', 'proposed').where('mandate.proposedBy', '=', proposedBy ?? null),
    )
    .where((eb) =>
      eb.or([
        ...(consultantId ? [eb('mandate.consultantId', '=', consultantId)] : []),
        ...(producerIds.length > 0 ? [eb('mandate.producerId', 'in', [...producerIds])] : []),
        inUnits(eb, 'consultant.unitPath', paths),
        inUnits(eb, 'producer.unitPath', paths),
      ]),
    )
    .orderBy('mandate.id', 'desc')
    .limit(1000)
    .execute()
}

/** The signed mandates of a consultant that have not ended, locked. */
export function listOpenMandatesForUpdate(db: Db, consultantId: string): Promise<Mandate[]> {
  return db
    .selectFrom('mandate')
    .selectAll()
    .where('consultantId', '=', consultantId)
    .where('state', 'in', ['proposed', 'signed'])
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** False when the mandate was rated already: the key decides. */
export async function insertRating(db: Db, rating: MandateRatingRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('mandateRating')
    .values(rating)
    .onConflict((conflict) => conflict.column('mandateId').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export function findRating(db: Db, mandateId: string): Promise<MandateRatingRow | undefined> {
  return db.selectFrom('mandateRating').selectAll().where('mandateId', '=', mandateId).executeTakeFirst()
}

export interface CoverOfPerson {
  mandateId: string
  producerId: string
  productId: string | null
  part: MandateCoverRow['part']
}

/**
 * What the person may work on today: the cover, in force on that day, of the active consultant for whom they work.
 * `lock` keeps it so until the transaction ends: whoever ends a mandate or decides about a consultant locks the latter.
 */
export async function coverOf(
  db: Db,
  { personId, day }: { personId: string; day: Day },
  lock?: 'share',
): Promise<CoverOfPerson[]> {
  const query = db
    .selectFrom('mandateCover')
    .innerJoin('mandate', 'mandate.id', 'mandateCover.mandateId')
    .innerJoin('consultant', 'consultant.id', 'mandate.consultantId')
    .innerJoin('consultantMember', 'consultantMember.consultantId', 'consultant.id')
    .select([
      'mandateCover.mandateId',
      'mandateCover.producerId',
      'mandateCover.productId',
      'mandateCover.part',
    ])
    .where('consultantMember.personId', '=', personId)
    .where('consultantMember.leftOn', 'is', null)
    .where('consultant.state', '=', 'active')
    .where('mandate.state', '=', 'signed')
    .where('mandateCover.fromOn', '<=', day)
    .where('mandateCover.toOn', '>=', day)
    .orderBy('mandateCover.mandateId')
  return (lock ? query.forShare('consultant') : query).execute()
}

/** The people who may work on the product for its producer on that day, under signed mandates. */
export async function listAdvisingPeople(
  db: Db,
  { producerId, productId, day }: { producerId: string; productId: string; day: Day },
): Promise<string[]> {
  const rows = await db
    .selectFrom('mandateCover')
    .innerJoin('mandate', 'mandate.id', 'mandateCover.mandateId')
    .innerJoin('consultant', 'consultant.id', 'mandate.consultantId')
    .innerJoin('consultantMember', 'consultantMember.consultantId', 'consultant.id')
    .select('consultantMember.personId')
    .distinct()
    .where('mandateCover.producerId', '=', producerId)
    .where((eb) =>
      eb.or([eb('mandateCover.productId', 'is', null), eb('mandateCover.productId', '=', productId)]),
    )
    .where('consultantMember.leftOn', 'is', null)
    .where('consultant.state', '=', 'active')
    .where('mandate.state', '=', 'signed')
    .where('mandateCover.fromOn', '<=', day)
    .where('mandateCover.toOn', '>=', day)
    .execute()
  return rows.map(({ personId }) => personId)
}
