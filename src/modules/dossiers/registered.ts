import type { Kysely } from 'kysely'
import { findProducer, type Producer } from '#modules/producers/index.ts'
import { findProduct, type Product } from '#modules/products/index.ts'
import type { DossierTables } from './dossier-store.ts'

/** A product with its producer, as the registers hold them now. */
export async function findRegistered(
  db: Kysely<DossierTables>,
  productId: string,
): Promise<{ product: Product; producer: Producer } | undefined> {
  const product = await findProduct(db, productId)
  const producer = product && (await findProducer(db, product.producerId))
  return product && producer && { product, producer }
}
