import type { Kysely } from 'kysely'
import type { DossierTables } from '../dossier-store.ts'
import type { CarryReason } from './round-rules.ts'

/** A dossier carried from one round to a later one, by a letter of the province. */
export interface RoundCarryRow {
  id: string
  dossierId: string
  fromRoundId: string
  toRoundId: string
  reason: CarryReason
  note: string
  /** The province whose letter it is. */
  issuerPath: string
  numberedIn: number
  /** The whole "05/CV-OCOP". */
  letterNumber: string
  carriedBy: string | null
  carriedAt: Date
}

type Db = Kysely<DossierTables>

/** False when the dossier was carried from this round before: the key decides. */
export async function insertCarry(db: Db, carry: RoundCarryRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('roundCarry')
    .values(carry)
    .onConflict((conflict) => conflict.columns(['dossierId', 'fromRoundId']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** How a dossier was carried, the first time first. */
export function listCarries(db: Db, dossierId: string): Promise<RoundCarryRow[]> {
  return db
    .selectFrom('roundCarry')
    .selectAll()
    .where('dossierId', '=', dossierId)
    .orderBy('carriedAt')
    .orderBy('id')
    .execute()
}

export function findCarry(db: Db, id: string): Promise<RoundCarryRow | undefined> {
  return db.selectFrom('roundCarry').selectAll().where('id', '=', id).executeTakeFirst()
}
