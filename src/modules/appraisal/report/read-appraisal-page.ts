import { findDossier } from '#modules/dossiers/index.ts'
import { namesOf } from '#modules/people/index.ts'
import { showMoment } from '#platform/dates.ts'
import { isId } from '#platform/ids.ts'
import {
  appraises,
  isOpen,
  readsAppraisals,
  readsDraft,
  readsSamples,
  type Team,
  teamOf,
} from '../appraisal-rights.ts'
import { type DossierHead, getAppraised, headOf, type ReadCtx } from '../appraised-dossier.ts'
import { type ExtraTest, listTests } from '../extra-tests/extra-test-store.ts'
import { getSignedReport, type SignedReport } from './read-report.ts'
import type { ReportContent } from './report-content.ts'
import { type AppraisalReport, findReport, listPhotos, type Photo } from './report-store.ts'

export interface Draft {
  by: string
  at: string
  says: { content: ReportContent; photos: Photo[]; tests: ExtraTest[] } | undefined
}

export interface AppraisalReading {
  head: DossierHead
  team: Team
  readsSamples: boolean
  report: SignedReport | undefined
  /** A report that is not signed: who saved it last and when, and for its team and for auditors what it says. */
  draft: Draft | undefined
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
    draft: kept && !kept.signedAt ? await draftOf(ctx, kept, readsDraft(ctx.actor, dossier)) : undefined,
    mayWrite: appraises(ctx.actor, dossier) && isOpen(dossier) && !kept?.signedAt,
    isOwn: false,
  }
}

async function draftOf(ctx: ReadCtx, kept: AppraisalReport, reads: boolean): Promise<Draft> {
  const saving = await lastSaving(ctx, kept)
  if (!reads) return { ...saving, says: undefined }
  const photos = await listPhotos(ctx.db, kept.id)
  const tests = await listTests(ctx.db, kept.dossierId)
  return { ...saving, says: { content: kept.content, photos, tests } }
}

/** Who saved a report last, and when. */
export async function lastSaving(
  { db }: Pick<ReadCtx, 'db'>,
  { savedBy, savedAt }: Pick<AppraisalReport, 'savedBy' | 'savedAt'>,
): Promise<{ by: string; at: string }> {
  const names = await namesOf(db, [savedBy])
  return { by: names.get(savedBy ?? '') ?? '', at: showMoment(savedAt) }
}
