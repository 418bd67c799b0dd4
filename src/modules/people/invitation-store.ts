import type { Kysely } from 'kysely'
import type { InvitationRow, PeopleTables } from './people-tables.ts'
import { hashOf } from './secret-token.ts'

type Db = Kysely<PeopleTables>

export type NewInvitation = Omit<InvitationRow, 'acceptedAt' | 'acceptedBy' | 'revokedAt' | 'revokedBy'>

export async function insertInvitation(db: Db, invitation: NewInvitation): Promise<void> {
  const open = { acceptedAt: null, acceptedBy: null, revokedAt: null, revokedBy: null }
  await db
    .insertInto('invitation')
    .values({ ...invitation, ...open })
    .execute()
}

/** The invitation that a link leads to, in whatever state. */
export function findInvitation(db: Db, token: string): Promise<InvitationRow | undefined> {
  return db.selectFrom('invitation').selectAll().where('tokenHash', '=', hashOf(token)).executeTakeFirst()
}

/** As `findInvitation`, locked to the end of the transaction: a link is used once, however often it is clicked. */
export function findInvitationForUpdate(db: Db, token: string): Promise<InvitationRow | undefined> {
  return db
    .selectFrom('invitation')
    .selectAll()
    .where('tokenHash', '=', hashOf(token))
    .forUpdate()
    .executeTakeFirst()
}

export function findInvitationByIdForUpdate(db: Db, id: string): Promise<InvitationRow | undefined> {
  return db.selectFrom('invitation').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function closeInvitation(
  db: Db,
  id: string,
  end: { acceptedAt: Date; acceptedBy: string } | { revokedAt: Date; revokedBy: string | null },
): Promise<void> {
  await db.updateTable('invitation').set(end).where('id', '=', id).execute()
}

/** The open invitations to units within these places or sent by this person, newest first. */
export function listOpenInvitations(
  db: Db,
  { places, invitedBy, now }: { places: readonly string[]; invitedBy: string | null; now: Date },
): Promise<InvitationRow[]> {
  return db
    .selectFrom('invitation')
    .selectAll()
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .where((eb) =>
      eb.or([
        eb('invitedBy', '=', invitedBy),
        ...places.flatMap((place) => [eb('unitPath', '=', place), eb('unitPath', 'like', `${place}/%`)]),
      ]),
    )
    .orderBy('invitedAt', 'desc')
    .limit(200)
    .execute()
}

export function findInvitationById(db: Db, id: string): Promise<InvitationRow | undefined> {
  return db.selectFrom('invitation').selectAll().where('id', '=', id).executeTakeFirst()
}
