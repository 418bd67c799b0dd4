import type { Migrations } from '#platform/db/migrate.ts'
import { recognisedProduct } from './recognised-product.ts'
import { tables } from './tables.ts'

export const migrations: Migrations = {
  '2026-11-24-recognition-tables': tables,
  // Its name sorts after those of every module whose tables the view reads.
  '2026-11-24-views-recognised-product': recognisedProduct,
}
