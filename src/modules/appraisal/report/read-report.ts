import { findDossier } from '#modules/dossiers/index.ts'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { isDecided, isProducerOf, readsAppraisals, readsDraft } from '../appraisal-rights.ts'
import { getAppraised, type ReadCtx } from '../appraised-dossier.ts'
import type { FrozenReport } from './frozen-report.ts'
import { findReport, listPhotos, type Photo } from './report-store.ts'

/** A signed report, as everybody who may read it reads it. */
export interface SignedReport {
  dossierId: string
  frozen: FrozenReport
  digest: string
  signedAt: Date
}

/** The signed report of a dossier; whether the reader may see it is for the caller to decide. */
export async function findSignedReport(
  db: ReadCtx['db'],
  dossierId: string,
): Promise<SignedReport | undefined> {
  const report = isId(dossierId) ? await findReport(db, dossierId) : undefined
  if (!report?.frozen || !report.digest || !report.signedAt) return undefined
  return { dossierId, frozen: report.frozen, digest: report.digest, signedAt: report.signedAt }
}

/**
 * The signed report for the province's officers, the centre and auditors, and for the producer once the decision on the
 * product is there. Councils show it to their members themselves.
 * @throws Refusal `not_found` for anybody else, and while it is not signed
 */
export async function getSignedReport(ctx: ReadCtx, dossierId: string): Promise<SignedReport> {
  const dossier = isId(dossierId) ? await findDossier(ctx.db, dossierId) : undefined
  const reads =
    dossier &&
    (readsAppraisals(ctx.actor, dossier.unitPath) || (isProducerOf(ctx.actor, dossier) && isDecided(dossier)))
  const report = reads ? await findSignedReport(ctx.db, dossierId) : undefined
  if (!report) throw new Refusal('not_found', 'appraisal.no_report')
  return report
}

/** A picture of a signed report; whether the reader may see the report is for the caller to decide. */
export async function findReportPhoto(
  db: ReadCtx['db'],
  { dossierId, photoId }: { dossierId: string; photoId: string },
): Promise<Photo> {
  const report = await findReport(db, dossierId)
  const photos = report ? await listPhotos(db, report.id) : []
  const photo = photos.find(({ id }) => id === photoId)
  if (!photo) throw new Refusal('not_found', 'appraisal.photo_unknown')
  return photo
}

/** A picture of a report, of a draft for its writers only. */
export async function getPhoto(ctx: ReadCtx, at: { dossierId: string; photoId: string }): Promise<Photo> {
  if (await maySeeDraft(ctx, at.dossierId)) return findReportPhoto(ctx.db, at)
  await getSignedReport(ctx, at.dossierId)
  return findReportPhoto(ctx.db, at)
}

async function maySeeDraft(ctx: ReadCtx, dossierId: string): Promise<boolean> {
  const dossier = isId(dossierId) ? await findDossier(ctx.db, dossierId) : undefined
  if (!dossier || !readsAppraisals(ctx.actor, dossier.unitPath)) return false
  return readsDraft(ctx.actor, await getAppraised(ctx, dossierId))
}
