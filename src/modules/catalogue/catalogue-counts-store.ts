import { type Kysely, sql } from 'kysely'
import type { Day } from '#platform/dates.ts'
import type { CatalogueFilter } from './catalogue-query.ts'
import { conditionsOf } from './catalogue-store.ts'
import type { CatalogueTables } from './catalogue-tables.ts'

const dimensions = {
  stars: sql`recognition.stars::text`,
  group: sql`coalesce(product.group_code, '0')`,
  unit: sql`recognition.unit_id`,
  producerKind: sql`producer.kind`,
}
export type Dimension = keyof typeof dimensions

export interface Counted {
  value: string
  products: number
}

/** How many products the list of this filter holds, divided by one thing they have; the most first. */
export async function countBy(
  db: Kysely<CatalogueTables>,
  filter: CatalogueFilter,
  { dimension, day }: { dimension: Dimension; day: Day },
): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select ${dimensions[dimension]} as value, count(*)::int as products
    from product
    join recognition on recognition.product_id = product.id
    join producer on producer.id = recognition.producer_id
    where ${sql.join(conditionsOf(filter, day), sql` and `)}
    group by 1
    order by products desc, value`.execute(db)
  return rows
}

/** How many products were recognised in each year, each once a year; only years that have any. */
export async function countByYear(
  db: Kysely<CatalogueTables>,
): Promise<{ year: number; products: number }[]> {
  const { rows } = await sql<{ year: number; products: number }>`
    select year, count(distinct product_id)::int as products
    from recognition group by year order by year`.execute(db)
  return rows
}

export interface TodaysPlace {
  id: string
  name: string
  level: string
  /** What this unit was part of, for those of before. */
  parentName: string | null
}

/** The unit under which each of these is shown today, by the id that was asked for; with `thatDaysMap` itself. */
export async function placesOfToday(
  db: Kysely<CatalogueTables>,
  ids: readonly string[],
  { thatDaysMap }: { thatDaysMap: boolean },
): Promise<Map<string, TodaysPlace>> {
  if (ids.length === 0) return new Map()
  const onward = thatDaysMap ? sql`false` : sql`former_id = line.id and main`
  const shown = thatDaysMap ? sql`true` : sql`unit.valid_to is null`
  const { rows } = await sql<TodaysPlace & { start: string }>`
    with recursive line(start, id) as (
      select id, id from unit where id in (${sql.join(ids)})
      union
      select start, successor_id from line join unit_successor on ${onward}
    )
    select line.start, unit.id, unit.name, unit.level,
      case when unit.valid_to is not null then parent.name end as parent_name
    from line join unit on unit.id = line.id and ${shown} left join unit parent on parent.id = unit.parent_id`.execute(
    db,
  )
  return new Map(rows.map(({ start, ...place }) => [start, place]))
}
