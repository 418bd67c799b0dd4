import type { Generated, Kysely } from 'kysely'
import type { DossierTables } from '../dossier-store.ts'
import type { BatchStep } from './batch-steps.ts'

/** One thing done with several dossiers: its id is made with the summary, so pressing twice does it once. */
export interface DeskBatchRow {
  id: string
  step: BatchStep
  personId: string
  /** A list of ids, in the order of the summary. */
  dossierIds: string
  startedAt: Date
}

export interface DeskBatchLineRow {
  batchId: string
  dossierId: string
  outcome: 'done' | 'refused'
  /** Of a refusal: its sentence. */
  code: string | null
  facts: Generated<string>
}

export interface DeskBatch extends Omit<DeskBatchRow, 'dossierIds'> {
  dossierIds: string[]
}

export interface DeskBatchLine extends Omit<DeskBatchLineRow, 'facts'> {
  facts: Record<string, unknown>
}

type Db = Kysely<DossierTables>

/** False when this work was begun before. */
export async function insertBatch(db: Db, { dossierIds, ...batch }: DeskBatch): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('deskBatch')
    .values({ ...batch, dossierIds: JSON.stringify(dossierIds) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Work that this person began; nobody sees that of others. */
export async function findBatch(db: Db, id: string, personId: string): Promise<DeskBatch | undefined> {
  const row = await db
    .selectFrom('deskBatch')
    .selectAll()
    .where('id', '=', id)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return row as DeskBatch | undefined
}

/** False when this dossier has its outcome in this work already: the key decides, also between two at once. */
export async function insertBatchLine(db: Db, { facts, ...line }: DeskBatchLine): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('deskBatchLine')
    .values({ ...line, facts: JSON.stringify(facts) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** What the work did to the dossier, told afterwards in the same transaction. */
export async function setBatchFacts(
  db: Db,
  { batchId, dossierId, facts }: Pick<DeskBatchLine, 'batchId' | 'dossierId' | 'facts'>,
): Promise<void> {
  await db
    .updateTable('deskBatchLine')
    .set({ facts: JSON.stringify(facts) })
    .where('batchId', '=', batchId)
    .where('dossierId', '=', dossierId)
    .execute()
}

export async function listBatchLines(db: Db, batchId: string): Promise<DeskBatchLine[]> {
  const rows = await db.selectFrom('deskBatchLine').selectAll().where('batchId', '=', batchId).execute()
  return rows as unknown as DeskBatchLine[]
}
