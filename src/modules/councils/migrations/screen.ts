/** The product that the room is looking at, and whether its result is shown there. */
export const screen = [
  `create table session_stage (
    session_id uuid primary key references council_session,
    dossier_id uuid not null,
    called_by text not null,
    called_at timestamptz not null,
    shows_results boolean not null default false,
    foreign key (session_id, dossier_id) references session_dossier
  )`,
]
