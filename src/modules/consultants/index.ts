export { type Adviser, listAdvisers } from './adviser-store.ts'
export {
  type ConsultantField,
  type ConsultantKind,
  type ConsultantState,
  consultantFields,
} from './consultant-fields.ts'
export { findConsultant, listConsultantPeople } from './consultant-store.ts'
export type { ConsultantTables } from './consultant-tables.ts'
export { decideConsultant } from './decide-consultant.ts'
export { endMandate } from './end-mandate.ts'
export { ownApplication, ownConsultant } from './get-consultant.ts'
export type { MandatePart } from './mandate-parts.ts'
export { type MandateRights, mandatedWork, mandateRights } from './mandate-rights.ts'
export { adviceSince } from './mandate-standing.ts'
export { findMandate, listAdvisingPeople } from './mandate-store.ts'
export { migrations } from './migrations/index.ts'
export { proposeMandate } from './propose-mandate.ts'
export { rateMandate } from './rate-mandate.ts'
export { ratingsToShow } from './rating.ts'
export { type RatingSum, ratingSums } from './rating-store.ts'
export { registerConsultant } from './register-consultant.ts'
export { routes } from './routes.tsx'
export { addConsultantMember } from './seat-consultant-member.ts'
export { signMandate } from './sign-mandate.ts'
export { text } from './text.ts'
export { waitingMandates } from './waiting-mandates.ts'
export { consultantWork, countConsultantWork } from './work-parts.tsx'
