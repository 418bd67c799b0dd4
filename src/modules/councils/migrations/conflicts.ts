/** Declarations of interest, each member's for each dossier before it opens, and where a recusal comes from. */
export const conflicts = [
  `create table conflict_declaration (
    session_id uuid not null,
    dossier_id uuid not null,
    council_id uuid not null,
    person_id text not null,
    relation text not null check (relation in ('none', 'owner', 'employee', 'family', 'adviser', 'other')),
    note text not null default '',
    noted_by text not null,
    declared_at timestamptz not null,
    primary key (session_id, dossier_id, person_id, relation),
    foreign key (session_id, dossier_id) references session_dossier,
    foreign key (session_id, council_id) references council_session (id, council_id),
    foreign key (council_id, person_id) references council_member,
    check (relation <> 'other' or btrim(note) <> '')
  )`,
  `create trigger conflict_declaration_stays before update or delete on conflict_declaration
    for each row execute function refuse_change_in_councils()`,
  `alter table recusal add column source text check (source in ('declared', 'member', 'chair', 'mandate', 'holding',
    'same_owner', 'same_address', 'same_contact', 'organisation'))`,
  // Begun sheets of before stay readable; a new one wants its member's declaration.
  `create function guard_sheet_declared() returns trigger language plpgsql as $$
    begin
      if not exists (select from conflict_declaration where session_id = new.session_id
                     and dossier_id = new.dossier_id and person_id = new.member_id) then
        raise exception 'a sheet wants its member''s declaration of interests first';
      end if;
      return new;
    end $$`,
  `create trigger score_sheet_wants_declaration before insert on score_sheet
    for each row execute function guard_sheet_declared()`,
]
