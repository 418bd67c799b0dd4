import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { lockPlan } from './get-plan.ts'
import { answersFor } from './plan-rights.ts'
import { insertRemark } from './plan-store.ts'
import type { PlanTables } from './plan-tables.ts'

/**
 * The commune's officer says something about a plan, marks its newest version as looked at, or both. The producer keeps
 * the plan: a remark locks nothing.
 * @throws Refusal `forbidden` for a reader of another office; `invalid` with `faults` when it says nothing
 */
export function remarkOnPlan(
  ctx: Ctx<PlanTables>,
  { planId, words, looked }: { planId: string; words: string; looked: boolean },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const plan = await lockPlan(ctx, planId)
    if (!plan.sentAt || !answersFor(ctx.actor, plan.unitPath))
      throw new Refusal('forbidden', 'plans.for_commune')
    const said = words.trim().normalize('NFC')
    const fault = remarkFault(said, looked)
    if (fault) throw new Refusal('invalid', 'plans.faulty', { faults: { words: fault } })
    await insertRemark(ctx.db, {
      ...{ id: newId(ctx.now.getTime()), planId, versionNo: plan.version, words: said || null, looked },
      ...{ writtenBy: ctx.actor.id, writtenAt: ctx.now },
    })
    const facts = { name: plan.name, version: plan.version, looked, words: said || null }
    await record(ctx, 'business_plan.remarked', `business_plan:${planId}`, facts)
  })
}

function remarkFault(said: string, looked: boolean): string | undefined {
  if (said.length > 2000) return 'too_long'
  return said === '' && !looked ? 'say_something' : undefined
}
