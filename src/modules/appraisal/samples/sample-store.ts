import { type Kysely, sql } from 'kysely'
import type { AppraisalTables, SampleLotRow, SampleMoveRow } from '../appraisal-tables.ts'
import type { LotState, TakingOut } from './move-kinds.ts'
import { bucketOf } from './move-kinds.ts'

type Db = Kysely<AppraisalTables>

export type SampleLot = SampleLotRow
export type SampleMove = SampleMoveRow

export function findLot(db: Db, id: string): Promise<SampleLot | undefined> {
  return db.selectFrom('sampleLot').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The lot, locked to the end of the transaction: its moves are numbered one after the other. */
export function findLotForUpdate(db: Db, id: string): Promise<SampleLot | undefined> {
  return db.selectFrom('sampleLot').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export function listLotsOf(db: Db, dossierId: string): Promise<SampleLot[]> {
  return db.selectFrom('sampleLot').selectAll().where('dossierId', '=', dossierId).orderBy('id').execute()
}

type Received = Pick<
  SampleLot,
  | 'id'
  | 'code'
  | 'dossierId'
  | 'provincePath'
  | 'received'
  | 'condition'
  | 'keeperId'
  | 'createdAt'
  | 'isDemo'
>

export async function insertLot(db: Db, lot: Received): Promise<void> {
  await db
    .insertInto('sampleLot')
    .values({
      ...lot,
      state: 'received',
      kept: lot.received,
      tasted: 0,
      tested: 0,
      returned: 0,
      destroyed: 0,
      lost: 0,
      sealNo: null,
      place: null,
      version: 1,
    })
    .execute()
}

export type LotChange = Partial<Pick<SampleLot, 'state' | 'sealNo' | 'place' | 'condition' | 'keeperId'>>

const uniqueViolation = '23505'

/** False when the number of the seal is on another lot already: the index decides. */
export async function changeLot(db: Db, lot: SampleLot, change: LotChange): Promise<boolean> {
  try {
    const { numUpdatedRows } = await db
      .updateTable('sampleLot')
      .set({ ...change, version: lot.version + 1 })
      .where('id', '=', lot.id)
      .where('version', '=', lot.version)
      .executeTakeFirst()
    return numUpdatedRows === 1n
  } catch (thrown) {
    if ((thrown as { code?: string }).code === uniqueViolation) return false
    throw thrown
  }
}

/** Takes units out of the store, the last of them closing the lot. False when fewer are kept. */
export async function takeUnits(
  db: Db,
  lotId: string,
  { kind, units }: { kind: TakingOut; units: number },
): Promise<boolean> {
  const bucket = bucketOf[kind]
  const { numUpdatedRows } = await db
    .updateTable('sampleLot')
    .set((eb) => ({
      kept: eb('kept', '-', units),
      [bucket]: eb(bucket, '+', units),
      state: sql<LotState>`case when kept = ${units} then 'closed' else state end`,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', lotId)
    .where('kept', '>=', units)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Puts units back that were not opened at the tasting. False when fewer were taken to it. */
export async function putUnitsBack(db: Db, lotId: string, units: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('sampleLot')
    .set((eb) => ({
      kept: eb('kept', '+', units),
      tasted: eb('tasted', '-', units),
      state: 'stored' as const,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', lotId)
    .where('tasted', '>=', units)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export function listMoves(db: Db, lotId: string): Promise<SampleMove[]> {
  return db.selectFrom('sampleMove').selectAll().where('lotId', '=', lotId).orderBy('no').execute()
}

/** Writes a step down as the next of its lot, which the caller has locked. False when its blind code is taken. */
export async function insertMove(db: Db, move: Omit<SampleMove, 'no'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('sampleMove')
    .values({
      ...move,
      no: sql<number>`(select count(*) + 1 from sample_move where lot_id = ${move.lotId})`,
    })
    .onConflict((conflict) => conflict.column('blindCode').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** The codes that stand on units at tastings in place of their name, the latest of each dossier. Who is shown them decides. */
export async function listBlindCodes(db: Db, dossierIds: readonly string[]): Promise<Map<string, string>> {
  if (dossierIds.length === 0) return new Map()
  const { rows } = await sql<{ dossierId: string; blindCode: string }>`
    select lot.dossier_id, move.blind_code from sample_move move
    join sample_lot lot on lot.id = move.lot_id
    where move.blind_code is not null and lot.dossier_id = any(${dossierIds}::uuid[])
    order by move.moved_at`.execute(db)
  return new Map(rows.map(({ dossierId, blindCode }) => [dossierId, blindCode]))
}
