import type { Insertable, Kysely, Selectable } from 'kysely'
import type { CentralLetterRow, RecognitionTables } from '../recognition-tables.ts'

export type CentralLetter = Selectable<CentralLetterRow>

export function findCentralLetter(
  db: Kysely<RecognitionTables>,
  decisionId: string,
): Promise<CentralLetter | undefined> {
  return db.selectFrom('centralLetter').selectAll().where('decisionId', '=', decisionId).executeTakeFirst()
}

/** False when the decision has its letter, or the province used the number in that year: the keys decide. */
export async function insertCentralLetter(
  db: Kysely<RecognitionTables>,
  letter: Insertable<CentralLetterRow>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('centralLetter')
    .values(letter)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** The decision with which the result of the dossier was last approved, or undefined while none was. */
export async function findApproval(
  db: Kysely<RecognitionTables>,
  dossierId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('approvedResult')
    .innerJoin('recognitionDecision', 'recognitionDecision.id', 'approvedResult.decisionId')
    .select('decisionId')
    .where('dossierId', '=', dossierId)
    .orderBy('recognitionDecision.createdAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.decisionId
}
