import { getProducer, isOwn, type Producer } from '#modules/producers/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { Refusal } from '#platform/refusal.ts'
import type { BuyerPackTables } from './buyer-pack-tables.ts'

/**
 * The producer, for one who makes packs for it: its own people. Officers read packs as they read the vault; whom a
 * producer offers what to at which price, and who may read its papers, is not theirs to decide.
 * @throws Refusal `not_found` out of reach, `forbidden` for a reader
 */
export async function getProducerToOffer(ctx: Ctx<BuyerPackTables>, id: string): Promise<Producer> {
  const producer = await getProducer(ctx, id)
  if (!isOwn(ctx.actor, producer)) throw new Refusal('forbidden', 'buyer-packs.for_its_producer')
  return producer
}
