import type { Kysely } from 'kysely'
import { deleteOldAttempts, deleteOldDevices } from './attempt-store.ts'
import type { PeopleTables } from './people-tables.ts'
import { deleteOverSessions } from './session-store.ts'
import { deleteOverVerifications } from './verification-store.ts'

const day = 24 * 60 * 60 * 1000

/** Deletes what is over and nobody needs any more: sign-ins, links, tries, devices of a year ago. For a daily job. */
export async function tidyPeople(db: Kysely<PeopleTables>, now: Date): Promise<void> {
  await deleteOverSessions(db, now)
  await deleteOverVerifications(db, now)
  await deleteOldAttempts(db, new Date(now.getTime() - 2 * day))
  await deleteOldDevices(db, new Date(now.getTime() - 365 * day))
}
