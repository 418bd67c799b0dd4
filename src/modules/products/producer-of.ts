import { findProducer, type Producer } from '#modules/producers/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Product, ProductTables } from './product-store.ts'

/** The producer of a product that the actor was let to. */
export async function producerOf(ctx: Ctx<ProductTables>, product: Product): Promise<Producer> {
  const producer = await findProducer(ctx.db, product.producerId)
  if (!producer) throw new Error(`product ${product.id} has no producer`)
  return producer
}
