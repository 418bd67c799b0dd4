import { type Kysely, sql } from 'kysely'
import type { RecognitionRow, RecognitionTables } from './recognition-tables.ts'

/** As `lockProduct`, for many; always in the same order, so that two lists never wait for each other in a circle. */
export async function lockProducts(
  db: Kysely<RecognitionTables>,
  productIds: readonly string[],
): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(hashtextextended('recognition:' || id, 0))
    from (select distinct id from jsonb_array_elements_text(${JSON.stringify(productIds)}::jsonb) as given(id)
      order by id offset 0) ordered`.execute(db)
}

/** Stores those that the import does not know yet; answers the ids that it stored. */
export async function insertImported(
  db: Kysely<RecognitionTables>,
  recognitions: readonly RecognitionRow[],
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    insert into recognition (id, product_id, producer_id, stars, year, level, expires_on, unit_id, unit_path, source,
      note, is_current, is_demo, created_at)
    select id, "productId", "producerId", stars, year, level, "expiresOn", "unitId", "unitPath", source, note,
      "isCurrent", "isDemo", "createdAt"
    from jsonb_to_recordset(${JSON.stringify(recognitions)}::jsonb) as row(id uuid, "productId" uuid,
      "producerId" uuid, stars int, year int, level text, "expiresOn" date, "unitId" text, "unitPath" text,
      source text, note text, "isCurrent" boolean, "isDemo" boolean, "createdAt" timestamptz)
    on conflict do nothing returning id`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** As `showNewest`, for many. The caller holds `lockProducts`. */
export async function showNewestOf(
  db: Kysely<RecognitionTables>,
  productIds: readonly string[],
): Promise<void> {
  const ids = JSON.stringify(productIds)
  const given = sql`(select id::uuid from jsonb_array_elements_text(${ids}::jsonb) as given(id))`
  await sql`update recognition set is_current = false where is_current and product_id in ${given}`.execute(db)
  await sql`
    update recognition set is_current = true where id in (
      select distinct on (product_id) id from recognition where product_id in ${given}
      order by product_id, year desc, recognised_on desc nulls last, created_at desc, id desc)`.execute(db)
}
