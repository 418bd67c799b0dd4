/** A proposed knock-out is voted on: secretly until the chair closes the vote, and decided as the votes say. */
export const votes = [
  `alter table knock_out
    add column vote_opened_at timestamptz,
    add column vote_opened_by text,
    add column tally jsonb,
    add check ((vote_opened_at is null) = (vote_opened_by is null)),
    add check (tally is null or (decision is not null and vote_opened_at is not null))`,
  `create table knock_out_vote (
    knock_out_id uuid not null references knock_out,
    person_id text not null,
    choice text not null check (choice in ('establish', 'dismiss', 'abstain')),
    reason text check (btrim(reason) <> ''),
    cast_at timestamptz not null,
    primary key (knock_out_id, person_id)
  )`,
  `create function guard_knock_out_vote() returns trigger language plpgsql as $$
    declare asked knock_out;
    begin
      select * into asked from knock_out where id = new.knock_out_id for share;
      if asked.vote_opened_at is null or asked.decision is not null then
        raise exception 'votes are cast while the vote is open';
      end if;
      if exists (select from recusal where session_id = asked.session_id and dossier_id = asked.dossier_id
                 and person_id = new.person_id) then
        raise exception 'a recused member has no vote';
      end if;
      if not exists (
        select from session_attendance here
        join council_member seat on (seat.council_id, seat.person_id) = (here.council_id, here.person_id)
        where here.session_id = asked.session_id and here.person_id = new.person_id
          and here.left_at is null and seat.scores and seat.left_on is null) then
        raise exception 'only members who score and are present have a vote';
      end if;
      return new;
    end $$`,
  `create trigger knock_out_vote_is_guarded before insert or update on knock_out_vote
    for each row execute function guard_knock_out_vote()`,
  `create trigger knock_out_vote_stays before delete on knock_out_vote
    for each row execute function refuse_change_in_councils()`,
  `create function guard_knock_out_decision() returns trigger language plpgsql as $$
    begin
      if new.tally is null then
        raise exception 'a knock-out is decided by vote';
      end if;
      return new;
    end $$`,
  `create trigger knock_out_is_decided_by_vote before update on knock_out
    for each row when (old.decision is null and new.decision is not null)
    execute function guard_knock_out_decision()`,
]
