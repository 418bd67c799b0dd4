import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf, yearOf } from '#platform/dates.ts'
import type { DossierTables } from './dossier-store.ts'
import { lockForStep } from './get-dossier.ts'
import { provincePathOf, receiptNumber } from './numbers.ts'
import { takeNumber } from './take-number.ts'
import { moveDossier } from './take-step.ts'

/**
 * A provincial officer finds the proposed dossier complete: it gets the province's receipt number and waits for a council
 * (QĐ 26/2026/QĐ-TTg, art. 7.3a).
 */
export function checkDossier(
  ctx: Ctx<DossierTables>,
  { dossierId }: { dossierId: string },
): Promise<{ receipt: string }> {
  return inTransaction(ctx, async (ctx) => {
    const { dossier, to } = await lockForStep(ctx, dossierId, 'check')
    const province = provincePathOf(dossier.unitPath)
    const year = yearOf(dayOf(ctx.now))
    const receipt =
      dossier.provinceReceipt ??
      receiptNumber(await takeNumber(ctx, `receipt ${province}`, year), province, year)
    const change = { provinceReceipt: receipt }
    await moveDossier(ctx, { dossier, step: 'check', to, change, facts: { receipt } })
    return { receipt }
  })
}
