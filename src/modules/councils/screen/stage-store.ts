import { type Kysely, sql } from 'kysely'
import type { CouncilTables } from '../council-tables.ts'

/** The product that the room is looking at. */
export interface StageRow {
  sessionId: string
  dossierId: string
  calledBy: string
  calledAt: Date
  /** Whether the screen shows results once a product is closed. */
  showsResults: boolean
}

export interface StageTables {
  sessionStage: StageRow
}

export function findStage(db: Kysely<CouncilTables>, sessionId: string): Promise<StageRow | undefined> {
  return db.selectFrom('sessionStage').selectAll().where('sessionId', '=', sessionId).executeTakeFirst()
}

/** The products called in these sessions. */
export async function listStages(
  db: Kysely<CouncilTables>,
  sessionIds: readonly string[],
): Promise<StageRow[]> {
  if (sessionIds.length === 0) return []
  return db.selectFrom('sessionStage').selectAll().where('sessionId', 'in', sessionIds).execute()
}

/** Calls a product; that results are shown stays as it was. */
export async function putStage(
  db: Kysely<CouncilTables>,
  { sessionId, ...called }: Omit<StageRow, 'showsResults'>,
): Promise<void> {
  await db
    .insertInto('sessionStage')
    .values({ sessionId, ...called, showsResults: false })
    .onConflict((conflict) => conflict.column('sessionId').doUpdateSet(called))
    .execute()
}

/** False while no product was called. */
export async function setShowsResults(
  db: Kysely<CouncilTables>,
  { sessionId, showsResults }: { sessionId: string; showsResults: boolean },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('sessionStage')
    .set({ showsResults })
    .where('sessionId', '=', sessionId)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** A word that changes whenever the screen of the session would look otherwise, found without drawing it. */
export async function stampOf(db: Kysely<CouncilTables>, sessionId: string): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select md5(concat_ws('|', session.status, stage.dossier_id, stage.called_at, stage.shows_results,
      item.status, item.round,
      (select count(*) from score_sheet sheet where sheet.session_id = session.id
        and sheet.dossier_id = stage.dossier_id and sheet.handed_in_at is not null),
      (select count(*) from recusal where recusal.session_id = session.id
        and recusal.dossier_id = stage.dossier_id),
      (select count(*) from session_attendance here where here.session_id = session.id and here.left_at is null),
      (select string_agg(one.status, '' order by one.position) from session_dossier one
        where one.session_id = session.id))) as stamp
    from council_session session
    left join session_stage stage on stage.session_id = session.id
    left join session_dossier item on item.session_id = session.id and item.dossier_id = stage.dossier_id
    where session.id = ${sessionId}`.execute(db)
  return rows[0]?.stamp ?? ''
}
