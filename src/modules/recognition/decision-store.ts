import { type Insertable, type Kysely, type Selectable, sql } from 'kysely'
import { inUnits } from '#platform/db/in-units.ts'
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

export function findDecision(db: Kysely<RecognitionTables>, id: string): Promise<Decision | undefined> {
  return db.selectFrom('recognitionDecision').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The newest decisions of these issuers and of those below them. */
export function listDecisions(
  db: Kysely<RecognitionTables>,
  unitPaths: readonly string[],
  limit: number,
): Promise<Decision[]> {
  return db
    .selectFrom('recognitionDecision')
    .selectAll()
    .where((eb) => inUnits(eb, 'unitPath', unitPaths))
    .orderBy('decidedOn', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** The dossiers whose results the decision approved. */
export async function listApproved(
  db: Kysely<RecognitionTables>,
  decisionId: string,
): Promise<{ dossierId: string; code: string; productName: string; producerName: string }[]> {
  const { rows } = await sql<{ dossierId: string; code: string; productName: string; producerName: string }>`
    select dossier.id as "dossierId", dossier.code, product.name as "productName", producer.name as "producerName"
    from approved_result
    join dossier on dossier.id = approved_result.dossier_id
    join product on product.id = dossier.product_id
    join producer on producer.id = dossier.producer_id
    where decision_id = ${decisionId}
    order by dossier.code`.execute(db)
  return rows
}
