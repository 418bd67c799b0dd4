import { type Context, Hono } from 'hono'
import { record } from '#platform/events/record.ts'
import { contentDisposition } from '#platform/files/content-disposition.ts'
import { fileHeaders } from '#platform/files/file-headers.ts'
import { openStoredFile } from '#platform/files/open-stored-file.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { formWords } from '#platform/http/form-words.ts'
import { render } from '#platform/http/render.tsx'
import { answerPaper, paperFileOf } from '#platform/paper/answer-paper.ts'
import { formRefusal, Refusal } from '#platform/refusal.ts'
import { paperWithSignatures } from './document-paper.ts'
import { drawDocument } from './draw-document.ts'
import { enterDocument, enterFile } from './enter-file.ts'
import { awaitedOf, digestOfAll, signDocuments } from './sign-documents.ts'
import { fileToSign, latestSigned, takeSignedFile } from './take-signed-file.ts'
import { type Returned, SessionFilePage } from './views/session-file-page.tsx'
import { zipSession } from './zip-session.ts'
import './text.ts'

/** The file of a session: its documents, who signed them, and the whole of it as one zip. */
export const documentRoutes = new Hono<Env>()

const file = '/sessions/:id/documents'

documentRoutes.get(file, (c) => showFile(c, c.req.param('id')))

documentRoutes.post(`${file}/signatures`, async (c) => {
  const sessionId = c.req.param('id')
  const form = await c.req.formData()
  const [password, digest] = [String(form.get('password') ?? ''), String(form.get('digest') ?? '')]
  let complete = false
  const sign = async () => {
    complete = (await signDocuments(c.get('ctx'), { sessionId, digest, password })).complete
  }
  const refusal = await formRefusal(sign())
  if (refusal) return showFile(c, sessionId, { form: 'password', refusal })
  sayNext(c, 'success', complete ? 'documents:done.complete' : 'documents:done.signed')
  return c.redirect(`/sessions/${sessionId}/documents`, 303)
})

documentRoutes.post(`${file}/signed-files`, async (c) => {
  const sessionId = c.req.param('id')
  const form = await c.req.formData()
  const documentId = String(form.get('documentId') ?? '')
  const refusal = await formRefusal(takeFile(c, { sessionId, documentId }, form.get('file')))
  if (refusal) return showFile(c, sessionId, { form: 'file', refusal, documentId })
  sayNext(c, 'success', 'documents:done.file')
  return c.redirect(`/sessions/${sessionId}/documents`, 303)
})

documentRoutes.get('/sessions/:id/documents.zip', async (c) => {
  const ctx = c.get('ctx')
  const sessionId = c.req.param('id')
  const read = await enterFile(ctx, sessionId)
  const stream = await zipSession(ctx, read, drawingOf(c))
  await record(ctx, 'session_file.taken', `council_session:${sessionId}`, {
    documents: read.documents.length,
  })
  return c.body(stream, 200, {
    'content-type': 'application/zip',
    'content-disposition': contentDisposition(`ho-so-phien-hop-${read.room.session.heldOn}.zip`),
    'cache-control': 'private, no-store',
  })
})

/** `<id>.pdf`, `<id>.docx`. */
documentRoutes.get(`${file}/:file`, async (c) => {
  const sessionId = c.req.param('id')
  const [documentId = ''] = c.req.param('file').split('.')
  const asked = paperFileOf(c.req.param('file'), [documentId])
  const document = await enterDocument(c.get('ctx'), { sessionId, documentId })
  if (asked.kind === 'docx')
    return answerPaper(c, paperWithSignatures(document), {
      ...{ kind: 'docx', name: document.name, about: document.digest.slice(0, 8) },
    })
  const drawn = await drawDocument(c.get('ctx'), document, drawingOf(c))
  return c.body(Uint8Array.from(drawn.bytes), 200, fileHeaders(drawn, 'inline'))
})

documentRoutes.get(`${file}/:documentId/to-sign.pdf`, async (c) => {
  const at = { sessionId: c.req.param('id'), documentId: c.req.param('documentId') }
  const document = await enterDocument(c.get('ctx'), at)
  if (document.kind === 'sheet') throw new Refusal('not_found', 'documents.unknown')
  const drawn = await fileToSign(c.get('ctx'), document, drawingOf(c))
  return c.body(Uint8Array.from(drawn.bytes), 200, fileHeaders(drawn, 'attachment'))
})

documentRoutes.get(`${file}/:documentId/signed.pdf`, async (c) => {
  const at = { sessionId: c.req.param('id'), documentId: c.req.param('documentId') }
  const signed = latestSigned(await enterDocument(c.get('ctx'), at))?.fileId
  if (!signed) throw new Refusal('not_found', 'documents.unknown')
  const kept = await openStoredFile(c.get('ctx').db as never, c.get('files'), signed)
  return c.body(Uint8Array.from(kept.bytes), 200, fileHeaders(kept, 'inline'))
})

async function takeFile(
  c: Context<Env>,
  at: { sessionId: string; documentId: string },
  chosen: FormDataEntryValue | null,
): Promise<void> {
  // Whoever signs nothing is told so, whatever the form lacks.
  await enterDocument(c.get('ctx'), at)
  const isFile = chosen instanceof File && chosen.size > 0
  const bytes = isFile ? new Uint8Array(await chosen.arrayBuffer()) : new Uint8Array()
  const upload = { name: isFile ? chosen.name : 'ky-so.pdf', bytes }
  await takeSignedFile(c.get('ctx'), at, { ...drawingOf(c), upload })
}

function drawingOf(c: Context<Env>) {
  return { files: c.get('files'), signingKey: c.get('signingKey') }
}

async function showFile(
  c: Context<Env>,
  sessionId: string,
  refused?: { form: Returned['form']; refusal: Refusal; documentId?: string },
): Promise<Response> {
  const ctx = c.get('ctx')
  const read = await enterFile(ctx, sessionId)
  const awaited = awaitedOf(read.documents, ctx.actor.id)
  const words = refused && formWords(refused.refusal, c.get('view').t)
  const returned = refused && words && { ...refused, message: words.message }
  const { room, ...shown } = read
  const { id, name } = room.session
  const props = { session: { id, name }, ...shown, awaited, digest: digestOfAll(awaited) }
  return render(c, <SessionFilePage {...props} returned={returned} />, words?.status ?? 200)
}
