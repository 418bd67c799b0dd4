import type { Dossier, DossierKind, DossierState } from '#modules/dossiers/index.ts'
import { holds, producerIdsOf, type Role, unitPathsOf } from '#modules/people/index.ts'
import type { Actor } from '#platform/ctx.ts'

/** Who appraises: the council's advisory team, or the province's OCOP body. */
export type Team = 'advisory' | 'ocop_body'

const rolesOf: Readonly<Record<Team, Role>> = { advisory: 'advisory', ocop_body: 'province_officer' }
const readers: readonly Role[] = ['province_officer', 'advisory', 'leader', 'central_officer', 'auditor']
const handlers: readonly Role[] = ['province_officer', 'advisory']
const sampleReaders: readonly Role[] = [...handlers, 'auditor']

/** States in which a dossier is appraised: the province has checked it, and no result stands yet (art. 7.3c). */
export const openStates = ['checked', 'in_council'] as const satisfies readonly DossierState[]

/** States after which everybody concerned may know what was found, and which sample bore which code. */
const decidedStates: readonly DossierState[] = ['recognised', 'not_recognised', 'rejected']

/**
 * First assessments and upgrades are appraised by the advisory team (art. 7.3c); at a reassessment it is the OCOP body
 * that visits, where anybody does (art. 7.6).
 */
export function teamOf(kind: DossierKind): Team {
  return kind === 'reassessment' ? 'ocop_body' : 'advisory'
}

type Place = Pick<Dossier, 'kind' | 'unitPath'>

/** Whether the actor belongs to the team that appraises this dossier. */
export function appraises(actor: Actor, { kind, unitPath }: Place): boolean {
  return holds(actor, rolesOf[teamOf(kind)], unitPath)
}

export function isOpen({ state }: Pick<Dossier, 'state'>): boolean {
  return (openStates as readonly DossierState[]).includes(state)
}

export function isDecided({ state }: Pick<Dossier, 'state'>): boolean {
  return decidedStates.includes(state)
}

/** Whether the actor works at, oversees or audits the appraisals of that place. */
export function readsAppraisals(actor: Actor, unitPath: string): boolean {
  return holds(actor, readers, unitPath)
}

/** The places whose appraisals the actor reads; the lists are scoped by them. */
export function appraisalPathsOf(actor: Actor): string[] {
  return unitPathsOf(actor, readers)
}

/** The places in which the actor belongs to a team. */
export function teamPathsOf(actor: Actor, team: Team): string[] {
  return unitPathsOf(actor, rolesOf[team])
}

/** A draft is its writers' own; an auditor sees drafts too. */
export function readsDraft(actor: Actor, dossier: Place): boolean {
  return appraises(actor, dossier) || holds(actor, 'auditor', dossier.unitPath)
}

export function isProducerOf(actor: Actor, { producerId }: Pick<Dossier, 'producerId'>): boolean {
  return producerIdsOf(actor).includes(producerId)
}

/** Samples are handled by the province's officers and the advisory team. */
export function handlesSamples(actor: Actor, unitPath: string): boolean {
  return holds(actor, handlers, unitPath)
}

export function readsSamples(actor: Actor, unitPath: string): boolean {
  return holds(actor, sampleReaders, unitPath)
}

export function samplePathsOf(actor: Actor): string[] {
  return unitPathsOf(actor, sampleReaders)
}
