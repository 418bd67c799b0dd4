import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { Refusal } from '#platform/refusal.ts'
import type { DossierTables } from './dossier-store.ts'
import { closeFixList, findOpenFixList } from './fix-list-store.ts'
import { lockForStep } from './get-dossier.ts'
import { signedAtCounter } from './signed-at-counter.ts'
import { moveDossier } from './take-step.ts'

/**
 * The producer withdraws the dossier, saying why. It cannot be taken up again; the product may be filed anew. What was
 * handed in an officer withdraws at the counter only on a page that the household signed.
 */
export function withdrawDossier(
  ctx: Ctx<DossierTables>,
  input: { dossierId: string; reason: string },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { dossier, to } = await lockForStep(ctx, input.dossierId, 'withdraw')
    const reason = input.reason.trim()
    if (reason === '') throw new Refusal('invalid', 'dossiers.reason_missing')
    const fixList = await findOpenFixList(ctx.db, dossier.id)
    if (fixList) await closeFixList(ctx.db, fixList.id, ctx.now)
    const counter = dossier.submittedAt ? await signedAtCounter(ctx, dossier, 'withdrawal') : undefined
    const facts = { reason, ...(counter ? { counter } : {}) }
    await moveDossier(ctx, { dossier, step: 'withdraw', to, facts })
  })
}
