/** Members change in mid-course by a decision, and whoever comes after another is known to. */
export const succession = [
  `alter table council_member add column succeeds text, add column position_before text
    check (position_before in ('vice_chair', 'member'))`,
  `alter table council_member add constraint only_delegates_had_another_position
    check (position_before is null or position = 'delegated_chair')`,
  `create table council_change (
    id uuid primary key,
    council_id uuid not null references council,
    kind text not null check (kind in ('added', 'released', 'replaced', 'delegated', 'delegation_ended')),
    person_id text not null,
    successor_id text,
    number text not null check (btrim(number) <> ''),
    decided_on date not null,
    signer text not null check (btrim(signer) <> ''),
    reason text not null check (btrim(reason) <> ''),
    recorded_by text not null,
    recorded_at timestamptz not null,
    foreign key (council_id, person_id) references council_member,
    foreign key (council_id, successor_id) references council_member,
    check ((kind = 'replaced') = (successor_id is not null)),
    check (successor_id <> person_id)
  )`,
  `create index council_change_council on council_change (council_id, decided_on)`,
  `create trigger council_change_stays before update or delete on council_change
    for each row execute function refuse_change_in_councils()`,
]
