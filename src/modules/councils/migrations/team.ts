/** Who helps and advises a council beside its members, the bodies that its members come from, its own regulation. */
export const team = [
  `alter table council_member drop constraint council_member_position_check`,
  `alter table council_member add constraint council_member_position_check check (position in
    ('chair', 'delegated_chair', 'vice_chair', 'secretary', 'member', 'advisory', 'invited'))`,
  `alter table council_member add constraint advisers_do_not_score
    check (position not in ('advisory', 'invited') or not scores)`,
  `alter table council_member add column department text check (btrim(department) <> '')`,
  `alter table council add column regulation_number text, add column regulation_on date,
    add column regulation_signer text, add column regulation_file_id uuid`,
  `alter table council add constraint regulation_is_whole
    check (num_nonnulls(regulation_number, regulation_on, regulation_signer) in (0, 3))`,
  `alter table council add constraint regulation_file_has_its_number
    check (regulation_file_id is null or regulation_number is not null)`,
  `create table council_opinion (
    id uuid primary key,
    session_id uuid not null,
    dossier_id uuid not null,
    council_id uuid not null,
    person_id text not null,
    words text not null check (btrim(words) <> ''),
    written_at timestamptz not null,
    foreign key (session_id, dossier_id) references session_dossier,
    foreign key (session_id, council_id) references council_session (id, council_id),
    foreign key (council_id, person_id) references council_member
  )`,
  `create index council_opinion_dossier on council_opinion (session_id, dossier_id)`,
  `create trigger council_opinion_stays before update or delete on council_opinion
    for each row execute function refuse_change_in_councils()`,
]
