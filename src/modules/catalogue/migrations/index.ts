import { sql } from 'kysely'
import type { Migrations } from '#platform/db/migrate.ts'

export const migrations: Migrations = {
  '2026-11-25-catalogue-indexes': {
    async up(db) {
      // What the lists count and choose by, without opening the rows themselves.
      await sql`
        create index recognition_shown on recognition (in_force_until, stars, product_id) where is_current`.execute(
        db,
      )
      await sql`create index recognition_shown_unit on recognition (unit_id) where is_current`.execute(db)
      await sql`create index producer_kind on producer (kind)`.execute(db)
    },
  },
}
