import { findDossier } from '#modules/dossiers/index.ts'
import { namesOf } from '#modules/people/index.ts'
import { showMoment } from '#platform/dates.ts'
import { isId } from '#platform/ids.ts'
import { appraises, isOpen, readsAppraisals, readsSamples, type Team, teamOf } from '../appraisal-rights.ts'
import { type DossierHead, getAppraised, headOf, type ReadCtx } from '../appraised-dossier.ts'
import { getSignedReport, type SignedReport } from './read-report.ts'
import { type AppraisalReport, findReport } from './report-store.ts'

export interface AppraisalReading {
  head: DossierHead
  team: Team
  readsSamples: boolean
  report: SignedReport | undefined
  /** What stands of a report that is not signed: who saved it last and when. What it says is its writers' own. */
  draft: { by: string; at: string } | undefined
  mayWrite: boolean
  /** Whether the reader is the producer, to whom only the signed report is shown, once the decision is there. */
  isOwn: boolean
}

/** The appraisal of a dossier as the actor may see it. @throws Refusal `not_found` for who may see nothing of it */
export async function readAppraisal(ctx: ReadCtx, dossierId: string): Promise<AppraisalReading> {
  const own = isId(dossierId) ? await findDossier(ctx.db, dossierId) : undefined
  if (own && !readsAppraisals(ctx.actor, own.unitPath)) {
    const report = await getSignedReport(ctx, dossierId)
    const rest = { readsSamples: false, draft: undefined, mayWrite: false, isOwn: true }
    return { head: await headOf(ctx, own), team: teamOf(own.kind), report, ...rest }
  }
  const dossier = await getAppraised(ctx, dossierId)
  const kept = await findReport(ctx.db, dossierId)
  return {
    head: await headOf(ctx, dossier),
    team: teamOf(dossier.kind),
    readsSamples: readsSamples(ctx.actor, dossier.unitPath),
    report: kept?.signedAt ? await getSignedReport(ctx, dossierId) : undefined,
    draft: kept && !kept.signedAt ? await lastSaving(ctx, kept) : undefined,
    mayWrite: appraises(ctx.actor, dossier) && isOpen(dossier) && !kept?.signedAt,
    isOwn: false,
  }
}

/** Who saved a report last, and when. */
export async function lastSaving(
  { db }: Pick<ReadCtx, 'db'>,
  { savedBy, savedAt }: Pick<AppraisalReport, 'savedBy' | 'savedAt'>,
): Promise<{ by: string; at: string }> {
  const names = await namesOf(db, [savedBy])
  return { by: names.get(savedBy ?? '') ?? '', at: showMoment(savedAt) }
}
