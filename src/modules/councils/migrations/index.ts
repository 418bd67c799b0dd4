import { type Kysely, sql } from 'kysely'
import { attendance } from './attendance.ts'
import { conflicts } from './conflicts.ts'
import { days } from './days.ts'
import { discussion } from './discussion.ts'
import { documents } from './documents.ts'
import { paperSheets } from './paper-sheets.ts'
import { reasons, reasonsOnPaper } from './reasons.ts'
import { recompute } from './recompute.ts'
import { screen } from './screen.ts'
import { siblings } from './siblings.ts'
import { succession } from './succession.ts'
import { team } from './team.ts'
import { votes } from './votes.ts'

type Migration = { up(db: Kysely<unknown>): Promise<void> }

/** Councils, their sessions, sheets and results. What must never happen is refused here, whatever the program does. */
export const migrations: Record<string, Migration> = {
  '2026-11-24-councils-councils': { up: (db) => run(db, councils) },
  '2026-11-24-councils-sessions': { up: (db) => run(db, sessions) },
  '2026-11-24-councils-sheets': { up: (db) => run(db, sheets) },
  '2026-11-24-councils-sheets-results': { up: (db) => run(db, results) },
  '2026-11-24-councils-sheets-stay': { up: (db) => run(db, stays) },
  '2026-11-24-councils-status-discussing': { up: (db) => run(db, discussion) },
  '2026-11-24-councils-sheets-want-declarations': { up: (db) => run(db, conflicts) },
  '2026-11-26-councils-documents': { up: (db) => run(db, documents) },
  '2026-11-26-councils-recompute': { up: (db) => run(db, recompute) },
  '2026-11-24-councils-siblings': { up: (db) => run(db, siblings) },
  '2026-11-24-councils-succession': { up: (db) => run(db, succession) },
  '2026-11-24-councils-typed-papers': { up: (db) => run(db, paperSheets) },
  '2026-11-24-councils-typed-papers-reasons': { up: (db) => run(db, reasonsOnPaper) },
  '2026-11-24-councils-team-and-regulation': { up: (db) => run(db, team) },
  '2026-11-24-councils-until': { up: (db) => run(db, days) },
  '2026-11-24-councils-status-discussing-reasons': { up: (db) => run(db, reasons) },
  '2026-11-24-councils-times-in-room': { up: (db) => run(db, attendance) },
  '2026-11-24-councils-stage': { up: (db) => run(db, screen) },
  '2026-11-24-councils-votes': { up: (db) => run(db, votes) },
}

async function run(db: Kysely<unknown>, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const councils = [
  `create table council (
    id uuid primary key,
    level text not null check (level in ('province', 'centre')),
    unit_path text not null,
    name text not null check (btrim(name) <> ''),
    decision_number text not null check (btrim(decision_number) <> ''),
    decided_on date not null,
    signer text not null check (btrim(signer) <> ''),
    rules jsonb not null,
    is_demo boolean not null default false,
    created_at timestamptz not null,
    unique (unit_path, decision_number, decided_on),
    check ((level = 'centre') = (unit_path = 'vn'))
  )`,
  `create table council_member (
    council_id uuid not null references council,
    person_id text not null,
    position text not null check (position in ('chair', 'delegated_chair', 'vice_chair', 'secretary', 'member')),
    organisation text not null,
    scores boolean not null,
    joined_on date not null,
    left_on date,
    primary key (council_id, person_id),
    check (left_on >= joined_on)
  )`,
  `create index council_member_person on council_member (person_id)`,
  `create unique index council_has_one_chair on council_member (council_id, position)
    where position in ('chair', 'delegated_chair') and left_on is null`,
]

const sessions = [
  `create table council_session (
    id uuid primary key,
    council_id uuid not null references council,
    name text not null check (btrim(name) <> ''),
    held_on date not null,
    place text not null check (btrim(place) <> ''),
    status text not null default 'planned' check (status in ('planned', 'open', 'closed')),
    opened_at timestamptz,
    closed_at timestamptz,
    minutes_number text,
    minutes jsonb,
    minutes_file_id uuid,
    unique (id, council_id),
    unique (council_id, minutes_number),
    check ((status = 'planned') = (opened_at is null)),
    check ((status = 'closed') = (closed_at is not null)),
    check ((status = 'closed') = (minutes_number is not null)),
    check ((status = 'closed') = (minutes is not null))
  )`,
  `create index council_session_council on council_session (council_id, held_on)`,
  `create table session_dossier (
    session_id uuid not null references council_session,
    dossier_id uuid not null,
    position int not null check (position > 0),
    round int not null default 1 check (round > 0),
    status text not null default 'waiting' check (status in ('waiting', 'scoring', 'closed', 'released')),
    close_reason text,
    closed_by text,
    closed_at timestamptz,
    primary key (session_id, dossier_id),
    unique (session_id, position),
    check ((status in ('closed', 'released')) = (closed_at is not null)),
    check (status <> 'released' or btrim(close_reason) <> '')
  )`,
  // A dossier lies before one session at a time.
  `create unique index session_dossier_in_hand on session_dossier (dossier_id) where status in ('waiting', 'scoring')`,
  `create index session_dossier_dossier on session_dossier (dossier_id)`,
  `create table scoring_round (
    session_id uuid not null,
    dossier_id uuid not null,
    round int not null check (round > 1),
    reason text not null check (btrim(reason) <> ''),
    opened_by text not null,
    opened_at timestamptz not null,
    primary key (session_id, dossier_id, round),
    foreign key (session_id, dossier_id) references session_dossier
  )`,
  `create table session_attendance (
    session_id uuid not null,
    council_id uuid not null,
    person_id text not null,
    noted_at timestamptz not null,
    primary key (session_id, person_id),
    foreign key (session_id, council_id) references council_session (id, council_id),
    foreign key (council_id, person_id) references council_member
  )`,
]

const sheets = [
  `create table recusal (
    session_id uuid not null,
    dossier_id uuid not null,
    council_id uuid not null,
    person_id text not null,
    reason text not null check (btrim(reason) <> ''),
    declared_by text not null,
    declared_at timestamptz not null,
    primary key (session_id, dossier_id, person_id),
    foreign key (session_id, dossier_id) references session_dossier,
    foreign key (session_id, council_id) references council_session (id, council_id),
    foreign key (council_id, person_id) references council_member
  )`,
  `create table score_sheet (
    id uuid primary key,
    session_id uuid not null,
    dossier_id uuid not null,
    council_id uuid not null,
    member_id text not null,
    round int not null,
    answers jsonb not null,
    notes jsonb not null default '{}',
    version int not null check (version > 0),
    total int check (total between 0 and 100),
    parts jsonb,
    saved_at timestamptz not null,
    handed_in_at timestamptz,
    unique (session_id, dossier_id, member_id, round),
    foreign key (session_id, dossier_id) references session_dossier,
    foreign key (session_id, council_id) references council_session (id, council_id),
    foreign key (council_id, member_id) references council_member,
    check ((handed_in_at is null) = (total is null)),
    check ((handed_in_at is null) = (parts is null))
  )`,
  // The row of the agenda is what closing, new rounds and recusals lock: sheets go in beside each other, never past those.
  `create function guard_score_sheet() returns trigger language plpgsql as $$
    declare item session_dossier;
    begin
      if tg_op = 'UPDATE' and old.handed_in_at is not null then
        raise exception 'a sheet that was handed in is never changed';
      end if;
      select * into item from session_dossier
        where session_id = new.session_id and dossier_id = new.dossier_id for share;
      if item.status is distinct from 'scoring' or item.round <> new.round then
        raise exception 'sheets are written only in the round that is being scored';
      end if;
      if exists (select from recusal where session_id = new.session_id and dossier_id = new.dossier_id
                 and person_id = new.member_id) then
        raise exception 'a recused member has no sheet';
      end if;
      if not exists (select from council_member where council_id = new.council_id
                     and person_id = new.member_id and scores and left_on is null) then
        raise exception 'only members who sit and score have a sheet';
      end if;
      return new;
    end $$`,
  `create trigger score_sheet_is_guarded before insert or update on score_sheet
    for each row execute function guard_score_sheet()`,
  `create function guard_recusal() returns trigger language plpgsql as $$
    declare item session_dossier;
    begin
      select * into item from session_dossier
        where session_id = new.session_id and dossier_id = new.dossier_id for update;
      if item.status in ('closed', 'released') then
        raise exception 'nobody is recused from a closed dossier';
      end if;
      if exists (select from score_sheet where session_id = new.session_id and dossier_id = new.dossier_id
                 and member_id = new.person_id and round = item.round and handed_in_at is not null) then
        raise exception 'nobody is recused after handing in';
      end if;
      return new;
    end $$`,
  `create trigger recusal_is_guarded before insert on recusal
    for each row execute function guard_recusal()`,
]

const results = [
  `create table knock_out (
    id uuid primary key,
    session_id uuid not null,
    dossier_id uuid not null,
    key text not null,
    criterion text,
    reason text not null check (btrim(reason) <> ''),
    proposed_by text not null,
    proposed_at timestamptz not null,
    decision text check (decision in ('established', 'dismissed')),
    decision_reason text check (btrim(decision_reason) <> ''),
    decided_by text,
    decided_at timestamptz,
    foreign key (session_id, dossier_id) references session_dossier,
    check (num_nonnulls(decision, decision_reason, decided_by, decided_at) in (0, 4))
  )`,
  `create unique index knock_out_undecided on knock_out (session_id, dossier_id, key) where decision is null`,
  `create unique index knock_out_established on knock_out (session_id, dossier_id) where decision = 'established'`,
  `create table council_result (
    id uuid primary key,
    session_id uuid not null,
    dossier_id uuid not null,
    round int not null,
    outcome text not null check (outcome in ('ranked', 'rejected')),
    average int check (average between 0 and 10000),
    part_averages jsonb,
    band int check (band between 1 and 5),
    stars int check (stars between 1 and band),
    missed_marks jsonb,
    knock_out jsonb,
    trace jsonb not null,
    inputs jsonb not null,
    criteria_set_id text not null,
    criteria_digest text not null,
    decided_by text not null,
    decided_at timestamptz not null,
    unique (session_id, dossier_id),
    foreign key (session_id, dossier_id) references session_dossier,
    check (num_nonnulls(average, part_averages, band, stars, missed_marks)
           = case outcome when 'ranked' then 5 else 0 end),
    check ((outcome = 'rejected') = (knock_out is not null))
  )`,
  `create index council_result_dossier on council_result (dossier_id, decided_at)`,
]

const stays = [
  `create function refuse_change_in_councils() returns trigger language plpgsql as $$
    begin
      raise exception 'rows of % are never changed', tg_table_name;
    end $$`,
  ...['council_result', 'recusal', 'scoring_round'].map(
    (table) => `create trigger ${table}_stays before update or delete on ${table}
      for each row execute function refuse_change_in_councils()`,
  ),
  `create trigger score_sheet_stays before delete on score_sheet
    for each row execute function refuse_change_in_councils()`,
  `create trigger knock_out_stays before update or delete on knock_out
    for each row when (old.decision is not null) execute function refuse_change_in_councils()`,
  `create trigger session_dossier_stays before update or delete on session_dossier
    for each row when (old.status in ('closed', 'released')) execute function refuse_change_in_councils()`,
  // The file of the minutes is drawn after they are frozen.
  `create function guard_closed_session() returns trigger language plpgsql as $$
    begin
      if (to_jsonb(new) - 'minutes_file_id') is distinct from (to_jsonb(old) - 'minutes_file_id') then
        raise exception 'a closed session is never changed';
      end if;
      return new;
    end $$`,
  `create trigger council_session_stays_closed before update on council_session
    for each row when (old.status = 'closed') execute function guard_closed_session()`,
  `create function guard_council_rules() returns trigger language plpgsql as $$
    begin
      if exists (select from council_session where council_id = old.id and opened_at is not null) then
        raise exception 'the rules of a council stay once a session has opened';
      end if;
      return new;
    end $$`,
  `create trigger council_rules_stay before update on council
    for each row when (old.rules is distinct from new.rules) execute function guard_council_rules()`,
]
