import { sql } from 'kysely'
import type { Migrations } from '#platform/db/migrate.ts'

export const migrations: Migrations = {
  '2026-11-24-guidance-raise-efforts': {
    async up(db) {
      await sql`
        create table raise_effort (
          unit_id text not null references unit,
          kind text not null check (kind ~ '^[a-z_]+$'),
          months int[] not null check (0 <= all (months) and 120 >= all (months)),
          cost int[] not null check (0 <= all (cost)),
          papers text check (papers <> ''),
          helper_note text check (helper_note <> ''),
          version int not null,
          changed_by text,
          changed_at timestamptz not null,
          primary key (unit_id, kind),
          check (cardinality(months) between 1 and 6 and cardinality(cost) = cardinality(months))
        )`.execute(db)
    },
  },
  '2026-11-24-guidance-support-policies': {
    async up(db) {
      await sql`
        create table support_policy (
          id uuid primary key,
          unit_id text not null references unit,
          title text not null check (title <> ''),
          decision_number text,
          pays text not null check (pays <> ''),
          link text check (link ~ '^https?://'),
          valid_from date,
          valid_to date,
          kinds text[] not null,
          is_verified boolean not null,
          is_demo boolean not null default false,
          version int not null default 1,
          created_by text,
          created_at timestamptz not null,
          check (valid_from <= valid_to),
          check (not is_verified or decision_number is not null)
        )`.execute(db)
      await sql`create index support_policy_of_province on support_policy (unit_id, title, id)`.execute(db)
    },
  },
  '2026-11-27-guidance-criterion-efforts': {
    async up(db) {
      await sql`
        create table criterion_effort (
          unit_id text not null references unit,
          criteria_set_id text not null references criteria_set,
          criterion text not null check (criterion <> ''),
          months int[] not null check (0 <= all (months) and 120 >= all (months)),
          cost int[] not null check (0 <= all (cost)),
          papers text check (papers <> ''),
          helper_note text check (helper_note <> ''),
          version int not null,
          changed_by text,
          changed_at timestamptz not null,
          primary key (unit_id, criteria_set_id, criterion),
          check (cardinality(months) between 1 and 6 and cardinality(cost) = cardinality(months))
        )`.execute(db)
      await sql`create index criterion_effort_set on criterion_effort (criteria_set_id)`.execute(db)
    },
  },
}
