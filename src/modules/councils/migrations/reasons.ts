/** Why a member changed an answer between rounds: kept beside it, and asked for before the sheet goes in. */
export const reasons = [
  `alter table score_sheet add column reasons jsonb not null default '{}'`,
  `create function guard_changed_answers() returns trigger language plpgsql as $$
    declare earlier jsonb;
    begin
      select answers into earlier from score_sheet
        where session_id = new.session_id and dossier_id = new.dossier_id and member_id = new.member_id
          and round < new.round and handed_in_at is not null
        order by round desc limit 1;
      if exists (
        select from jsonb_each(new.answers) given
        where earlier is not null
          and not (coalesce(earlier->given.key, 'null') @> given.value
                   and given.value @> coalesce(earlier->given.key, 'null'))
          and btrim(coalesce(new.reasons->>given.key, '')) = '') then
        raise exception 'an answer changed since the earlier round has its reason';
      end if;
      return new;
    end $$`,
  `create trigger score_sheet_changes_are_explained before update on score_sheet
    for each row when (new.handed_in_at is not null and new.round > 1)
    execute function guard_changed_answers()`,
]

/** What is typed in from a paper of a later round says so too. */
export const reasonsOnPaper = [`alter table paper_sheet add column reasons jsonb`]
