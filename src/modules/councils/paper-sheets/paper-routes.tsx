import { type Context, Hono } from 'hono'
import { fileHeaders } from '#platform/files/file-headers.ts'
import { openStoredFile } from '#platform/files/open-stored-file.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { formRefusal, Refusal } from '#platform/refusal.ts'
import { refusalWords } from '#platform/text/refusal-words.ts'
import { textOf } from '../typed-council.ts'
import { countersignPaperSheet } from './countersign-paper-sheet.ts'
import { drawPaperSheets } from './draw-paper-sheets.ts'
import { enterPaperSheet } from './enter-paper-sheet.ts'
import { stageOf } from './paper-code.ts'
import { printPaperSheets } from './print-paper-sheets.ts'
import { readPaper } from './read-paper.ts'
import { readPapers } from './read-papers.ts'
import { showPaper } from './show-paper.tsx'
import { PapersPage, type PapersPageProps } from './views/papers-page.tsx'
import './text.ts'

/** The paper sheets of a session: printing, opening one by its code, countersigning. Typing in: typing-routes.tsx. */
export const paperRoutes = new Hono<Env>()

const list = '/sessions/:id/paper-sheets'

paperRoutes.get(list, async (c) => showList(c))

paperRoutes.post(list, async (c) => {
  const form = await c.req.formData()
  const asked = { dossierId: textOf(form, 'dossierId'), memberId: textOf(form, 'memberId') }
  const sessionId = c.req.param('id')
  const refused = await formRefusal(
    printPaperSheets(c.get('ctx'), {
      sessionId,
      dossierId: asked.dossierId || null,
      memberId: asked.memberId || null,
    }),
  )
  if (refused) return showList(c, { message: refusalWords(refused, c.get('view').t), typed: asked }, 422)
  const query = new URLSearchParams({ dossier: asked.dossierId, member: asked.memberId })
  return c.redirect(`/sessions/${sessionId}/paper-sheets.pdf?${query}`, 303)
})

paperRoutes.get('/sessions/:id/paper-sheets.pdf', async (c) => {
  const { dossier = '', member = '', blank } = c.req.query()
  const bytes = await drawPaperSheets(c.get('ctx'), {
    sessionId: c.req.param('id'),
    dossierId: dossier || null,
    memberId: member || null,
    blank: blank === '1',
    origin: c.get('origin'),
  })
  const headers = {
    'content-type': 'application/pdf',
    'content-disposition': 'inline; filename="phieu-cham.pdf"',
    'cache-control': 'no-store',
  }
  return c.body(Uint8Array.from(bytes), 200, headers)
})

paperRoutes.get('/paper-sheets', async (c) => {
  const { paper } = await enterPaperSheet(c.get('ctx'), c.req.query('code') ?? '')
  return c.redirect(`/paper-sheets/${paper.code}`, 302)
})

paperRoutes.get('/paper-sheets/:code', (c) => showPaper(c))

paperRoutes.post('/paper-sheets/:code/countersignature', async (c) => {
  const code = c.req.param('code')
  const version = Number.parseInt(textOf(await c.req.formData(), 'version'), 10) || 0
  try {
    const { total } = await countersignPaperSheet(c.get('ctx'), { code, version })
    sayNext(c, 'success', 'paper_sheets:done.signed', { total })
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || !['invalid', 'conflict'].includes(thrown.kind)) throw thrown
    return showPaper(c, { message: refusalWords(thrown, c.get('view').t) }, 409)
  }
  return c.redirect(`/paper-sheets/${code}`, 303)
})

paperRoutes.get('/paper-sheets/:code/scan', async (c) => {
  const { paper, types, countersigns } = await readPaper(c.get('ctx'), c.req.param('code'))
  if (!paper.scanFileId || !(types || countersigns || c.get('ctx').actor.id === paper.memberId))
    throw new Refusal('not_found', 'paper_sheets.unknown')
  const file = await openStoredFile(c.get('ctx').db, c.get('files'), paper.scanFileId)
  return c.body(Uint8Array.from(file.bytes), 200, fileHeaders(file, 'inline'))
})

async function showList(
  c: Context<Env, typeof list>,
  returned: Pick<PapersPageProps, 'message' | 'typed'> = {},
  status: 200 | 422 = 200,
): Promise<Response> {
  const { room, agenda, labels, members, names, papers } = await readPapers(c.get('ctx'), c.req.param('id'))
  const productOf = (id: string) => labels.get(id)?.product ?? ''
  const nameOf = (id: string) => names.get(id) ?? id
  const open = agenda.filter(({ status: at }) => at === 'waiting' || at === 'scoring')
  const props = {
    session: { id: room.session.id, name: room.session.name },
    dossiers: open.map(({ dossierId, position }) => ({
      id: dossierId,
      name: `${position}. ${productOf(dossierId)}`,
    })),
    members: members.map(({ personId }) => ({ id: personId, name: nameOf(personId) })),
    papers: papers.map((paper) => ({
      code: paper.code,
      product: productOf(paper.dossierId),
      member: nameOf(paper.memberId),
      round: paper.round,
      stage: stageOf(paper),
      opens: paper.opens,
    })),
  }
  return render(c, <PapersPage {...props} {...returned} />, status)
}
