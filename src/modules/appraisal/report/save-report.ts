import type { Dossier } from '#modules/dossiers/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { record } from '#platform/events/record.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { teamOf } from '../appraisal-rights.ts'
import type { AppraisalTables } from '../appraisal-tables.ts'
import { askToAppraise, getAppraised } from '../appraised-dossier.ts'
import { draftFaults, type ReportContent } from './report-content.ts'
import { findReport, insertReport, updateReport } from './report-store.ts'

export interface SavedReport {
  dossierId: string
  content: ReportContent
  /** The version that the form was filled in on; 0 where there was no report yet. */
  version: number
}

/**
 * The team keeps its report as a draft (QĐ 26/2026/QĐ-TTg, art. 7.3c; at a reassessment the OCOP body, art. 7.6).
 * @throws Refusal `invalid` with `faults`; `conflict` `appraisal.changed_meanwhile` when somebody else saved since,
 *   `appraisal.signed_already` once it is signed
 */
export function saveReport(
  ctx: Ctx<AppraisalTables>,
  { dossierId, content, version }: SavedReport,
): Promise<{ id: string; version: number }> {
  return inTransaction(ctx, async (ctx) => {
    const dossier = await getAppraised(ctx, dossierId)
    askToAppraise(ctx, dossier)
    const faults = draftFaults(content, dayOf(ctx.now))
    if (Object.keys(faults).length > 0) throw new Refusal('invalid', 'appraisal.faulty', { faults })
    const saved =
      version === 0 ? await begin(ctx, dossier, content) : await goOn(ctx, dossierId, { content, version })
    await record(ctx, 'appraisal_report.saved', `appraisal_report:${saved.id}`, {
      dossierId,
      version: saved.version,
    })
    return saved
  })
}

async function begin(
  ctx: Ctx<AppraisalTables>,
  { id: dossierId, kind, isDemo }: Dossier,
  content: ReportContent,
) {
  const id = newId(ctx.now.getTime())
  const report = {
    id,
    dossierId,
    team: teamOf(kind),
    content,
    startedBy: ctx.actor.id,
    startedAt: ctx.now,
    isDemo,
  }
  if (!(await insertReport(ctx.db, report))) throw new Refusal('conflict', 'appraisal.changed_meanwhile')
  return { id, version: 1 }
}

async function goOn(
  ctx: Ctx<AppraisalTables>,
  dossierId: string,
  { content, version }: { content: ReportContent; version: number },
) {
  const report = await findReport(ctx.db, dossierId)
  if (report?.signedAt) throw new Refusal('conflict', 'appraisal.signed_already')
  const saving = { version, content, savedBy: ctx.actor.id, savedAt: ctx.now }
  if (!report || !(await updateReport(ctx.db, report.id, saving)))
    throw new Refusal('conflict', 'appraisal.changed_meanwhile')
  return { id: report.id, version: version + 1 }
}
