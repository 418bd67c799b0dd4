import { sql } from 'kysely'
import { consolidateRound, establishes, type ResultInputs } from '#modules/councils/index.ts'
import { type Answers, CouncilRules, type CriteriaSet, faultsOf, scoreOf } from '#modules/regulation/index.ts'
import { digestOf } from '#platform/events/digest.ts'
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

interface KeptSheet {
  id: string
  answers: Answers
  total: number
  parts: Readonly<Record<string, number>>
  criteriaSetId: string
}

interface VotedKnockOut {
  id: string
  decision: string
  tally: Parameters<typeof establishes>[0]
  /** As they were written down, without what was asked for later. */
  rules: unknown
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
  {
    name: 'every sheet comes to what its answers come to, each within its criterion',
    async find({ db }) {
      const sets = await sql<{ id: string; content: CriteriaSet }>`
        select id, content from criteria_set where status = 'published'`.execute(db)
      const contents = new Map(sets.rows.map(({ id, content }) => [id, content]))
      const { rows } = await sql<KeptSheet>`
        select s.id, s.answers, s.total, s.parts, d.criteria_set_id from score_sheet s
        join dossier d on d.id = s.dossier_id where s.handed_in_at is not null`.execute(db)
      return rows
        .filter((row) => !addsUp(row, contents.get(row.criteriaSetId)))
        .map(({ id }) => `score_sheet ${id}`)
    },
  },
  {
    name: 'every document of a session says what it said when it was frozen',
    async find({ db }) {
      const wrong: string[] = []
      for (let after = ''; ; ) {
        const { rows } = await sql<{ id: string; paper: unknown; digest: string }>`
          select id::text, paper, digest from session_document where id::text > ${after} order by id::text limit 200`.execute(
          db,
        )
        for (const { id, paper, digest } of rows)
          if (digestOf(paper) !== digest) wrong.push(`session_document ${id}`)
        const last = rows.at(-1)
        if (!last) return wrong
        after = last.id
      }
    },
  },
  byQuery(
    'every signature under a document of a session is for what it says and was recorded',
    sql`select 'document_signature ' || s.document_id || ' ' || s.role as row from document_signature s
        join session_document d on d.id = s.document_id
        where s.signed_at is not null and (s.digest <> d.digest or not exists (
          select from event e where e.subject = 'council_session:' || d.session_id
            and e.name = 'session_documents.signed' and e.actor_id = s.person_id
            and e.facts->'documents' @> jsonb_build_array(jsonb_build_object('id', d.id, 'digest', d.digest))))`,
  ),
  byQuery(
    'the file of a session is said to be complete just when it has every signature',
    sql`select 'council_session ' || d.session_id as row from session_document d
        join document_signature s on s.document_id = d.id
        group by d.session_id
        having bool_and(s.signed_at is not null) <> exists (
          select from event e where e.subject = 'council_session:' || d.session_id
            and e.name = 'session_file.completed')`,
  ),
  {
    name: 'every knock-out that was voted on is decided as its votes say, by the rule of its council',
    async find({ db }) {
      const { rows } = await sql<VotedKnockOut>`
        select k.id, k.decision, k.tally, c.rules from knock_out k
        join council_session s on s.id = k.session_id join council c on c.id = s.council_id
        where k.tally is not null`.execute(db)
      return rows.filter((row) => !decidedByVote(row)).map(({ id }) => `knock_out ${id}`)
    },
  },
  byQuery(
    'a vote on a knock-out counts no more votes than were cast',
    sql`select 'knock_out ' || k.id as row from knock_out k
        where k.tally is not null and (select sum((k.tally->>name)::int)
            from unnest(array['establish', 'dismiss', 'abstain']) name)
          > (select count(*) from knock_out_vote v where v.knock_out_id = k.id)`,
  ),
  byQuery(
    'a sheet handed in after an earlier one says why each of its answers changed',
    sql`select 'score_sheet ' || s.id as row from score_sheet s
        join lateral (
          select answers from score_sheet e
          where (e.session_id, e.dossier_id, e.member_id) = (s.session_id, s.dossier_id, s.member_id)
            and e.round < s.round and e.handed_in_at is not null order by e.round desc limit 1) e on true
        join round_end r on (r.session_id, r.dossier_id, r.round) = (s.session_id, s.dossier_id, s.round)
        where s.handed_in_at is not null and r.present <> '[]' and exists (
          select from jsonb_each(s.answers) a
          where not (coalesce(e.answers->a.key, 'null') @> a.value and a.value @> coalesce(e.answers->a.key, 'null'))
            and btrim(coalesce(s.reasons->>a.key, '')) = '')`,
  ),
  byQuery(
    'every session stands where its last event led',
    sql`select 'council_session ' || s.id as row from council_session s
        where 'council_session.' || case s.status when 'open' then 'opened' else s.status end is distinct from (
          select name from event where subject = 'council_session:' || s.id
            and name in ('council_session.planned', 'council_session.opened', 'council_session.closed')
          order by seq desc limit 1)`,
  ),
  byQuery(
    'a dossier is in a council’s hands just while a session has it on its agenda, and leaves it by an event',
    sql`select 'dossier ' || d.id as row from dossier d
        where (d.state = 'in_council') is distinct from exists (
          select from session_dossier i where i.dossier_id = d.id and i.status in ('waiting', 'scoring', 'discussing'))
        union all
        select 'session_dossier ' || i.session_id || ' ' || i.dossier_id from session_dossier i
        where i.status in ('closed', 'released') and not exists (
          select from event e where e.subject = 'council_session:' || i.session_id
            and e.name = case i.status when 'closed' then 'council_result.decided' else 'session_dossier.released' end
            and e.facts->>'dossierId' = i.dossier_id::text)`,
  ),
  byQuery(
    'every sheet that was handed in has its event',
    sql`select 'score_sheet ' || s.id as row from score_sheet s
        where s.handed_in_at is not null and not exists (
          select from event e where e.subject = 'council_session:' || s.session_id
            and e.name = 'score_sheet.handed_in' and s.member_id in (e.actor_id, e.facts->>'memberId')
            and e.facts->>'dossierId' = s.dossier_id::text and (e.facts->>'round')::int = s.round)`,
  ),
  byQuery(
    'no member scored a dossier from which he was recused',
    sql`select 'score_sheet ' || s.id as row from score_sheet s
        join recusal r on (r.session_id, r.dossier_id, r.person_id) = (s.session_id, s.dossier_id, s.member_id)
        join council_result c on (c.session_id, c.dossier_id, c.round) = (s.session_id, s.dossier_id, s.round)
        where s.handed_in_at is not null`,
  ),
  byQuery(
    'no member handed in a sheet for a product that he was advising, within the months of his council',
    sql`select 'score_sheet ' || s.id as row from score_sheet s
        join dossier d on d.id = s.dossier_id join council c on c.id = s.council_id
        join mandate m on m.producer_id = d.producer_id and (m.whole_producer or exists (
          select from mandate_product p where (p.mandate_id, p.product_id) = (m.id, d.product_id)))
        join consultant_member a on (a.consultant_id, a.person_id) = (m.consultant_id, s.member_id)
        where greatest(m.producer_signed_at, m.consultant_signed_at) < s.handed_in_at
          and m.state in ('signed', 'ended') and coalesce(m.ended_on, m.to_on) >= m.from_on
          and a.joined_on < s.handed_in_at::date and (a.left_on is null or a.left_on >= m.from_on)
          and coalesce(m.ended_on, m.to_on) >= s.handed_in_at::date
            - make_interval(months => coalesce((c.rules->>'adviserMonths')::int, 36))`,
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

function decidedByVote({ decision, tally, rules }: VotedKnockOut): boolean {
  return establishes(tally, CouncilRules.parse(rules).knockOutVote) === (decision === 'established')
}

function follows({ outcome, average, band, stars, inputs, content }: KeptResult): boolean {
  const computed = consolidateRound(content, inputs)
  if (computed.outcome !== outcome) return false
  if (computed.outcome !== 'ranked') return true
  const { ranking } = computed
  return ranking.average === average && ranking.band === band && ranking.stars === stars
}

function addsUp({ answers, total, parts }: KeptSheet, set: CriteriaSet | undefined): boolean {
  if (!set || faultsOf(answers, set).length > 0) return false
  const score = scoreOf(answers, set)
  const asKept = Object.entries(score.parts).every(([part, points]) => parts[part] === points)
  return asKept && score.total === total && Object.keys(parts).length === Object.keys(score.parts).length
}
