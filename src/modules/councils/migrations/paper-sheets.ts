/** Sheets on paper: printed under a code, typed in by one person, countersigned by another, then handed in as the member's sheet. */
export const paperSheets = [
  `create table paper_sheet (
    id uuid primary key,
    code text not null unique check (code ~ '^[0-9A-HJ-NP-TV-Y]{8}$'),
    session_id uuid not null,
    dossier_id uuid not null,
    council_id uuid not null,
    member_id text not null,
    round int not null check (round > 0),
    criteria_set_id text not null,
    criteria_digest text not null,
    printed_by text not null,
    printed_at timestamptz not null,
    version int not null default 0 check (version >= 0),
    answers jsonb,
    notes jsonb,
    way text check (way in ('typed', 'excel')),
    typed_by text,
    typed_at timestamptz,
    scan_file_id uuid,
    countersigned_by text,
    countersigned_at timestamptz,
    sheet_id uuid unique references score_sheet,
    unique (session_id, dossier_id, member_id, round),
    foreign key (session_id, dossier_id) references session_dossier,
    foreign key (session_id, council_id) references council_session (id, council_id),
    foreign key (council_id, member_id) references council_member,
    foreign key (council_id, typed_by) references council_member,
    foreign key (council_id, countersigned_by) references council_member,
    check (num_nonnulls(answers, notes, way, typed_by, typed_at) in (0, 5)),
    check (num_nonnulls(countersigned_by, countersigned_at, sheet_id) in (0, 3)),
    check (countersigned_by is null or typed_by is not null),
    check (typed_by <> countersigned_by),
    check (typed_by <> member_id)
  )`,
  `create index paper_sheet_member on paper_sheet (member_id)`,
  // Whoever types or countersigns sees a sheet before the round closes: that they did stays on record.
  `create table paper_sheet_reading (
    paper_sheet_id uuid not null references paper_sheet,
    person_id text not null,
    read_at timestamptz not null,
    primary key (paper_sheet_id, person_id)
  )`,
  `create function guard_paper_sheet() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' or old.countersigned_at is not null then
        raise exception 'a paper sheet that was countersigned is never changed';
      end if;
      if (new.session_id, new.dossier_id, new.council_id, new.member_id, new.round, new.code, new.criteria_digest)
         is distinct from
         (old.session_id, old.dossier_id, old.council_id, old.member_id, old.round, old.code, old.criteria_digest) then
        raise exception 'what a code stands for never changes';
      end if;
      if new.sheet_id is not null and not exists (
        select from score_sheet s where s.id = new.sheet_id and s.handed_in_at is not null
          and (s.session_id, s.dossier_id, s.member_id, s.round)
            = (new.session_id, new.dossier_id, new.member_id, new.round)
          and s.answers = new.answers) then
        raise exception 'a paper sheet is countersigned with the sheet that was handed in from it';
      end if;
      return new;
    end $$`,
  `create trigger paper_sheet_is_guarded before update or delete on paper_sheet
    for each row execute function guard_paper_sheet()`,
  `create trigger paper_sheet_reading_stays before update or delete on paper_sheet_reading
    for each row execute function refuse_change_in_councils()`,
]
