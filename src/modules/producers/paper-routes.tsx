import { Hono } from 'hono'
import { fileHeaders } from '#platform/files/file-headers.ts'
import { openStoredFile } from '#platform/files/open-stored-file.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { isId } from '#platform/ids.ts'
import { type Refusal, refusalOf } from '#platform/refusal.ts'
import { type PaperFaults, typedPaper } from './add-paper.ts'
import { addScannedPaper } from './add-scanned-paper.ts'
import { getProducer, getProducerToChange } from './get-producer.ts'
import { findPaperOfFile } from './paper-store.ts'
import { removePaper } from './remove-paper.ts'
import { signedInOnly } from './signed-in-only.ts'
import { uploaded } from './uploaded.ts'
import { PaperFormPage } from './views/paper-form-page.tsx'

/** The papers of a producer: adding one with its scan, taking one out, looking at a scan. */
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
  const body = await c.req.parseBody()
  const typed = typedPaper(body)
  const paper = { producerId, typed, upload: await uploaded(body.file) }
  const refusal = await refusalOf(addScannedPaper(ctx, c.get('files'), paper), 'invalid')
  if (refusal) {
    const { faults, scan } = refusal.facts as { faults: PaperFaults; scan: Refusal | null }
    const scanFault = scan
      ? c.get('view').t(`files:refusal.${scan.code.split('.')[1]}`, scan.facts)
      : undefined
    const producer = await getProducer(ctx, producerId)
    return render(c, <PaperFormPage {...{ producer, typed, faults, scanFault }} />, 422)
  }
  sayNext(c, 'success', 'producers:done.paper_added')
  return c.redirect(`/producers/${producerId}#papers`, 303)
})

paperRoutes.post('/producers/:id/papers/:paperId/removal', async (c) => {
  await removePaper(c.get('ctx'), { paperId: c.req.param('paperId') })
  sayNext(c, 'success', 'producers:done.paper_removed')
  return c.redirect(`/producers/${c.req.param('id')}#papers`, 303)
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
