import type { Ctx } from '#platform/ctx.ts'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { mayChange, producersSeenBy } from './producer-rights.ts'
import { findProducer, type Producer, type ProducerTables } from './producer-store.ts'

/**
 * The producer, as far as the actor may read it.
 * @throws Refusal `not_found` when there is none in reach
 */
export async function getProducer(ctx: Ctx<ProducerTables>, id: string): Promise<Producer> {
  const producer = isId(id) ? await findProducer(ctx.db, id, producersSeenBy(ctx.actor)) : undefined
  if (!producer) throw new Refusal('not_found', 'producers.unknown')
  return producer
}

/**
 * The producer, for one who may change it.
 * @throws Refusal as `getProducer`; `forbidden` for one who may only read it
 */
export async function getProducerToChange(ctx: Ctx<ProducerTables>, id: string): Promise<Producer> {
  const producer = await getProducer(ctx, id)
  if (!mayChange(ctx.actor, producer)) throw new Refusal('forbidden', 'producers.may_not_change')
  return producer
}
