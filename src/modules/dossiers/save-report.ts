import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import { stillCarried } from './carry-over.ts'
import type { DossierTables } from './dossier-store.ts'
import { mandateFor } from './dossier-writer.ts'
import { changedFields, formField, writeAs } from './field-author.ts'
import { markMended } from './fix-list-store.ts'
import { lockForChange } from './get-dossier.ts'
import type { Report } from './report.ts'
import { changeDossier } from './take-step.ts'

/**
 * The producer, or a consultant under its mandate, fills in parts I, II and IV of Form 02. They may be saved half done.
 * The gender and ethnicity of the representative are the producer's own to write: a consultant leaves them as they are.
 * @throws Refusal `conflict` when the form is closed, or was changed after `version`
 */
export function saveReport(
  ctx: Ctx<DossierTables>,
  input: { dossierId: string; report: Report; version?: number | undefined },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { dossier, fixList, writer, mayChangePart } = await lockForChange(ctx, input)
    if (!mayChangePart('report')) throw new Refusal('conflict', 'dossiers.part_closed', { target: 'report' })
    const report =
      writer.as === 'producer' ? input.report : { ...input.report, ...ownToWrite(dossier.report) }
    const changed = changedFields<Report>(dossier.report, report)
    const mandateId = mandateFor(writer, 'report') ?? null
    const carried = stillCarried(dossier, ['report'])
    await changeDossier(ctx, dossier, { report: JSON.stringify(report), carried })
    await writeAs(ctx, dossier, { fields: changed.map((field) => formField('report', field)), mandateId })
    if (fixList) await markMended(ctx.db, fixList.id, ['report'], ctx.now)
    await record(ctx, 'dossier.report_saved', `dossier:${dossier.id}`, { changed, mandateId })
  })
}

function ownToWrite({ representativeGender = '', representativeEthnicity = '' }: Partial<Report>) {
  return { representativeGender, representativeEthnicity }
}
