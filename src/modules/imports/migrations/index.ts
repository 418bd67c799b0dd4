import { sql } from 'kysely'
import type { Migrations } from '#platform/db/migrate.ts'

export const migrations: Migrations = {
  // After the tables of recognition, by its name: what goes in ends as recognitions.
  '2026-11-24-recognition-tables-imports': {
    async up(db) {
      await sql`
        create table import_batch (
          id uuid primary key,
          unit_id text not null references unit,
          unit_path text not null,
          file_name text not null check (file_name <> ''),
          digest text not null,
          headers jsonb not null,
          mapping jsonb not null,
          encoding text not null,
          state text not null check (state in ('preview', 'running', 'done', 'discarded')),
          row_count int not null check (row_count > 0),
          created_at timestamptz not null,
          created_by text,
          confirmed_at timestamptz,
          confirmed_by text,
          moved_at timestamptz,
          finished_at timestamptz,
          check (state not in ('running', 'done') or confirmed_at is not null)
        )`.execute(db)
      // The same list is the same batch, unless it was thrown away.
      await sql`create unique index import_batch_file on import_batch (unit_path, digest) where state <> 'discarded'`.execute(
        db,
      )
      await sql`create index import_batch_place on import_batch (unit_path text_pattern_ops, created_at desc)`.execute(
        db,
      )
      await sql`create index import_batch_unit on import_batch (unit_id)`.execute(db)
      await sql`
        create table import_row (
          batch_id uuid not null references import_batch,
          line int not null,
          cells jsonb not null,
          edits jsonb not null default '{}',
          typed jsonb not null,
          faults jsonb not null,
          facts jsonb,
          row_key text,
          same_as int,
          state text not null
            check (state in ('ready', 'faulty', 'same', 'contradicts', 'left_out', 'imported', 'known')),
          product_id uuid references product,
          primary key (batch_id, line),
          check ((facts is null) = (row_key is null)),
          check (state <> 'faulty' or facts is null),
          check (state not in ('ready', 'imported', 'known') or facts is not null),
          check ((state in ('imported', 'known')) = (product_id is not null))
        )`.execute(db)
      await sql`create index import_row_state on import_row (batch_id, state, line)`.execute(db)
      await sql`create index import_row_key on import_row (batch_id, row_key)`.execute(db)
      await sql`create index import_row_product on import_row (product_id)`.execute(db)
    },
  },
}
