import { findDossierOfPlan, openDossier } from '#modules/dossiers/index.ts'
import { addProduct, typedProduct } from '#modules/products/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import { formsFromPlan } from './forms-from-plan.ts'
import { lockOwnPlan } from './get-plan.ts'
import { findIdea, findIdeaForUpdate, type Idea, updateIdea } from './idea-store.ts'
import { plansSeenBy } from './plan-rights.ts'
import { type BusinessPlan, updatePlan } from './plan-store.ts'
import type { PlanTables } from './plan-tables.ts'

/**
 * Makes a dossier of a plan: registers the product if it is not yet, opens the dossier, fills in both forms. Nothing is
 * typed twice, and it happens once: asked again it answers the dossier that is there. One that was withdrawn counts for
 * nothing.
 * @throws Refusal `conflict` while the plan names no product set, and as `openDossier`
 */
export function openDossierOfPlan(
  ctx: Ctx<PlanTables>,
  { planId }: { planId: string },
): Promise<{ id: string; code: string; isNew: boolean }> {
  return inTransaction(ctx, async (ctx) => {
    const plan = await lockOwnPlan(ctx, planId)
    const known = await findDossierOfPlan(ctx.db, planId)
    if (known) return { ...known, isNew: false }
    const idea = plan.ideaId ? await findIdea(ctx.db, plan.ideaId) : undefined
    const productId = plan.productId ?? (await registerProduct(ctx, plan, idea))
    const forms = formsFromPlan(plan.content, idea)
    const opened = await openDossier(ctx, { productId, kind: 'first', plan: { id: planId, ...forms } })
    const facts = { name: plan.name, version: plan.version, productId, dossierId: opened.id }
    await record(ctx, 'business_plan.became_dossier', `business_plan:${planId}`, facts)
    return { ...opened, isNew: true }
  })
}

async function registerProduct(
  ctx: Ctx<PlanTables>,
  { id, name, content, producerId, isDemo }: BusinessPlan,
  idea: Idea | undefined,
): Promise<string> {
  if (content.productSetNo === '') throw new Refusal('conflict', 'plans.set_missing')
  const { productSetNo, specification } = content
  const typed = typedProduct({ name, productSetNo, specification, story: idea?.description ?? '' })
  const product = await addProduct(ctx, { producerId, typed, isDemo })
  await updatePlan(ctx.db, id, { productId: product.id })
  const locked = idea && (await findIdeaForUpdate(ctx.db, idea.id, plansSeenBy(ctx.actor)))
  if (locked) await updateIdea(ctx.db, locked, { productId: product.id })
  return product.id
}
