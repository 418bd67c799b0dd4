import { type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely'
import type { ProducerTables } from '#modules/producers/index.ts'
import { fold } from '#platform/db/fold.ts'
import { inUnits } from '#platform/db/in-units.ts'
import { holding } from '#platform/db/like.ts'

export interface Product {
  id: string
  producerId: string
  /** Its place in addresses; never changes. */
  slug: string
  name: string
  fold: string
  sortKey: string
  /** Folded: its name, its producer's and its commune's, for searching. */
  words: string
  productSetNo: number | null
  groupCode: string | null
  specification: string | null
  story: string | null
  pictureFileId: string | null
  /** Name of a drawing that stands in for a picture. */
  pictureArt: string | null
  unitId: string
  unitPath: string
  isDemo: boolean
  version: number
  createdAt: Date
  createdBy: string | null
  updatedAt: Date
}

export interface ProductTables extends ProducerTables {
  product: Product
}

/** What the actor may read; without it every product is in reach. */
export interface ProductReach {
  paths: readonly string[]
  /** Producers whose products are in reach wherever they are. */
  ids: readonly string[]
}

export function findProduct(
  db: Kysely<ProductTables>,
  id: string,
  reach?: ProductReach,
): Promise<Product | undefined> {
  const query = db.selectFrom('product').selectAll().where('id', '=', id)
  return (reach ? query.where(inReach(reach)) : query).executeTakeFirst()
}

export function findProductBySlug(db: Kysely<ProductTables>, slug: string): Promise<Product | undefined> {
  return db.selectFrom('product').selectAll().where('slug', '=', slug).executeTakeFirst()
}

export interface ProductFilter {
  reach: ProductReach
  search?: string | undefined
  producerId?: string | undefined
  groupCode?: string | undefined
  unitPath?: string | undefined
}

export interface ListedProduct extends Product {
  producerName: string
}

/** Products in Vietnamese order of their names with their producer's, `limit` of them after the key. */
export function listProducts(
  db: Kysely<ProductTables>,
  { reach, search, producerId, groupCode, unitPath }: ProductFilter,
  { after, limit }: { after?: { sortKey: string; id: string } | undefined; limit: number },
): Promise<ListedProduct[]> {
  let query = db
    .selectFrom('product')
    .innerJoin('producer', 'producer.id', 'product.producerId')
    .selectAll('product')
    .select('producer.name as producerName')
    .where(inReach(reach))
  if (search) query = query.where('words', 'like', holding(fold(search)))
  if (producerId) query = query.where('producerId', '=', producerId)
  if (groupCode) query = query.where('groupCode', '=', groupCode)
  if (unitPath) query = query.where(inReach({ paths: [unitPath], ids: [] }))
  if (after)
    query = query.where(sql<SqlBool>`(product.sort_key, product.id) > (${after.sortKey}, ${after.id})`)
  return query.orderBy('product.sortKey').orderBy('product.id').limit(limit).execute()
}

/** False when the slug is taken: the unique key decides. */
export async function insertProduct(db: Kysely<ProductTables>, product: Product): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('product')
    .values(product)
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Stores the change when nobody changed the product since `version`; false otherwise. */
export async function updateProduct(
  db: Kysely<ProductTables>,
  id: string,
  version: number,
  change: Partial<Omit<Product, 'id' | 'slug' | 'version'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('product')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export async function updatePicture(
  db: Kysely<ProductTables>,
  id: string,
  pictureFileId: string | null,
): Promise<void> {
  await db.updateTable('product').set({ pictureFileId }).where('id', '=', id).execute()
}

/** The product that shows this picture. */
export function findProductOfPicture(
  db: Kysely<ProductTables>,
  fileId: string,
): Promise<{ id: string } | undefined> {
  return db.selectFrom('product').select('id').where('pictureFileId', '=', fileId).executeTakeFirst()
}

function inReach({ paths, ids }: ProductReach) {
  return (builder: ExpressionBuilder<ProductTables, 'product'>) =>
    builder.or([
      inUnits(builder, 'product.unitPath', paths),
      ...(ids.length > 0 ? [builder('product.producerId', 'in', ids)] : []),
    ])
}
