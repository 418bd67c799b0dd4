import { sql } from 'kysely'
import type { Migrations } from '#platform/db/migrate.ts'

export const migrations: Migrations = {
  '2026-11-24-regulation-criteria-sets': {
    async up(db) {
      await sql`
        create table criteria_set (
          id text primary key,
          regime_id text not null,
          product_set_no int not null check (product_set_no between 1 and 26),
          status text not null default 'draft' check (status in ('draft', 'published')),
          content jsonb not null,
          digest text not null check (digest ~ '^[0-9a-f]{64}$'),
          report jsonb not null,
          prepared_at timestamptz not null,
          accepted_by text,
          accepted_anomalies jsonb,
          published_at timestamptz,
          check (content ->> 'id' = id),
          check ((status = 'published') = (accepted_by is not null)),
          check ((status = 'published') = (accepted_anomalies is not null)),
          check ((status = 'published') = (published_at is not null))
        )`.execute(db)
      await sql`create index criteria_set_of_regime on criteria_set (regime_id, product_set_no)`.execute(db)
      await sql`
        create function refuse_change_of_published_law() returns trigger language plpgsql as $$
        begin
          if old.status = 'published' then
            raise exception 'criteria set % is published and never changes', old.id;
          end if;
          return case tg_op when 'DELETE' then old else new end;
        end $$`.execute(db)
      await sql`
        create trigger published_law_is_frozen before update or delete on criteria_set
        for each row execute function refuse_change_of_published_law()`.execute(db)
    },
  },
}
