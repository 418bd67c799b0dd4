import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import { type ProductSearch, productSearch } from '#modules/products/index.ts'
import { expiringDays, type RecognisedProductRow } from '#modules/recognition/index.ts'
import { withTransaction } from '#platform/ctx.ts'
import type { Day } from '#platform/dates.ts'
import { fold } from '#platform/db/fold.ts'
import type { CatalogueFilter, CatalogueKey, Standing } from './catalogue-query.ts'
import type { CatalogueTables } from './catalogue-tables.ts'
import { mendedQuery } from './mended-query.ts'
import { listWords } from './word-store.ts'

export type Condition = RawBuilder<SqlBool>

export interface CataloguePage {
  total: number
  entries: (CatalogueKey & { recognitionId: string })[]
  next: CatalogueKey | undefined
  /** Nothing was written like this: these are only like it. */
  onlyAlike: boolean
}

/**
 * A page of the recognised products that the filter asks for: those in force first, in Vietnamese order of their names.
 * Each product once. Nothing that was never recognised is public.
 */
export async function listCatalogue(
  db: Kysely<CatalogueTables>,
  filter: CatalogueFilter,
  { day, after, limit }: { day: Day; after?: CatalogueKey | undefined; limit: number },
): Promise<CataloguePage> {
  const asked = { day, after, limit }
  if (filter.search !== undefined) return listSearched(db, filter, asked)
  const conditions = conditionsOf(filter, day)
  const total = await count(db, filter, conditions)
  if (total === 0) return nothing
  return pageOf(total, await listByRank(db, conditions, { ...asked, standing: filter.standing }), limit)
}

/** By the words as they are typed, then each a slip away, then by likeness: the next only where nothing was found. */
async function listSearched(
  db: Kysely<CatalogueTables>,
  filter: CatalogueFilter,
  asked: Asked,
): Promise<CataloguePage> {
  const typed = filter.search ?? ''
  const search = productSearch(typed)
  if (!search) return nothing
  const conditions = conditionsOf(filter, asked.day)
  for (const matching of search.conditions.slice(0, -1)) {
    const page = await listFound(db, [...conditions, matching], { ...asked, typed })
    if (page.total > 0) return page
  }
  const mended = mendedQuery(typed, await listWords(db))
  if (mended !== null) {
    const matching = sql<SqlBool>`product.word_vector @@ to_tsquery('simple', ${mended})`
    const page = await listFound(db, [...conditions, matching], { ...asked, typed })
    if (page.total > 0) return { ...page, onlyAlike: true }
  }
  const entries = await listAlike(db, conditions, { search, typed, limit: asked.limit })
  return { total: entries.length, entries, next: undefined, onlyAlike: entries.length > 0 }
}

const nothing: CataloguePage = { total: 0, entries: [], next: undefined, onlyAlike: false }

function pageOf(total: number, found: CataloguePage['entries'], limit: number): CataloguePage {
  const entries = found.slice(0, limit)
  const last = entries.at(-1)
  const next =
    found.length > limit && last ? { rank: last.rank, sortKey: last.sortKey, id: last.id } : undefined
  return { total, entries, next, onlyAlike: false }
}

interface Asked {
  day: Day
  after: CatalogueKey | undefined
  limit: number
}

const inForce = (day: Day) => sql<SqlBool>`recognition.in_force_until >= ${day}::date`

/** One rank after the other, so that each is read along the index of names and no longer than the page. */
async function listByRank(
  db: Kysely<CatalogueTables>,
  conditions: readonly Condition[],
  { day, after, limit, standing }: Asked & { standing: Standing | undefined },
): Promise<CataloguePage['entries']> {
  const entries: CataloguePage['entries'] = []
  for (const rank of ranksOf(standing)) {
    if (entries.length > limit || (after && after.rank > rank)) continue
    const ofRank = rank === 0 ? inForce(day) : sql<SqlBool>`(${inForce(day)}) is not true`
    const onward =
      after?.rank === rank
        ? sql`and (product.sort_key, product.id) > (${after.sortKey}, ${after.id}::uuid)`
        : sql``
    const { rows } = await sql<CataloguePage['entries'][number]>`
      select recognition.id as recognition_id, product.id, product.sort_key, ${rank}::int as rank
      from product join recognition on recognition.product_id = product.id
      where ${sql.join([...conditions, ofRank], sql` and `)} ${onward}
      order by product.sort_key, product.id
      limit ${limit + 1 - entries.length}`.execute(db)
    entries.push(...rows)
  }
  return entries
}

/** What is in force is the first rank, what is not the second. */
function ranksOf(standing: Standing | undefined): number[] {
  if (standing === undefined) return [0, 1]
  return standing === 'in_force' || standing === 'expiring' ? [0] : [1]
}

/** Of what is in force, and of what is not, those first whose own name holds the word: the others are of its place or producer. */
async function listFound(
  db: Kysely<CatalogueTables>,
  conditions: readonly Condition[],
  { day, after, limit, typed }: Asked & { typed: string },
): Promise<CataloguePage> {
  const word = fold(typed).match(/[a-z0-9]+/)?.[0] ?? ''
  const onward = after
    ? sql`where (rank, sort_key, id) > (${after.rank}::int, ${after.sortKey}, ${after.id}::uuid)`
    : sql``
  const { rows } = await sql<CataloguePage['entries'][number] & { total: number }>`
    select * from (
      select recognition.id as recognition_id, product.id, product.sort_key, count(*) over ()::int as total,
        (case when ${inForce(day)} then 0 else 2 end)
          + (case when product.fold like ${`%${word}%`} then 0 else 1 end) as rank
      from product join recognition on recognition.product_id = product.id
      where ${sql.join([...conditions], sql` and `)}
    ) found ${onward}
    order by rank, sort_key, id
    limit ${limit + 1}`.execute(db)
  return pageOf(rows[0]?.total ?? 0, rows, limit)
}

/** The nearest, one page of them: what is written with a slip is found by its likeness. */
function listAlike(
  db: Kysely<CatalogueTables>,
  conditions: readonly Condition[],
  { search, typed, limit }: { search: ProductSearch; typed: string; limit: number },
): Promise<CataloguePage['entries']> {
  return withTransaction(db, async (trx) => {
    // The operator, unlike the function, is looked up in the index; its bound is a setting.
    await sql`select set_config('pg_trgm.word_similarity_threshold', '0.45', true)`.execute(trx)
    const { rows } = await sql<CataloguePage['entries'][number]>`
      select recognition.id as recognition_id, product.id, product.sort_key, 0 as rank
      from product join recognition on recognition.product_id = product.id
      where ${sql.join([...conditions, sql`${fold(typed)} <% product.words`], sql` and `)}
      order by ${search.nearness} desc, product.sort_key, product.id
      limit ${limit}`.execute(trx)
    return rows
  })
}

async function count(
  db: Kysely<CatalogueTables>,
  { groupCode }: CatalogueFilter,
  conditions: readonly Condition[],
): Promise<number> {
  if (groupCode !== undefined) return countJoined(db, conditions)
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from recognition where ${sql.join([...conditions], sql` and `)}`.execute(db)
  return rows[0]?.total ?? 0
}

async function countJoined(db: Kysely<CatalogueTables>, conditions: readonly Condition[]): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total
    from product join recognition on recognition.product_id = product.id
    where ${sql.join([...conditions], sql` and `)}`.execute(db)
  return rows[0]?.total ?? 0
}

/** The conditions speak of `recognition`, and of `product` only where a group is asked for. */
export function conditionsOf(filter: CatalogueFilter, day: Day): Condition[] {
  const { stars, unitId, thatDaysMap, groupCode, standing, year, producerKind } = filter
  const conditions = [year === undefined ? sql<SqlBool>`recognition.is_current` : lastOfYear(year)]
  if (stars !== undefined) conditions.push(sql`recognition.stars = ${stars}`)
  if (unitId !== undefined)
    conditions.push(thatDaysMap ? sql`recognition.unit_id = ${unitId}` : withWhatWentInto(unitId))
  if (groupCode !== undefined)
    conditions.push(
      groupCode === '0' ? sql`product.group_code is null` : sql`product.group_code = ${groupCode}`,
    )
  if (standing !== undefined) conditions.push(standsAs(standing, day))
  if (producerKind !== undefined)
    conditions.push(sql`recognition.producer_id in (select id from producer where kind = ${producerKind})`)
  return conditions
}

function lastOfYear(year: number): Condition {
  return sql`recognition.year = ${year} and not exists (
    select from recognition later
    where later.product_id = recognition.product_id and later.year = recognition.year
      and (coalesce(later.recognised_on, '-infinity'), later.id)
        > (coalesce(recognition.recognised_on, '-infinity'), recognition.id))`
}

function withWhatWentInto(unitId: string): Condition {
  return sql`recognition.unit_id in (
    with recursive line(id) as (
      select ${unitId}::text
      union
      select former_id from line join unit_successor on successor_id = line.id and main
    )
    select id from line)`
}

/** The twin of `recognition_status`, in pieces that an index or a join can answer. */
function standsAs(standing: Standing, day: Day): Condition {
  const revoked = sql<SqlBool>`exists (
    select from certificate join certificate_revocation on certificate_id = certificate.id
    where certificate.recognition_id = recognition.id and revoked_on <= ${day}::date)`
  const conditions: Record<Standing, Condition> = {
    in_force: inForce(day),
    expiring: sql`${inForce(day)} and recognition.expires_on - ${day}::date <= ${expiringDays}`,
    expired: sql`recognition.expires_on < ${day}::date and not ${revoked}`,
    revoked,
    unconfirmed: sql`recognition.source = 'import' and recognition.expires_on >= ${day}::date`,
  }
  return conditions[standing]
}

/** The recognitions with these ids, in that order, as the pages show them. */
export async function listRecognitions(
  db: Kysely<CatalogueTables>,
  ids: readonly string[],
): Promise<RecognisedProductRow[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('recognisedProduct')
    .selectAll()
    .where('recognitionId', 'in', ids)
    .execute()
  const byId = new Map(rows.map((row) => [row.recognitionId, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** The recognition that each product shows today, by product. */
export async function listCurrent(
  db: Kysely<CatalogueTables>,
  productIds: readonly string[],
): Promise<Map<string, RecognisedProductRow>> {
  if (productIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('recognisedProduct')
    .selectAll()
    .where('productId', 'in', productIds)
    .where('isCurrent', '=', true)
    .execute()
  return new Map(rows.map((row) => [row.productId, row]))
}

/** Every recognition of a product, the newest first. */
export function listRecognitionsOf(
  db: Kysely<CatalogueTables>,
  productId: string,
): Promise<RecognisedProductRow[]> {
  return db
    .selectFrom('recognisedProduct')
    .selectAll()
    .where('productId', '=', productId)
    .orderBy('isCurrent', 'desc')
    .orderBy('year', 'desc')
    .orderBy('recognisedOn', (order) => order.desc().nullsLast())
    .orderBy('recognitionId', 'desc')
    .execute()
}

/** The star that each product of a producer shows, by the products' names. */
export function listProductsOf(
  db: Kysely<CatalogueTables>,
  producerId: string,
  limit: number,
): Promise<RecognisedProductRow[]> {
  return db
    .selectFrom('recognisedProduct')
    .selectAll()
    .where('producerId', '=', producerId)
    .where('isCurrent', '=', true)
    .orderBy('productFold')
    .orderBy('productId')
    .limit(limit)
    .execute()
}
