import type { UnitTables } from '#modules/territory/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { newId } from '#platform/ids.ts'
import { isAddress, sendMail } from '#platform/mail/send-mail.ts'
import { Refusal } from '#platform/refusal.ts'
import { translator } from '#platform/text/translator.ts'
import './text.ts'
import { checkPlace, type RoleInUnit } from './check-place.ts'
import { personName } from './create-person.ts'
import { emailAddress } from './email-address.ts'
import type { FindProducer } from './find-producer.ts'
import { closeInvitation, findInvitationByIdForUpdate, insertInvitation } from './invitation-store.ts'
import type { PeopleTables } from './people-tables.ts'
import { mayInvite } from './permissions.ts'
import { hashOf, newToken } from './secret-token.ts'

const week = 7 * 24 * 60 * 60 * 1000

export interface Invite extends RoleInUnit {
  name: string
  email: string
}

/**
 * Invites somebody by a letter to take a role in a unit. The link in it counts once and for seven days; only its hash is
 * kept. For whom one may do it: `mayInvite`. A producer invited without saying which registers itself.
 * @throws Refusal `people.may_not_invite`, `people.email_wrong`, `people.name_missing`, and those of `checkPlace`
 */
export async function invitePerson(
  ctx: Ctx<PeopleTables & UnitTables>,
  invite: Invite,
  { baseUrl, findProducer }: { baseUrl: string; findProducer: FindProducer },
): Promise<{ id: string }> {
  const email = emailAddress(invite.email)
  if (!isAddress(email)) throw new Refusal('invalid', 'people.email_wrong')
  const name = personName(invite.name)
  return inTransaction(ctx, async (ctx) => {
    const unit = await checkPlace(ctx, invite, findProducer, { mayComeLater: true })
    const { role, unitId, producerId = null } = invite
    const place = { role, unitId, unitPath: unit.path, producerId }
    if (!mayInvite(ctx.actor, place))
      throw new Refusal('forbidden', 'people.may_not_invite', { unit: unit.name })
    const token = newToken()
    const id = newId(ctx.now.getTime())
    await insertInvitation(ctx.db, {
      id,
      email,
      name,
      ...place,
      tokenHash: hashOf(token),
      invitedBy: ctx.actor.id ?? 'system',
      invitedAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + week),
    })
    await record(ctx, 'person.invited', `invitation:${id}`, place)
    const link = `${baseUrl}/invitation?token=${token}`
    await sendMail(ctx, letterOf({ email, name, role, unitName: unit.name, link, by: ctx.actor.name }))
    return { id }
  })
}

/**
 * Takes an invitation back that nobody has accepted yet. Whoever could send it may.
 * @throws Refusal `people.no_such_invitation`, `people.may_not_invite`, `people.invitation_over`
 */
export function revokeInvitation(ctx: Ctx<PeopleTables>, invitationId: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const invitation = await findInvitationByIdForUpdate(ctx.db, invitationId)
    if (!invitation) throw new Refusal('not_found', 'people.no_such_invitation')
    if (!mayInvite(ctx.actor, invitation) && invitation.invitedBy !== ctx.actor.id)
      throw new Refusal('not_found', 'people.no_such_invitation')
    if (invitation.acceptedAt || invitation.revokedAt) throw new Refusal('conflict', 'people.invitation_over')
    await closeInvitation(ctx.db, invitation.id, { revokedAt: ctx.now, revokedBy: ctx.actor.id })
    await record(ctx, 'invitation.revoked', `invitation:${invitation.id}`)
  })
}

interface LetterFacts {
  email: string
  name: string
  role: string
  unitName: string
  link: string
  by: string
}

/** Whoever is invited has not chosen a language yet: the letter is in both. */
function letterOf({ email, name, role, unitName, link, by }: LetterFacts) {
  const texts = (['vi', 'en'] as const).map((locale) => {
    const t = translator(locale)
    return t('people:mail.invitation.text', {
      name,
      by,
      role: t(`people:role.${role}`),
      unit: unitName,
      link,
    })
  })
  return {
    to: email,
    subject: translator('vi')('people:mail.invitation.subject'),
    text: texts.join('\n\n—\n\n'),
  }
}
