import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { getProductToChange } from './get-product.ts'
import { artFor } from './picture-art.ts'
import { updatePictureArts } from './product-batch-store.ts'
import type { ProductTables } from './product-store.ts'

/**
 * Gives products that show nothing yet the drawing that fits their name, until somebody brings a photograph.
 * @throws Refusal `not_found`, `forbidden` for one of them
 */
export function giveDrawings(ctx: Ctx<ProductTables>, productIds: readonly string[]): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    for (const id of productIds) {
      const { name, pictureArt: before } = await getProductToChange(ctx, id)
      const pictureArt = before === null ? artFor(name) : null
      if (!pictureArt) continue
      await updatePictureArts(ctx.db, [{ id, pictureArt }])
      await record(ctx, 'product_picture.drawn', `product:${id}`, { pictureArt })
    }
  })
}
