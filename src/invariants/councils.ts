import { sql } from 'kysely'
import { byQuery, type Invariant } from './invariant.ts'

export const councilInvariants: readonly Invariant[] = [
  byQuery(
    'no member scored a dossier from which he was recused',
    sql`select 'score_sheet ' || s.id as row from score_sheet s
        join recusal r on (r.session_id, r.dossier_id, r.person_id) = (s.session_id, s.dossier_id, s.member_id)
        join council_result c on (c.session_id, c.dossier_id, c.round) = (s.session_id, s.dossier_id, s.round)
        where s.handed_in_at is not null`,
  ),
  byQuery(
    'a member has one sheet for a dossier in a round',
    sql`select session_id || ' ' || dossier_id || ' ' || member_id as row from score_sheet
        group by session_id, dossier_id, member_id, round having count(*) > 1`,
  ),
  byQuery(
    'a sheet’s total is the sum of its parts',
    sql`select 'score_sheet ' || id as row from score_sheet
        where handed_in_at is not null
          and total <> (select sum(value::int) from jsonb_each_text(parts))`,
  ),
  byQuery(
    'a closed session has its minutes, its number and a result for each dossier that it closed',
    sql`select 'session_dossier ' || d.session_id || ' ' || d.dossier_id as row from session_dossier d
        where d.status = 'closed' and not exists (
          select from council_result r where (r.session_id, r.dossier_id) = (d.session_id, d.dossier_id))`,
  ),
  byQuery(
    'a closed session’s chair or delegated chair was present',
    sql`select 'council_session ' || s.id as row from council_session s
        where s.status = 'closed' and not exists (
          select from session_attendance a join council_member m
            on (m.council_id, m.person_id) = (a.council_id, a.person_id)
          where a.session_id = s.id and m.position in ('chair', 'delegated_chair'))`,
  ),
]
