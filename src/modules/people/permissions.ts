import type { Actor } from '#platform/ctx.ts'
import { holds, producerIdsOf, type Role, unitPathsOf } from './holds.ts'
import { levelOf, roleFits } from './role-places.ts'

/** A role in a place; for a producer's account also the producer it acts for. */
export interface Place {
  role: Role
  unitPath: string
  producerId?: string | null
}

/** Roles are granted by an administrator of that unit or of one above it, and only at a level where the role exists. */
export function mayGrant(actor: Actor, { role, unitPath }: Place): boolean {
  return roleFits(role, unitPath) && holds(actor, 'administrator', unitPath)
}

/** Roles are ended by an administrator of that unit or of one above it. */
export function mayEnd(actor: Actor, unitPath: string): boolean {
  return holds(actor, 'administrator', unitPath)
}

/**
 * Who invites whom: an administrator anybody in his unit; a provincial officer the commune officers of the province;
 * a commune officer the producers of the commune; a producer further people of the same producer.
 */
export function mayInvite(actor: Actor, place: Place): boolean {
  const { role, unitPath, producerId } = place
  if (!roleFits(role, unitPath)) return false
  if (holds(actor, 'administrator', unitPath)) return true
  if (role === 'commune_officer') return holds(actor, 'province_officer', unitPath)
  if (role !== 'producer') return false
  if (holds(actor, 'commune_officer', unitPath)) return true
  return actsFor(actor, unitPath, producerId)
}

/** The roles that the actor may offer in that unit: what the form of an invitation lists. */
export function rolesToInvite(actor: Actor, unitPath: string, among: readonly Role[]): Role[] {
  return among.filter((role) => mayInvite(actor, { role, unitPath }))
}

/** Accounts are disabled and their second factor is cleared by one who administers every place where they hold a role. */
export function mayManagePerson(actor: Actor, holdings: readonly { unitPath: string }[]): boolean {
  if (holdings.length === 0) return holds(actor, 'administrator', 'vn')
  return holdings.every(({ unitPath }) => holds(actor, 'administrator', unitPath))
}

/** The units whose people the actor may read: administrators their own, auditors too, without changing anything. */
export function placesOfPeopleSeen(actor: Actor): string[] {
  return unitPathsOf(actor, ['administrator', 'auditor'])
}

/** The outbox shows other people's mail: to an administrator of the centre or of a province, and in the demonstration to all. */
export function mayReadOutbox(actor: Actor, demo: boolean): boolean {
  return demo || mayResend(actor)
}

/** Mails that failed are sent again by an administrator of the centre or of a province. */
export function mayResend(actor: Actor): boolean {
  return unitPathsOf(actor, 'administrator').some((path) => levelOf(path) !== 'commune')
}

function actsFor(actor: Actor, unitPath: string, producerId: string | null | undefined): boolean {
  if (!producerId) return false
  return holds(actor, 'producer', unitPath) && producerIdsOf(actor).includes(producerId)
}
