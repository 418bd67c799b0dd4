import { Hono } from 'hono'
import { fileHeaders } from '#platform/files/file-headers.ts'
import { openStoredFile } from '#platform/files/open-stored-file.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { isId } from '#platform/ids.ts'
import { type Refusal, refusalOf } from '#platform/refusal.ts'
import { uploadsIn } from '#platform/uploads/uploads-in.ts'
import { type PaperFaults, typedPaper } from './add-paper.ts'
import { addScannedPaper } from './add-scanned-paper.ts'
import { getProducer, getProducerToChange } from './get-producer.ts'
import { findPaperOfFile } from './paper-store.ts'
import { signedInOnly } from './signed-in-only.ts'
import { PaperFormPage } from './views/paper-form-page.tsx'

/** The papers of a producer: adding one with its pages, looking at a page. The vault itself is dossiers' to serve, for it shows where each is cited. */
export const paperRoutes = new Hono<Env>()

paperRoutes.use('/files/*', signedInOnly)

paperRoutes.get('/producers/:id/papers/new', async (c) => {
  const producer = await getProducerToChange(c.get('ctx'), c.req.param('id'))
  const typed = typedPaper({ kind: c.req.query('kind') })
  return render(c, <PaperFormPage {...{ producer, typed }} faults={{}} />)
})

paperRoutes.post('/producers/:id/papers/new', async (c) => {
  const ctx = c.get('ctx')
  const producerId = c.req.param('id')
  const producer = await getProducerToChange(ctx, producerId)
  const form = await c.req.formData()
  const typed = typedPaper(Object.fromEntries(form))
  const { uploads, sent } = await uploadsIn(c, form, 'file')
  const paper = { producerId, typed, uploads }
  const refusal = await refusalOf(addScannedPaper(ctx, c.get('files'), paper), 'invalid')
  if (refusal) {
    const { faults, scan } = refusal.facts as { faults: PaperFaults; scan: Refusal | null }
    const scanFault = scan
      ? c.get('view').t(`files:refusal.${scan.code.split('.')[1]}`, scan.facts)
      : undefined
    return render(c, <PaperFormPage {...{ producer, typed, faults, scanFault, sent }} />, 422)
  }
  sayNext(c, 'success', 'producers:done.paper_added')
  return c.redirect(`/producers/${producerId}/papers`, 303)
})

paperRoutes.get('/files/:id', async (c, next) => {
  const ctx = c.get('ctx')
  const id = c.req.param('id')
  const paper = isId(id) ? await findPaperOfFile(ctx.db, id) : undefined
  // Other modules keep files of their own under the same address.
  if (!paper) return next()
  await getProducer(ctx, paper.producerId)
  const { bytes, ...file } = await openStoredFile(ctx.db, c.get('files'), id)
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, fileHeaders(file, 'inline'))
})
