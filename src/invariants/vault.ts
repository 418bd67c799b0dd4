import { sql } from 'kysely'
import { byQuery, type Invariant } from './invariant.ts'

export const vaultInvariants: readonly Invariant[] = [
  byQuery(
    'every paper that a dossier cites is of the dossier’s producer, and has a page',
    sql`select 'dossier_evidence ' || e.id as row from dossier_evidence e
        join dossier d on d.id = e.dossier_id
        join producer_paper p on p.id = e.paper_id
        where p.producer_id <> d.producer_id
           or not exists (select from producer_paper_page page where page.paper_id = p.id)`,
  ),
  byQuery(
    'the pages of a paper are counted from 1 without a gap',
    sql`select 'producer_paper ' || paper_id as row from producer_paper_page
        group by paper_id having min(position) <> 1 or max(position) <> count(*)`,
  ),
  byQuery(
    'a paper is replaced by one of the same producer that came after it',
    sql`select 'producer_paper ' || old.id as row from producer_paper old
        join producer_paper newer on newer.id = old.replaced_by_id
        where newer.producer_id <> old.producer_id or newer.added_at < old.added_at`,
  ),
  byQuery(
    'every file that a snapshot of a dossier names is kept under its digest',
    sql`select 'dossier_snapshot ' || s.id || ' ' || e.sha256 as row from dossier_snapshot s
        cross join lateral jsonb_to_recordset(s.content -> 'evidence') as e(sha256 text)
        where not exists (select from stored_file f where f.sha256 = e.sha256)`,
  ),
  byQuery(
    'the parts of a file on its way follow each other to the end of what was received',
    sql`select 'upload ' || u.id as row from upload u
        left join lateral (
          select coalesce(sum(size), 0) as here, count(*) filter (where at_offset <> before) as gaps
          from (select size, at_offset, coalesce(sum(size) over (order by at_offset rows between unbounded preceding and 1 preceding), 0) as before
                from upload_part where upload_id = u.id) part
        ) parts on true
        where parts.here <> u.received or parts.gaps > 0`,
  ),
]
