import { sql } from 'kysely'
import type { Migrations } from '#platform/db/migrate.ts'

export const migrations: Migrations = {
  '2026-11-24-producers-tables': {
    async up(db) {
      await sql`
        create table producer (
          id uuid primary key,
          kind text not null
            check (kind in ('cooperative', 'cooperative_group', 'company', 'farm', 'household', 'tourism_body')),
          name text not null check (name <> ''),
          fold text not null,
          sort_key text not null,
          unit_id text not null references unit,
          unit_path text not null,
          address text,
          phone text,
          email text,
          representative_name text,
          representative_post text,
          representative_gender text check (representative_gender in ('female', 'male')),
          representative_ethnicity jsonb check (representative_ethnicity ?& array['scheme', 'code', 'name']),
          founded_on date,
          registration_number text unique,
          registration_issued_on date,
          tax_code text,
          story text,
          source text not null check (source in ('self', 'counter', 'import')),
          is_demo boolean not null default false,
          version int not null default 1,
          created_at timestamptz not null,
          created_by text,
          updated_at timestamptz not null
        )`.execute(db)
      await sql`create index producer_place on producer (unit_path text_pattern_ops, sort_key, id)`.execute(
        db,
      )
      await sql`create index producer_name on producer (sort_key, id)`.execute(db)
      await sql`create index producer_unit on producer (unit_id)`.execute(db)
      await sql`create index producer_fold_trigrams on producer using gin (fold gin_trgm_ops)`.execute(db)
      await sql`create index producer_tax_code on producer (tax_code) where tax_code is not null`.execute(db)
      await sql`
        create table producer_paper (
          id uuid primary key,
          producer_id uuid not null references producer,
          kind text not null check (kind in ('business_registration', 'cooperation_contract', 'founding_decision',
            'production_eligibility', 'quality_declaration', 'intellectual_property', 'quality_system', 'other')),
          number text,
          issuer text,
          issued_on date,
          valid_to date,
          file_id uuid references stored_file,
          note text,
          added_at timestamptz not null,
          check (valid_to is null or issued_on is null or issued_on <= valid_to)
        )`.execute(db)
      await sql`create index producer_paper_file on producer_paper (file_id)`.execute(db)
      await sql`create index producer_paper_producer on producer_paper (producer_id, kind)`.execute(db)
      // What anybody may know of a producer: nothing about the people behind it.
      await sql`
        create view public_producer as
        select id, kind, name, fold, sort_key, unit_id, unit_path, address, phone, email, founded_on,
          registration_number, story, is_demo, created_at
        from producer`.execute(db)
    },
  },
  // A list that comes in looks its producers up by name.
  '2026-11-24-producers-tables-names': {
    async up(db) {
      await sql`create index producer_fold_kind on producer (fold, kind)`.execute(db)
    },
  },
  '2026-11-24-producers-tables-paper-ends': {
    async up(db) {
      await sql`
        create index producer_paper_end on producer_paper (valid_to) where valid_to is not null`.execute(db)
    },
  },
  // The vault: every kind of paper that Form 02 names, papers of several pages, newer issues beside the old.
  '2026-11-28-producers-vault': {
    async up(db) {
      await sql`alter table producer_paper drop constraint producer_paper_kind_check`.execute(db)
      await sql`
        alter table producer_paper
          add check (kind in ('business_registration', 'production_eligibility', 'raw_material', 'environment',
            'local_labour', 'growth', 'intellectual_property', 'market', 'publicity', 'product_story',
            'quality_declaration', 'test_results', 'barcode_traceability', 'quality_system', 'awards',
            'cooperation_contract', 'founding_decision', 'other')),
          add title text check (title <> ''),
          add replaced_by_id uuid references producer_paper on delete set null,
          add check (replaced_by_id <> id)`.execute(db)
      await sql`create index producer_paper_replaced_by on producer_paper (replaced_by_id)`.execute(db)
      await sql`
        create table producer_paper_page (
          paper_id uuid not null references producer_paper on delete cascade,
          position int not null check (position > 0),
          file_id uuid not null references stored_file,
          primary key (paper_id, position)
        )`.execute(db)
      await sql`create index producer_paper_page_file on producer_paper_page (file_id)`.execute(db)
      await sql`
        insert into producer_paper_page (paper_id, position, file_id)
        select id, 1, file_id from producer_paper where file_id is not null`.execute(db)
      await sql`alter table producer_paper drop column file_id`.execute(db)
    },
  },
}
