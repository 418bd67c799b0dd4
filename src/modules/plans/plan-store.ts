import { type ExpressionBuilder, type Kysely, sql } from 'kysely'
import { inUnits } from '#platform/db/in-units.ts'
import { type PlanContent, planContent } from './plan-content.ts'
import type { PlanReach } from './plan-rights.ts'
import type { BusinessPlanRemarkRow, BusinessPlanRow, PlanTables } from './plan-tables.ts'

export interface BusinessPlan extends BusinessPlanRow {
  content: PlanContent
  savedAt: Date
  producerName: string
  communeName: string | null
  ideaName: string | null
  /** The newest version that the commune has marked as looked at; 0 for none. */
  lookedAt: number
}

/** The plan with its newest version, as far as this reach goes; without one every plan is in reach. */
export async function findPlan(
  db: Kysely<PlanTables>,
  id: string,
  reach?: PlanReach,
): Promise<BusinessPlan | undefined> {
  const query = plans(db).where('businessPlan.id', '=', id)
  const row = await (reach ? query.where(inReach(reach)) : query).executeTakeFirst()
  return row && asPlan(row)
}

/** Plans, the newest first, `limit` of them after this one. `waiting`: sent, and not looked at in their newest version. */
export async function listPlans(
  db: Kysely<PlanTables>,
  { reach, waiting = false }: { reach: PlanReach; waiting?: boolean },
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<BusinessPlan[]> {
  let query = plans(db).where(inReach(reach))
  if (waiting) query = query.where('businessPlan.sentAt', 'is not', null).where(isUnseen)
  if (after) query = query.where('businessPlan.id', '<', after)
  const rows = await query.orderBy('businessPlan.id', 'desc').limit(limit).execute()
  return rows.map(asPlan)
}

export async function countWaitingPlans(db: Kysely<PlanTables>, reach: PlanReach): Promise<number> {
  const { count } = await db
    .selectFrom('businessPlan')
    .select((build) => build.fn.countAll<number>().as('count'))
    .where(inReach(reach))
    .where('businessPlan.sentAt', 'is not', null)
    .where(isUnseen)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The plan, locked to the end of the transaction: of two who save it, or open its dossier, the second sees the first. */
export async function findPlanForUpdate(
  db: Kysely<PlanTables>,
  id: string,
  reach: PlanReach,
): Promise<BusinessPlan | undefined> {
  const locked = await db
    .selectFrom('businessPlan')
    .select('id')
    .where('id', '=', id)
    .where(inReach(reach))
    .forUpdate()
    .executeTakeFirst()
  return locked && findPlan(db, id)
}

/** False when another plan was begun with the idea: the unique key decides. */
export async function insertPlan(db: Kysely<PlanTables>, plan: BusinessPlanRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('businessPlan')
    .values(plan)
    .onConflict((conflict) => conflict.column('ideaId').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function insertVersion(
  db: Kysely<PlanTables>,
  version: { planId: string; no: number; content: PlanContent; savedBy: string | null; savedAt: Date },
): Promise<void> {
  const filled = Object.entries(version.content).filter(([, text]) => text !== '')
  await db
    .insertInto('businessPlanVersion')
    .values({ ...version, content: JSON.stringify(Object.fromEntries(filled)) })
    .execute()
}

export async function updatePlan(
  db: Kysely<PlanTables>,
  id: string,
  change: Partial<Pick<BusinessPlanRow, 'name' | 'productId' | 'version' | 'sentAt' | 'updatedAt'>>,
): Promise<void> {
  await db.updateTable('businessPlan').set(change).where('id', '=', id).execute()
}

export async function insertRemark(db: Kysely<PlanTables>, remark: BusinessPlanRemarkRow): Promise<void> {
  await db.insertInto('businessPlanRemark').values(remark).execute()
}

/** What the commune said about the plan, the last first. */
export function listRemarks(db: Kysely<PlanTables>, planId: string): Promise<BusinessPlanRemarkRow[]> {
  return db
    .selectFrom('businessPlanRemark')
    .selectAll()
    .where('planId', '=', planId)
    .orderBy('id', 'desc')
    .execute()
}

const lookedAt = sql<number>`coalesce((
  select max(r.version_no) from business_plan_remark r where r.plan_id = business_plan.id and r.looked), 0)`
const isUnseen = sql<boolean>`${lookedAt} < business_plan.version`

function plans(db: Kysely<PlanTables>) {
  return db
    .selectFrom('businessPlan')
    .innerJoin('producer', 'producer.id', 'businessPlan.producerId')
    .innerJoin('businessPlanVersion', (join) =>
      join
        .onRef('businessPlanVersion.planId', '=', 'businessPlan.id')
        .onRef('businessPlanVersion.no', '=', 'businessPlan.version'),
    )
    .leftJoin('unit', (join) =>
      join.on('unit.id', '=', sql<string>`split_part(business_plan.unit_path, '/', 3)`),
    )
    .leftJoin('productIdea', 'productIdea.id', 'businessPlan.ideaId')
    .selectAll('businessPlan')
    .select([
      'businessPlanVersion.content',
      'businessPlanVersion.savedAt',
      'producer.name as producerName',
      'unit.name as communeName',
      'productIdea.name as ideaName',
      lookedAt.as('lookedAt'),
    ])
}

function asPlan<Row extends { content: unknown }>(row: Row): BusinessPlan {
  const content = planContent(row.content as Record<string, unknown>)
  return { ...row, content } as unknown as BusinessPlan
}

function inReach({ producerIds, desks, audited }: PlanReach) {
  return (build: ExpressionBuilder<PlanTables, 'businessPlan'>) => {
    const within = (paths: readonly string[]) => inUnits(build, 'businessPlan.unitPath', paths)
    return build.or([
      ...(producerIds.length > 0 ? [build('businessPlan.producerId', 'in', producerIds)] : []),
      ...(desks.length > 0 ? [build.and([within(desks), build('businessPlan.sentAt', 'is not', null)])] : []),
      ...(audited.length > 0 ? [within(audited)] : []),
    ])
  }
}
