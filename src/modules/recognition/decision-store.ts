import type { Insertable, Kysely, Selectable } from 'kysely'
import type { CentralResultRow, DecisionRow, RecognitionTables } from './recognition-tables.ts'

export type Decision = Selectable<DecisionRow>

/** False when the issuer has a decision of this number in that year: the unique key decides. */
export async function insertDecision(
  db: Kysely<RecognitionTables>,
  decision: Insertable<DecisionRow>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('recognitionDecision')
    .values(decision)
    .onConflict((conflict) => conflict.columns(['unitPath', 'number', 'year']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function insertApprovedResults(
  db: Kysely<RecognitionTables>,
  decisionId: string,
  dossierIds: readonly string[],
): Promise<void> {
  const rows = dossierIds.map((dossierId) => ({ decisionId, dossierId }))
  await db.insertInto('approvedResult').values(rows).execute()
}

export async function insertCentralResult(
  db: Kysely<RecognitionTables>,
  result: CentralResultRow,
): Promise<void> {
  await db.insertInto('centralResult').values(result).execute()
}

/** What the centre's council last said of the dossier, or undefined while it has not. */
export function findCentralResult(
  db: Kysely<RecognitionTables>,
  dossierId: string,
): Promise<CentralResultRow | undefined> {
  return db
    .selectFrom('centralResult')
    .selectAll()
    .where('dossierId', '=', dossierId)
    .orderBy('recordedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}
