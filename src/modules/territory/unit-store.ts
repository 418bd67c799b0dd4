import { type Kysely, sql } from 'kysely'
import type { Day } from '#platform/dates.ts'

export type Level = 'country' | 'province' | 'district' | 'commune'

/** An administrative unit during its life. */
export interface Unit {
  /** Today's official code ('03868', '14', 'vn'); of a former unit, with the year in which it ended ('03715~2025'). */
  id: string
  /** The official code; null where we do not know it. */
  code: string | null
  level: Level
  kind: string
  /** With the word for its kind: 'Xã Tà Xùa'. */
  name: string
  shortName: string
  fold: string
  shortFold: string
  sortKey: string
  parentId: string | null
  /** Who reaches it: 'vn/14/03868'. A former unit lies under the province of today. */
  path: string
  validFrom: Day | null
  /** Its last day; null while it exists. */
  validTo: Day | null
  lon: number | null
  lat: number | null
  areaKm2: number | null
}

/** One unit followed another, in whole or in part. */
export interface Successor {
  formerId: string
  successorId: string
  since: Day
  /** Whether records of the former unit are shown under this one; false for the other parts of a divided unit. */
  main: boolean
}

export interface UnitTables {
  unit: Unit
  unitSuccessor: Successor
}

/** The unit with this id, of today or former. */
export function findUnit(db: Kysely<UnitTables>, id: string): Promise<Unit | undefined> {
  return db.selectFrom('unit').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The units with these ids, by id. */
export async function findUnits(db: Kysely<UnitTables>, ids: readonly string[]): Promise<Map<string, Unit>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('unit')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((unit) => [unit.id, unit]))
}

export interface UnitFilter {
  /** Only below this path. */
  under?: string
  level?: Level
  /** Units that existed before instead of those of today. */
  former?: boolean
}

/** Units in Vietnamese order of their names. */
export function listUnits(
  db: Kysely<UnitTables>,
  { under, level, former = false }: UnitFilter,
): Promise<Unit[]> {
  return db
    .selectFrom('unit')
    .selectAll()
    .where('validTo', former ? 'is not' : 'is', null)
    .$if(under !== undefined, (query) => query.where('path', 'like', `${under}/%`))
    .$if(level !== undefined, (query) => query.where('level', '=', level ?? 'commune'))
    .orderBy('sortKey')
    .orderBy('id')
    .execute()
}

/** Every unit of today that came from this one, through all the changes between; itself when it still exists. */
export async function unitsOfToday(db: Kysely<UnitTables>, id: string): Promise<Unit[]> {
  const { rows } = await sql<Unit>`
    with recursive line(id) as (
      select ${id}::text
      union
      select successor_id from line join unit_successor on former_id = line.id
    )
    select unit.* from line join unit using (id) where valid_to is null order by sort_key`.execute(db)
  return rows
}

/** As `unitsOfToday`, along the main successors only: at most one. */
export async function unitOfToday(db: Kysely<UnitTables>, id: string): Promise<Unit | undefined> {
  const { rows } = await sql<Unit>`
    with recursive line(id) as (
      select ${id}::text
      union
      select successor_id from line join unit_successor on former_id = line.id and main
    )
    select unit.* from line join unit using (id) where valid_to is null`.execute(db)
  return rows[0]
}

/** A commune of before, its district, and the commune of today under which it is shown. */
export interface FormerCommune {
  id: string
  code: string | null
  name: string
  shortName: string
  districtName: string
  todayId: string
}

/** The former communes within a path. */
export async function listFormerCommunes(db: Kysely<UnitTables>, under: string): Promise<FormerCommune[]> {
  const { rows } = await sql<FormerCommune>`
    with recursive line(former, id) as (
      select id, id from unit where level = 'commune' and path like ${`${under}/%~%/%`}
      union
      select line.former, successor_id from line join unit_successor on former_id = line.id and main
    )
    select commune.id, commune.code, commune.name, commune.short_name, district.name as district_name, line.id as today_id
    from line
    join unit today on today.id = line.id and today.valid_to is null
    join unit commune on commune.id = line.former
    join unit district on district.id = commune.parent_id
    order by commune.code nulls last, commune.sort_key`.execute(db)
  return rows
}

const chunk = 2000

export async function upsertUnits(db: Kysely<UnitTables>, units: readonly Unit[]): Promise<void> {
  for (let from = 0; from < units.length; from += chunk) {
    const json = JSON.stringify(units.slice(from, from + chunk))
    await sql`
      insert into unit (id, code, level, kind, name, short_name, fold, short_fold, sort_key, parent_id, path,
        valid_from, valid_to, lon, lat, area_km2)
      select id, code, level, kind, name, "shortName", fold, "shortFold", "sortKey", "parentId", path,
        "validFrom", "validTo", lon, lat, "areaKm2"
      from jsonb_to_recordset(${json}::jsonb) as row(id text, code text, level text, kind text, name text,
        "shortName" text, fold text, "shortFold" text, "sortKey" text, "parentId" text, path text,
        "validFrom" date, "validTo" date, lon double precision, lat double precision, "areaKm2" double precision)
      on conflict (id) do update set code = excluded.code, level = excluded.level, kind = excluded.kind,
        name = excluded.name, short_name = excluded.short_name, fold = excluded.fold,
        short_fold = excluded.short_fold, sort_key = excluded.sort_key, parent_id = excluded.parent_id,
        path = excluded.path, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
        lon = excluded.lon, lat = excluded.lat, area_km2 = excluded.area_km2`.execute(db)
  }
}

export async function upsertSuccessors(
  db: Kysely<UnitTables>,
  successors: readonly Successor[],
): Promise<void> {
  for (let from = 0; from < successors.length; from += chunk) {
    const json = JSON.stringify(successors.slice(from, from + chunk))
    await sql`
      insert into unit_successor (former_id, successor_id, since, main)
      select "formerId", "successorId", since, main
      from jsonb_to_recordset(${json}::jsonb) as row("formerId" text, "successorId" text, since date, main boolean)
      on conflict (former_id, successor_id) do update set since = excluded.since, main = excluded.main`.execute(
      db,
    )
  }
}
