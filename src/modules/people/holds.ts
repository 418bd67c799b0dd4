import type { Actor } from '#platform/ctx.ts'

/** The roles of the programme. What each may do is said by the operations; this is only their names. */
export const roles = [
  'producer',
  'commune_officer',
  'province_officer',
  'chair',
  'secretary',
  'member',
  'advisory',
  'leader',
  'central_officer',
  'inspector',
  'consultant',
  'administrator',
  'auditor',
] as const

export type Role = (typeof roles)[number]

/**
 * Whether the actor holds one of the roles in a unit that reaches the place: a holding in `vn/14` reaches
 * `vn/14/03868`. The platform itself (`system`) holds every role.
 */
export function holds(actor: Actor, role: Role | readonly Role[], place: string): boolean {
  const wanted: readonly string[] = typeof role === 'string' ? [role] : role
  return actor.holdings.some(
    (holding) =>
      (holding.role === 'system' || wanted.includes(holding.role)) && reaches(holding.unitPath, place),
  )
}

/** The unit paths in which the actor holds the role: a list scoped to them shows what the role reaches. */
export function unitPathsOf(actor: Actor, role: Role | readonly Role[]): string[] {
  const wanted: readonly string[] = typeof role === 'string' ? [role] : role
  const held = actor.holdings.filter((holding) => holding.role === 'system' || wanted.includes(holding.role))
  return [...new Set(held.map(({ unitPath }) => unitPath))]
}

/** The producers that the actor acts for. */
export function producerIdsOf(actor: Actor): string[] {
  return actor.holdings.flatMap(({ role, producerId }) =>
    role === 'producer' && producerId ? [producerId] : [],
  )
}

function reaches(unitPath: string, place: string): boolean {
  return place === unitPath || place.startsWith(`${unitPath}/`)
}
