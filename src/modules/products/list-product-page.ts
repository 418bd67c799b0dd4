import { producersSeenBy } from '#modules/producers/index.ts'
import { findUnits, type Unit } from '#modules/territory/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { ProductQuery } from './product-query.ts'
import { findProduct, type ListedProduct, listProducts, type ProductTables } from './product-store.ts'

export interface ProductLine {
  product: ListedProduct
  unit: Unit | undefined
}

/** A page of the products that the actor may read, after the one with the id, and whether more follow. */
export async function listProductPage(
  ctx: Ctx<ProductTables>,
  { search, group, commune, producer }: ProductQuery,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<{ lines: ProductLine[]; next: string | null }> {
  const reach = producersSeenBy(ctx.actor)
  const key = after ? await findProduct(ctx.db, after, reach) : undefined
  const filter = {
    reach,
    search: search || undefined,
    groupCode: group || undefined,
    unitPath: commune || undefined,
    producerId: producer || undefined,
  }
  const found = await listProducts(ctx.db, filter, { after: key, limit: limit + 1 })
  const shown = found.slice(0, limit)
  const units = await findUnits(
    ctx.db,
    shown.map(({ unitId }) => unitId),
  )
  const lines = shown.map((product) => ({ product, unit: units.get(product.unitId) }))
  return { lines, next: found.length > limit ? (shown.at(-1)?.id ?? null) : null }
}

/** Every product that the query finds, page by page: for files. */
export async function* allProducts(
  ctx: Ctx<ProductTables>,
  query: ProductQuery,
): AsyncGenerator<ProductLine> {
  let after: string | undefined
  do {
    const { lines, next } = await listProductPage(ctx, query, { after, limit: 500 })
    yield* lines
    after = next ?? undefined
  } while (after)
}
