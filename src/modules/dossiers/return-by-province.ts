import { type Ctx, inTransaction } from '#platform/ctx.ts'
import type { Day } from '#platform/dates.ts'
import { Refusal } from '#platform/refusal.ts'
import type { DossierTables } from './dossier-store.ts'
import { lockForStep, refuseOldVersion } from './get-dossier.ts'
import { keepFixList, type Return } from './return-dossier.ts'
import { moveDossier } from './take-step.ts'

/**
 * A provincial officer returns a proposed dossier with a list of what to mend, by the producer or, for the four contents
 * of Form 03, by the commune (QĐ 26/2026/QĐ-TTg, art. 7.3a).
 */
export function returnByProvince(ctx: Ctx<DossierTables>, input: Return): Promise<{ dueOn: Day }> {
  return inTransaction(ctx, async (ctx) => {
    const { dossier, to } = await lockForStep(ctx, input.dossierId, 'return')
    refuseOldVersion(dossier, input.version)
    if (to !== 'returned_by_province')
      throw new Refusal('conflict', 'dossiers.step_closed', { state: dossier.state })
    const facts = await keepFixList(ctx, dossier, { ...input, level: 'province' })
    await moveDossier(ctx, { dossier, step: 'return', to, facts })
    return { dueOn: facts.dueOn }
  })
}
