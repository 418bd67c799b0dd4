import { getProducerToChange, type Producer } from '#modules/producers/index.ts'
import { findUnit, type Unit } from '#modules/territory/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { fold, sortKey } from '#platform/db/fold.ts'
import { record } from '#platform/events/record.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { productFaults, type TypedProduct } from './product-form.ts'
import { productSet } from './product-sets.ts'
import { insertProduct, type Product, type ProductTables } from './product-store.ts'
import { productWords } from './product-words.ts'
import { nextSlug, slugOf } from './slug.ts'

export interface NewProduct {
  producerId: string
  typed: TypedProduct
  pictureArt?: string | null
  isDemo?: boolean
}

/**
 * Adds a product of a producer.
 * @throws Refusal `not_found` or `forbidden` for the producer; `invalid` with `faults` by field
 */
export function addProduct(ctx: Ctx<ProductTables>, input: NewProduct): Promise<Product> {
  const { producerId, typed, pictureArt = null, isDemo = false } = input
  return inTransaction(ctx, async (ctx) => {
    const producer = await getProducerToChange(ctx, producerId)
    const columns = await readProduct(ctx, typed, producer)
    const product = await insertUnderFreeSlug(ctx, {
      id: newId(ctx.now.getTime()),
      producerId,
      slug: slugOf(columns.name),
      ...columns,
      pictureFileId: null,
      pictureArt,
      isDemo: isDemo || producer.isDemo,
      version: 1,
      createdAt: ctx.now,
      createdBy: ctx.actor.id,
      updatedAt: ctx.now,
    })
    const { id, name, productSetNo, unitId } = product
    await record(ctx, 'product.added', `product:${id}`, { producerId, name, productSetNo, unitId })
    return product
  })
}

/** What was typed, as the table holds it; the place is the producer's unless another was given. */
export async function readProduct(ctx: Ctx<ProductTables>, typed: TypedProduct, producer: Producer) {
  const faults = productFaults(typed)
  const unit = await findUnit(ctx.db, typed.unitId || producer.unitId)
  if (!isPlace(unit)) faults.unitId = 'unit_unknown'
  if (!unit || Object.keys(faults).length > 0) throw new Refusal('invalid', 'products.faulty', { faults })
  const set = typed.productSetNo === '' ? null : productSet(Number(typed.productSetNo))
  const folded = fold(typed.name)
  return {
    name: typed.name,
    fold: folded,
    sortKey: sortKey(typed.name),
    words: productWords({ fold: folded }, producer, unit),
    productSetNo: set?.no ?? null,
    groupCode: set?.groupCode ?? null,
    specification: typed.specification || null,
    story: typed.story || null,
    unitId: unit.id,
    unitPath: unit.path,
  }
}

function isPlace(unit: Unit | undefined): boolean {
  return unit !== undefined && unit.validTo === null && unit.level !== 'country'
}

async function insertUnderFreeSlug(ctx: Ctx<ProductTables>, product: Product): Promise<Product> {
  for (let taken = 0; ; taken += 1) {
    const named = { ...product, slug: nextSlug(product.slug, taken) }
    if (await insertProduct(ctx.db, named)) return named
  }
}
