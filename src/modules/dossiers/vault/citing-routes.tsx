import { type Context, Hono } from 'hono'
import { findPaper, listPaperPages } from '#modules/producers/index.ts'
import { fileHeaders } from '#platform/files/file-headers.ts'
import { openStoredFile } from '#platform/files/open-stored-file.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { uploadsIn } from '#platform/uploads/uploads-in.ts'
import { attachEvidence, attachPages } from '../attach-evidence.ts'
import { attempt, sentenceOf } from '../attempt.ts'
import { type AskedPlace, citePapers } from '../cite-paper.ts'
import { writerOf } from '../dossier-writer.ts'
import { type Place, targetsOf } from '../evidence-place.ts'
import { getDossier } from '../get-dossier.ts'
import { pageIn } from '../page-in.ts'
import type { DossierFile } from '../read-dossier-file.ts'
import { partHref } from '../views/part-name.ts'
import { readCiting } from './read-citing.ts'
import { seesPaper } from './sees-paper.ts'
import { CitingPage, type ReturnedCiting } from './views/citing-page.tsx'
import '../text.ts'

/** Citing papers of the vault in one place of a dossier, or bringing a new one into it and citing it in one step. */
export const citingRoutes = new Hono<Env>()

citingRoutes.get('/dossiers/:id/citations', (c) => show(c))

citingRoutes.post('/dossiers/:id/citations', async (c) => {
  const ctx = c.get('ctx')
  const asked = placeIn(c)
  const { file, place } = await readCiting(ctx, asked)
  const form = await c.req.formData()
  const { uploads, sent } = await uploadsIn(c, form, 'files')
  const paperIds = form.getAll('paper').map(String)
  const typed = {
    paperIds,
    sent,
    as: String(form.get('as') ?? 'papers'),
    title: String(form.get('title') ?? ''),
  }
  if (paperIds.length + uploads.length === 0) {
    const fault = form.has('title')
      ? 'dossiers:page.filing.choose_a_file'
      : 'dossiers:page.vault.choose_paper'
    return show(c, { ...typed, fault: c.get('view').t(fault), at: form.has('title') ? 'files' : 'papers' })
  }
  const { done, refusal } = await attempt(async () => {
    const cited = paperIds.length > 0 ? await citePapers(ctx, { ...asked, paperIds }) : 0
    if (uploads.length === 0) return cited
    if (typed.as === 'pages') {
      await attachPages(ctx, c.get('files'), { ...asked, title: typed.title, uploads })
      return cited + 1
    }
    const title = uploads.length === 1 ? typed.title : ''
    for (const upload of uploads) await attachEvidence(ctx, c.get('files'), { ...asked, title, file: upload })
    return cited + uploads.length
  })
  if (refusal?.code === 'dossiers.part_closed') throw refusal
  if (refusal) {
    const fault = c.get('view').t(sentenceOf(refusal), refusal.facts)
    return show(c, { ...typed, fault, at: uploads.length > 0 ? 'files' : 'papers' })
  }
  sayNext(c, 'success', 'dossiers:page.vault.cited_done', { n: done })
  return c.redirect(backOf(file, place), 303)
})

/** A page of a paper of the vault, for whoever fills in the dossier: consultants reach the vault by it alone. */
citingRoutes.get('/dossiers/:id/papers/:paperId', async (c) => {
  const ctx = c.get('ctx')
  const dossier = await getDossier(ctx, c.req.param('id'))
  const writer = await writerOf(ctx, dossier)
  if (!writer) throw new Refusal('forbidden', 'dossiers.for_producers')
  const paperId = c.req.param('paperId')
  const paper = isId(paperId) ? await findPaper(ctx.db, paperId) : undefined
  if (!paper || paper.producerId !== dossier.producerId || !seesPaper(writer, paper))
    throw new Refusal('not_found', 'producers.paper_unknown')
  const page = (await listPaperPages(ctx.db, [paperId]))[pageIn(c) - 1]
  if (!page) throw new Refusal('not_found', 'files.unknown')
  const { bytes, ...file } = await openStoredFile(ctx.db, c.get('files'), page.fileId)
  return c.body(new Uint8Array(bytes), 200, fileHeaders(file, 'inline'))
})

/** Where the reader goes back to: the line of the sheet, or the row of the table. */
export function backOf({ dossier, set }: DossierFile, place: Place): string {
  return partHref(targetsOf(place)[0] ?? '', dossier.id, set)
}

function placeIn(c: Context<Env>): AskedPlace {
  return {
    dossierId: c.req.param('id') ?? '',
    criterion: c.req.query('criterion'),
    paperKind: c.req.query('paper'),
  }
}

async function show(c: Context<Env>, returned?: ReturnedCiting): Promise<Response> {
  const citing = await readCiting(c.get('ctx'), placeIn(c))
  const q = (c.req.query('q') ?? '').trim().slice(0, 100)
  return render(
    c,
    <CitingPage {...citing} {...{ q, returned }} back={backOf(citing.file, citing.place)} />,
    returned ? 422 : 200,
  )
}
