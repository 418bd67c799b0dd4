export { acceptInvitation } from './accept-invitation.ts'
export { actorOfRequest, type SignedIn } from './actor-of-request.ts'
export type { Caller } from './caller.ts'
export { confirmPassword } from './change-account.ts'
export type { RoleInUnit } from './check-place.ts'
export {
  type Contact,
  listContacts,
  listHolders,
  listPeopleOfProducer,
  listPersonTies,
  type PersonTies,
} from './contact-store.ts'
export { createDemoPerson, type DemoPerson } from './create-demo-person.ts'
export { createFirstAdministrator } from './create-first-administrator.ts'
export { demandTwoFactor, twoFactorDemanded, twoFactorPath } from './demand-two-factor.ts'
export { deviceOf } from './device-words.ts'
export { clearSecondFactor, disablePerson, enablePerson } from './disable-person.ts'
export { endRole } from './end-role.ts'
export type { FindProducer } from './find-producer.ts'
export { grantRole } from './grant-role.ts'
export { holds, producerIdsOf, type Role, roles, unitPathsOf } from './holds.ts'
export { findInvitationById } from './invitation-store.ts'
export { invitePerson, revokeInvitation } from './invite-person.ts'
export { migrations } from './migrations/index.ts'
export { type Auth, type AuthSettings, openAuth } from './open-auth.ts'
export type { PeopleParts } from './people-parts.ts'
export type { PeopleTables } from './people-tables.ts'
export { mayEnd, mayGrant, mayInvite, mayManagePerson } from './permissions.ts'
export { namesOf } from './person-store.ts'
export { readActor } from './read-actor.ts'
export { levelOf, worksHere, workspaceRoles } from './role-places.ts'
export { listPeopleWithRole, type RoleHolder } from './role-store.ts'
export { peopleRoutes } from './routes.tsx'
export { takeProducer } from './take-producer.ts'
export { text } from './text.ts'
export { tidyPeople } from './tidy-people.ts'
export { peopleWork } from './work-parts.tsx'
