import { Hono } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { formWords } from '#platform/http/form-words.ts'
import { render } from '#platform/http/render.tsx'
import { answerPaper, paperFileOf } from '#platform/paper/answer-paper.ts'
import { formRefusal } from '#platform/refusal.ts'
import { writeSheet } from '#platform/sheet/write-sheet.ts'
import { askRecompute } from './ask-recompute.ts'
import { readRun, readRuns } from './read-recompute.ts'
import { runPaper } from './run-paper.ts'
import { runSheet } from './run-sheet.ts'
import { RunPage } from './views/run-page.tsx'
import { RunsPage } from './views/runs-page.tsx'
import './text.ts'

/** Every result computed anew, for those who oversee them. */
export const recomputeRoutes = new Hono<Env>()

recomputeRoutes.get('/recompute', async (c) => {
  const before = c.req.query('before') ?? null
  return render(c, <RunsPage {...(await readRuns(c.get('ctx'), before))} first={before === null} />)
})

recomputeRoutes.post('/recompute', async (c) => {
  const refusal = await formRefusal(askRecompute(c.get('ctx')))
  if (refusal) {
    const { message, status } = formWords(refusal, c.get('view').t)
    return render(c, <RunsPage {...(await readRuns(c.get('ctx'), null))} first message={message} />, status)
  }
  sayNext(c, 'success', 'recompute:done')
  return c.redirect('/recompute', 303)
})

recomputeRoutes.get('/recompute/:id', async (c) =>
  render(c, <RunPage {...(await readRun(c.get('ctx'), c.req.param('id')))} />),
)

recomputeRoutes.get('/recompute/:id/report.xlsx', async (c) => {
  const reading = await readRun(c.get('ctx'), c.req.param('id'), { whole: true })
  const bytes = await writeSheet(runSheet(reading, c.get('view')))
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': 'attachment; filename="tinh-lai-ket-qua.xlsx"',
    'cache-control': 'private, no-store',
  })
})

recomputeRoutes.get('/recompute/:id/papers/:file', async (c) => {
  const file = paperFileOf(c.req.param('file'), ['tinh-lai'])
  const reading = await readRun(c.get('ctx'), c.req.param('id'), { whole: true })
  return answerPaper(c, runPaper(reading), { ...file, about: reading.run.askedAt.toISOString().slice(0, 10) })
})
