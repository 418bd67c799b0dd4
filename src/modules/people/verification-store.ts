import type { Kysely } from 'kysely'
import { newId } from '#platform/ids.ts'
import type { PeopleTables } from './people-tables.ts'
import { hashOf } from './secret-token.ts'

type Db = Kysely<PeopleTables>

const resetPrefix = 'password-reset:'

/** Keeps the hash of a secret that lets a person set a new password until then. */
export async function insertResetToken(
  db: Db,
  { token, personId, expiresAt, now }: { token: string; personId: string; expiresAt: Date; now: Date },
): Promise<void> {
  await db
    .insertInto('verification')
    .values({
      id: newId(now.getTime()),
      identifier: resetPrefix + hashOf(token),
      value: personId,
      expiresAt,
      createdAt: now,
      updatedAt: now,
    })
    .execute()
}

/** Whose password a secret resets; undefined when it is unknown, used or too old. */
export function findResetToken(db: Db, token: string, now: Date) {
  return db
    .selectFrom('verification')
    .select('value as personId')
    .where('identifier', '=', resetPrefix + hashOf(token))
    .where('expiresAt', '>', now)
    .executeTakeFirst()
}

/** Uses the secret up, and with it every other of the same person: one of two simultaneous uses finds none. */
export async function takeResetToken(db: Db, token: string, now: Date): Promise<string | null> {
  const row = await db
    .deleteFrom('verification')
    .where('identifier', '=', resetPrefix + hashOf(token))
    .where('expiresAt', '>', now)
    .returning('value')
    .executeTakeFirst()
  if (!row) return null
  await db
    .deleteFrom('verification')
    .where('value', '=', row.value)
    .where('identifier', 'like', `${resetPrefix}%`)
    .execute()
  return row.value
}

/** The person whose second factor is awaited by the challenge of this name; undefined when it is over. */
export function findChallenge(db: Db, identifier: string, now: Date) {
  return db
    .selectFrom('verification')
    .select('value as personId')
    .where('identifier', '=', hashOf(identifier))
    .where('expiresAt', '>', now)
    .executeTakeFirst()
}

export async function deleteOverVerifications(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('verification').where('expiresAt', '<=', now).execute()
}
