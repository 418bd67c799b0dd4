/** Reports of the results that were computed anew. One run at a time; a finished one never changes. */
export const recompute = [
  `create table recompute_run (
    id uuid primary key,
    asked_by text,
    asked_at timestamptz not null,
    state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'broken')),
    attempt int not null default 0,
    total int not null default 0,
    results int not null default 0,
    differing int not null default 0,
    findings int not null default 0,
    sealed_days int not null default 0,
    unrecomputable jsonb not null default '{}',
    broken_because text,
    finished_at timestamptz,
    check ((state in ('done', 'broken')) = (finished_at is not null)),
    check ((state = 'broken') = (broken_because is not null))
  )`,
  `create unique index recompute_run_one_at_a_time on recompute_run ((true)) where finished_at is null`,
  `create index recompute_run_asked on recompute_run (asked_at, id)`,
  `create table recompute_finding (
    run_id uuid not null references recompute_run,
    no int not null check (no > 0),
    kind text not null,
    result_id uuid,
    code text,
    unit_path text,
    at text,
    kept jsonb,
    found jsonb,
    primary key (run_id, no)
  )`,
  `create function guard_recompute_run() returns trigger language plpgsql as $$
    begin
      raise exception 'the report of a finished run is never changed';
    end $$`,
  `create trigger recompute_run_stays before update or delete on recompute_run
    for each row when (old.finished_at is not null) execute function guard_recompute_run()`,
  `create function guard_recompute_finding() returns trigger language plpgsql as $$
    begin
      if exists (select from recompute_run where id = coalesce(new.run_id, old.run_id) and finished_at is not null) then
        raise exception 'the report of a finished run is never changed';
      end if;
      return coalesce(new, old);
    end $$`,
  `create trigger recompute_finding_stays before insert or update or delete on recompute_finding
    for each row execute function guard_recompute_finding()`,
]
