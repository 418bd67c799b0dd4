import type { Kysely } from 'kysely'
import { withTransaction } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { knownDeviceFailures, type Patience, waitAfter } from './attempt-wait.ts'
import type { PeopleTables } from './people-tables.ts'
import { hashOf } from './secret-token.ts'

type Db = Kysely<PeopleTables>

/** Who tries, at what. Only its hash is kept, so the table tells nothing about anybody. */
export function attemptKey(...parts: string[]): string {
  return hashOf(parts.join('\n'))
}

/**
 * Takes one try: counted before it is known whether it succeeds, so that a thousand at once are not all free. Returns
 * the seconds still to wait, 0 when it may go ahead.
 */
export function takeAttempt(db: Db, key: string, patience: Patience, now: Date): Promise<number> {
  return withTransaction(db, async (trx) => {
    const attempt = await lockAttempt(trx, key, now)
    const left = Math.ceil((attempt.freeAt.getTime() - now.getTime()) / 1000)
    if (left > 0) return left
    const forgotten = now.getTime() - attempt.lastAt.getTime() > patience.forgetAfter * 1000
    const failures = (forgotten ? 0 : attempt.failures) + 1
    const freeAt = new Date(now.getTime() + waitAfter(failures, patience) * 1000)
    await trx
      .updateTable('signInAttempt')
      .set({ failures, lastAt: now, freeAt })
      .where('key', '=', key)
      .execute()
    return 0
  })
}

/** Gives a try back that turned out right, and with it the wait it began. */
export async function returnAttempt(db: Db, key: string, now: Date): Promise<void> {
  await db
    .updateTable('signInAttempt')
    .set((eb) => ({ failures: eb('failures', '-', 1), freeAt: now }))
    .where('key', '=', key)
    .where('failures', '>', 0)
    .execute()
}

/** Forgets every try of a caller at something. */
export async function forgetAttempts(db: Db, key: string): Promise<void> {
  await db.deleteFrom('signInAttempt').where('key', '=', key).execute()
}

/** The device of this secret at the account of this address, with one more failure counted; undefined when it has too many. */
export function takeKnownDevice(db: Db, { token, email }: { token: string; email: string }) {
  return db
    .updateTable('knownDevice')
    .set((eb) => ({ failures: eb('failures', '+', 1) }))
    .where('tokenHash', '=', hashOf(token))
    .where('failures', '<', knownDeviceFailures)
    .where('personId', 'in', (eb) => eb.selectFrom('person').select('id').where('email', '=', email))
    .returning(['id', 'personId'])
    .executeTakeFirst()
}

/** Notes that this person signed in from the device of this secret again; false when it is not known to be theirs. */
export async function touchDevice(
  db: Db,
  { token, personId, now }: { token: string; personId: string; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('knownDevice')
    .set({ failures: 0, lastUsedAt: now })
    .where('tokenHash', '=', hashOf(token))
    .where('personId', '=', personId)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Remembers a device from which this person signed in for the first time. */
export async function insertDevice(
  db: Db,
  { token, personId, now }: { token: string; personId: string; now: Date },
): Promise<void> {
  const id = newId(now.getTime())
  const device = { id, personId, tokenHash: hashOf(token), failures: 0, createdAt: now, lastUsedAt: now }
  await db.insertInto('knownDevice').values(device).execute()
}

export async function forgetDevices(db: Db, personId: string): Promise<void> {
  await db.deleteFrom('knownDevice').where('personId', '=', personId).execute()
}

/** Uses a code of the second factor up; false when this person used it before. */
export async function takeCode(
  db: Db,
  { personId, code, now }: { personId: string; code: string; now: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('usedCode')
    .values({ personId, codeHash: hashOf(`${personId}\n${code}`), usedAt: now })
    .onConflict((conflict) => conflict.columns(['personId', 'codeHash']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Codes count for a minute and a half; remembered longer they would block one that comes up again by chance. */
export async function forgetOldCodes(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('usedCode').where('usedAt', '<', before).execute()
}

export async function deleteOldAttempts(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('signInAttempt').where('lastAt', '<', before).execute()
}

export async function deleteOldDevices(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('knownDevice').where('lastUsedAt', '<', before).execute()
}

async function lockAttempt(trx: Db, key: string, now: Date) {
  await trx
    .insertInto('signInAttempt')
    .values({ key, failures: 0, lastAt: now, freeAt: now })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
  return trx
    .selectFrom('signInAttempt')
    .select(['failures', 'lastAt', 'freeAt'])
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirstOrThrow()
}
