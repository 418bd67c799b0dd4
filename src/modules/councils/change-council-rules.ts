import type { CouncilRules } from '#modules/regulation/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import { hasOpenedSession, updateRules } from './council-store.ts'
import type { CouncilTables } from './council-tables.ts'
import { enterCouncil } from './enter-council.ts'
import { mayPrepare } from './positions.ts'

/** Changes the council's rules, which stay from the moment its first session opens. */
export function changeCouncilRules(
  ctx: Ctx<CouncilTables>,
  { councilId, rules }: { councilId: string; rules: CouncilRules },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { council } = await enterCouncil(ctx, councilId, 'update')
    if (!mayPrepare(ctx.actor, council.unitPath)) throw new Refusal('forbidden', 'councils.not_the_office')
    if (await hasOpenedSession(ctx.db, councilId)) throw new Refusal('conflict', 'councils.rules_stay')
    await updateRules(ctx.db, councilId, rules)
    await record(ctx, 'council.rules_changed', `council:${councilId}`, { from: council.rules, to: rules })
  })
}
