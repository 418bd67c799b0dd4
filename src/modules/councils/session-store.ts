import { type Insertable, type Kysely, type Selectable, sql } from 'kysely'
import type {
  CouncilSessionRow,
  CouncilTables,
  RecusalRow,
  ScoringRoundRow,
  SessionAttendanceRow,
  SessionDossierRow,
} from './council-tables.ts'
import type { Minutes } from './session-minutes.ts'

export type Session = Selectable<CouncilSessionRow>
export type AgendaItem = Selectable<SessionDossierRow>
export type Recusal = Selectable<RecusalRow>
export type ScoringRound = Selectable<ScoringRoundRow>

export async function insertSession(
  db: Kysely<CouncilTables>,
  session: Insertable<CouncilSessionRow>,
): Promise<void> {
  await db.insertInto('councilSession').values(session).execute()
}

/** The session; `update` locks it, so that it is opened and closed once. */
export function findSession(
  db: Kysely<CouncilTables>,
  id: string,
  lock?: 'update',
): Promise<Session | undefined> {
  const query = db.selectFrom('councilSession').selectAll().where('id', '=', id)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

/** The sessions of the councils, latest day first. */
export async function listSessions(
  db: Kysely<CouncilTables>,
  councilIds: readonly string[],
): Promise<Session[]> {
  if (councilIds.length === 0) return []
  return db
    .selectFrom('councilSession')
    .selectAll()
    .where('councilId', 'in', councilIds)
    .orderBy('heldOn', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export async function markOpened(db: Kysely<CouncilTables>, id: string, openedAt: Date): Promise<void> {
  await db.updateTable('councilSession').set({ status: 'open', openedAt }).where('id', '=', id).execute()
  await db
    .updateTable('sessionDossier')
    .set({ status: 'scoring' })
    .where('sessionId', '=', id)
    .where('status', '=', 'waiting')
    .execute()
}

export async function markClosed(
  db: Kysely<CouncilTables>,
  {
    id,
    closedAt,
    minutesNumber,
    minutes,
  }: { id: string; closedAt: Date; minutesNumber: string; minutes: Minutes },
): Promise<void> {
  await db
    .updateTable('councilSession')
    .set({ status: 'closed', closedAt, minutesNumber, minutes: JSON.stringify(minutes) })
    .where('id', '=', id)
    .execute()
}

/** Whether another session of the council has minutes of this number. */
export async function minutesNumberTaken(
  db: Kysely<CouncilTables>,
  { councilId, minutesNumber }: { councilId: string; minutesNumber: string },
): Promise<boolean> {
  const taken = await db
    .selectFrom('councilSession')
    .select('id')
    .where('councilId', '=', councilId)
    .where('minutesNumber', '=', minutesNumber)
    .executeTakeFirst()
  return taken !== undefined
}

export async function insertAgenda(
  db: Kysely<CouncilTables>,
  items: Insertable<SessionDossierRow>[],
): Promise<void> {
  await db.insertInto('sessionDossier').values(items).execute()
}

/** Numbers the agenda anew, in this order. */
export async function placeInOrder(
  db: Kysely<CouncilTables>,
  { sessionId, dossierIds }: { sessionId: string; dossierIds: readonly string[] },
): Promise<void> {
  // First out of the way of each other: no two stand in one place at any time.
  await db
    .updateTable('sessionDossier')
    .set((eb) => ({ position: eb('position', '+', 1_000_000) }))
    .where('sessionId', '=', sessionId)
    .execute()
  await sql`
    update session_dossier item set position = wanted.place
    from unnest(${[...dossierIds]}::uuid[]) with ordinality as wanted(dossier_id, place)
    where item.session_id = ${sessionId} and item.dossier_id = wanted.dossier_id`.execute(db)
}

/** The dossiers of the session in tasting order. */
export function listAgenda(db: Kysely<CouncilTables>, sessionId: string): Promise<AgendaItem[]> {
  return db
    .selectFrom('sessionDossier')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .orderBy('position')
    .execute()
}

/**
 * A dossier on the agenda. `share` while a sheet is written: others may write theirs, nobody can close the round;
 * `update` to close it, open a new round or recuse: no sheet goes in meanwhile.
 */
export function findAgendaItem(
  db: Kysely<CouncilTables>,
  { sessionId, dossierId }: { sessionId: string; dossierId: string },
  lock?: 'share' | 'update',
): Promise<AgendaItem | undefined> {
  const query = db
    .selectFrom('sessionDossier')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .where('dossierId', '=', dossierId)
  return (lock === 'update' ? query.forUpdate() : lock ? query.forShare() : query).executeTakeFirst()
}

export async function updateAgendaItem(
  db: Kysely<CouncilTables>,
  { sessionId, dossierId }: { sessionId: string; dossierId: string },
  change: Partial<Pick<AgendaItem, 'round' | 'status' | 'closeReason' | 'closedBy' | 'closedAt'>>,
): Promise<void> {
  await db
    .updateTable('sessionDossier')
    .set(change)
    .where('sessionId', '=', sessionId)
    .where('dossierId', '=', dossierId)
    .execute()
}

export async function insertRound(
  db: Kysely<CouncilTables>,
  round: Insertable<ScoringRoundRow>,
): Promise<void> {
  await db.insertInto('scoringRound').values(round).execute()
}

/** The rounds after the first, of every dossier of the session, with the chair's reasons. */
export function listRounds(db: Kysely<CouncilTables>, sessionId: string): Promise<ScoringRound[]> {
  return db
    .selectFrom('scoringRound')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .orderBy('dossierId')
    .orderBy('round')
    .execute()
}

/** Notes that these are in the room, whether they come for the first time or come back. */
export async function insertAttendance(
  db: Kysely<CouncilTables>,
  rows: Insertable<SessionAttendanceRow>[],
): Promise<void> {
  if (rows.length === 0) return
  const back = db
    .insertInto('sessionAttendance')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['sessionId', 'personId'])
        .doUpdateSet({ leftAt: null })
        .where('sessionAttendance.leftAt', 'is not', null),
    )
  await back.execute()
}

/** Notes that this person attended; who has left the room again is not said to be back. */
export async function insertAttended(
  db: Kysely<CouncilTables>,
  row: Insertable<SessionAttendanceRow>,
): Promise<void> {
  await db
    .insertInto('sessionAttendance')
    .values(row)
    .onConflict((conflict) => conflict.columns(['sessionId', 'personId']).doNothing())
    .execute()
}

/** Notes that these left the room; that they attended stays on record. */
export async function markLeft(
  db: Kysely<CouncilTables>,
  { sessionId, personIds, leftAt }: { sessionId: string; personIds: readonly string[]; leftAt: Date },
): Promise<void> {
  if (personIds.length === 0) return
  await db
    .updateTable('sessionAttendance')
    .set({ leftAt })
    .where('sessionId', '=', sessionId)
    .where('personId', 'in', personIds)
    .where('leftAt', 'is', null)
    .execute()
}

export async function deleteAttendance(
  db: Kysely<CouncilTables>,
  { sessionId, personIds }: { sessionId: string; personIds: readonly string[] },
): Promise<void> {
  if (personIds.length === 0) return
  await db
    .deleteFrom('sessionAttendance')
    .where('sessionId', '=', sessionId)
    .where('personId', 'in', personIds)
    .execute()
}

/** Who is in the room now. */
export async function listPresent(db: Kysely<CouncilTables>, sessionId: string): Promise<string[]> {
  const attended = await listAttended(db, sessionId)
  return attended.filter(({ leftAt }) => leftAt === null).map(({ personId }) => personId)
}

export type Attended = Pick<Selectable<SessionAttendanceRow>, 'personId' | 'leftAt'>

/** Who attended the session, for a while or to its end. */
export function listAttended(db: Kysely<CouncilTables>, sessionId: string): Promise<Attended[]> {
  return db
    .selectFrom('sessionAttendance')
    .select(['personId', 'leftAt'])
    .where('sessionId', '=', sessionId)
    .orderBy('personId')
    .execute()
}

/** False when the person is recused from the dossier already. */
export async function insertRecusal(
  db: Kysely<CouncilTables>,
  recusal: Insertable<RecusalRow>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('recusal')
    .values(recusal)
    .onConflict((conflict) => conflict.columns(['sessionId', 'dossierId', 'personId']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export function listRecusals(db: Kysely<CouncilTables>, sessionId: string): Promise<Recusal[]> {
  return db
    .selectFrom('recusal')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .orderBy('declaredAt')
    .execute()
}
