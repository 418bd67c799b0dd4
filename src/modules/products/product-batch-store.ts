import { type Kysely, sql } from 'kysely'
import type { Product, ProductTables } from './product-store.ts'

export interface ProductName {
  producerId: string
  fold: string
}

/** The products of these producers that are called so, the oldest where two are. */
export async function findProductsByName(
  db: Kysely<ProductTables>,
  names: readonly ProductName[],
): Promise<(ProductName & { id: string })[]> {
  const { rows } = await sql<ProductName & { id: string }>`
    select distinct on (product.producer_id, product.fold) product.id, product.producer_id, product.fold
    from jsonb_to_recordset(${JSON.stringify(names)}::jsonb) as name("producerId" uuid, fold text)
    join product on product.producer_id = name."producerId" and product.fold = name.fold
    order by product.producer_id, product.fold, product.created_at, product.id`.execute(db)
  return rows
}

export type NewListedProduct = Pick<
  Product,
  | 'id'
  | 'producerId'
  | 'slug'
  | 'name'
  | 'fold'
  | 'sortKey'
  | 'words'
  | 'unitId'
  | 'unitPath'
  | 'isDemo'
  | 'createdBy'
>

/** Stores the products whose slug is free, also among themselves; answers the ids of those that it stored. */
export async function insertProducts(
  db: Kysely<ProductTables>,
  products: readonly NewListedProduct[],
  now: Date,
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    insert into product (id, producer_id, slug, name, fold, sort_key, words, unit_id, unit_path, is_demo, created_by,
      created_at, updated_at)
    select id, "producerId", slug, name, fold, "sortKey", words, "unitId", "unitPath", "isDemo", "createdBy",
      ${now}, ${now}
    from jsonb_to_recordset(${JSON.stringify(products)}::jsonb) as row(id uuid, "producerId" uuid, slug text,
      name text, fold text, "sortKey" text, words text, "unitId" text, "unitPath" text, "isDemo" boolean,
      "createdBy" text)
    on conflict (slug) do nothing returning id`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** Gives products the drawings that stand in for their pictures. */
export async function updatePictureArts(
  db: Kysely<ProductTables>,
  arts: readonly { id: string; pictureArt: string }[],
): Promise<void> {
  await sql`
    update product set picture_art = row."pictureArt"
    from jsonb_to_recordset(${JSON.stringify(arts)}::jsonb) as row(id uuid, "pictureArt" text)
    where product.id = row.id`.execute(db)
}
