import { type Context, Hono } from 'hono'
import { readVersion, signedInOnly } from '#modules/producers/index.ts'
import { dayOf } from '#platform/dates.ts'
import { contentDisposition } from '#platform/files/content-disposition.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { formWords } from '#platform/http/form-words.ts'
import { render } from '#platform/http/render.tsx'
import { formRefusal, Refusal } from '#platform/refusal.ts'
import { uploadsIn } from '#platform/uploads/uploads-in.ts'
import { readsSamples } from '../appraisal-rights.ts'
import { askToAppraise, getAppraised, headOf } from '../appraised-dossier.ts'
import { listTests } from '../extra-tests/extra-test-store.ts'
import { AppraisalPage } from '../views/appraisal-page.tsx'
import { OwnAppraisalPage } from '../views/own-appraisal-page.tsx'
import { ReportFormPage, type ReportFormPageProps } from '../views/report-form-page.tsx'
import { SignReportPage } from '../views/sign-report-page.tsx'
import { addPhotos } from './add-photos.ts'
import { captionPhotos, removePhoto } from './change-photos.ts'
import { drawReport } from './draw-report.ts'
import { lastSaving, readAppraisal } from './read-appraisal-page.ts'
import { getPhoto, getSignedReport, type SignedReport } from './read-report.ts'
import { type ReportContent, reportContent, signingFaults } from './report-content.ts'
import { findReport, listPhotos } from './report-store.ts'
import { saveReport } from './save-report.ts'
import { sendPhoto } from './send-photo.ts'
import { signReport } from './sign-report.ts'
import '../text.ts'

/** The report on one dossier: reading it, writing it with its pictures, signing it, its paper. */
export const reportRoutes = new Hono<Env>()

const base = '/dossiers/:id/appraisal'
type At = Context<Env, '/dossiers/:id/appraisal'>

reportRoutes.use(base, signedInOnly)
reportRoutes.use(`${base}/*`, signedInOnly)

reportRoutes.get(base, async (c) => {
  const { isOwn, report, ...reading } = await readAppraisal(c.get('ctx'), c.req.param('id'))
  if (isOwn && report) return render(c, <OwnAppraisalPage head={reading.head} report={report} />)
  return render(c, <AppraisalPage report={report} {...reading} />)
})

reportRoutes.get(`${base}/report.pdf`, async (c) => {
  const report = await getSignedReport(c.get('ctx'), c.req.param('id'))
  return sendPaper(c, report, { bytes: await drawReport(c.get('files'), report, 'pdf'), kind: 'pdf' })
})

reportRoutes.get(`${base}/report.docx`, async (c) => {
  const report = await getSignedReport(c.get('ctx'), c.req.param('id'))
  return sendPaper(c, report, { bytes: await drawReport(c.get('files'), report, 'docx'), kind: 'docx' })
})

reportRoutes.get(`${base}/draft`, (c) => showForm(c as At))

reportRoutes.post(`${base}/draft`, async (c) => {
  const dossierId = c.req.param('id')
  const form = (await c.req.parseBody()) as Record<string, unknown>
  const typed = reportContent(form)
  const saving = saveReport(c.get('ctx'), { dossierId, content: typed, version: readVersion(form) })
  const refusal = await formRefusal(saving)
  if (refusal?.code === 'appraisal.signed_already') throw refusal
  if (refusal) return showForm(c as At, { typed, refusal, version: readVersion(form) })
  if (form.go === 'sign') return c.redirect(`/dossiers/${dossierId}/appraisal/signature`, 303)
  sayNext(c, 'success', 'appraisal:done.saved')
  return c.redirect(`/dossiers/${dossierId}/appraisal/draft`, 303)
})

reportRoutes.post(`${base}/photos`, async (c) => {
  const dossierId = c.req.param('id')
  const form = await c.req.formData()
  const { uploads } = await uploadsIn(c, form, 'photos')
  const caption = String(form.get('caption') ?? '')
  const adding = addPhotos(c.get('ctx'), c.get('files'), { dossierId, uploads, caption })
  const refusal = await formRefusal(adding)
  if (refusal?.kind === 'conflict') throw refusal
  if (refusal) return showForm(c as At, { photos: refusal })
  sayNext(c, 'success', 'appraisal:done.photos_added', { count: uploads.length })
  return c.redirect(`/dossiers/${dossierId}/appraisal/draft#photos`, 303)
})

reportRoutes.post(`${base}/captions`, async (c) => {
  const dossierId = c.req.param('id')
  const form = (await c.req.parseBody()) as Record<string, unknown>
  const captions = new Map<string, string>()
  for (const [name, value] of Object.entries(form))
    if (name.startsWith('caption:') && typeof value === 'string') captions.set(name.slice(8), value)
  await captionPhotos(c.get('ctx'), { dossierId, captions })
  sayNext(c, 'success', 'appraisal:done.captions_saved')
  return c.redirect(`/dossiers/${dossierId}/appraisal/draft#photos`, 303)
})

reportRoutes.post(`${base}/photos/:photoId/removal`, async (c) => {
  const { id: dossierId, photoId } = c.req.param()
  await removePhoto(c.get('ctx'), { dossierId, photoId })
  sayNext(c, 'success', 'appraisal:done.photo_removed')
  return c.redirect(`/dossiers/${dossierId}/appraisal/draft#photos`, 303)
})

reportRoutes.get(`${base}/photos/:photoId`, async (c) => {
  const { id: dossierId, photoId } = c.req.param()
  const { fileId } = await getPhoto(c.get('ctx'), { dossierId, photoId })
  return sendPhoto(c, fileId)
})

reportRoutes.get(`${base}/signature`, (c) => showSigning(c as At))

reportRoutes.post(`${base}/signature`, async (c) => {
  const dossierId = c.req.param('id')
  const form = (await c.req.parseBody()) as Record<string, unknown>
  const said = (name: string) => (typeof form[name] === 'string' ? form[name].trim().normalize('NFC') : '')
  const typed = { number: said('number'), signature: said('signature') }
  const signing = signReport(c.get('ctx'), { dossierId, version: readVersion(form), ...typed })
  const refusal = await formRefusal(signing)
  if (refusal?.code === 'appraisal.signed_already') throw refusal
  if (refusal) return showSigning(c as At, { typed, refusal })
  sayNext(c, 'success', 'appraisal:done.signed')
  return c.redirect(`/dossiers/${dossierId}/appraisal`, 303)
})

const paperTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

function sendPaper(
  c: Context<Env>,
  { frozen }: SignedReport,
  { bytes, kind }: { bytes: Uint8Array; kind: keyof typeof paperTypes },
): Response {
  const name = `bao-cao-tham-dinh-${frozen.dossier.code}.${kind}`
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': paperTypes[kind],
    'content-disposition': contentDisposition(name, kind === 'pdf' ? 'inline' : 'attachment'),
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  })
}

interface Returned {
  typed?: ReportContent
  version?: number
  refusal?: Refusal
  /** What is wrong with pictures that were chosen. */
  photos?: Refusal
}

async function showForm(c: At, returned: Returned = {}): Promise<Response> {
  const ctx = c.get('ctx')
  const { t } = c.get('view')
  const dossier = await getAppraised(ctx, c.req.param('id'))
  askToAppraise(ctx, dossier)
  const kept = await findReport(ctx.db, dossier.id)
  if (kept?.signedAt) throw new Refusal('conflict', 'appraisal.signed_already')
  const { refusal, typed } = returned
  const words = refusal && formWords(refusal, t)
  const isConflict = refusal?.kind === 'conflict' && kept !== undefined
  const theirs = isConflict ? { content: kept.content, ...(await lastSaving(ctx, kept)) } : undefined
  const props: ReportFormPageProps = {
    head: await headOf(ctx, dossier),
    readsSamples: readsSamples(ctx.actor, dossier.unitPath),
    typed: typed ?? kept?.content ?? reportContent({ surveyOn: '', survey: '' }),
    // After a conflict what is saved next is saved over what the other one wrote, knowingly.
    version: isConflict ? kept.version : (returned.version ?? kept?.version ?? 0),
    faults: words?.faults ?? {},
    message: words?.message,
    theirs,
    isReassessment: dossier.kind === 'reassessment',
    photos: kept ? await listPhotos(ctx.db, kept.id) : [],
    photoFault: returned.photos && formWords(returned.photos, t).message,
  }
  return render(c, <ReportFormPage {...props} />, words?.status ?? (returned.photos ? 422 : 200))
}

async function showSigning(
  c: At,
  returned?: { typed: { number: string; signature: string }; refusal: Refusal },
): Promise<Response> {
  const ctx = c.get('ctx')
  const { t } = c.get('view')
  const dossier = await getAppraised(ctx, c.req.param('id'))
  askToAppraise(ctx, dossier)
  const kept = await findReport(ctx.db, dossier.id)
  if (kept?.signedAt) throw new Refusal('conflict', 'appraisal.signed_already')
  if (!kept) return c.redirect(`/dossiers/${dossier.id}/appraisal/draft`, 303)
  const lacks = signingFaults(kept.content, { kind: dossier.kind, today: dayOf(ctx.now) })
  const words = returned && formWords(returned.refusal, t)
  return render(
    c,
    <SignReportPage
      head={await headOf(ctx, dossier)}
      readsSamples={readsSamples(ctx.actor, dossier.unitPath)}
      content={kept.content}
      version={kept.version}
      photos={await listPhotos(ctx.db, kept.id)}
      tests={await listTests(ctx.db, dossier.id)}
      lacks={Object.fromEntries(
        Object.entries(lacks).map(([field, fault]) => [field, t(`appraisal:fault.${fault}`)]),
      )}
      typed={returned?.typed ?? { number: '', signature: '' }}
      faults={words?.faults ?? {}}
      message={words?.message}
    />,
    words?.status ?? 200,
  )
}
