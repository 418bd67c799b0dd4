import { findProducers, mayChange, type Producer, recordMany } from '#modules/producers/index.ts'
import { findUnits, type Unit } from '#modules/territory/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { fold, sortKey } from '#platform/db/fold.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { findProductsByName, insertProducts, type NewListedProduct } from './product-batch-store.ts'
import { productFaults, typedProduct } from './product-form.ts'
import type { ProductTables } from './product-store.ts'
import { productWords } from './product-words.ts'
import { nextSlug, slugOf } from './slug.ts'

/** A product as a list names it: whose it is, what it is called, where it is made. */
export interface ListedName {
  producerId: string
  name: string
  unitId: string
}

/**
 * Finds the products that a list names, and adds those that their producers do not have yet. One name of one producer is
 * one product, written with or without diacritics. Answers their ids in the order of the list.
 * @throws Refusal `not_found`, `forbidden` for a producer; `invalid` with `faults` of the first faulty one
 */
export function addProducts(ctx: Ctx<ProductTables>, products: readonly ListedName[]): Promise<string[]> {
  return inTransaction(ctx, async (ctx) => {
    const producers = await producersOf(ctx, products)
    const named = new Map(products.map((product) => [keyOf(product), product]))
    const names = [...named.values()].map(({ producerId, name }) => ({ producerId, fold: fold(name) }))
    const found = await findProductsByName(ctx.db, names)
    const ids = new Map(found.map(({ producerId, fold, id }) => [`${producerId} ${fold}`, id]))
    const missing = [...named].filter(([key]) => !ids.has(key)).map(([, product]) => product)
    for (const row of await insert(ctx, missing, producers)) ids.set(keyOf(row), row.id)
    return products.map((product) => {
      const id = ids.get(keyOf(product))
      if (!id) throw new Error(`product ${product.name} was neither found nor added`)
      return id
    })
  })
}

function keyOf({ producerId, name }: { producerId: string; name: string }): string {
  return `${producerId} ${fold(name)}`
}

async function producersOf(ctx: Ctx<ProductTables>, products: readonly ListedName[]) {
  const ids = products.map(({ producerId }) => producerId)
  const producers = await findProducers(ctx.db, ids)
  for (const id of ids) {
    const producer = producers.get(id)
    if (!producer) throw new Refusal('not_found', 'producers.unknown')
    if (!mayChange(ctx.actor, producer)) throw new Refusal('forbidden', 'producers.may_not_change')
  }
  return producers
}

async function insert(
  ctx: Ctx<ProductTables>,
  products: readonly ListedName[],
  producers: Map<string, Producer>,
): Promise<NewListedProduct[]> {
  const units = await findUnits(
    ctx.db,
    products.map(({ unitId }) => unitId),
  )
  const rows = products.map((product) => newRow(ctx, product, producers, units))
  await insertUnderFreeSlugs(ctx, rows)
  await recordMany(
    ctx,
    'product.added',
    rows.map(({ id, producerId, name, unitId }) => ({
      subject: `product:${id}`,
      facts: { producerId, name, productSetNo: null, unitId },
    })),
  )
  return rows
}

function newRow(
  ctx: Ctx<ProductTables>,
  { producerId, name, unitId }: ListedName,
  producers: Map<string, Producer>,
  units: Map<string, Unit>,
): NewListedProduct {
  const faults = productFaults(typedProduct({ name }))
  const unit = units.get(unitId)
  if (!unit || unit.validTo || unit.level === 'country') faults.unitId = 'unit_unknown'
  const producer = producers.get(producerId)
  if (!unit || !producer || Object.keys(faults).length > 0)
    throw new Refusal('invalid', 'products.faulty', { faults })
  const folded = fold(name)
  return {
    ...{ producerId, name, unitId },
    id: newId(ctx.now.getTime()),
    slug: slugOf(name),
    fold: folded,
    sortKey: sortKey(name),
    words: productWords({ fold: folded }, producer, unit),
    unitPath: unit.path,
    isDemo: producer.isDemo,
    createdBy: ctx.actor.id,
  }
}

const numberedTries = 4

/** Numbers as for a single product; where very many share a name, an ending that no other has, so that it ends soon. */
async function insertUnderFreeSlugs(
  ctx: Ctx<ProductTables>,
  rows: readonly NewListedProduct[],
): Promise<void> {
  let waiting = rows
  for (let taken = 0; waiting.length > 0; taken += 1) {
    const named = waiting.map((row) => {
      const slug = taken < numberedTries ? nextSlug(row.slug, taken) : `${row.slug}-${row.id.slice(-8)}`
      return { ...row, slug }
    })
    const stored = await insertProducts(ctx.db, named, ctx.now)
    waiting = waiting.filter(({ id }) => !stored.has(id))
  }
}
