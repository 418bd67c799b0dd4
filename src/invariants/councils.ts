import { sql } from 'kysely'
import { consolidateRound, type ResultInputs } from '#modules/councils/index.ts'
import type { CriteriaSet } from '#modules/regulation/index.ts'
import { byQuery, type Invariant } from './invariant.ts'

interface KeptResult {
  id: string
  outcome: string
  average: number | null
  band: number | null
  stars: number | null
  inputs: ResultInputs
  content: CriteriaSet
}

export const councilInvariants: readonly Invariant[] = [
  {
    name: 'every result follows from the sheets that it keeps, by the sheet and the rules of its day',
    async find({ db }) {
      const { rows } = await sql<KeptResult>`
        select r.id, r.outcome, r.average, r.band, r.stars, r.inputs, s.content
        from council_result r join criteria_set s on s.id = r.criteria_set_id`.execute(db)
      return rows.filter((row) => !follows(row)).map(({ id }) => `council_result ${id}`)
    },
  },
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

function follows({ outcome, average, band, stars, inputs, content }: KeptResult): boolean {
  const computed = consolidateRound(content, inputs)
  if (computed.outcome !== outcome) return false
  if (computed.outcome !== 'ranked') return true
  const { ranking } = computed
  return ranking.average === average && ranking.band === band && ranking.stars === stars
}
