import type { Ctx } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import type { ConsultantTables } from './consultant-tables.ts'
import type { MandatePart } from './mandate-parts.ts'
import { coverOf } from './mandate-store.ts'

/** What a consultant may do in the dossiers of one product, by which mandate for each part. */
export type MandateRights = ReadonlyMap<MandatePart, string>

/**
 * What the actor may do, as a consultant under mandates in force today, in dossiers of the product; null where there is
 * none. `lock` keeps the mandates from being ended before the transaction is.
 */
export async function mandateRights(
  ctx: Pick<Ctx<ConsultantTables>, 'db' | 'actor' | 'now'>,
  { producerId, productId }: { producerId: string; productId: string },
  lock?: 'share',
): Promise<MandateRights | null> {
  const personId = ctx.actor.id
  if (personId === null || !ctx.actor.holdings.some(({ role }) => role === 'consultant')) return null
  const cover = await coverOf(ctx.db, { personId, day: dayOf(ctx.now) }, lock)
  const here = cover.filter(
    (row) => row.producerId === producerId && (row.productId === null || row.productId === productId),
  )
  return here.length > 0 ? new Map(here.map(({ part, mandateId }) => [part, mandateId])) : null
}

/** The products and producers on which the actor works as a consultant today; every product where none is named. */
export async function mandatedWork(
  ctx: Pick<Ctx<ConsultantTables>, 'db' | 'actor' | 'now'>,
): Promise<{ producerId: string; productId: string | null }[]> {
  const personId = ctx.actor.id
  if (personId === null || !ctx.actor.holdings.some(({ role }) => role === 'consultant')) return []
  const cover = await coverOf(ctx.db, { personId, day: dayOf(ctx.now) })
  const once = new Map(
    cover.map(({ producerId, productId }) => [`${producerId} ${productId}`, { producerId, productId }]),
  )
  return [...once.values()]
}
