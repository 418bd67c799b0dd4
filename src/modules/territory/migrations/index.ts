import { sql } from 'kysely'
import type { Migrations } from '#platform/db/migrate.ts'
import { loadUnits } from '../load-units.ts'

export const migrations: Migrations = {
  // A day before the others, so that every module's tables may refer to units.
  '2026-11-23-territory-tables': {
    async up(db) {
      await sql`
        create table unit (
          id text primary key,
          code text,
          level text not null check (level in ('country', 'province', 'district', 'commune')),
          kind text not null,
          name text not null,
          short_name text not null,
          fold text not null,
          short_fold text not null,
          sort_key text not null,
          parent_id text references unit,
          path text not null unique,
          valid_from date,
          valid_to date,
          lon double precision,
          lat double precision,
          area_km2 double precision,
          check (valid_to is null or valid_from is null or valid_from <= valid_to)
        )`.execute(db)
      await sql`create index unit_parent on unit (parent_id)`.execute(db)
      await sql`create index unit_code on unit (code)`.execute(db)
      await sql`create index unit_short_fold on unit (short_fold)`.execute(db)
      await sql`create index unit_path_prefix on unit (path text_pattern_ops)`.execute(db)
      await sql`
        create table unit_successor (
          former_id text not null references unit,
          successor_id text not null references unit,
          since date not null,
          main boolean not null,
          primary key (former_id, successor_id)
        )`.execute(db)
      await sql`create index unit_successor_successor on unit_successor (successor_id)`.execute(db)
    },
  },
  '2026-11-23-territory-units': {
    async up(db) {
      await loadUnits(db)
    },
  },
}
