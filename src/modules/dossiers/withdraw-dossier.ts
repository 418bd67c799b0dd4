import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { Refusal } from '#platform/refusal.ts'
import type { DossierTables } from './dossier-store.ts'
import { closeFixList, findOpenFixList } from './fix-list-store.ts'
import { lockForStep } from './get-dossier.ts'
import { moveDossier } from './take-step.ts'

/** The producer withdraws the dossier, saying why. It cannot be taken up again; the product may be filed anew. */
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
    await moveDossier(ctx, { dossier, step: 'withdraw', to, facts: { reason } })
  })
}
