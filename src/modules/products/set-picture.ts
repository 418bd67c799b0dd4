import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { getProductToChange } from './get-product.ts'
import { type ProductTables, updatePicture } from './product-store.ts'

/**
 * Gives a product its picture, a file that is kept already, or takes it away (null).
 * @throws Refusal `not_found` out of reach; `forbidden` for one who may only read it
 */
export function setPicture(
  ctx: Ctx<ProductTables>,
  { productId, fileId }: { productId: string; fileId: string | null },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { pictureFileId: before } = await getProductToChange(ctx, productId)
    if (before === fileId) return
    await updatePicture(ctx.db, productId, fileId)
    const name = fileId ? 'product_picture.set' : 'product_picture.removed'
    await record(ctx, name, `product:${productId}`, { fileId, before })
  })
}
