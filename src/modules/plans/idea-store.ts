import { type ExpressionBuilder, type Kysely, sql } from 'kysely'
import { inUnits } from '#platform/db/in-units.ts'
import type { IdeaState } from './idea-states.ts'
import type { PlanReach } from './plan-rights.ts'
import type { PlanTables, ProductIdeaRow } from './plan-tables.ts'

export interface Idea extends ProductIdeaRow {
  producerName: string
  communeName: string | null
  /** The business plan that was begun with it. */
  planId: string | null
}

export interface IdeaFilter {
  reach: PlanReach
  state?: IdeaState | undefined
  /** The year of the plan that took it in, or that the producer hopes for. */
  year?: number | undefined
}

/** The idea, as far as this reach goes; without one every idea is in reach. */
export function findIdea(db: Kysely<PlanTables>, id: string, reach?: PlanReach): Promise<Idea | undefined> {
  const query = ideas(db).where('productIdea.id', '=', id)
  return (reach ? query.where(inReach(reach)) : query).executeTakeFirst() as Promise<Idea | undefined>
}

/** Ideas, the newest first, `limit` of them after this one. */
export async function listIdeas(
  db: Kysely<PlanTables>,
  { reach, state, year }: IdeaFilter,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<Idea[]> {
  let query = ideas(db).where(inReach(reach))
  if (state) query = query.where('productIdea.state', '=', state)
  if (year) query = query.where(yearOfIdea, '=', year)
  if (after) query = query.where('productIdea.id', '<', after)
  return (await query.orderBy('productIdea.id', 'desc').limit(limit).execute()) as Idea[]
}

/** How many ideas stand where. */
export async function countIdeas(
  db: Kysely<PlanTables>,
  { reach, year }: Pick<IdeaFilter, 'reach' | 'year'>,
): Promise<Partial<Record<IdeaState, number>>> {
  let query = db
    .selectFrom('productIdea')
    .select(['state', (build) => build.fn.countAll<number>().as('count')])
    .where(inReach(reach))
  if (year) query = query.where(yearOfIdea, '=', year)
  const rows = await query.groupBy('state').execute()
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]))
}

/** The idea, locked to the end of the transaction: what is decided about it is decided once. */
export function findIdeaForUpdate(
  db: Kysely<PlanTables>,
  id: string,
  reach: PlanReach,
): Promise<ProductIdeaRow | undefined> {
  return db
    .selectFrom('productIdea')
    .selectAll('productIdea')
    .where('id', '=', id)
    .where(inReach(reach))
    .forUpdate()
    .executeTakeFirst()
}

export async function insertIdea(db: Kysely<PlanTables>, idea: ProductIdeaRow): Promise<void> {
  await db.insertInto('productIdea').values(idea).execute()
}

/** Writes over the idea that the caller has locked; its version grows by one. */
export async function updateIdea(
  db: Kysely<PlanTables>,
  { id, version }: Pick<ProductIdeaRow, 'id' | 'version'>,
  change: Partial<Omit<ProductIdeaRow, 'id' | 'version'>>,
): Promise<void> {
  await db
    .updateTable('productIdea')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .execute()
}

export async function deleteIdea(db: Kysely<PlanTables>, id: string): Promise<void> {
  await db.deleteFrom('productIdea').where('id', '=', id).execute()
}

/** The years that the ideas in reach speak of, the latest first. */
export async function yearsOfIdeas(db: Kysely<PlanTables>, reach: PlanReach): Promise<number[]> {
  const rows = await db
    .selectFrom('productIdea')
    .select(yearOfIdea.as('year'))
    .distinct()
    .where(inReach(reach))
    .orderBy('year', 'desc')
    .execute()
  return rows.map(({ year }) => year)
}

const yearOfIdea = sql<number>`coalesce(product_idea.planned_year, product_idea.expected_year)`

function ideas(db: Kysely<PlanTables>) {
  return db
    .selectFrom('productIdea')
    .innerJoin('producer', 'producer.id', 'productIdea.producerId')
    .leftJoin('unit', (join) =>
      join.on('unit.id', '=', sql<string>`split_part(product_idea.unit_path, '/', 3)`),
    )
    .leftJoin('businessPlan', 'businessPlan.ideaId', 'productIdea.id')
    .selectAll('productIdea')
    .select(['producer.name as producerName', 'unit.name as communeName', 'businessPlan.id as planId'])
}

function inReach({ producerIds, desks, counters, audited }: PlanReach) {
  return (build: ExpressionBuilder<PlanTables, 'productIdea'>) => {
    const within = (paths: readonly string[]) => inUnits(build, 'productIdea.unitPath', paths)
    return build.or([
      ...(producerIds.length > 0 ? [build('productIdea.producerId', 'in', producerIds)] : []),
      ...(desks.length > 0 ? [build.and([within(desks), build('productIdea.state', '<>', 'draft')])] : []),
      ...(counters.length > 0
        ? [build.and([within(counters), build('productIdea.writtenBy', '=', 'commune')])]
        : []),
      ...(audited.length > 0 ? [within(audited)] : []),
    ])
  }
}
