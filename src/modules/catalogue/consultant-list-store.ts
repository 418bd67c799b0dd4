import { type Kysely, sql } from 'kysely'
import type { Day } from '#platform/dates.ts'
import { fold } from '#platform/db/fold.ts'
import { holding } from '#platform/db/like.ts'
import type { CatalogueTables, PublicConsultant } from './catalogue-tables.ts'

export interface ListedConsultant extends PublicConsultant {
  unitName: string
  /** How many mandates are over. */
  finished: number
}

/** The registered consultants in Vietnamese order of their names, those suspended or removed included. */
export async function listPublicConsultants(
  db: Kysely<CatalogueTables>,
  { search, field, today }: { search: string; field: string; today: Day },
): Promise<ListedConsultant[]> {
  const like = holding(fold(search))
  const { rows } = await sql<ListedConsultant>`
    select c.*, unit.name as unit_name, coalesce(over.count, 0)::int as finished
    from public_consultant c join unit on unit.id = c.unit_id
    left join (
      select consultant_id, count(distinct mandate_id) from advised_product
      where ended or until_on < ${today} group by consultant_id) over on over.consultant_id = c.id
    where (${search} = '' or c.fold like ${like}) and (${field} = '' or ${field} = any(c.fields))
    order by c.sort_key, c.id limit 500`.execute(db)
  return rows
}

/** How many products were recognised with each star after the consultants' advice; each product once, by its last star. */
export async function listResults(
  db: Kysely<CatalogueTables>,
): Promise<ReadonlyMap<string, { stars: number; count: number }[]>> {
  const { rows } = await sql<{ consultantId: string; stars: number; count: number }>`
    select consultant_id, stars, count(*)::int as count from consultant_result
    group by consultant_id, stars order by stars desc`.execute(db)
  const results = new Map<string, { stars: number; count: number }[]>()
  for (const { consultantId, stars, count } of rows)
    results.set(consultantId, [...(results.get(consultantId) ?? []), { stars, count }])
  return results
}
