import type { Kysely, Selectable } from 'kysely'
import type { CouncilChangeRow, CouncilTables } from '../council-tables.ts'

export type CouncilChange = Selectable<CouncilChangeRow>

export async function insertChange(db: Kysely<CouncilTables>, change: CouncilChange): Promise<void> {
  await db.insertInto('councilChange').values(change).execute()
}

/** The changes of the council's seats, in the order of their decisions. */
export function listChanges(db: Kysely<CouncilTables>, councilId: string): Promise<CouncilChange[]> {
  return db
    .selectFrom('councilChange')
    .selectAll()
    .where('councilId', '=', councilId)
    .orderBy('decidedOn')
    .orderBy('recordedAt')
    .orderBy('id')
    .execute()
}

/** The seat takes another position; false when the position is taken, or the person does not sit. */
export async function movePosition(
  db: Kysely<CouncilTables>,
  {
    councilId,
    personId,
    ...change
  }: Pick<CouncilTables['councilMember'], 'councilId' | 'personId' | 'position' | 'positionBefore'>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('councilMember')
    .set(change)
    .where('councilId', '=', councilId)
    .where('personId', '=', personId)
    .where('leftOn', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
