import { type Kysely, sql } from 'kysely'
import { literally } from '#platform/db/like.ts'
import { officialCode } from './unit-list.ts'
import { readTypedName } from './unit-names.ts'
import type { Level, Unit, UnitTables } from './unit-store.ts'

export interface FoundUnit extends Unit {
  /** The former unit by whose name it was found; null when its own name matched. */
  viaId: string | null
  viaName: string | null
  /** Of a commune its province. */
  parentName: string | null
}

export interface UnitSearch {
  level?: Level
  /** Only units of today below this path. */
  under?: string
  limit?: number
}

/**
 * Units of today by a name of today or of before, typed with or without diacritics and with or without the word for
 * the kind; or by code. Exact names come first, then beginnings, then parts, and only when there are none of these,
 * names that look alike. A former district finds the communes of today that came from it.
 */
export async function searchUnits(
  db: Kysely<UnitTables>,
  text: string,
  { level, under, limit = 20 }: UnitSearch = {},
): Promise<FoundUnit[]> {
  const typed = readTypedName(text.slice(0, 100))
  if (typed.full === '') return []
  const byName = await follow(db, nameRank(typed), { level, under, limit })
  return byName.length > 0 ? byName : follow(db, likenessRank(typed.short), { level, under, limit })
}

type Rank = ReturnType<typeof nameRank>

function nameRank({ full, short, level }: ReturnType<typeof readTypedName>) {
  const code = officialCode(full)
  const start = `${literally(full)}%`
  const shortStart = `${literally(short)}%`
  const sameLevel = level ? sql<boolean>`level = ${level}` : sql<boolean>`true`
  return sql<number | null>`case
    when code = ${code} or fold = ${full} or short_fold = ${full} then 0
    when short_fold = ${short} and ${sameLevel} then 1
    when fold like ${start} or short_fold like ${start} then 2
    when short_fold like ${shortStart} and ${sameLevel} then 3
    when fold like ${`%${start}`} then 4 end`
}

function likenessRank(short: string): Rank {
  return sql<number | null>`case when similarity(short_fold, ${short}) > 0.4
    then round((10 - 5 * similarity(short_fold, ${short}))::numeric, 3)::float8 end`
}

/** From the units whose names match to the units of today that came from them. */
async function follow(
  db: Kysely<UnitTables>,
  rank: Rank,
  { level, under, limit }: { level: Level | undefined; under: string | undefined; limit: number },
): Promise<FoundUnit[]> {
  const { rows } = await sql<FoundUnit>`
    with recursive hit as (
      select * from (select id, valid_to, sort_key, ${rank} as rank from unit) ranked
      where rank is not null order by rank, valid_to is not null, sort_key limit 300
    ), line(id, via, rank) as (
      select id, id, rank from hit
      union
      select next.id, line.via, line.rank from line join unit here on here.id = line.id
      cross join lateral (
        select successor_id as id from unit_successor where former_id = here.id
        union all
        select child.id from unit child where child.parent_id = here.id and here.level = 'district'
      ) next
    ), best as (
      select distinct on (line.id) line.id, via, rank from line join unit using (id)
      where valid_to is null order by line.id, rank, via <> line.id
    )
    select unit.*, nullif(via.id, unit.id) as via_id,
      case when via.id <> unit.id then via.name end as via_name,
      parent.name as parent_name
    from best join unit using (id) join unit via on via.id = best.via
      left join unit parent on parent.id = unit.parent_id
    where ${level ? sql<boolean>`unit.level = ${level}` : sql<boolean>`true`}
      and ${under ? sql<boolean>`unit.path like ${`${under}/%`}` : sql<boolean>`true`}
    order by rank, via.id <> unit.id, unit.sort_key, unit.id limit ${limit}`.execute(db)
  return rows
}
