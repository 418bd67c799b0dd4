import { type Insertable, type Kysely, type Selectable, sql } from 'kysely'
import type { Answers } from '#modules/regulation/index.ts'
import type { CouncilTables, ScoreSheetRow } from './council-tables.ts'
import type { CarriedMarks } from './siblings/carried-mark.ts'

export type ScoreSheet = Selectable<ScoreSheetRow>

/** Whose sheet of which round of which dossier. */
export interface SheetKey {
  sessionId: string
  dossierId: string
  memberId: string
  round: number
}

/** The sheet, locked to the end of the transaction when it is about to change: two saves go one after the other. */
export function findSheet(
  db: Kysely<CouncilTables>,
  key: SheetKey,
  lock?: 'update',
): Promise<ScoreSheet | undefined> {
  const query = db
    .selectFrom('scoreSheet')
    .selectAll()
    .where('sessionId', '=', key.sessionId)
    .where('dossierId', '=', key.dossierId)
    .where('memberId', '=', key.memberId)
    .where('round', '=', key.round)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

/** All sheets of the session, or of one dossier in it, of every round, handed in or not. */
export function listSheets(
  db: Kysely<CouncilTables>,
  { sessionId, dossierId }: { sessionId: string; dossierId?: string },
): Promise<ScoreSheet[]> {
  const query = db.selectFrom('scoreSheet').selectAll().where('sessionId', '=', sessionId)
  const scoped = dossierId ? query.where('dossierId', '=', dossierId) : query
  return scoped.orderBy('round').orderBy('memberId').execute()
}

/** How far a sheet is, without what stands on it. */
export type SheetMark = Pick<ScoreSheet, 'dossierId' | 'memberId' | 'round' | 'total' | 'handedInAt'>

/** How far the sheets of the session are, or of some dossiers in it, of every round. */
export async function listSheetMarks(
  db: Kysely<CouncilTables>,
  { sessionId, dossierIds }: { sessionId: string; dossierIds?: readonly string[] },
): Promise<SheetMark[]> {
  if (dossierIds?.length === 0) return []
  const query = db
    .selectFrom('scoreSheet')
    .select(['dossierId', 'memberId', 'round', 'total', 'handedInAt'])
    .where('sessionId', '=', sessionId)
  const scoped = dossierIds ? query.where(among(dossierIds)) : query
  return scoped.orderBy('dossierId').orderBy('round').orderBy('memberId').execute()
}

/** How far a member's own sheets of the session are, with how many criteria are answered on each. */
export function listOwnMarks(
  db: Kysely<CouncilTables>,
  { sessionId, memberId }: { sessionId: string; memberId: string },
): Promise<(SheetMark & { answered: number })[]> {
  return db
    .selectFrom('scoreSheet')
    .select(['dossierId', 'memberId', 'round', 'total', 'handedInAt'])
    .select(sql<number>`(select count(*)::int from jsonb_object_keys(answers))`.as('answered'))
    .where('sessionId', '=', sessionId)
    .where('memberId', '=', memberId)
    .execute()
}

function among(dossierIds: readonly string[]) {
  return sql<boolean>`dossier_id = any(${dossierIds}::uuid[])`
}

/** False when the member has a sheet of this round already: the unique key decides. */
export async function insertSheet(
  db: Kysely<CouncilTables>,
  sheet: Omit<ScoreSheet, 'total' | 'parts' | 'handedInAt' | 'carried' | 'reasons'> &
    Partial<Pick<ScoreSheet, 'carried' | 'reasons'>>,
): Promise<boolean> {
  const { answers, notes, carried = {}, reasons = {}, ...rest } = sheet
  const values: Insertable<ScoreSheetRow> = {
    ...rest,
    answers: JSON.stringify(answers),
    notes: JSON.stringify(notes),
    carried: JSON.stringify(carried),
    reasons: JSON.stringify(reasons),
    total: null,
    parts: null,
    handedInAt: null,
  }
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('scoreSheet')
    .values(values)
    .onConflict((conflict) => conflict.columns(['sessionId', 'dossierId', 'memberId', 'round']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** False when the sheet is no longer the version that the change was made on, or was handed in. */
export async function updateSheet(
  db: Kysely<CouncilTables>,
  {
    id,
    version,
    answers,
    notes,
    carried,
    reasons,
    savedAt,
  }: {
    id: string
    version: number
    answers: Answers
    notes: Readonly<Record<string, string>>
    carried: CarriedMarks
    reasons: Readonly<Record<string, string>>
    savedAt: Date
  },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('scoreSheet')
    .set({
      answers: JSON.stringify(answers),
      notes: JSON.stringify(notes),
      carried: JSON.stringify(carried),
      reasons: JSON.stringify(reasons),
      savedAt,
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('handedInAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** False when the sheet changed since, or was handed in already: it goes in once. */
export async function markHandedIn(
  db: Kysely<CouncilTables>,
  {
    id,
    version,
    total,
    parts,
    handedInAt,
  }: {
    id: string
    version: number
    total: number
    parts: Readonly<Record<string, number>>
    handedInAt: Date
  },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('scoreSheet')
    .set({ total, parts: JSON.stringify(parts), handedInAt })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('handedInAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** How many dossiers of open sessions still want this member's sheet of their round. */
export async function countToScore(db: Kysely<CouncilTables>, personId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count
    from council_member seat
    join council_session session on session.council_id = seat.council_id and session.status = 'open'
    join session_dossier item on item.session_id = session.id and item.status = 'scoring'
    where seat.person_id = ${personId} and seat.scores and seat.left_on is null
      and not exists (
        select from recusal where recusal.session_id = session.id and recusal.dossier_id = item.dossier_id
          and recusal.person_id = seat.person_id)
      and not exists (
        select from score_sheet sheet where sheet.session_id = session.id and sheet.dossier_id = item.dossier_id
          and sheet.round = item.round and sheet.member_id = seat.person_id and sheet.handed_in_at is not null)`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}
