import { holds, producerIdsOf, type Role, unitPathsOf } from '#modules/people/index.ts'
import { isOwn } from '#modules/producers/index.ts'
import type { Actor } from '#platform/ctx.ts'

const readers: readonly Role[] = ['commune_officer', 'province_officer', 'advisory', 'leader']

interface Place {
  producerId: string
  unitPath: string
}

/** At whose desk the actor writes ideas of this producer; null for everybody else. */
export function writesIdeasAs(actor: Actor, { producerId, unitPath }: Place): 'producer' | 'commune' | null {
  if (isOwn(actor, { id: producerId })) return 'producer'
  return holds(actor, 'commune_officer', unitPath) ? 'commune' : null
}

/** The commune takes ideas into its yearly plan, and remarks on plans (art. 10.4: guidance is the commune's). */
export function answersFor(actor: Actor, unitPath: string): boolean {
  return holds(actor, 'commune_officer', unitPath)
}

/** A business plan is its producer's own to write. */
export function writesPlan(actor: Actor, { producerId }: Pick<Place, 'producerId'>): boolean {
  return isOwn(actor, { id: producerId })
}

/**
 * Which ideas and plans the actor sees: those of its producers; in `desks` what was sent; in `counters`, where the actor
 * writes for producers, also the drafts written there; in `audited` everything.
 */
export interface PlanReach {
  producerIds: string[]
  desks: string[]
  counters: string[]
  audited: string[]
}

export function plansSeenBy(actor: Actor): PlanReach {
  return {
    producerIds: producerIdsOf(actor),
    desks: unitPathsOf(actor, readers),
    counters: unitPathsOf(actor, 'commune_officer'),
    audited: unitPathsOf(actor, 'auditor'),
  }
}

/** Where the actor reads the yearly plan: officers, leaders and auditors, of their commune or province. */
export function yearlyPlansRead(actor: Actor): string[] {
  return unitPathsOf(actor, [...readers, 'auditor'])
}

/** Whether somebody has any business with ideas and plans. */
export function seesAnyPlan({ producerIds, desks, audited }: PlanReach): boolean {
  return producerIds.length + desks.length + audited.length > 0
}
