import { holds, type Role, unitPathsOf } from '#modules/people/index.ts'
import { provincePathOf } from '#modules/territory/index.ts'
import type { Actor } from '#platform/ctx.ts'
import { Refusal } from '#platform/refusal.ts'

const readers: readonly Role[] = ['province_officer', 'commune_officer', 'leader', 'advisory', 'auditor']

/** The province that the actor's figures and policies are of, by the code of its unit. */
export function provinceOf(actor: Actor): string {
  return unitOf(provincePathOf(actor))
}

/** The province's officer keeps its figures and its policies. */
export function mayKeepGuidance(actor: Actor, unitId: string): boolean {
  return holds(actor, 'province_officer', `vn/${unitId}`)
}

/**
 * The province whose figures the actor may read: its own officers, leaders and auditors; those of the whole country see
 * the one where the programme is at home.
 * @throws Refusal `forbidden` for anybody else
 */
export function provinceToRead(actor: Actor): string {
  if (actor.id === null) throw new Refusal('forbidden', 'platform.sign_in_first')
  const paths = unitPathsOf(actor, readers)
  if (paths.length === 0) throw new Refusal('forbidden', 'guidance.for_officers')
  return unitOf(paths.find((path) => path.includes('/')) ?? provincePathOf(actor))
}

/** The province whose figures the actor may change. @throws Refusal `forbidden` for anybody but its officer */
export function provinceToKeep(actor: Actor): string {
  const unitId = provinceToRead(actor)
  if (!mayKeepGuidance(actor, unitId)) throw new Refusal('forbidden', 'guidance.for_province_officers')
  return unitId
}

const unitOf = (path: string) => path.split('/')[1] ?? ''
