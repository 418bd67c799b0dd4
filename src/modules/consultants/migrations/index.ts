import { sql } from 'kysely'
import type { Migrations } from '#platform/db/migrate.ts'

// Two days after the others: the tables of producers, products and files that these name are made before.
export const migrations: Migrations = {
  '2026-11-26-consultants-consultants': {
    async up(db) {
      await sql`
        create table consultant (
          id uuid primary key,
          kind text not null check (kind in ('organisation', 'person')),
          name text not null check (btrim(name) <> ''),
          fold text not null,
          sort_key text not null,
          fields text[] not null check (cardinality(fields) > 0 and fields <@ array[
            'product_planning', 'dossier', 'quality', 'packaging', 'story', 'market', 'tourism']),
          unit_id text not null references unit,
          unit_path text not null check (unit_path ~ '^vn/[0-9]{2}$'),
          address text,
          phone text,
          email text,
          tax_code text,
          training_course text not null check (btrim(training_course) <> ''),
          training_issuer text not null check (btrim(training_issuer) <> ''),
          trained_on date not null,
          training_file_id uuid references stored_file,
          state text not null check (state in ('applied', 'declined', 'active', 'suspended', 'removed')),
          active_since date,
          applied_by text references person,
          is_demo boolean not null default false,
          version int not null default 1,
          created_at timestamptz not null,
          created_by text,
          updated_at timestamptz not null,
          check ((state in ('applied', 'declined')) = (active_since is null))
        )`.execute(db)
      await sql`create index consultant_place on consultant (unit_path, sort_key, id)`.execute(db)
      await sql`create index consultant_unit on consultant (unit_id)`.execute(db)
      await sql`create index consultant_file on consultant (training_file_id)`.execute(db)
      await sql`create index consultant_applicant on consultant (applied_by)`.execute(db)
      await sql`
        create unique index consultant_tax_code on consultant (tax_code)
        where tax_code is not null and state not in ('declined', 'removed')`.execute(db)
      await sql`
        create table consultant_decision (
          id uuid primary key,
          consultant_id uuid not null references consultant,
          no int not null check (no > 0),
          outcome text not null check (outcome in ('register', 'decline', 'suspend', 'resume', 'remove')),
          number text not null check (btrim(number) <> ''),
          decided_on date not null,
          reason text,
          decided_by text,
          decided_at timestamptz not null,
          check (outcome in ('register', 'resume') or btrim(coalesce(reason, '')) <> ''),
          unique (consultant_id, no)
        )`.execute(db)
      await sql`
        create table consultant_member (
          id uuid primary key,
          consultant_id uuid not null references consultant,
          person_id text not null references person,
          joined_on date not null,
          left_on date,
          check (left_on >= joined_on)
        )`.execute(db)
      // Somebody works for one registered consultant at a time, so that what they write is that one's.
      await sql`
        create unique index consultant_member_once on consultant_member (person_id) where left_on is null`.execute(
        db,
      )
      await sql`create index consultant_member_of on consultant_member (consultant_id)`.execute(db)
      await sql`create index consultant_member_person on consultant_member (person_id)`.execute(db)
    },
  },
  '2026-11-26-consultants-mandates': {
    async up(db) {
      await sql`
        create table mandate (
          id uuid primary key,
          code text not null unique check (code ~ '^TV-[0-9]{4}-[0-9]{6,}$'),
          consultant_id uuid not null references consultant,
          producer_id uuid not null references producer,
          whole_producer boolean not null,
          parts text[] not null check (cardinality(parts) > 0 and parts <@ array[
            'forms', 'self_assessment', 'evidence', 'story']),
          work text not null check (btrim(work) <> ''),
          fee bigint not null check (fee >= 0),
          payer text check (payer in ('producer', 'province', 'project')),
          payer_note text,
          from_on date not null,
          to_on date not null,
          state text not null check (state in ('proposed', 'refused', 'signed', 'ended')),
          proposed_by text not null check (proposed_by in ('producer', 'consultant')),
          content jsonb not null,
          digest text not null,
          producer_signer_id text references person,
          producer_signer text,
          producer_signed_at timestamptz,
          consultant_signer_id text references person,
          consultant_signer text,
          consultant_signed_at timestamptz,
          ended_on date,
          ended_by text check (ended_by in ('producer', 'consultant', 'register')),
          end_reason text,
          is_demo boolean not null default false,
          created_at timestamptz not null,
          check (to_on >= from_on),
          check ((fee = 0) = (payer is null)),
          check ((producer_signed_at is null) = (producer_signer is null)),
          check ((consultant_signed_at is null) = (consultant_signer is null)),
          check (producer_signed_at is not null or consultant_signed_at is not null),
          check (producer_signer_id <> consultant_signer_id),
          check (state not in ('signed', 'ended')
            or (producer_signed_at is not null and consultant_signed_at is not null)),
          check ((state in ('refused', 'ended')) = (ended_on is not null)),
          check (ended_on is null or (ended_by is not null and btrim(coalesce(end_reason, '')) <> ''))
        )`.execute(db)
      await sql`create index mandate_consultant on mandate (consultant_id, id)`.execute(db)
      await sql`create index mandate_producer on mandate (producer_id, id)`.execute(db)
      await sql`create index mandate_producer_signer on mandate (producer_signer_id)`.execute(db)
      await sql`create index mandate_consultant_signer on mandate (consultant_signer_id)`.execute(db)
      await sql`
        create table mandate_product (
          mandate_id uuid not null references mandate,
          product_id uuid not null references product,
          primary key (mandate_id, product_id)
        )`.execute(db)
      await sql`create index mandate_product_of on mandate_product (product_id)`.execute(db)
      // A range over text lets one exclusion constraint say "the same product, or any product of the producer" without
      // an extension that a server may lack.
      await sql`create type text_span as range (subtype = text)`.execute(db)
      await sql`
        create table mandate_cover (
          mandate_id uuid not null references mandate,
          producer_id uuid not null references producer,
          product_id uuid references product,
          part text not null,
          from_on date not null,
          to_on date not null check (to_on >= from_on),
          constraint mandate_cover_once exclude using gist (
            text_span(producer_id::text, producer_id::text, '[]') with &&,
            text_span(product_id::text, product_id::text, '[]') with &&,
            text_span(part, part, '[]') with &&,
            daterange(from_on, to_on, '[]') with &&)
        )`.execute(db)
      await sql`create index mandate_cover_of on mandate_cover (mandate_id)`.execute(db)
      await sql`create index mandate_cover_producer on mandate_cover (producer_id)`.execute(db)
      await sql`create index mandate_cover_product on mandate_cover (product_id)`.execute(db)
      await sql`
        create table mandate_rating (
          mandate_id uuid primary key references mandate,
          knowledge int not null check (knowledge between 1 and 5),
          diligence int not null check (diligence between 1 and 5),
          guidance int not null check (guidance between 1 and 5),
          words text,
          rated_by text,
          rated_at timestamptz not null
        )`.execute(db)
    },
  },
  '2026-11-26-consultants-public': {
    async up(db) {
      // What anybody may know of a consultant: no address of a person, no reason of a decision.
      await sql`
        create view public_consultant as
        select id, kind, name, fold, sort_key, fields, unit_id, unit_path, state, active_since, is_demo
        from consultant where state in ('active', 'suspended', 'removed')`.execute(db)
      await sql`
        create view advised_product as
        select m.consultant_id, m.id as mandate_id, m.producer_id, p.product_id, m.from_on,
          coalesce(m.ended_on, m.to_on) as until_on, m.state = 'ended' as ended
        from mandate m left join mandate_product p on p.mandate_id = m.id
        where m.state in ('signed', 'ended') and coalesce(m.ended_on, m.to_on) >= m.from_on`.execute(db)
    },
  },
}
