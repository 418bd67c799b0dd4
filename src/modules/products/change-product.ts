import { findProducer } from '#modules/producers/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import { readProduct } from './add-product.ts'
import { getProductToChange } from './get-product.ts'
import type { TypedProduct } from './product-form.ts'
import { type ProductTables, updateProduct } from './product-store.ts'

export interface ProductChange {
  productId: string
  /** The version that the change started from. */
  version: number
  typed: TypedProduct
}

/**
 * Changes what is written down about a product. Its address stays, since it is printed on packs.
 * @throws Refusal `invalid` with `faults`; `conflict` `changed_meanwhile` when somebody else was first
 */
export function changeProduct(ctx: Ctx<ProductTables>, change: ProductChange): Promise<void> {
  const { productId, version, typed } = change
  return inTransaction(ctx, async (ctx) => {
    const product = await getProductToChange(ctx, productId)
    const producer = await findProducer(ctx.db, product.producerId)
    if (!producer) throw new Error(`product ${productId} has no producer`)
    const columns = await readProduct(ctx, typed, producer)
    if (!(await updateProduct(ctx.db, productId, version, { ...columns, updatedAt: ctx.now })))
      throw new Refusal('conflict', 'products.changed_meanwhile')

    const changed = Object.entries(columns)
      .filter(([name, value]) => product[name as keyof typeof columns] !== value)
      .map(([name]) => name)
    await record(ctx, 'product.changed', `product:${productId}`, { changed, version: version + 1 })
  })
}
