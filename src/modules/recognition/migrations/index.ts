import type { Migrations } from '#platform/db/migrate.ts'
import { centralLetter } from './central-letter.ts'
import { recognisedProduct } from './recognised-product.ts'
import { tables } from './tables.ts'

export const migrations: Migrations = {
  '2026-11-24-recognition-tables': tables,
  '2026-11-24-recognition-view': recognisedProduct,
  '2026-11-25-recognition-central-letter': centralLetter,
}
