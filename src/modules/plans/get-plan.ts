import type { Ctx } from '#platform/ctx.ts'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { plansSeenBy, writesPlan } from './plan-rights.ts'
import { type BusinessPlan, findPlan, findPlanForUpdate } from './plan-store.ts'
import type { PlanTables } from './plan-tables.ts'

/**
 * The business plan: for its producer, and once it was sent for the officers of its place; auditors read every one.
 * @throws Refusal `not_found` when there is none in reach
 */
export async function getPlan(
  { db, actor }: Pick<Ctx<PlanTables>, 'db' | 'actor'>,
  id: string,
): Promise<BusinessPlan> {
  const plan = isId(id) ? await findPlan(db, id, plansSeenBy(actor)) : undefined
  if (!plan) throw new Refusal('not_found', 'plans.plan_unknown')
  return plan
}

/** The plan, locked, for its producer to write in. @throws Refusal as `getPlan`; `forbidden` for a reader */
export async function lockOwnPlan(ctx: Ctx<PlanTables>, id: string): Promise<BusinessPlan> {
  const plan = await lockPlan(ctx, id)
  if (!writesPlan(ctx.actor, plan)) throw new Refusal('forbidden', 'plans.plan_not_yours')
  return plan
}

/** The plan, locked, for one who may read it. @throws Refusal as `getPlan` */
export async function lockPlan({ db, actor }: Ctx<PlanTables>, id: string): Promise<BusinessPlan> {
  const plan = isId(id) ? await findPlanForUpdate(db, id, plansSeenBy(actor)) : undefined
  if (!plan) throw new Refusal('not_found', 'plans.plan_unknown')
  return plan
}
