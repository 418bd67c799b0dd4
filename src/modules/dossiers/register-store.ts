import type { Kysely } from 'kysely'
import type { DossierTables } from './dossier-store.ts'

/** What a dossier takes from the registers of producers and products. */
export interface RegisterTables {
  product: {
    id: string
    producerId: string
    name: string
    fold: string
    productSetNo: number | null
    specification: string | null
    pictureFileId: string | null
    pictureArt: string | null
    unitPath: string
    isDemo: boolean
  }
  producer: {
    id: string
    kind: string
    name: string
    fold: string
    unitPath: string
    address: string | null
    phone: string | null
    email: string | null
    representativeName: string | null
    representativePost: string | null
    representativeGender: string | null
    representativeEthnicity: string | null
    foundedOn: string | null
    registrationNumber: string | null
    story: string | null
    isDemo: boolean
  }
}

export type RegisteredProduct = RegisterTables['product']
export type RegisteredProducer = RegisterTables['producer']

/** A product with its producer as the registers hold them now. */
export async function findRegistered(
  db: Kysely<DossierTables>,
  productId: string,
): Promise<{ product: RegisteredProduct; producer: RegisteredProducer } | undefined> {
  const product = await db
    .selectFrom('product')
    .select([
      'id',
      'producerId',
      'name',
      'fold',
      'productSetNo',
      'specification',
      'pictureFileId',
      'pictureArt',
      'unitPath',
      'isDemo',
    ])
    .where('id', '=', productId)
    .executeTakeFirst()
  if (!product) return undefined
  const producer = await db
    .selectFrom('producer')
    .select([
      'id',
      'kind',
      'name',
      'fold',
      'unitPath',
      'address',
      'phone',
      'email',
      'representativeName',
      'representativePost',
      'representativeGender',
      'representativeEthnicity',
      'foundedOn',
      'registrationNumber',
      'story',
      'isDemo',
    ])
    .where('id', '=', product.producerId)
    .executeTakeFirstOrThrow()
  return { product, producer }
}
