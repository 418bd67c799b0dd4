import type { Insertable, Kysely, Selectable } from 'kysely'
import type { CouncilTables } from '../council-tables.ts'
import type { RoundEndRow, SheetsOpeningRow } from './discussion-tables.ts'

export type RoundEnd = Selectable<RoundEndRow>
export type SheetsOpening = Selectable<SheetsOpeningRow>
type Place = { sessionId: string; dossierId?: string | undefined }

export async function insertRoundEnd(
  db: Kysely<CouncilTables>,
  { present, ...end }: Omit<RoundEnd, 'present'> & { present: readonly string[] },
): Promise<void> {
  await db
    .insertInto('roundEnd')
    .values({ ...end, present: JSON.stringify(present) })
    .execute()
}

/** The ended rounds of the session, or of one dossier in it. */
export function listRoundEnds(
  db: Kysely<CouncilTables>,
  { sessionId, dossierId }: Place,
): Promise<RoundEnd[]> {
  const query = db.selectFrom('roundEnd').selectAll().where('sessionId', '=', sessionId)
  const scoped = dossierId ? query.where('dossierId', '=', dossierId) : query
  return scoped.orderBy('dossierId').orderBy('round').execute()
}

/** False when the sheets of the round are open to them already. */
export async function insertOpening(
  db: Kysely<CouncilTables>,
  opening: Insertable<SheetsOpeningRow>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('sheetsOpening')
    .values(opening)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** To whom sheets were opened in the session, or of one dossier in it. */
export function listOpenings(
  db: Kysely<CouncilTables>,
  { sessionId, dossierId }: Place,
): Promise<SheetsOpening[]> {
  const query = db.selectFrom('sheetsOpening').selectAll().where('sessionId', '=', sessionId)
  const scoped = dossierId ? query.where('dossierId', '=', dossierId) : query
  return scoped.orderBy('openedAt').execute()
}
