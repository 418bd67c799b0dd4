import type { FindProducer } from './find-producer.ts'
import type { Auth } from './open-auth.ts'

/** What the pages of this module need besides what every request brings. */
export interface PeopleParts {
  auth: Auth
  findProducer: FindProducer
  /** The password that every account of the demonstration has; the page of sign-in then offers those accounts. */
  demoPassword?: string | null
}
