import type { Kysely } from 'kysely'
import type { Dossier, DossierTables } from './dossier-store.ts'

export interface LookUpCodeRow {
  dossierId: string
  code: string
  createdAt: Date
}

/** False when the dossier has a code already, or another dossier this one: the keys decide. */
export async function insertLookUpCode(db: Kysely<DossierTables>, row: LookUpCodeRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('dossierLookUp')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function findLookUpCode(
  db: Kysely<DossierTables>,
  dossierId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('dossierLookUp')
    .select('code')
    .where('dossierId', '=', dossierId)
    .executeTakeFirst()
  return row?.code
}

export async function findDossierByLookUpCode(
  db: Kysely<DossierTables>,
  code: string,
): Promise<Dossier | undefined> {
  const row = await db
    .selectFrom('dossier')
    .innerJoin('dossierLookUp', 'dossierLookUp.dossierId', 'dossier.id')
    .selectAll('dossier')
    .where('dossierLookUp.code', '=', code)
    .executeTakeFirst()
  return row as Dossier | undefined
}
