import { sql } from 'kysely'
import type { Migrations } from '#platform/db/migrate.ts'

export const migrations: Migrations = {
  '2026-11-25-appraisal-report': {
    async up(db) {
      await sql`
        create table appraisal_report (
          id uuid primary key,
          dossier_id uuid not null unique references dossier,
          team text not null check (team in ('advisory', 'ocop_body')),
          content jsonb not null,
          version int not null default 1 check (version > 0),
          started_by text,
          started_at timestamptz not null,
          saved_by text,
          saved_at timestamptz not null,
          signed_by text,
          signed_at timestamptz,
          frozen jsonb,
          digest text check (digest ~ '^[0-9a-f]{64}$'),
          is_demo boolean not null default false,
          check ((signed_at is null) = (frozen is null)),
          check ((signed_at is null) = (digest is null))
        )`.execute(db)
      await sql`
        create table appraisal_photo (
          id uuid primary key,
          report_id uuid not null references appraisal_report,
          file_id uuid not null references stored_file,
          caption text not null default '',
          added_by text,
          added_at timestamptz not null
        )`.execute(db)
      await sql`create index appraisal_photo_report on appraisal_photo (report_id, id)`.execute(db)
      await sql`create index appraisal_photo_file on appraisal_photo (file_id)`.execute(db)
      await sql`
        create function refuse_signed_appraisal_change() returns trigger language plpgsql as $$
        begin
          if tg_table_name = 'appraisal_report' then
            if old.signed_at is not null then raise exception 'a signed appraisal report is never changed'; end if;
          elsif exists (select from appraisal_report r where r.signed_at is not null
              and r.id = case when tg_op = 'INSERT' then new.report_id else old.report_id end) then
            raise exception 'the pictures of a signed appraisal report are never changed';
          end if;
          if tg_op = 'DELETE' then return old; end if;
          return new;
        end $$`.execute(db)
      await sql`
        create trigger appraisal_report_is_frozen before update or delete on appraisal_report
        for each row execute function refuse_signed_appraisal_change()`.execute(db)
      await sql`
        create trigger appraisal_photo_is_frozen before insert or update or delete on appraisal_photo
        for each row execute function refuse_signed_appraisal_change()`.execute(db)
    },
  },
  '2026-11-25-appraisal-extra-tests': {
    async up(db) {
      await sql`
        create table extra_test (
          id uuid primary key,
          dossier_id uuid not null references dossier,
          what text not null check (btrim(what) <> ''),
          place text not null default '',
          reason text not null check (btrim(reason) <> ''),
          due_on date not null,
          state text not null check (state in ('asked', 'handed_in', 'received', 'cancelled')),
          asked_by text,
          asked_at timestamptz not null,
          file_id uuid references stored_file,
          number text,
          issued_on date,
          handed_in_by text,
          handed_in_at timestamptz,
          result text check (result in ('passes', 'fails', 'unclear')),
          note text,
          received_by text,
          received_at timestamptz,
          cancel_reason text,
          cancelled_by text,
          cancelled_at timestamptz,
          check (state not in ('handed_in', 'received')
            or (file_id is not null and btrim(coalesce(number, '')) <> '' and issued_on is not null)),
          check ((state = 'received') = (result is not null)),
          check ((state = 'cancelled') = (btrim(coalesce(cancel_reason, '')) <> ''))
        )`.execute(db)
      await sql`create index extra_test_dossier on extra_test (dossier_id, state, due_on)`.execute(db)
      await sql`create index extra_test_file on extra_test (file_id)`.execute(db)
    },
  },
  '2026-11-25-appraisal-samples': {
    async up(db) {
      await sql`
        create table sample_lot (
          id uuid primary key,
          code text not null unique check (code ~ '^MAU-[0-9]{4}-[0-9]{6,}$'),
          dossier_id uuid not null references dossier,
          province_path text not null,
          state text not null check (state in ('received', 'sealed', 'stored', 'closed')),
          received int not null check (received > 0),
          kept int not null check (kept >= 0),
          tasted int not null default 0 check (tasted >= 0),
          tested int not null default 0 check (tested >= 0),
          returned int not null default 0 check (returned >= 0),
          destroyed int not null default 0 check (destroyed >= 0),
          lost int not null default 0 check (lost >= 0),
          seal_no text,
          place text,
          condition text,
          keeper_id text not null,
          version int not null default 1,
          created_at timestamptz not null,
          is_demo boolean not null default false,
          check (kept + tasted + tested + returned + destroyed + lost = received),
          check ((state = 'closed') = (kept = 0)),
          check (state in ('received', 'closed') or seal_no is not null),
          check (state <> 'stored' or place is not null)
        )`.execute(db)
      await sql`create index sample_lot_dossier on sample_lot (dossier_id)`.execute(db)
      await sql`create index sample_lot_place on sample_lot (province_path, state, id)`.execute(db)
      // A seal's number is good for one lot of a province.
      await sql`
        create unique index sample_lot_seal on sample_lot (province_path, seal_no) where seal_no is not null`.execute(
        db,
      )
      await sql`
        create table sample_move (
          id uuid primary key,
          lot_id uuid not null references sample_lot,
          no int not null check (no > 0),
          kind text not null check (kind in (
            'receive', 'seal', 'store', 'take_over', 'tasting', 'bring_back', 'test', 'return', 'destroy', 'lose')),
          units int not null check (units > 0),
          counterpart text,
          seal_no text,
          place text,
          condition text,
          reason text,
          blind_code text unique check (blind_code ~ '^[2-9A-HJ-NP-Z]{4}$'),
          moved_by text,
          moved_at timestamptz not null,
          unique (lot_id, no),
          check ((kind = 'tasting') = (blind_code is not null)),
          check (kind not in ('destroy', 'lose') or btrim(coalesce(reason, '')) <> '')
        )`.execute(db)
    },
  },
}
