import { type Context, Hono } from 'hono'
import { fileHeaders } from '#platform/files/file-headers.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { Refusal } from '#platform/refusal.ts'
import { uploadsIn } from '#platform/uploads/uploads-in.ts'
import { attachPages } from './attach-evidence.ts'
import { attempt, sentenceOf } from './attempt.ts'
import { detachEvidence } from './detach-evidence.ts'
import { writerOf } from './dossier-writer.ts'
import { getDossier } from './get-dossier.ts'
import { openEvidence } from './open-evidence.ts'
import { pageIn } from './page-in.ts'
import { readDossierFile } from './read-dossier-file.ts'
import { EvidencePage } from './views/evidence-page.tsx'
import type { ReturnedUpload } from './views/upload-form.tsx'
import './text.ts'

/** The files of a dossier: by kind of paper, one by one, added and taken out. */
export const evidenceRoutes = new Hono<Env>()

evidenceRoutes.get('/dossiers/:id/evidence', (c) => show(c))

evidenceRoutes.post('/dossiers/:id/evidence', async (c) => {
  const dossierId = c.req.param('id')
  const dossier = await getDossier(c.get('ctx'), dossierId)
  if (!(await writerOf(c.get('ctx'), dossier))) throw new Refusal('forbidden', 'dossiers.for_producers')
  const form = await c.req.formData()
  const paperKind = String(form.get('paperKind') ?? '')
  const title = String(form.get('title') ?? '')
  const { uploads, sent } = await uploadsIn(c, form, 'file')
  const back = { paperKind, title, sent }
  if (uploads.length === 0) return show(c, { ...back, fault: 'dossiers:page.filing.choose_a_file' })
  const { refusal } = await attempt(() =>
    attachPages(c.get('ctx'), c.get('files'), { dossierId, paperKind, title, uploads }),
  )
  if (refusal?.kind === 'conflict') throw refusal
  if (refusal) return show(c, { ...back, fault: sentenceOf(refusal), facts: refusal.facts })
  sayNext(c, 'success', 'dossiers:page.filing.attached')
  return c.redirect(`/dossiers/${dossierId}/evidence#giay-${paperKind}`, 303)
})

evidenceRoutes.get('/dossiers/:id/evidence/:evidenceId', async (c) => {
  const { id: dossierId } = await getDossier(c.get('ctx'), c.req.param('id'))
  const evidenceId = c.req.param('evidenceId')
  const file = await openEvidence(c.get('ctx').db, c.get('files'), { dossierId, evidenceId, page: pageIn(c) })
  const headers = fileHeaders(file, 'inline')
  if (c.req.header('if-none-match') === headers.etag) return c.body(null, 304, { etag: headers.etag ?? '' })
  return c.body(new Uint8Array(file.bytes), 200, headers)
})

evidenceRoutes.post('/dossiers/:id/evidence/:evidenceId/removal', async (c) => {
  const { id: dossierId, evidenceId } = c.req.param()
  await detachEvidence(c.get('ctx'), { dossierId, evidenceId })
  sayNext(c, 'success', 'dossiers:page.filing.detached')
  return c.redirect(`/dossiers/${dossierId}/evidence`, 303)
})

async function show(
  c: Context<Env>,
  returned?: Omit<ReturnedUpload, 'fault'> & { fault: string; facts?: Readonly<Record<string, unknown>> },
): Promise<Response> {
  const file = await readDossierFile(c.get('ctx'), c.req.param('id') ?? '')
  const fault = returned && c.get('view').t(returned.fault, returned.facts)
  return render(
    c,
    <EvidencePage file={file} returned={returned && { ...returned, fault: fault ?? '' }} />,
    returned ? 422 : 200,
  )
}
