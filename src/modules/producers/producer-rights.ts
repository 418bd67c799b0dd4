import { holds, producerIdsOf, type Role, unitPathsOf } from '#modules/people/index.ts'
import type { Actor } from '#platform/ctx.ts'

interface Place {
  id: string
  unitPath: string
}

const officers: readonly Role[] = ['commune_officer', 'province_officer']
const writers: readonly Role[] = [...officers, 'administrator']
const readers: readonly Role[] = [
  ...writers,
  'central_officer',
  'leader',
  'secretary',
  'advisory',
  'inspector',
  'auditor',
]

/**
 * A producer is registered by an officer of its commune or province, at the counter or from a list, or by its own
 * person who holds the role in that commune and has no producer yet.
 */
export function mayRegister(actor: Actor, unitPath: string): boolean {
  if (holds(actor, writers, unitPath)) return true
  return holds(actor, 'producer', unitPath) && producerIdsOf(actor).length === 0
}

/** The places in which the actor may register producers; none for those who may not anywhere. */
export function registersIn(actor: Actor): string[] {
  const own = producerIdsOf(actor).length === 0 ? unitPathsOf(actor, 'producer') : []
  return [...new Set([...unitPathsOf(actor, writers), ...own])]
}

/** Whether the actor was invited as a producer and has registered none yet. */
export function isNewcomer(actor: Actor): boolean {
  return actor.holdings.some(({ role }) => role === 'producer') && producerIdsOf(actor).length === 0
}

/** Whether the actor registers producers of that place for others, as an officer does. */
export function worksFor(actor: Actor, unitPath: string): boolean {
  return holds(actor, writers, unitPath)
}

/** Whether the actor writes for others somewhere, as an officer does. */
export function isOfficer(actor: Actor): boolean {
  return unitPathsOf(actor, writers).length > 0
}

/** Its own people and the officers of its place keep it right. */
export function mayChange(actor: Actor, producer: Place): boolean {
  return isOwn(actor, producer) || holds(actor, writers, producer.unitPath)
}

/** Its place in the map is for officers to change: it decides who works with it. */
export function mayMove(actor: Actor, from: string, to: string): boolean {
  return from === to || (holds(actor, writers, from) && holds(actor, writers, to))
}

/** The gender and ethnicity of the representative: the producer's own people and the officers of its place, nobody else. */
export function maySeeSensitive(actor: Actor, producer: Place): boolean {
  return isOwn(actor, producer) || holds(actor, officers, producer.unitPath)
}

/** Whether somebody who registers a producer may write down its representative's gender and ethnicity. */
export function mayWriteSensitive(actor: Actor): boolean {
  return unitPathsOf(actor, [...officers, 'producer']).length > 0
}

/** Which producers the actor may read: those in these places, and these. */
export function producersSeenBy(actor: Actor): { paths: string[]; ids: string[] } {
  return { paths: unitPathsOf(actor, readers), ids: producerIdsOf(actor) }
}

export function isOwn(actor: Actor, { id }: { id: string }): boolean {
  return producerIdsOf(actor).includes(id)
}
