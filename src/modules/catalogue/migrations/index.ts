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
  // After the mandates that it reads.
  '2026-11-27-catalogue-consultant-results': {
    async up(db) {
      // A product counts for who advised it between the opening of its dossier and the day on which it was handed in.
      await sql`
        create view consultant_result as
        select distinct on (a.consultant_id, r.product_id) a.consultant_id, r.product_id, r.stars
        from recognised_product r
        join dossier d on d.id = r.dossier_id
        join advised_product a on a.producer_id = r.producer_id
          and (a.product_id is null or a.product_id = r.product_id)
          and a.from_on <= (d.submitted_at at time zone 'Asia/Ho_Chi_Minh')::date
          and a.until_on >= (d.created_at at time zone 'Asia/Ho_Chi_Minh')::date
        where r.revoked_on is null
        order by a.consultant_id, r.product_id, r.recognised_on desc`.execute(db)
    },
  },
}
