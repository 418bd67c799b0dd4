import { sql } from 'kysely'
import type { Migrations } from '#platform/db/migrate.ts'

export const fileMigrations: Migrations = {
  '2026-11-24-platform-files': {
    async up(db) {
      await sql`
        create table stored_file (
          id uuid primary key,
          sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
          size bigint not null check (size > 0),
          content_type text not null,
          name text not null check (name <> ''),
          kept_at timestamptz not null,
          kept_by text
        )`.execute(db)
      await sql`create index stored_file_sha256 on stored_file (sha256)`.execute(db)
    },
  },
}
