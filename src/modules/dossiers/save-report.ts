import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import { stillCarried } from './carry-over.ts'
import type { DossierTables } from './dossier-store.ts'
import { markMended } from './fix-list-store.ts'
import { lockForChange } from './get-dossier.ts'
import type { Report } from './report.ts'
import { changeDossier } from './take-step.ts'

/**
 * The producer fills in parts I, II and IV of Form 02. They may be saved half done.
 * @throws Refusal `conflict` when the form is closed, or was changed after `version`
 */
export function saveReport(
  ctx: Ctx<DossierTables>,
  input: { dossierId: string; report: Report; version?: number | undefined },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { dossier, fixList, mayChangePart } = await lockForChange(ctx, input)
    if (!mayChangePart('report')) throw new Refusal('conflict', 'dossiers.part_closed', { target: 'report' })
    const carried = stillCarried(dossier, ['report'])
    await changeDossier(ctx, dossier, { report: JSON.stringify(input.report), carried })
    if (fixList) await markMended(ctx.db, fixList.id, ['report'], ctx.now)
    await record(ctx, 'dossier.report_saved', `dossier:${dossier.id}`)
  })
}
