import { mayChange, producersSeenBy } from '#modules/producers/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { findProduct, type Product, type ProductTables } from './product-store.ts'

/**
 * The product, as far as the actor may read it.
 * @throws Refusal `not_found` when there is none in reach
 */
export async function getProduct(ctx: Ctx<ProductTables>, id: string): Promise<Product> {
  const product = isId(id) ? await findProduct(ctx.db, id, producersSeenBy(ctx.actor)) : undefined
  if (!product) throw new Refusal('not_found', 'products.unknown')
  return product
}

/**
 * The product, for one who may change it: its producer's people and the officers of its place.
 * @throws Refusal as `getProduct`; `forbidden` for one who may only read it
 */
export async function getProductToChange(ctx: Ctx<ProductTables>, id: string): Promise<Product> {
  const product = await getProduct(ctx, id)
  if (!mayChangeProduct(ctx.actor, product)) throw new Refusal('forbidden', 'products.may_not_change')
  return product
}

export function mayChangeProduct(
  actor: Ctx<ProductTables>['actor'],
  { producerId, unitPath }: { producerId: string; unitPath: string },
): boolean {
  return mayChange(actor, { id: producerId, unitPath })
}
