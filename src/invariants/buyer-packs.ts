import { sql } from 'kysely'
import { byQuery, type Invariant } from './invariant.ts'

// That what is in a pack is its producer's, and a link ends within 180 days, the tables see to themselves.
export const buyerPackInvariants: readonly Invariant[] = [
  byQuery(
    'a buyer pack was added, and names papers in their newest issue and with a page',
    sql`select 'buyer_pack ' || p.id as row from buyer_pack p
        where not exists (select from event where subject = 'buyer_pack:' || p.id and name = 'buyer_pack.added')
        union all
        select 'buyer_pack_paper ' || held.pack_id || ' ' || held.paper_id from buyer_pack_paper held
        join producer_paper paper on paper.id = held.paper_id
        where paper.replaced_by_id is not null
           or not exists (select from producer_paper_page page where page.paper_id = paper.id)`,
  ),
  byQuery(
    'a link to a buyer pack was made by an event, and opened only while it was open',
    sql`select 'buyer_pack_share ' || s.id as row from buyer_pack_share s
        where (s.pack_id is not null and not exists (
                select from event e where e.subject = 'buyer_pack:' || s.pack_id
                  and e.name = 'buyer_pack.shared' and e.facts ->> 'shareId' = s.id::text))
           or (s.last_opened_at at time zone 'Asia/Ho_Chi_Minh')::date > s.ends_on
           or s.last_opened_at > s.ended_at`,
  ),
]
