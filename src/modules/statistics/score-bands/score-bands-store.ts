import { type Kysely, sql } from 'kysely'
import type { RecognitionTables } from '#modules/recognition/index.ts'
import type { CountedBand } from './published-bands.ts'

/**
 * The councils' averages by year, criteria set and band of ten points; of a dossier the latest. Decided is what was
 * recognised by decision, or ended without stars enough for one; everything else awaits a decision, the centre's included.
 */
export async function countBands(
  db: Kysely<RecognitionTables>,
  year: number | undefined,
): Promise<CountedBand[]> {
  const { rows } = await sql<CountedBand>`
    select last.year, last.criteria_set_id as "criteriaSetId", s.content ->> 'nameVi' as "nameVi",
      s.content ->> 'nameEn' as "nameEn", last.band, count(*)::int as products,
      count(*) filter (where not last.decided)::int as undecided
    from (
      select distinct on (r.dossier_id) r.criteria_set_id, r.outcome,
        extract(year from r.decided_at at time zone 'Asia/Ho_Chi_Minh')::int as year,
        greatest(20, least(90, r.average / 1000 * 10)) as band,
        d.state = 'not_recognised' or exists (
          select from recognition x where x.dossier_id = d.id and x.source = 'decision') as decided
      from council_result r join dossier d on d.id = r.dossier_id
      order by r.dossier_id, r.decided_at desc
    ) last
    join criteria_set s on s.id = last.criteria_set_id
    where last.outcome = 'ranked' and ${year === undefined ? sql`true` : sql`last.year = ${year}`}
    group by 1, 2, 3, 4, 5
    order by 1, 2, 5`.execute(db)
  return rows
}
