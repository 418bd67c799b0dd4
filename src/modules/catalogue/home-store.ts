import { type Kysely, sql } from 'kysely'
import type { Day } from '#platform/dates.ts'
import type { CatalogueTables, PublicProducer } from './catalogue-tables.ts'

export interface PlaceOfProducts {
  id: string
  name: string
  level: string
  /** How many products show a star that was given there, in force or not. */
  products: number
}

/** The units of today with products, in their Vietnamese order; recognitions of before stand under the successor. */
export async function listPlaces(db: Kysely<CatalogueTables>): Promise<PlaceOfProducts[]> {
  const { rows } = await sql<PlaceOfProducts>`
    with recursive counted as (
      select unit_id, count(*)::int as products from recognition where is_current group by unit_id
    ), line(start, id) as (
      select unit_id, unit_id from counted
      union
      select start, successor_id from line join unit_successor on former_id = line.id and main
    )
    select unit.id, unit.name, unit.level, sum(products)::int as products
    from counted join line on start = unit_id join unit on unit.id = line.id and unit.valid_to is null
    group by unit.id
    order by unit.sort_key, unit.id`.execute(db)
  return rows
}

export interface StarFigures {
  inForce: number
  all: number
}

/** How many products show each star, and how many of them in force on the day. */
export async function countStars(
  db: Kysely<CatalogueTables>,
  day: Day,
): Promise<Record<'3' | '4' | '5', StarFigures>> {
  const { rows } = await sql<{ stars: number } & StarFigures>`
    select stars, count(*)::int as all, count(*) filter (where in_force_until >= ${day}::date)::int as in_force
    from recognition where is_current group by stars`.execute(db)
  const figures = (stars: number) => rows.find((row) => row.stars === stars) ?? { inForce: 0, all: 0 }
  return { '3': figures(3), '4': figures(4), '5': figures(5) }
}

/** The groups that products with a star are in, by their codes. */
export async function listUsedGroups(db: Kysely<CatalogueTables>): Promise<string[]> {
  const { rows } = await sql<{ groupCode: string }>`
    select code as group_code from (values ('I'), ('II'), ('III'), ('IV'), ('V'), ('VI')) groups(code)
    where exists (
      select from product join recognition on product_id = product.id and is_current
      where product.group_code = code)`.execute(db)
  return rows.map(({ groupCode }) => groupCode)
}

/** The newest recognitions that products show, those in force first. */
export async function listNewest(db: Kysely<CatalogueTables>, day: Day, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from recognition where is_current
    order by (in_force_until >= ${day}::date) is true desc, recognised_on desc nulls last, year desc, stars desc, id
    limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}

export interface Told {
  recognitionId: string
  story: string
}

/** Products in force that have something to tell, the highest stars first. */
export async function listStories(db: Kysely<CatalogueTables>, day: Day, limit: number): Promise<Told[]> {
  const { rows } = await sql<Told>`
    select recognition.id as recognition_id, product.story
    from recognition join product on product.id = product_id
    where is_current and in_force_until >= ${day}::date and length(story) > 40
    order by stars desc, recognised_on desc, recognition.id
    limit ${limit}`.execute(db)
  return rows
}

/** A producer with at least one recognised product; of others the public site does not speak. */
export function findPublicProducer(
  db: Kysely<CatalogueTables>,
  id: string,
): Promise<PublicProducer | undefined> {
  return db
    .selectFrom('publicProducer')
    .select(['id', 'kind', 'name', 'unitId', 'address', 'phone', 'email', 'foundedOn', 'story', 'isDemo'])
    .where('id', '=', id)
    .where((eb) =>
      eb.exists(
        eb.selectFrom('recognition').select('id').where('producerId', '=', id).where('isCurrent', '=', true),
      ),
    )
    .executeTakeFirst()
}

/** The slugs of all public products and the ids of their producers, for search engines. */
export async function listAddresses(
  db: Kysely<CatalogueTables>,
): Promise<{ products: string[]; producers: string[] }> {
  const shown = await db
    .selectFrom('recognition')
    .innerJoin('product', 'product.id', 'recognition.productId')
    .select(['product.slug', 'recognition.producerId'])
    .where('recognition.isCurrent', '=', true)
    .orderBy('product.id')
    .limit(30_000)
    .execute()
  return {
    products: shown.map(({ slug }) => slug),
    producers: [...new Set(shown.map(({ producerId }) => producerId))],
  }
}
