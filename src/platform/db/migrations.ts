import { sql } from 'kysely'
import type { Migrations } from './migrate.ts'

export const dbMigrations: Migrations = {
  '2026-11-23-platform-extensions': {
    async up(db) {
      await sql`create extension if not exists pg_trgm`.execute(db)
      await sql`create extension if not exists unaccent`.execute(db)
    },
  },
  '2026-11-29-platform-sent-forms': {
    async up(db) {
      await sql`
        create table sent_form (
          key uuid primary key,
          actor_id text not null,
          location text,
          sent_at timestamptz not null
        )`.execute(db)
      await sql`create index sent_form_sent on sent_form (sent_at)`.execute(db)
    },
  },
}
