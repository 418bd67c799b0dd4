import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import { missingInIdea } from './idea-form.ts'
import { updateIdea } from './idea-store.ts'
import type { PlanTables } from './plan-tables.ts'
import { lockToWrite } from './write-idea.ts'

/**
 * The idea goes to the commune, which takes it into its yearly plan, sends it back or declines it.
 * @throws Refusal `invalid` with `faults` for what is not written yet; `conflict` when it is there already
 */
export function sendIdea(ctx: Ctx<PlanTables>, { ideaId }: { ideaId: string }): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const idea = await lockToWrite(ctx, ideaId)
    const missing = missingInIdea(idea)
    if (missing.length > 0) {
      const faults = Object.fromEntries(missing.map((field) => [field, 'missing']))
      throw new Refusal('invalid', 'plans.idea_incomplete', { faults })
    }
    await updateIdea(ctx.db, idea, { state: 'sent', sentAt: ctx.now, updatedAt: ctx.now })
    const { name, producerId, expectedYear } = idea
    await record(ctx, 'product_idea.sent', `product_idea:${ideaId}`, { name, producerId, expectedYear })
  })
}
