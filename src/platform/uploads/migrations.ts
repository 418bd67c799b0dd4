import { sql } from 'kysely'
import type { Migrations } from '#platform/db/migrate.ts'

export const uploadMigrations: Migrations = {
  // The parts' bytes lie in the file store under their digest, where the nightly sweep finds them once this forgets them.
  '2026-11-28-platform-uploads': {
    async up(db) {
      await sql`
        create table upload (
          id uuid primary key,
          owner_id text not null,
          name text not null check (name <> ''),
          size int not null check (size > 0),
          received int not null default 0 check (received between 0 and size),
          started_at timestamptz not null,
          expires_at timestamptz not null
        )`.execute(db)
      await sql`create index upload_owner on upload (owner_id)`.execute(db)
      await sql`create index upload_expiry on upload (expires_at)`.execute(db)
      await sql`
        create table upload_part (
          upload_id uuid not null references upload on delete cascade,
          at_offset int not null check (at_offset >= 0),
          size int not null check (size > 0),
          sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
          primary key (upload_id, at_offset)
        )`.execute(db)
    },
  },
}
