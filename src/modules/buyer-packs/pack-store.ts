import type { Kysely } from 'kysely'
import type {
  BuyerPackPaperRow,
  BuyerPackProductRow,
  BuyerPackRow,
  BuyerPackTables,
} from './buyer-pack-tables.ts'

type Db = Kysely<BuyerPackTables>

export interface BuyerPack extends BuyerPackRow {
  producerName: string
}

export function findPack(db: Db, id: string): Promise<BuyerPack | undefined> {
  return packs(db).where('buyerPack.id', '=', id).executeTakeFirst()
}

/** The packs of these producers, the newest first. */
export function listPacks(db: Db, producerIds: readonly string[]): Promise<BuyerPack[]> {
  if (producerIds.length === 0) return Promise.resolve([])
  return packs(db).where('buyerPack.producerId', 'in', producerIds).orderBy('buyerPack.id', 'desc').execute()
}

function packs(db: Db) {
  return db
    .selectFrom('buyerPack')
    .innerJoin('producer', 'producer.id', 'buyerPack.producerId')
    .selectAll('buyerPack')
    .select('producer.name as producerName')
}

/** The pack, locked to the end of the transaction. */
export function findPackForUpdate(db: Db, id: string): Promise<BuyerPackRow | undefined> {
  return db.selectFrom('buyerPack').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function insertPack(db: Db, pack: BuyerPackRow): Promise<void> {
  await db.insertInto('buyerPack').values(pack).execute()
}

/** Writes over the pack that the caller has locked; its version grows by one. */
export async function updatePack(
  db: Db,
  { id, version }: Pick<BuyerPackRow, 'id' | 'version'>,
  change: Partial<Omit<BuyerPackRow, 'id' | 'version'>>,
): Promise<void> {
  await db
    .updateTable('buyerPack')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .execute()
}

export async function deletePack(db: Db, id: string): Promise<void> {
  await db.deleteFrom('buyerPack').where('id', '=', id).execute()
}

/** What is in these packs. */
export async function listContents(
  db: Db,
  packIds: readonly string[],
): Promise<{ products: BuyerPackProductRow[]; papers: BuyerPackPaperRow[] }> {
  if (packIds.length === 0) return { products: [], papers: [] }
  const products = await db
    .selectFrom('buyerPackProduct')
    .selectAll()
    .where('packId', 'in', packIds)
    .orderBy('productId')
    .execute()
  const papers = await db
    .selectFrom('buyerPackPaper')
    .selectAll()
    .where('packId', 'in', packIds)
    .orderBy('paperId')
    .execute()
  return { products, papers }
}

/** Puts these in place of what is in the pack. The caller holds its lock. */
export async function replaceContents(
  db: Db,
  packId: string,
  { products, papers }: { products: readonly BuyerPackProductRow[]; papers: readonly BuyerPackPaperRow[] },
): Promise<void> {
  await db.deleteFrom('buyerPackProduct').where('packId', '=', packId).execute()
  await db.deleteFrom('buyerPackPaper').where('packId', '=', packId).execute()
  if (products.length > 0) await db.insertInto('buyerPackProduct').values(products).execute()
  if (papers.length > 0) await db.insertInto('buyerPackPaper').values(papers).execute()
}

/** Keeps the papers of the producer from being replaced until the transaction ends. */
export async function holdPapers(db: Db, producerId: string): Promise<void> {
  await db
    .selectFrom('producerPaper')
    .select('id')
    .where('producerId', '=', producerId)
    .orderBy('id')
    .forShare()
    .execute()
}
