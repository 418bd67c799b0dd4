import { holds, type Role, unitPathsOf } from '#modules/people/index.ts'
import type { Actor } from '#platform/ctx.ts'

const keepers: readonly Role[] = ['province_officer']
const readers: readonly Role[] = [...keepers, 'leader', 'secretary', 'central_officer', 'auditor']

/** The register is kept by the officers of its province. */
export function keepsRegister(actor: Actor, unitPath: string): boolean {
  return holds(actor, keepers, unitPath)
}

/** The provinces whose register the actor keeps. */
export function registersKept(actor: Actor): string[] {
  return unitPathsOf(actor, keepers)
}

/** The places whose register the actor reads: those who keep it, decide, oversee or prepare councils. */
export function registersRead(actor: Actor): string[] {
  return unitPathsOf(actor, readers)
}

export function readsRegister(actor: Actor, unitPath: string): boolean {
  return holds(actor, readers, unitPath)
}

/** Whoever holds the role of a consultant there may ask to be registered. */
export function mayApply(actor: Actor, unitPath: string): boolean {
  return holds(actor, 'consultant', unitPath)
}

/** Mandates are read by the register's readers, and by officers of the producer's commune. */
export function overseesMandate(
  actor: Actor,
  place: { consultantPath: string; producerPath: string },
): boolean {
  return (
    readsRegister(actor, place.consultantPath) ||
    holds(actor, [...readers, 'commune_officer'], place.producerPath)
  )
}
