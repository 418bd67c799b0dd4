import type { Kysely } from 'kysely'
import type { DossierTables } from './dossier-store.ts'

export type CommunePaperKind = 'report' | 'letter'

export interface CommunePaperRow {
  dossierId: string
  kind: CommunePaperKind
  /** The commune that issued it. */
  issuerPath: string
  numberedIn: number
  /** The whole "05/BC-UBND". */
  number: string
}

/** Gives the paper its number. False when another paper of this issuer bears it in this year: the key decides. */
export async function insertCommunePaper(
  db: Kysely<DossierTables>,
  paper: CommunePaperRow,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('communePaper')
    .values(paper)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** The numbers of the commune's report and letter about a dossier, as far as there are any. */
export async function findCommunePapers(
  db: Kysely<DossierTables>,
  dossierId: string,
): Promise<Partial<Record<CommunePaperKind, string>>> {
  const rows = await db
    .selectFrom('communePaper')
    .select(['kind', 'number'])
    .where('dossierId', '=', dossierId)
    .execute()
  return Object.fromEntries(rows.map(({ kind, number }) => [kind, number]))
}
