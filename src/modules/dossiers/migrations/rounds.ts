import { type Kysely, sql } from 'kysely'
import type { Migrations } from '#platform/db/migrate.ts'

/** Rounds of assessment, what is carried from one to a later one, and where the council must look at the site. */
export const roundMigrations: Migrations = {
  '2026-11-25-dossiers-rounds': {
    async up(db) {
      await sql`
        create table assessment_round (
          id uuid primary key,
          province_path text not null,
          year int not null,
          kind text not null check (kind in ('law', 'extra')),
          number int not null check (number > 0),
          plan_number text check (plan_number <> ''),
          planned_on date,
          proposals_before date not null,
          done_before date not null,
          made_by text,
          made_at timestamptz not null,
          check (proposals_before < done_before),
          check ((kind = 'extra') = (plan_number is not null)),
          check ((kind = 'extra') = (planned_on is not null)),
          unique (province_path, year, kind, number)
        )`.execute(db)
      await sql`create index assessment_round_days on assessment_round (province_path, proposals_before)`.execute(
        db,
      )
      await sql`
        alter table dossier
          add proposed_on date,
          add complete_on date,
          add foreign key (round_id) references assessment_round`.execute(db)
      await sql`create index dossier_round on dossier (round_id, state)`.execute(db)
      await sql`create index dossier_holder on dossier (holder_id)`.execute(db)
      await sql`
        create table round_carry (
          id uuid primary key,
          dossier_id uuid not null references dossier,
          from_round_id uuid not null references assessment_round,
          to_round_id uuid not null references assessment_round,
          reason text not null check (reason in ('late', 'unfinished', 'sooner')),
          note text not null default '',
          issuer_path text not null,
          numbered_in int not null,
          letter_number text not null check (letter_number <> ''),
          carried_by text,
          carried_at timestamptz not null,
          unique (dossier_id, from_round_id),
          unique (issuer_path, numbered_in, letter_number),
          check (reason <> 'unfinished' or note <> '')
        )`.execute(db)
      await sql`create index round_carry_from on round_carry (from_round_id)`.execute(db)
      await sql`create index round_carry_to on round_carry (to_round_id)`.execute(db)
      await sql`
        create table site_check (
          id uuid primary key,
          dossier_id uuid not null references dossier,
          reason text not null check (reason in ('scale_changed', 'evidence_unclear')),
          note text not null check (note <> ''),
          asked_by text,
          asked_at timestamptz not null,
          lifted_at timestamptz
        )`.execute(db)
      await sql`create unique index site_check_open on site_check (dossier_id) where lifted_at is null`.execute(
        db,
      )
      await sql`create index site_check_dossier on site_check (dossier_id)`.execute(db)
      await placeEarlierProposals(db)
    },
  },
  '2026-11-25-dossiers-rounds-batches': {
    async up(db) {
      await sql`
        create table desk_batch (
          id uuid primary key,
          step text not null check (step in ('assign', 'check', 'carry')),
          person_id text not null,
          dossier_ids jsonb not null,
          started_at timestamptz not null
        )`.execute(db)
      await sql`create index desk_batch_person on desk_batch (person_id)`.execute(db)
      await sql`
        create table desk_batch_line (
          batch_id uuid not null references desk_batch,
          dossier_id uuid not null references dossier,
          outcome text not null check (outcome in ('done', 'refused')),
          code text check (code <> ''),
          facts jsonb not null default '{}',
          primary key (batch_id, dossier_id),
          check ((outcome = 'refused') = (code is not null))
        )`.execute(db)
      await sql`create index desk_batch_line_dossier on desk_batch_line (dossier_id)`.execute(db)
    },
  },
}

/**
 * What was proposed before there were rounds is placed as art. 5 of QĐ 26/2026/QĐ-TTg says: before 30/4 or 30/10 of the
 * year, or else before 30/4 of the next; only what is judged by that decision.
 */
export async function placeEarlierProposals(db: Kysely<unknown>): Promise<void> {
  await sql`
    update dossier set proposed_on = came.first_on,
      complete_on = case when state = 'returned_by_province' then null else came.last_on end
    from (
      select substr(subject, 9) as id,
        min((at at time zone 'Asia/Ho_Chi_Minh')::date) filter (where name = 'dossier.proposed') as first_on,
        max((at at time zone 'Asia/Ho_Chi_Minh')::date) as last_on
      from event
      where name = 'dossier.proposed' or (name = 'dossier.resubmitted' and facts->>'to' = 'proposed')
      group by subject
    ) came
    where came.id = dossier.id::text`.execute(db)
  await sql`
    insert into assessment_round
      (id, province_path, year, kind, number, proposals_before, done_before, made_at)
    select gen_random_uuid(), place.path, y, 'law', law.number,
      (y || law.cut_off)::date, (y || law.done)::date, now()
    from (
      select distinct split_part(unit_path, '/', 1) || '/' || split_part(unit_path, '/', 2) as path
      from dossier where proposed_on is not null and regime_id = 'qd26-2026'
    ) place
    cross join generate_series(2026, extract(year from now())::int + 1) y
    cross join (values (1, '-04-30', '-06-30'), (2, '-10-30', '-12-30')) law (number, cut_off, done)
    where (y || law.cut_off)::date >= date '2026-05-22'`.execute(db)
  await sql`
    update dossier set round_id = (
      select r.id from assessment_round r
      where r.province_path = split_part(dossier.unit_path, '/', 1) || '/' || split_part(dossier.unit_path, '/', 2)
        and dossier.proposed_on < r.proposals_before
      order by r.proposals_before limit 1)
    where proposed_on is not null and regime_id = 'qd26-2026'`.execute(db)
}
