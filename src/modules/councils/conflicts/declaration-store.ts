import type { Kysely, Selectable } from 'kysely'
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
