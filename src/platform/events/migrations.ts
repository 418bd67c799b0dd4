import { sql } from 'kysely'
import type { Migrations } from '#platform/db/migrate.ts'

export const eventMigrations: Migrations = {
  '2026-11-24-platform-events': {
    async up(db) {
      await sql`
        create table event (
          seq bigint generated always as identity primary key,
          id uuid not null unique,
          at timestamptz not null,
          actor_id text,
          name text not null check (name ~ '^[a-z_]+\\.[a-z_]+$'),
          subject text not null,
          facts jsonb not null,
          digest text not null
        )`.execute(db)
      await sql`create index event_subject on event (subject, seq)`.execute(db)
      await sql`create index event_name on event (name, seq)`.execute(db)
      await sql`create index event_day on event (((at at time zone 'Asia/Ho_Chi_Minh')::date), seq)`.execute(
        db,
      )
      await sql`
        create table event_seal (
          day date primary key,
          count int not null,
          digest text not null,
          previous text not null,
          sealed_at timestamptz not null
        )`.execute(db)
      await sql`
        create function refuse_change() returns trigger language plpgsql as $$
        begin
          raise exception 'rows of % are never changed', tg_table_name;
        end $$`.execute(db)
      await sql`
        create trigger event_is_append_only before update or delete or truncate on event
        execute function refuse_change()`.execute(db)
      await sql`
        create trigger event_seal_is_append_only before update or delete or truncate on event_seal
        execute function refuse_change()`.execute(db)
    },
  },
}
