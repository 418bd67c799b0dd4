import type { Insertable, Kysely, Selectable } from 'kysely'
import type { Answers } from '#modules/regulation/index.ts'
import type { CouncilTables } from '../council-tables.ts'
import type { PaperSheetRow } from './paper-sheet-tables.ts'

export type PaperSheet = Selectable<PaperSheetRow>

/** Gives the member's sheet of the round its code; one that has one keeps it. */
export async function insertPaperSheets(
  db: Kysely<CouncilTables>,
  rows: readonly Insertable<PaperSheetRow>[],
): Promise<void> {
  if (rows.length === 0) return
  await db
    .insertInto('paperSheet')
    .values([...rows])
    .onConflict((conflict) => conflict.columns(['sessionId', 'dossierId', 'memberId', 'round']).doNothing())
    .execute()
}

/** The paper sheet of that code; `update` locks it: it is typed and countersigned one after the other. */
export function findPaperSheet(
  db: Kysely<CouncilTables>,
  code: string,
  lock?: 'update',
): Promise<PaperSheet | undefined> {
  const query = db.selectFrom('paperSheet').selectAll().where('code', '=', code)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

/** The paper sheets of a session, of every round, in the order in which they were printed. */
export function listPaperSheets(db: Kysely<CouncilTables>, sessionId: string): Promise<PaperSheet[]> {
  return db
    .selectFrom('paperSheet')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .orderBy('round')
    .orderBy('id')
    .execute()
}

export interface TypedPaper {
  id: string
  /** The version that was seen when typing. */
  version: number
  answers: Answers
  notes: Readonly<Record<string, string>>
  reasons: Readonly<Record<string, string>>
  way: 'typed' | 'excel'
  typedBy: string
  typedAt: Date
  scanFileId: string | null
}

/** False when somebody typed it in meanwhile, or it was countersigned. */
export async function writeTyped(db: Kysely<CouncilTables>, typed: TypedPaper): Promise<boolean> {
  const { id, version, answers, notes, reasons, ...rest } = typed
  const content = {
    answers: JSON.stringify(answers),
    notes: JSON.stringify(notes),
    reasons: JSON.stringify(reasons),
  }
  const { numUpdatedRows } = await db
    .updateTable('paperSheet')
    .set({ ...rest, ...content, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('countersignedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** False when it is no longer the version that was seen, or was countersigned already. */
export async function markCountersigned(
  db: Kysely<CouncilTables>,
  {
    id,
    version,
    ...signed
  }: { id: string; version: number; countersignedBy: string; countersignedAt: Date; sheetId: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('paperSheet')
    .set(signed)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('countersignedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Notes that a person saw what stands on the sheet, the first time. */
export async function noteReading(
  db: Kysely<CouncilTables>,
  row: { paperSheetId: string; personId: string; readAt: Date },
): Promise<void> {
  await db
    .insertInto('paperSheetReading')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
