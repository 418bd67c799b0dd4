import { type Kysely, type Selectable, sql } from 'kysely'
import type { Day } from '#platform/dates.ts'
import type { ConflictDeclarationRow, CouncilTables } from '../council-tables.ts'

export type ConflictDeclaration = Selectable<ConflictDeclarationRow>

/** Notes what was declared; what stands there already stays as it is. */
export async function insertDeclarations(
  db: Kysely<CouncilTables>,
  rows: readonly ConflictDeclaration[],
): Promise<void> {
  if (rows.length === 0) return
  await db
    .insertInto('conflictDeclaration')
    .values([...rows])
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** What was declared in the session, by everybody or by one member, in the order in which it was. */
export function listDeclarations(
  db: Kysely<CouncilTables>,
  { sessionId, personId }: { sessionId: string; personId?: string },
): Promise<ConflictDeclaration[]> {
  const query = db.selectFrom('conflictDeclaration').selectAll().where('sessionId', '=', sessionId)
  const scoped = personId ? query.where('personId', '=', personId) : query
  return scoped.orderBy('declaredAt').orderBy('dossierId').orderBy('personId').execute()
}

/** Whether the member has declared anything of the dossier. */
export async function hasDeclared(
  db: Kysely<CouncilTables>,
  { sessionId, dossierId, personId }: { sessionId: string; dossierId: string; personId: string },
): Promise<boolean> {
  const declared = await db
    .selectFrom('conflictDeclaration')
    .select('relation')
    .where('sessionId', '=', sessionId)
    .where('dossierId', '=', dossierId)
    .where('personId', '=', personId)
    .limit(1)
    .executeTakeFirst()
  return declared !== undefined
}

/** A session that is not closed, with those who sit and have still to declare on one of its dossiers. */
export interface DeclarationsDue {
  sessionId: string
  name: string
  heldOn: Day
  place: string
  status: 'planned' | 'open'
  personIds: string[]
}

/** The sessions whose first day lies in the span and for which somebody has still to declare, that person's alone if named. */
export async function listDeclarationsDue(
  db: Kysely<CouncilTables>,
  { from, to, personId = null }: { from?: Day; to?: Day; personId?: string | null },
): Promise<DeclarationsDue[]> {
  const { rows } = await sql<DeclarationsDue>`
    select session.id as "sessionId", session.name, session.held_on::text as "heldOn", session.place, session.status,
      array_agg(seat.person_id order by seat.person_id) as "personIds"
    from council_session session
    join council_member seat on seat.council_id = session.council_id and seat.left_on is null
    where session.status <> 'closed'
      and session.held_on between ${from ?? '-infinity'}::date and ${to ?? 'infinity'}::date
      and (${personId}::text is null or seat.person_id = ${personId})
      and exists (
        select from session_dossier item where item.session_id = session.id
          and item.status in ('waiting', 'scoring') and not exists (
            select from conflict_declaration declared
            where (declared.session_id, declared.dossier_id, declared.person_id)
              = (session.id, item.dossier_id, seat.person_id)))
    group by session.id
    order by session.held_on, session.id`.execute(db)
  return rows
}
