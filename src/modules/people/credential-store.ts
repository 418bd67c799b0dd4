import type { Kysely } from 'kysely'
import { newId } from '#platform/ids.ts'
import type { PeopleTables } from './people-tables.ts'

type Db = Kysely<PeopleTables>

/** The hash of a person's password; null when they have none. */
export async function findPasswordHash(db: Db, personId: string): Promise<string | null> {
  const row = await db
    .selectFrom('credential')
    .select('password')
    .where('personId', '=', personId)
    .where('providerId', '=', 'credential')
    .executeTakeFirst()
  return row?.password ?? null
}

/** Gives the person this password, in place of the one they had. */
export async function putPasswordHash(
  db: Db,
  { personId, hash, now }: { personId: string; hash: string; now: Date },
): Promise<void> {
  await db
    .insertInto('credential')
    .values({
      id: newId(now.getTime()),
      personId,
      // The library finds a password by this pair.
      accountId: personId,
      providerId: 'credential',
      password: hash,
      createdAt: now,
      updatedAt: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['providerId', 'accountId']).doUpdateSet({ password: hash, updatedAt: now }),
    )
    .execute()
}

/** Takes the second factor away; false when there was none. */
export async function deleteSecondFactor(db: Db, personId: string, now: Date): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('twoFactor')
    .where('personId', '=', personId)
    .executeTakeFirst()
  await db
    .updateTable('person')
    .set({ twoFactorEnabled: false, updatedAt: now })
    .where('id', '=', personId)
    .execute()
  return numDeletedRows > 0n
}

/** The encrypted secret of a second factor that is being set up or in use. */
export function findSecondFactor(db: Db, personId: string) {
  return db
    .selectFrom('twoFactor')
    .select(['secret', 'backupCodes', 'verified'])
    .where('personId', '=', personId)
    .executeTakeFirst()
}
