import { sql } from 'kysely'
import type { Migrations } from '#platform/db/migrate.ts'

export const numberMigrations: Migrations = {
  '2026-11-24-platform-numbers': {
    async up(db) {
      await sql`
        create table number_series (
          series text not null check (series <> ''),
          year int not null check (year between 1900 and 2999),
          last int not null check (last >= 1),
          primary key (series, year)
        )`.execute(db)
      await sql`
        create table number_taken (
          series text not null,
          year int not null,
          number int not null check (number >= 1),
          subject text not null,
          taken_at timestamptz not null,
          taken_by text,
          void_reason text check (void_reason <> ''),
          primary key (series, year, number),
          foreign key (series, year) references number_series
        )`.execute(db)
      await sql`create index number_taken_subject on number_taken (subject)`.execute(db)
    },
  },
}
