import { type Kysely, type Migration, sql } from 'kysely'

export const tables: Migration = {
  async up(db) {
    await createDecision(db)
    await createRecognition(db)
    await createCertificate(db)
    await createCentralResult(db)
    await createStatus(db)
  },
}

async function createDecision(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table recognition_decision (
      id uuid primary key,
      kind text not null check (kind in ('recognise', 'revoke', 'approve_result')),
      level text not null check (level in ('province', 'centre')),
      unit_path text not null,
      number text not null check (number = trim(number) and number <> ''),
      decided_on date not null,
      year int not null generated always as (extract(year from decided_on)::int) stored,
      signer_name text not null check (signer_name <> ''),
      signer_post text not null check (signer_post <> ''),
      is_demo boolean not null default false,
      created_at timestamptz not null,
      created_by text,
      unique (unit_path, number, year)
    )`.execute(db)
  // The dossiers whose result a decision approved and sent on to the centre.
  await sql`
    create table approved_result (
      decision_id uuid not null references recognition_decision,
      dossier_id uuid not null references dossier,
      primary key (decision_id, dossier_id)
    )`.execute(db)
  await sql`create index approved_result_dossier on approved_result (dossier_id)`.execute(db)
}

async function createRecognition(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table recognition (
      id uuid primary key,
      product_id uuid not null references product,
      producer_id uuid not null references producer,
      dossier_id uuid unique references dossier,
      stars int not null check (stars between 3 and 5),
      year int not null check (year between 2018 and 2200),
      level text not null check (level in ('province', 'centre', 'district')),
      recognised_on date,
      expires_on date not null,
      in_force_until date,
      decision_id uuid references recognition_decision,
      regime_id text,
      unit_id text not null,
      unit_path text not null,
      source text not null check (source in ('decision', 'import')),
      note text,
      is_current boolean not null,
      is_demo boolean not null default false,
      created_at timestamptz not null,
      constraint five_stars_are_the_centres check ((stars = 5) = (level = 'centre')),
      constraint a_star_has_its_decision check (source = 'import'
        or (decision_id is not null and dossier_id is not null and recognised_on is not null and regime_id is not null)),
      constraint imports_are_never_in_force check (source = 'decision' or in_force_until is null)
    )`.execute(db)
  // The star a product shows today: one, and the key says so.
  await sql`create unique index recognition_current on recognition (product_id) where is_current`.execute(db)
  // An import run twice adds nothing.
  await sql`create unique index recognition_import on recognition (product_id, year) where source = 'import'`.execute(
    db,
  )
  await sql`create index recognition_product on recognition (product_id)`.execute(db)
  await sql`create index recognition_producer on recognition (producer_id)`.execute(db)
  await sql`create index recognition_decision_id on recognition (decision_id)`.execute(db)
  await sql`create index recognition_unit on recognition (unit_id)`.execute(db)
  await sql`create index recognition_year on recognition (year desc, id desc)`.execute(db)
}

async function createCertificate(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table certificate (
      id uuid primary key,
      recognition_id uuid not null unique references recognition,
      code text not null unique check (code ~ '^[0-9A-HJ-NP-TV-Y]{4}-[0-9A-HJ-NP-TV-Y]{4}$'),
      number text not null unique,
      issued_on date not null,
      expires_on date not null,
      facts jsonb not null,
      file_id uuid,
      file_sha256 text,
      constraint certificate_lasts_36_months check (expires_on = (issued_on + interval '36 months')::date)
    )`.execute(db)
  await sql`create index certificate_issued on certificate (issued_on desc, id desc)`.execute(db)
  await sql`create index certificate_expires on certificate (expires_on)`.execute(db)
  await sql`
    create table certificate_revocation (
      certificate_id uuid primary key references certificate,
      revoked_on date not null,
      ground text not null check (ground in ('a', 'b', 'c', 'd', 'dd', 'e')),
      decision_id uuid not null references recognition_decision,
      reason text not null check (trim(reason) <> '')
    )`.execute(db)
  await sql`create index certificate_revocation_decision on certificate_revocation (decision_id)`.execute(db)
}

async function createCentralResult(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table central_result (
      id uuid primary key,
      dossier_id uuid not null references dossier,
      average int not null check (average between 0 and 10000),
      stars int not null check (stars between 1 and 5),
      minutes_number text not null check (minutes_number <> ''),
      concluded_on date not null,
      note text,
      recorded_by text,
      recorded_at timestamptz not null
    )`.execute(db)
  await sql`create index central_result_dossier on central_result (dossier_id, recorded_at desc)`.execute(db)
}

/** The twins of the rules in certificate-status.ts, for lists; a property keeps them equal. */
async function createStatus(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function certificate_status(expires_on date, revoked_on date, day date) returns text
    language sql immutable parallel safe as $$
      select case
        when day >= revoked_on then 'revoked'
        when day > expires_on then 'expired'
        when expires_on - day <= 210 then 'expiring'
        else 'valid'
      end
    $$`.execute(db)
  await sql`
    create function recognition_status(source text, expires_on date, revoked_on date, day date) returns text
    language sql immutable parallel safe as $$
      select case
        when source = 'decision' then certificate_status(expires_on, revoked_on, day)
        when day > expires_on then 'expired'
        else 'unconfirmed'
      end
    $$`.execute(db)
}
