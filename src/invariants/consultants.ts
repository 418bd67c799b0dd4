import { type Kysely, sql } from 'kysely'
import { digestOf } from '#platform/events/digest.ts'
import { byQuery, type Invariant } from './invariant.ts'

export const consultantInvariants: readonly Invariant[] = [
  byQuery(
    'a consultant stands in the register as the last decision about it says',
    sql`select 'consultant ' || c.id as row from consultant c
        left join lateral (
          select outcome from consultant_decision d where d.consultant_id = c.id
          order by no desc limit 1) last on true
        where c.state <> case last.outcome when 'register' then 'active' when 'resume' then 'active'
          when 'decline' then 'declined' when 'suspend' then 'suspended' when 'remove' then 'removed'
          else 'applied' end`,
  ),
  byQuery(
    'nobody works for a consultant who was declined or removed',
    sql`select 'consultant_member ' || m.id as row from consultant_member m
        join consultant c on c.id = m.consultant_id
        where m.left_on is null and c.state in ('declined', 'removed')`,
  ),
  {
    name: 'every mandate’s text has the digest under which it was signed',
    async find({ db }) {
      const mandates = await signedTexts(db)
      return mandates.filter((row) => digestOf(row.content) !== row.digest).map(({ id }) => `mandate ${id}`)
    },
  },
  byQuery(
    'a signed mandate covers each of its products and parts, another covers nothing',
    sql`select 'mandate ' || m.id as row from mandate m
        where (select count(*) from mandate_cover c
            where c.mandate_id = m.id and c.producer_id = m.producer_id
              and (c.from_on, c.to_on) = (m.from_on, m.to_on) and c.part = any(m.parts))
          <> case when m.state <> 'signed' then 0
             when m.whole_producer then cardinality(m.parts)
             else cardinality(m.parts) * (select count(*) from mandate_product p where p.mandate_id = m.id) end`,
  ),
  byQuery(
    'only mandates that are over are rated',
    sql`select 'mandate_rating ' || r.mandate_id as row from mandate_rating r
        join mandate m on m.id = r.mandate_id
        where m.state not in ('signed', 'ended')
          or coalesce(m.ended_on, m.to_on) > (r.rated_at at time zone 'Asia/Ho_Chi_Minh')::date`,
  ),
  byQuery(
    'what a consultant wrote in a dossier, it wrote under a mandate over that product, in its days and for its people',
    sql`select 'dossier_field_author ' || a.dossier_id || ' ' || a.field as row
        from dossier_field_author a join dossier d on d.id = a.dossier_id join mandate m on m.id = a.mandate_id
        where d.producer_id <> m.producer_id
          or not (m.whole_producer or exists (
            select from mandate_product p where (p.mandate_id, p.product_id) = (m.id, d.product_id)))
          or (a.written_at at time zone 'Asia/Ho_Chi_Minh')::date
            not between m.from_on and coalesce(m.ended_on, m.to_on)
          or not exists (select from consultant_member p
            where (p.consultant_id, p.person_id) = (m.consultant_id, a.person_id))`,
  ),
]

async function signedTexts(db: Kysely<unknown>) {
  const { rows } = await sql<{ id: string; content: unknown; digest: string }>`
    select id, content, digest from mandate`.execute(db)
  return rows
}
