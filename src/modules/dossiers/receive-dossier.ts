import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { type Day, dayOf, yearOf } from '#platform/dates.ts'
import { takeNumber } from '#platform/numbers/number-series.ts'
import { dueUnder } from './clock.ts'
import type { DossierTables } from './dossier-store.ts'
import { lockForStep } from './get-dossier.ts'
import { giveLookUpCode } from './give-look-up-code.ts'
import { receiptNumber } from './numbers.ts'
import { moveDossier } from './take-step.ts'

/**
 * A commune officer receives the dossier: it gets the commune's next receipt number, its clock of fifteen working days
 * starts, the officer holds it, and its household gets a code to look it up under.
 */
export function receiveDossier(
  ctx: Ctx<DossierTables>,
  { dossierId }: { dossierId: string },
): Promise<{ receipt: string; dueOn: Day }> {
  return inTransaction(ctx, async (ctx) => {
    const { dossier, to } = await lockForStep(ctx, dossierId, 'receive')
    const receivedOn = dayOf(ctx.now)
    const year = yearOf(receivedOn)
    const series = `${dossier.unitPath}:receipt`
    const number = await takeNumber(ctx, { series, year, subject: `dossier:${dossierId}` })
    const communeReceipt = receiptNumber(number, dossier.unitPath, year)
    const due = dueUnder(dossier.regimeId, receivedOn)
    const change = { communeReceipt, receivedOn, dueOn: due, holderId: ctx.actor.id }
    const facts = { receipt: communeReceipt, receivedOn, dueOn: due }
    await giveLookUpCode(ctx, dossierId)
    await moveDossier(ctx, { dossier, step: 'receive', to, change, facts })
    return { receipt: communeReceipt, dueOn: due }
  })
}
