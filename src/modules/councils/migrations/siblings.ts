/**
 * Where a mark came from: `{"4.1": {"dossierId", "sheetId", "product", "at"}}`. It may only come from a sheet of the same
 * member that was handed in, with the same answer there as here.
 */
export const siblings = [
  `alter table score_sheet add column carried jsonb not null default '{}'`,
  `create function guard_carried_marks() returns trigger language plpgsql as $$
    declare mark record;
    begin
      for mark in select key, value from jsonb_each(new.carried) loop
        if not exists (
          select from score_sheet source
          where source.id = (mark.value->>'sheetId')::uuid and source.id <> new.id
            and source.member_id = new.member_id and source.handed_in_at is not null
            and source.dossier_id = (mark.value->>'dossierId')::uuid and source.dossier_id <> new.dossier_id
            and (source.answers->mark.key) @> (new.answers->mark.key)
            and (new.answers->mark.key) @> (source.answers->mark.key)
        ) then
          raise exception 'a mark is carried only from a sheet that the member handed in, as it stands there';
        end if;
      end loop;
      return new;
    end $$`,
  `create trigger carried_marks_are_guarded before insert or update on score_sheet
    for each row when (new.carried <> '{}') execute function guard_carried_marks()`,
]
