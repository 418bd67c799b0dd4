import { sql } from 'kysely'
import type { Migrations } from '#platform/db/migrate.ts'

export const migrations: Migrations = {
  '2026-11-24-people-accounts': {
    async up(db) {
      await sql`
        create table person (
          id text primary key,
          name text not null check (name <> ''),
          email text not null unique check (email = lower(email)),
          email_verified boolean not null default false,
          image text,
          locale text not null default 'vi' check (locale in ('vi', 'en')),
          two_factor_enabled boolean not null default false,
          fold text not null,
          sort_key text not null,
          is_demo boolean not null default false,
          disabled_at timestamptz,
          created_at timestamptz not null,
          updated_at timestamptz not null
        )`.execute(db)
      await sql`create index person_order on person (sort_key, id)`.execute(db)
      await sql`
        create table sign_in_session (
          id text primary key,
          person_id text not null references person on delete cascade,
          token text not null unique,
          ip_address text,
          user_agent text,
          expires_at timestamptz not null,
          created_at timestamptz not null,
          updated_at timestamptz not null
        )`.execute(db)
      await sql`create index sign_in_session_person on sign_in_session (person_id)`.execute(db)
      await sql`create index sign_in_session_expiry on sign_in_session (expires_at)`.execute(db)
      await sql`
        create table credential (
          id text primary key,
          person_id text not null references person on delete cascade,
          account_id text not null,
          provider_id text not null,
          password text,
          access_token text,
          refresh_token text,
          id_token text,
          access_token_expires_at timestamptz,
          refresh_token_expires_at timestamptz,
          scope text,
          created_at timestamptz not null,
          updated_at timestamptz not null,
          unique (provider_id, account_id)
        )`.execute(db)
      await sql`create index credential_person on credential (person_id)`.execute(db)
      await sql`
        create table verification (
          id text primary key,
          identifier text not null,
          value text not null,
          expires_at timestamptz not null,
          created_at timestamptz not null,
          updated_at timestamptz not null
        )`.execute(db)
      await sql`create index verification_identifier on verification (identifier)`.execute(db)
      await sql`create index verification_expiry on verification (expires_at)`.execute(db)
      await sql`
        create table two_factor (
          id text primary key,
          person_id text not null unique references person on delete cascade,
          secret text not null,
          backup_codes text not null,
          verified boolean not null default true,
          failed_verification_count int not null default 0,
          locked_until timestamptz
        )`.execute(db)
    },
  },
  '2026-11-24-people-guessing': {
    async up(db) {
      await sql`
        create table sign_in_attempt (
          key text primary key,
          failures int not null check (failures >= 0),
          last_at timestamptz not null,
          free_at timestamptz not null
        )`.execute(db)
      await sql`create index sign_in_attempt_age on sign_in_attempt (last_at)`.execute(db)
      await sql`
        create table known_device (
          id uuid primary key,
          person_id text not null references person on delete cascade,
          token_hash text not null unique,
          failures int not null default 0 check (failures >= 0),
          created_at timestamptz not null,
          last_used_at timestamptz not null
        )`.execute(db)
      await sql`create index known_device_person on known_device (person_id)`.execute(db)
      await sql`
        create table used_code (
          person_id text not null references person on delete cascade,
          code_hash text not null,
          used_at timestamptz not null,
          primary key (person_id, code_hash)
        )`.execute(db)
    },
  },
  '2026-11-24-people-roles': {
    async up(db) {
      // valid_to is the first day on which the role no longer counts, so that ending it today takes effect today.
      await sql`
        create table role_holding (
          id uuid primary key,
          person_id text not null references person,
          role text not null check (role in (
            'producer', 'commune_officer', 'province_officer', 'chair', 'secretary', 'member', 'advisory', 'leader',
            'central_officer', 'inspector', 'consultant', 'administrator', 'auditor'
          )),
          unit_id text not null references unit,
          unit_path text not null check (unit_path ~ '^vn(/[0-9]{2}(/[0-9]{5})?)?$'),
          producer_id uuid,
          valid_from date not null,
          valid_to date,
          granted_by text,
          granted_at timestamptz not null,
          ended_by text,
          ended_at timestamptz,
          check (valid_to >= valid_from),
          check ((role = 'producer') = (producer_id is not null))
        )`.execute(db)
      await sql`
        create unique index role_holding_open on role_holding (person_id, role, unit_path, producer_id)
        nulls not distinct where valid_to is null`.execute(db)
      await sql`create index role_holding_person on role_holding (person_id)`.execute(db)
      await sql`create index role_holding_place on role_holding (role, unit_path text_pattern_ops)`.execute(
        db,
      )
      await sql`create index role_holding_unit on role_holding (unit_path text_pattern_ops)`.execute(db)
      await sql`
        create table invitation (
          id uuid primary key,
          email text not null check (email = lower(email)),
          name text not null,
          role text not null,
          unit_id text not null references unit,
          unit_path text not null,
          producer_id uuid,
          token_hash text not null unique,
          invited_by text not null,
          invited_at timestamptz not null,
          expires_at timestamptz not null,
          accepted_at timestamptz,
          accepted_by text references person,
          revoked_at timestamptz,
          revoked_by text,
          check (unit_path ~ '^vn(/[0-9]{2}(/[0-9]{5})?)?$'),
          check (accepted_at is null or revoked_at is null),
          check ((accepted_at is null) = (accepted_by is null)),
          check ((role = 'producer') = (producer_id is not null))
        )`.execute(db)
      await sql`create index invitation_place on invitation (unit_path text_pattern_ops, invited_at)`.execute(
        db,
      )
      await sql`create index invitation_email on invitation (email)`.execute(db)
    },
  },
  // Somebody may be invited as a producer before there is one: the producer that they register becomes theirs.
  '2026-11-24-people-roles-newcomers': {
    async up(db) {
      for (const table of ['role_holding', 'invitation']) {
        await sql`
          do $$
          declare rule text;
          begin
            select conname into strict rule from pg_constraint
              where conrelid = ${sql.lit(table)}::regclass and contype = 'c'
                and pg_get_constraintdef(oid) like '%producer_id%';
            execute format('alter table %I drop constraint %I', ${sql.lit(table)}, rule);
          end $$`.execute(db)
        await sql`
          alter table ${sql.table(table)} add constraint ${sql.ref(`${table}_producer`)}
          check (role = 'producer' or producer_id is null)`.execute(db)
      }
      await sql`
        create index role_holding_producer on role_holding (producer_id) where producer_id is not null`.execute(
        db,
      )
    },
  },
}
