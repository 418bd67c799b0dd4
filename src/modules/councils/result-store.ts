import { type Insertable, type Kysely, type Selectable, sql } from 'kysely'
import type { CouncilResultRow, CouncilTables, KnockOutRow } from './council-tables.ts'
import type { Tally } from './votes/vote-tables.ts'

export type CouncilResult = Selectable<CouncilResultRow>
export type KnockOut = Selectable<KnockOutRow>

export async function insertResult(db: Kysely<CouncilTables>, result: CouncilResult): Promise<void> {
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value))
  const values: Insertable<CouncilResultRow> = {
    ...result,
    partAverages: json(result.partAverages),
    missedMarks: json(result.missedMarks),
    knockOut: json(result.knockOut),
    trace: JSON.stringify(result.trace),
    inputs: JSON.stringify(result.inputs),
  }
  await db.insertInto('councilResult').values(values).execute()
}

/** What councils decided on the dossier, the latest decision, or undefined while none has. */
export function findResult(db: Kysely<CouncilTables>, dossierId: string): Promise<CouncilResult | undefined> {
  return db
    .selectFrom('councilResult')
    .selectAll()
    .where('dossierId', '=', dossierId)
    .orderBy('decidedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The results of one session. */
export function listResults(db: Kysely<CouncilTables>, sessionId: string): Promise<CouncilResult[]> {
  return db.selectFrom('councilResult').selectAll().where('sessionId', '=', sessionId).execute()
}

/** What a result comes to, without all that it came from. */
export type ResultMark = Pick<CouncilResult, 'dossierId' | 'outcome' | 'average' | 'stars'>

/** What the results of some dossiers of the session come to. */
export async function listResultMarks(
  db: Kysely<CouncilTables>,
  { sessionId, dossierIds }: { sessionId: string; dossierIds: readonly string[] },
): Promise<ResultMark[]> {
  if (dossierIds.length === 0) return []
  return db
    .selectFrom('councilResult')
    .select(['dossierId', 'outcome', 'average', 'stars'])
    .where('sessionId', '=', sessionId)
    .where(sql<boolean>`dossier_id = any(${dossierIds}::uuid[])`)
    .execute()
}

/** False when the same knock-out is proposed already and not decided. */
export async function insertKnockOut(
  db: Kysely<CouncilTables>,
  knockOut: Insertable<KnockOutRow>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('knockOut')
    .values(knockOut)
    .onConflict((conflict) =>
      conflict.columns(['sessionId', 'dossierId', 'key']).where('decision', 'is', null).doNothing(),
    )
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** The proposal, locked to the end of the transaction: `update` to decide it once, `share` while members vote. */
export function findKnockOut(
  db: Kysely<CouncilTables>,
  id: string,
  lock: 'share' | 'update',
): Promise<KnockOut | undefined> {
  const query = db.selectFrom('knockOut').selectAll().where('id', '=', id)
  return (lock === 'update' ? query.forUpdate() : query.forShare()).executeTakeFirst()
}

/** The knock-outs proposed in the session, in the order they were proposed. */
export function listKnockOuts(db: Kysely<CouncilTables>, sessionId: string): Promise<KnockOut[]> {
  return db
    .selectFrom('knockOut')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .orderBy('proposedAt')
    .orderBy('id')
    .execute()
}

/** False when the knock-out was decided already. */
export async function decideOnKnockOut(
  db: Kysely<CouncilTables>,
  {
    id,
    tally,
    ...decision
  }: Pick<KnockOut, 'id' | 'decision' | 'decisionReason' | 'decidedBy' | 'decidedAt'> & { tally: Tally },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('knockOut')
    .set({ ...decision, tally: JSON.stringify(tally) })
    .where('id', '=', id)
    .where('decision', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
