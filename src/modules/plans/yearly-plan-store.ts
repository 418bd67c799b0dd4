import { type Kysely, sql } from 'kysely'
import type { PlanTables } from './plan-tables.ts'

/** A commune's plan of a year beside what came of it. */
export interface YearlyPlanLine {
  unitPath: string
  communeName: string
  /** Ideas that the commune took into the plan of the year. */
  planned: number
  /** Of these: with a business plan, with a dossier that was not withdrawn, recognised that year or later. */
  withPlan: number
  withDossier: number
  recognised: number
  /** Ideas of the year that still wait for the commune. */
  waiting: number
  /** Products of the commune recognised in the year, planned or not. */
  recognisedInYear: number
}

/** The communes in these places that planned something for the year or had products recognised in it, by name. */
export async function listYearlyPlan(
  db: Kysely<PlanTables>,
  { paths, year }: { paths: readonly string[]; year: number },
): Promise<YearlyPlanLine[]> {
  const { rows } = await sql<YearlyPlanLine>`
    with place as (select unnest(${[...paths]}::text[]) as path),
    idea as (
      select i.unit_path, i.state, i.sent_at, p.id as plan_id, coalesce(p.product_id, i.product_id) as product_id
      from product_idea i left join business_plan p on p.idea_id = i.id
      where coalesce(i.planned_year, i.expected_year) = ${year} and i.state in ('sent', 'accepted')
        and exists (select from place where i.unit_path = path or i.unit_path like path || '/%')
    ),
    planned as (
      select unit_path,
        count(*) filter (where state = 'accepted')::int as planned,
        count(*) filter (where state = 'sent')::int as waiting,
        count(*) filter (where state = 'accepted' and plan_id is not null)::int as with_plan,
        count(*) filter (where state = 'accepted' and (
          exists (select from dossier d where d.product_id = idea.product_id and d.state <> 'withdrawn'
            and d.created_at >= idea.sent_at)))::int as with_dossier,
        count(*) filter (where state = 'accepted' and exists (
          select from recognised_product r where r.product_id = idea.product_id and r.year >= ${year}))::int as recognised
      from idea group by unit_path
    ),
    known as (
      select today_unit_path as unit_path, count(distinct product_id)::int as recognised_in_year
      from recognised_product
      where year = ${year}
        and exists (select from place where today_unit_path = path or today_unit_path like path || '/%')
      group by today_unit_path
    )
    select unit_path as "unitPath", unit.name as "communeName",
      coalesce(planned, 0) as planned, coalesce(waiting, 0) as waiting, coalesce(with_plan, 0) as "withPlan",
      coalesce(with_dossier, 0) as "withDossier", coalesce(recognised, 0) as recognised,
      coalesce(recognised_in_year, 0) as "recognisedInYear"
    from planned full join known using (unit_path)
    join unit on unit.id = split_part(unit_path, '/', 3)
    order by unit.name, unit_path`.execute(db)
  return rows
}
