import type { Role } from '#modules/people/index.ts'
import type { Actor } from '#platform/ctx.ts'
import { takesPart } from './workflow.ts'

/** Who sees the dossiers of a unit once they have been handed in. */
export const readingRoles = [
  'commune_officer',
  'province_officer',
  // The advisory team assesses what has come to the province (art. 7.3c).
  'advisory',
  'leader',
  'central_officer',
] as const satisfies readonly Role[]

/** Who sees everything in a unit, drafts too, and changes nothing. */
export const auditingRoles = ['auditor'] as const satisfies readonly Role[]

/**
 * Whether the actor may read the dossier: a producer its own, an auditor all of its unit, officers those of their unit
 * that were handed in. Councils show their members the dossiers of their sessions themselves.
 */
export function mayRead(
  actor: Actor,
  dossier: { producerId: string; unitPath: string; submittedAt: Date | null },
): boolean {
  const roles: readonly Role[] = dossier.submittedAt
    ? ['producer', ...auditingRoles, ...readingRoles]
    : ['producer', ...auditingRoles]
  return roles.some((role) => takesPart(actor, role, dossier))
}
