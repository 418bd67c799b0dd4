import type { Ctx } from '#platform/ctx.ts'
import { Refusal } from '#platform/refusal.ts'
import type { AppraisalTables } from '../appraisal-tables.ts'
import { askToAppraise, getAppraised } from '../appraised-dossier.ts'
import { type AppraisalReport, findReportForUpdate } from './report-store.ts'

/**
 * The draft of a dossier's report, locked, for its team to add to.
 * @throws Refusal `conflict` `appraisal.no_draft` before anything was saved, `appraisal.signed_already` once it is signed
 */
export async function lockDraft(ctx: Ctx<AppraisalTables>, dossierId: string): Promise<AppraisalReport> {
  const dossier = await getAppraised(ctx, dossierId)
  askToAppraise(ctx, dossier)
  const report = await findReportForUpdate(ctx.db, dossierId)
  if (!report) throw new Refusal('conflict', 'appraisal.no_draft')
  if (report.signedAt) throw new Refusal('conflict', 'appraisal.signed_already')
  return report
}
