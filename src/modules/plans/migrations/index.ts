import { sql } from 'kysely'
import type { Migrations } from '#platform/db/migrate.ts'

// After the dossiers that are opened from plans.
export const migrations: Migrations = {
  '2026-11-28-plans-ideas': {
    async up(db) {
      await sql`
        create table product_idea (
          id uuid primary key,
          producer_id uuid not null references producer,
          product_id uuid references product,
          name text not null check (btrim(name) <> ''),
          product_set_no int check (product_set_no between 1 and 26),
          description text not null,
          material text not null,
          market text not null,
          support text not null,
          expected_stars int check (expected_stars between 3 and 5),
          expected_year int not null check (expected_year between 2018 and 2100),
          state text not null check (state in ('draft', 'sent', 'returned', 'accepted', 'declined')),
          planned_year int check (planned_year between 2018 and 2100),
          answer text check (btrim(answer) <> ''),
          decided_by text,
          decided_at timestamptz,
          sent_at timestamptz,
          written_by text not null check (written_by in ('producer', 'commune')),
          unit_path text not null,
          is_demo boolean not null default false,
          version int not null default 1,
          created_at timestamptz not null,
          created_by text,
          updated_at timestamptz not null,
          check ((state = 'accepted') = (planned_year is not null)),
          check (state not in ('returned', 'declined') or answer is not null),
          check (state not in ('returned', 'accepted', 'declined') or decided_at is not null),
          check (state = 'draft' or sent_at is not null)
        )`.execute(db)
      await sql`create index product_idea_producer on product_idea (producer_id, id)`.execute(db)
      await sql`create index product_idea_product on product_idea (product_id)`.execute(db)
      await sql`create index product_idea_place on product_idea (unit_path text_pattern_ops, state, id)`.execute(
        db,
      )
      await sql`create index product_idea_planned on product_idea (planned_year, unit_path)`.execute(db)
    },
  },
  '2026-11-28-plans-of-business': {
    async up(db) {
      await sql`
        create table business_plan (
          id uuid primary key,
          idea_id uuid unique references product_idea,
          producer_id uuid not null references producer,
          product_id uuid references product,
          name text not null check (btrim(name) <> ''),
          unit_path text not null,
          version int not null check (version > 0),
          sent_at timestamptz,
          is_demo boolean not null default false,
          created_at timestamptz not null,
          created_by text,
          updated_at timestamptz not null
        )`.execute(db)
      await sql`create index business_plan_producer on business_plan (producer_id, id)`.execute(db)
      await sql`create index business_plan_product on business_plan (product_id)`.execute(db)
      await sql`create index business_plan_place on business_plan (unit_path text_pattern_ops, id)`.execute(
        db,
      )
      await sql`
        create table business_plan_version (
          plan_id uuid not null references business_plan,
          no int not null check (no > 0),
          content jsonb not null,
          saved_by text,
          saved_at timestamptz not null,
          primary key (plan_id, no)
        )`.execute(db)
      await sql`
        create table business_plan_remark (
          id uuid primary key,
          plan_id uuid not null,
          version_no int not null,
          words text check (btrim(words) <> ''),
          looked boolean not null,
          written_by text,
          written_at timestamptz not null,
          check (looked or words is not null),
          foreign key (plan_id, version_no) references business_plan_version
        )`.execute(db)
      await sql`create index business_plan_remark_of on business_plan_remark (plan_id, version_no, id)`.execute(
        db,
      )
      await sql`alter table dossier add foreign key (plan_id) references business_plan`.execute(db)
    },
  },
}
