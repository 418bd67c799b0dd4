import { findReportPhoto, findSignedReport, type SignedReport } from '#modules/appraisal/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CouncilTables } from './council-tables.ts'
import { type DossierLabel, labelDossiers } from './dossier-labels.ts'
import { askToBeImpartial, type DossierRoom, enterDossier } from './session-room.ts'

interface AppraisalReading {
  room: DossierRoom
  label: DossierLabel | undefined
  report: SignedReport
}

/**
 * The advisory team's signed report (art. 7.3c), for those who sit in the council and are not recused from the dossier. Who
 * oversees the council reads it among the province's appraisals.
 * @throws Refusal `not_found` while there is none, and for who has no seat
 */
export async function readAppraisal(
  ctx: Ctx<CouncilTables>,
  at: { sessionId: string; dossierId: string },
): Promise<AppraisalReading> {
  const room = await enterDossier(ctx, at)
  askToBeImpartial(room)
  const report = room.seat && (await findSignedReport(ctx.db, at.dossierId))
  if (!report) throw new Refusal('not_found', 'councils.appraisal_unknown')
  return { room, label: (await labelDossiers(ctx.db, [at.dossierId])).get(at.dossierId), report }
}

/** A picture of that report. */
export async function readAppraisalPhoto(
  ctx: Ctx<CouncilTables>,
  at: { sessionId: string; dossierId: string; photoId: string },
): Promise<{ fileId: string }> {
  await readAppraisal(ctx, at)
  if (!isId(at.photoId)) throw new Refusal('not_found', 'councils.appraisal_unknown')
  return findReportPhoto(ctx.db, at)
}
