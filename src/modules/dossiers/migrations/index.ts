import { sql } from 'kysely'
import type { Migrations } from '#platform/db/migrate.ts'
import { citePapers } from './cite-papers.ts'
import { roundMigrations } from './rounds.ts'

export const migrations: Migrations = {
  '2026-11-24-dossiers-dossier': {
    async up(db) {
      await sql`
        create table dossier (
          id uuid primary key,
          code text not null unique check (code ~ '^HS-[0-9]{4}-[0-9]{6,}$'),
          product_id uuid not null,
          producer_id uuid not null,
          kind text not null check (kind in ('first', 'upgrade', 'reassessment')),
          regime_id text not null,
          criteria_set_id text not null,
          criteria_digest text not null,
          state text not null default 'draft' check (state in (
            'draft', 'submitted', 'received', 'returned', 'proposed', 'returned_by_province', 'checked',
            'in_council', 'scored', 'rejected', 'recognised', 'not_recognised', 'sent_to_centre',
            'returned_by_centre', 'withdrawn')),
          unit_path text not null,
          commune_receipt text unique,
          province_receipt text unique,
          product_code text unique,
          submitted_at timestamptz,
          received_on date,
          due_on date,
          paused_on date,
          holder_id text,
          round_id uuid,
          registration jsonb not null default '{}',
          report jsonb not null default '{}',
          version int not null default 1,
          created_by text,
          created_at timestamptz not null,
          updated_at timestamptz not null,
          is_demo boolean not null default false,
          check (received_on is null or (commune_receipt is not null and due_on is not null)),
          check (state in ('draft', 'withdrawn') or submitted_at is not null),
          check (state in ('draft', 'submitted', 'withdrawn') or received_on is not null),
          check (state in ('draft', 'submitted', 'received', 'returned', 'withdrawn') or product_code is not null)
        )`.execute(db)
      // A product is before the programme once at a time: two open dossiers would race for one star.
      await sql`
        create unique index dossier_open_product on dossier (product_id)
        where state not in ('rejected', 'recognised', 'not_recognised', 'withdrawn')`.execute(db)
      await sql`create index dossier_product on dossier (product_id)`.execute(db)
      await sql`create index dossier_producer on dossier (producer_id, id)`.execute(db)
      await sql`create index dossier_unit on dossier (unit_path text_pattern_ops, state)`.execute(db)
      await sql`create index dossier_due on dossier (coalesce(due_on, date '9999-12-31'), id)`.execute(db)
    },
  },
  '2026-11-24-dossiers-parts': {
    async up(db) {
      await sql`
        create table dossier_answer (
          dossier_id uuid not null references dossier,
          criterion text not null,
          option_no int not null check (option_no >= 0),
          note text not null default '',
          primary key (dossier_id, criterion, option_no)
        )`.execute(db)
      await sql`
        create table dossier_evidence (
          id uuid primary key,
          dossier_id uuid not null references dossier,
          criterion text,
          paper_kind text,
          file_id uuid not null,
          title text not null,
          added_at timestamptz not null,
          removed_at timestamptz,
          check (criterion is not null or paper_kind is not null)
        )`.execute(db)
      await sql`create index dossier_evidence_dossier on dossier_evidence (dossier_id)`.execute(db)
      await sql`create index dossier_evidence_file on dossier_evidence (file_id)`.execute(db)
      await sql`
        create table dossier_snapshot (
          id uuid primary key,
          dossier_id uuid not null references dossier,
          number int not null check (number > 0),
          content jsonb not null,
          digest text not null,
          taken_at timestamptz not null,
          unique (dossier_id, number)
        )`.execute(db)
      await sql`
        create function refuse_snapshot_change() returns trigger language plpgsql as $$
        begin
          raise exception 'a snapshot of a dossier is never changed';
        end $$`.execute(db)
      await sql`
        create trigger dossier_snapshot_is_frozen before update or delete or truncate on dossier_snapshot
        execute function refuse_snapshot_change()`.execute(db)
    },
  },
  '2026-11-24-dossiers-review': {
    async up(db) {
      await sql`
        create table fix_list (
          id uuid primary key,
          dossier_id uuid not null references dossier,
          level text not null check (level in ('commune', 'province')),
          due_on date not null,
          created_by text,
          created_at timestamptz not null,
          closed_at timestamptz
        )`.execute(db)
      await sql`create unique index fix_list_open on fix_list (dossier_id) where closed_at is null`.execute(
        db,
      )
      await sql`create index fix_list_dossier on fix_list (dossier_id)`.execute(db)
      await sql`
        create table fix_item (
          id uuid primary key,
          fix_list_id uuid not null references fix_list,
          position int not null,
          target text not null,
          reason text not null check (reason in ('incorrect', 'incomplete', 'outdated')),
          note text not null check (note <> ''),
          mended_at timestamptz,
          unique (fix_list_id, target)
        )`.execute(db)
      await sql`
        create table commune_assessment (
          dossier_id uuid primary key references dossier,
          material_origin jsonb not null,
          local_labour jsonb not null,
          idea_origin jsonb not null,
          local_identity jsonb not null,
          proposal text not null,
          assessed_by text,
          assessed_at timestamptz not null
        )`.execute(db)
    },
  },
  '2026-11-25-dossiers-handover': {
    async up(db) {
      await sql`alter table commune_assessment add samples int check (samples >= 0)`.execute(db)
      // Number and sign are an issuer's own in a year, whoever gave them out (Decree 30/2020, art. 15).
      await sql`
        create table commune_paper (
          dossier_id uuid not null references dossier,
          kind text not null check (kind in ('report', 'letter')),
          issuer_path text not null,
          numbered_in int not null,
          number text not null check (number <> ''),
          primary key (dossier_id, kind),
          unique (issuer_path, numbered_in, number)
        )`.execute(db)
    },
  },
  '2026-11-25-dossiers-kinds': {
    async up(db) {
      await sql`
        alter table dossier
          add follows_id uuid references dossier,
          add carried jsonb not null default '[]',
          add changes jsonb not null default '{}'`.execute(db)
      await sql`create index dossier_follows on dossier (follows_id)`.execute(db)
    },
  },
  // A day after the others: the tables that these name are made after this module's own.
  '2026-11-25-dossiers-references': {
    async up(db) {
      await sql`alter table dossier add foreign key (product_id) references product`.execute(db)
      await sql`alter table dossier add foreign key (producer_id) references producer`.execute(db)
      await sql`alter table dossier add foreign key (criteria_set_id) references criteria_set`.execute(db)
      await sql`alter table dossier_evidence add foreign key (file_id) references stored_file`.execute(db)
    },
  },
  // What the reminders of dates look for at night.
  '2026-11-25-dossiers-due': {
    async up(db) {
      await sql`create index dossier_due_at_commune on dossier (due_on) where state = 'received'`.execute(db)
      await sql`create index fix_list_due on fix_list (due_on) where closed_at is null`.execute(db)
    },
  },
  // After the mandates that it names.
  '2026-11-27-dossiers-field-authors': {
    async up(db) {
      await sql`
        create table dossier_field_author (
          dossier_id uuid not null references dossier,
          field text not null check (field ~ '^(registration\\.|report\\.|changes\\.|criterion:|evidence:).+$'),
          person_id text,
          mandate_id uuid references mandate,
          written_at timestamptz not null,
          primary key (dossier_id, field)
        )`.execute(db)
      await sql`create index dossier_field_author_mandate on dossier_field_author (mandate_id)`.execute(db)
    },
  },
  ...roundMigrations,
  // One dossier of a business plan, unless it was withdrawn.
  '2026-11-27-dossiers-plan': {
    async up(db) {
      await sql`alter table dossier add plan_id uuid`.execute(db)
      await sql`create unique index dossier_plan on dossier (plan_id) where state <> 'withdrawn'`.execute(db)
    },
  },
  // What the producer says of an item that it has no way to mend.
  '2026-11-28-dossiers-cannot-mend': {
    async up(db) {
      await sql`
        alter table fix_item
          add cannot_mend text check (cannot_mend <> ''),
          add check (mended_at is null or cannot_mend is null)`.execute(db)
    },
  },
  // Dossiers that an officer types in at the counter, and what the household signed there.
  '2026-11-28-dossiers-counter': {
    async up(db) {
      await sql`alter table dossier add at_counter boolean not null default false`.execute(db)
      await sql`create index dossier_at_counter on dossier (unit_path) where at_counter`.execute(db)
      await sql`
        create table dossier_signature (
          id uuid primary key,
          dossier_id uuid not null references dossier,
          file_id uuid not null references stored_file,
          kept_by text,
          kept_at timestamptz not null,
          used_at timestamptz,
          used_for text check (used_for in ('submission', 'resubmission', 'withdrawal', 'replaced')),
          check ((used_at is null) = (used_for is null))
        )`.execute(db)
      await sql`
        create unique index dossier_signature_waiting on dossier_signature (dossier_id)
        where used_at is null`.execute(db)
      await sql`create index dossier_signature_dossier on dossier_signature (dossier_id)`.execute(db)
      await sql`create index dossier_signature_file on dossier_signature (file_id)`.execute(db)
    },
  },
  // The code under which a household without an account asks how its dossier stands.
  '2026-11-25-dossiers-look-up': {
    async up(db) {
      await sql`
        create table dossier_look_up (
          dossier_id uuid primary key references dossier,
          code text not null unique check (code ~ '^[0-9A-HJ-NP-TV-Y]{3}-[0-9A-HJ-NP-TV-Y]{3}-[0-9A-HJ-NP-TV-Y]{3}$'),
          created_at timestamptz not null
        )`.execute(db)
    },
  },
  // After the vault. Every file that was evidence becomes a paper of its producer, once for each content.
  '2026-11-29-dossiers-citations': { up: citePapers },
}
