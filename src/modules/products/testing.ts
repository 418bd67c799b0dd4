import type { Ctx } from '#platform/ctx.ts'
import { addProduct } from './add-product.ts'
import { type TypedProduct, typedProduct } from './product-form.ts'
import type { Product, ProductTables } from './product-store.ts'

/** What is typed about the green tea of commune Tà Xùa. */
export function typedGreenTea(change: Partial<TypedProduct> = {}): TypedProduct {
  return typedProduct({
    name: 'Chè Shan tuyết Tà Xùa',
    productSetNo: '11',
    specification: 'Hộp 100 g',
    story: 'Hái từ những cây chè cổ thụ trên đỉnh Tà Xùa.',
    ...change,
  })
}

/** The green tea, added to its producer. */
export function addGreenTea(
  ctx: Ctx<ProductTables>,
  producerId: string,
  change: Partial<TypedProduct> = {},
): Promise<Product> {
  return addProduct(ctx, { producerId, typed: typedGreenTea(change), pictureArt: 'che-shan' })
}
