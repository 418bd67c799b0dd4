import { sql } from 'kysely'
import { byQuery, type Invariant } from './invariant.ts'

export const planInvariants: readonly Invariant[] = [
  byQuery(
    'every idea was added, and stands where its last step led',
    sql`select 'product_idea ' || i.id as row from product_idea i
        left join lateral (
          select split_part(e.name, '.', 2) as led_to from event e
          where e.subject = 'product_idea:' || i.id
            and e.name in ('product_idea.sent', 'product_idea.returned', 'product_idea.accepted', 'product_idea.declined')
          order by e.seq desc limit 1
        ) last on true
        where i.state <> coalesce(last.led_to, 'draft')
           or not exists (select from event where subject = 'product_idea:' || i.id and name = 'product_idea.added')`,
  ),
  byQuery(
    'a business plan keeps every version up to its newest',
    sql`select 'business_plan ' || p.id as row from business_plan p
        where (select array_agg(v.no order by v.no) from business_plan_version v where v.plan_id = p.id)
          is distinct from (select array_agg(no order by no) from generate_series(1, p.version) no)`,
  ),
  byQuery(
    'a plan carries out an accepted idea of its own producer, and the product of both is the same',
    sql`select 'business_plan ' || p.id as row from business_plan p join product_idea i on i.id = p.idea_id
        where i.state <> 'accepted' or i.producer_id <> p.producer_id or i.product_id is distinct from p.product_id`,
  ),
  byQuery(
    'a dossier that was opened from a plan is about the plan’s product',
    sql`select 'dossier ' || d.id as row from dossier d join business_plan p on p.id = d.plan_id
        where d.producer_id <> p.producer_id or d.product_id is distinct from p.product_id`,
  ),
  byQuery(
    'the commune remarks only on plans that were sent',
    sql`select 'business_plan_remark ' || r.id as row from business_plan_remark r
        join business_plan p on p.id = r.plan_id where p.sent_at is null or p.sent_at > r.written_at`,
  ),
]
