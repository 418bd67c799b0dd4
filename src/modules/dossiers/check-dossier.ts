import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf, yearOf } from '#platform/dates.ts'
import { takeNumber } from '#platform/numbers/number-series.ts'
import type { Dossier, DossierTables } from './dossier-store.ts'
import { lockForStep, refuseOldVersion } from './get-dossier.ts'
import { provincePathOf, receiptNumber } from './numbers.ts'
import { moveDossier } from './take-step.ts'

/**
 * A provincial officer finds the proposed dossier complete: it gets the province's receipt number and waits for a council
 * (QĐ 26/2026/QĐ-TTg, art. 7.3a).
 */
export function checkDossier(
  ctx: Ctx<DossierTables>,
  { dossierId, version }: { dossierId: string; version?: number | undefined },
): Promise<{ receipt: string }> {
  return inTransaction(ctx, async (ctx) => {
    const { dossier, to } = await lockForStep(ctx, dossierId, 'check')
    refuseOldVersion(dossier, version)
    const receipt = dossier.provinceReceipt ?? (await nextReceipt(ctx, dossier))
    const change = { provinceReceipt: receipt, holderId: ctx.actor.id }
    await moveDossier(ctx, { dossier, step: 'check', to, change, facts: { receipt } })
    return { receipt }
  })
}

async function nextReceipt(ctx: Ctx<DossierTables>, { id, unitPath }: Dossier): Promise<string> {
  const province = provincePathOf(unitPath)
  const year = yearOf(dayOf(ctx.now))
  const taken = { series: `${province}:receipt`, year, subject: `dossier:${id}` }
  return receiptNumber(await takeNumber(ctx, taken), province, year)
}
