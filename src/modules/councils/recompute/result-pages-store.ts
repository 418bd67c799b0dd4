import { type Kysely, sql } from 'kysely'
import type { CouncilTables } from '../council-tables.ts'
import type { KeptResult } from './kept-result.ts'

/** The next results after the one of this id, in the order of their ids, each with what the tables say of it now. */
export async function listKeptResults(
  db: Kysely<CouncilTables>,
  { after, limit }: { after: string | null; limit: number },
): Promise<KeptResult[]> {
  const { rows } = await sql<KeptResult>`
    select r.*, s.minutes, s.closed_at, c.rules as rules_now, c.unit_path, d.code, d.criteria_digest as dossier_digest,
      i.close_reason,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', x.id, 'memberId', x.member_id, 'answers', x.answers, 'total', x.total,
          'parts', x.parts, 'handedInAt', x.handed_in_at) order by x.id)
        from score_sheet x where (x.session_id, x.dossier_id, x.round) = (r.session_id, r.dossier_id, r.round)
          and x.handed_in_at is not null), '[]') as sheets_now,
      coalesce((
        select jsonb_agg(jsonb_build_object('personId', m.person_id, 'position', m.position, 'scores', m.scores,
          'organisation', m.organisation, 'joinedOn', m.joined_on, 'leftOn', m.left_on) order by m.person_id)
        from council_member m where m.council_id = s.council_id), '[]') as seats_now,
      coalesce((
        select jsonb_agg(m.person_id) from council_member m where m.council_id = s.council_id and exists (
          select from event e where e.subject = 'council:' || s.council_id and e.at >= r.decided_at and e.name <> 'council.set_up'
            and position(to_json(m.person_id)::text in e.facts::text) > 0)), '[]') as seats_changed,
      coalesce((
        select jsonb_agg(jsonb_build_object('personId', q.person_id, 'declaredAt', q.declared_at) order by q.person_id)
        from recusal q where (q.session_id, q.dossier_id) = (r.session_id, r.dossier_id)), '[]') as recused_now,
      (select jsonb_build_object('key', k.key, 'reason', k.reason) from knock_out k
        where (k.session_id, k.dossier_id) = (r.session_id, r.dossier_id) and k.decision = 'established'
          and k.decided_at <= r.decided_at) as knock_out_now,
      (select e.facts from event e where e.subject = 'council_session:' || r.session_id and e.at = r.decided_at
        and e.name = 'council_result.decided' and e.facts->>'dossierId' = r.dossier_id::text limit 1) as event_says
    from council_result r
    join council_session s on s.id = r.session_id
    join council c on c.id = s.council_id
    join session_dossier i on (i.session_id, i.dossier_id) = (r.session_id, r.dossier_id)
    left join dossier d on d.id = r.dossier_id
    where ${after === null ? sql`true` : sql`r.id > ${after}`}
    order by r.id limit ${limit}`.execute(db)
  return rows
}

export async function countResults(db: Kysely<CouncilTables>): Promise<number> {
  const { count } = await db
    .selectFrom('councilResult')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
