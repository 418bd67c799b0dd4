import { holds, type Role, unitPathsOf } from '#modules/people/index.ts'
import type { Actor } from '#platform/ctx.ts'

const importers: readonly Role[] = ['province_officer', 'administrator']

/** Lists of recognised products are brought in by the province's officers and administrators. */
export function mayImport(actor: Actor, provincePath: string): boolean {
  return holds(actor, importers, provincePath)
}

/** The places whose lists the actor may look at. */
export function importsSeenBy(actor: Actor): string[] {
  return unitPathsOf(actor, [...importers, 'auditor'])
}

/** The places for which the actor brings lists in. */
export function importsFor(actor: Actor): string[] {
  return unitPathsOf(actor, importers)
}
