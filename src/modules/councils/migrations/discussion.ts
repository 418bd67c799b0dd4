/** The end of a round, after which a dossier is discussed, and to whom its sheets were opened then. */
export const discussion = [
  `alter table session_dossier drop constraint session_dossier_status_check`,
  `alter table session_dossier add constraint session_dossier_status_check
    check (status in ('waiting', 'scoring', 'discussing', 'closed', 'released'))`,
  `drop index session_dossier_in_hand`,
  `create unique index session_dossier_in_hand on session_dossier (dossier_id)
    where status in ('waiting', 'scoring', 'discussing')`,
  `create table round_end (
    session_id uuid not null,
    dossier_id uuid not null,
    round int not null check (round > 0),
    present jsonb not null,
    ended_by text not null,
    ended_at timestamptz not null,
    primary key (session_id, dossier_id, round),
    foreign key (session_id, dossier_id) references session_dossier
  )`,
  `create table sheets_opening (
    session_id uuid not null,
    dossier_id uuid not null,
    round int not null,
    audience text not null check (audience in ('handed_in', 'members')),
    opened_by text not null,
    opened_at timestamptz not null,
    primary key (session_id, dossier_id, round, audience),
    foreign key (session_id, dossier_id, round) references round_end
  )`,
  ...['round_end', 'sheets_opening'].map(
    (table) => `create trigger ${table}_stays before update or delete on ${table}
      for each row execute function refuse_change_in_councils()`,
  ),
  // A round is scored, ended once, and never scored again.
  `create function guard_round() returns trigger language plpgsql as $$
    declare ended boolean := exists (select from round_end where session_id = new.session_id
                                     and dossier_id = new.dossier_id and round = new.round);
    begin
      if new.status = 'scoring' and ended then
        raise exception 'a round that has ended is not scored again';
      end if;
      if new.status = 'discussing' and not ended then
        raise exception 'a dossier is discussed when its round has ended';
      end if;
      return new;
    end $$`,
  `create trigger session_dossier_round_is_guarded before update on session_dossier
    for each row when (new.status in ('scoring', 'discussing')) execute function guard_round()`,
  // Rounds of before had no end of their own: the next one, or the result, ended them.
  `insert into round_end (session_id, dossier_id, round, present, ended_by, ended_at)
    select session_id, dossier_id, round - 1, '[]'::jsonb, opened_by, opened_at from scoring_round
    union all
    select session_id, dossier_id, round, '[]'::jsonb, decided_by, decided_at from council_result`,
]
