import type { UnitTables } from '#modules/territory/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import { checkPlace } from './check-place.ts'
import { createPerson } from './create-person.ts'
import type { FindProducer } from './find-producer.ts'
import { insertRole } from './grant-role.ts'
import { invitationState } from './invitation-state.ts'
import { closeInvitation, findInvitation, findInvitationForUpdate } from './invitation-store.ts'
import { passwordFault } from './password-faults.ts'
import { hashPassword } from './password-hash.ts'
import type { InvitationRow, PeopleTables } from './people-tables.ts'
import { mayInvite } from './permissions.ts'
import { findPersonByEmail, findPersonForUpdate } from './person-store.ts'
import { readActor } from './read-actor.ts'

export interface Acceptance {
  token: string
  /** For somebody without an account: the name and the password to have. */
  account?: { name: string; password: string; locale?: 'vi' | 'en' }
}

/**
 * Takes the role that a letter invited to. Somebody new gets an account with the letter's address, which the link has
 * proved; somebody who has one must be signed in with it, so that a letter never opens an account past its password.
 * @throws Refusal `people.no_such_invitation`, `people.invitation_used`, `people.invitation_revoked`,
 *   `people.invitation_expired`, `people.inviter_gone`, `people.invitation_for_another`, `people.sign_in_first`,
 *   `people.password_<fault>`, `people.name_missing`, `people.holds_already`
 */
export async function acceptInvitation(
  ctx: Ctx<PeopleTables & UnitTables>,
  { token, account }: Acceptance,
  findProducer: FindProducer,
): Promise<{ personId: string }> {
  const invited = openInvitation(await findInvitation(ctx.db, token), ctx.now)
  const fault = account && passwordFault(account.password, { ...account, email: invited.email })
  if (fault) throw new Refusal('invalid', `people.password_${fault}`)
  const passwordHash = account ? await hashPassword(account.password) : null
  return inTransaction(ctx, async (ctx) => {
    const invitation = openInvitation(await findInvitationForUpdate(ctx.db, token), ctx.now)
    await checkInviter(ctx, invitation)
    await checkPlace(ctx, invitation, findProducer, { mayComeLater: true })
    const personId =
      account && passwordHash
        ? await newPersonId(ctx, { ...account, email: invitation.email, passwordHash })
        : await ownPersonId(ctx, invitation.email)
    await closeInvitation(ctx.db, invitation.id, { acceptedAt: ctx.now, acceptedBy: personId })
    const self = { ...ctx, actor: { ...ctx.actor, id: personId } }
    const { role, unitId, unitPath, producerId, invitedBy } = invitation
    await record(self, 'invitation.accepted', `invitation:${invitation.id}`, { personId })
    await insertRole(self, { personId, role, unitId, unitPath, producerId, grantedBy: invitedBy })
    return { personId }
  })
}

function openInvitation(invitation: InvitationRow | undefined, now: Date): InvitationRow {
  if (!invitation) throw new Refusal('not_found', 'people.no_such_invitation')
  const state = invitationState(invitation, now)
  if (state !== 'open') throw new Refusal('conflict', `people.invitation_${state}`)
  return invitation
}

/** An invitation is worth what its sender still may: who was dismissed cannot let anybody in any more. */
async function checkInviter(ctx: Ctx<PeopleTables>, invitation: InvitationRow): Promise<void> {
  if (invitation.invitedBy === 'system') return
  const inviter = await readActor(ctx.db, invitation.invitedBy, dayOf(ctx.now))
  if (!mayInvite(inviter, invitation)) throw new Refusal('conflict', 'people.inviter_gone')
}

async function newPersonId(
  ctx: Ctx<PeopleTables>,
  account: { name: string; email: string; passwordHash: string; locale?: 'vi' | 'en' },
): Promise<string> {
  if (await findPersonByEmail(ctx.db, account.email)) throw new Refusal('conflict', 'people.sign_in_first')
  return (await createPerson(ctx, account)).id
}

async function ownPersonId(ctx: Ctx<PeopleTables>, email: string): Promise<string> {
  const person = ctx.actor.id ? await findPersonForUpdate(ctx.db, ctx.actor.id) : undefined
  if (!person) throw new Refusal('forbidden', 'people.sign_in_first')
  if (person.email !== email) throw new Refusal('forbidden', 'people.invitation_for_another')
  return person.id
}
