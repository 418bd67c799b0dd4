import type { Kysely, Selectable } from 'kysely'
import type { CouncilOpinionRow, CouncilTables } from '../council-tables.ts'

export type CouncilOpinion = Selectable<CouncilOpinionRow>

export async function insertOpinion(db: Kysely<CouncilTables>, opinion: CouncilOpinion): Promise<void> {
  await db.insertInto('councilOpinion').values(opinion).execute()
}

/** The opinions of the session, of all its dossiers or of one, in the order in which they were written. */
export function listOpinions(
  db: Kysely<CouncilTables>,
  { sessionId, dossierId }: { sessionId: string; dossierId?: string },
): Promise<CouncilOpinion[]> {
  const query = db.selectFrom('councilOpinion').selectAll().where('sessionId', '=', sessionId)
  const scoped = dossierId ? query.where('dossierId', '=', dossierId) : query
  return scoped.orderBy('writtenAt').orderBy('id').execute()
}
