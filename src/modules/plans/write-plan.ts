import { findProducer, type Producer } from '#modules/producers/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { isId, newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { getIdea } from './get-idea.ts'
import { lockOwnPlan } from './get-plan.ts'
import type { Idea } from './idea-store.ts'
import { type PlanContent, planFaults, planFields } from './plan-content.ts'
import { writesPlan } from './plan-rights.ts'
import { insertPlan, insertVersion, updatePlan } from './plan-store.ts'
import type { PlanTables } from './plan-tables.ts'

export interface NewPlan {
  producerId: string
  /** The accepted idea that it carries out; a plan may also be made without one. */
  ideaId?: string | undefined
  content: PlanContent
  isDemo?: boolean
}

/**
 * A producer begins a business plan (step 3 of the yearly cycle). It may be half done; every saving is a version of its own.
 * @throws Refusal `not_found` for an idea or a producer that are not its own; `invalid` with `faults`; `conflict` for an
 *   idea that was not accepted or has a plan already
 */
export function addPlan(ctx: Ctx<PlanTables>, input: NewPlan): Promise<{ id: string }> {
  const { producerId, ideaId, content, isDemo = false } = input
  return inTransaction(ctx, async (ctx) => {
    const idea = ideaId ? await ideaToPlan(ctx, ideaId) : undefined
    const producer = await ownProducer(ctx, idea?.producerId ?? producerId)
    refuseFaults(content)
    const id = newId(ctx.now.getTime())
    const isNew = await insertPlan(ctx.db, {
      ...{ id, ideaId: idea?.id ?? null, producerId: producer.id, productId: idea?.productId ?? null },
      ...{ name: content.name, unitPath: producer.unitPath, version: 1, sentAt: null },
      isDemo: isDemo || producer.isDemo,
      ...{ createdAt: ctx.now, createdBy: ctx.actor.id, updatedAt: ctx.now },
    })
    if (!isNew) throw new Refusal('conflict', 'plans.idea_has_plan')
    await insertVersion(ctx.db, { planId: id, no: 1, content, savedBy: ctx.actor.id, savedAt: ctx.now })
    const facts = { name: content.name, ideaId: idea?.id ?? null, producerId: producer.id }
    await record(ctx, 'business_plan.added', `business_plan:${id}`, facts)
    return { id }
  })
}

/**
 * Saves a plan anew, as another version; nothing is stored when nothing was changed.
 * @throws Refusal `invalid` with `faults`; `conflict` when somebody else saved since `version`
 */
export function savePlan(
  ctx: Ctx<PlanTables>,
  { planId, version, content }: { planId: string; version: number; content: PlanContent },
): Promise<{ version: number }> {
  return inTransaction(ctx, async (ctx) => {
    const plan = await lockOwnPlan(ctx, planId)
    if (plan.version !== version) throw new Refusal('conflict', 'plans.changed_meanwhile')
    refuseFaults(content)
    const changed = planFields.filter((field) => plan.content[field] !== content[field])
    if (changed.length === 0) return { version }
    const no = version + 1
    await insertVersion(ctx.db, { planId, no, content, savedBy: ctx.actor.id, savedAt: ctx.now })
    await updatePlan(ctx.db, planId, { version: no, name: content.name, updatedAt: ctx.now })
    await record(ctx, 'business_plan.saved', `business_plan:${planId}`, { version: no, changed })
    return { version: no }
  })
}

/** The commune reads the plan from now on, every later version too. @throws Refusal `conflict` when it does already */
export function sendPlan(ctx: Ctx<PlanTables>, { planId }: { planId: string }): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const plan = await lockOwnPlan(ctx, planId)
    if (plan.sentAt) throw new Refusal('conflict', 'plans.plan_sent')
    await updatePlan(ctx.db, planId, { sentAt: ctx.now, updatedAt: ctx.now })
    const { name, producerId, version } = plan
    await record(ctx, 'business_plan.sent', `business_plan:${planId}`, { name, producerId, version })
  })
}

async function ownProducer(ctx: Ctx<PlanTables>, id: string): Promise<Producer> {
  const producer = isId(id) ? await findProducer(ctx.db, id) : undefined
  if (!producer || !writesPlan(ctx.actor, { producerId: producer.id }))
    throw new Refusal('not_found', 'plans.producer_unknown')
  return producer
}

async function ideaToPlan(ctx: Ctx<PlanTables>, ideaId: string): Promise<Idea> {
  const idea = await getIdea(ctx, ideaId)
  if (!writesPlan(ctx.actor, idea)) throw new Refusal('forbidden', 'plans.plan_not_yours')
  if (idea.state !== 'accepted') throw new Refusal('conflict', 'plans.idea_not_accepted')
  return idea
}

function refuseFaults(content: PlanContent): void {
  const faults = planFaults(content)
  if (Object.keys(faults).length > 0) throw new Refusal('invalid', 'plans.faulty', { faults })
}
