import type { Kysely } from 'kysely'
import type { PeopleTables, SessionRow } from './people-tables.ts'

type Db = Kysely<PeopleTables>

/** The sign-ins of a person that are not over, newest first. */
export function listSessions(db: Db, personId: string, now: Date): Promise<Omit<SessionRow, 'token'>[]> {
  return db
    .selectFrom('signInSession')
    .select(['id', 'personId', 'ipAddress', 'userAgent', 'expiresAt', 'createdAt', 'updatedAt'])
    .where('personId', '=', personId)
    .where('expiresAt', '>', now)
    .orderBy('createdAt', 'desc')
    .execute()
}

/** Ends one sign-in of that person; false when it is not theirs or already over. */
export async function deleteSession(
  db: Db,
  { id, personId }: { id: string; personId: string },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('signInSession')
    .where('id', '=', id)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Ends every sign-in of a person, or every other than the one to keep. Returns how many. */
export async function deleteSessions(db: Db, personId: string, keep: string | null = null): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('signInSession')
    .where('personId', '=', personId)
    .$if(keep !== null, (query) => query.where('id', '!=', keep ?? ''))
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Ends a sign-in by its secret. */
export async function deleteSessionByToken(db: Db, token: string): Promise<void> {
  await db.deleteFrom('signInSession').where('token', '=', token).execute()
}

export async function deleteOverSessions(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('signInSession').where('expiresAt', '<=', now).execute()
}
