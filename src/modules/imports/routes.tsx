import { type Context, Hono } from 'hono'
import { sheetAnswer, signedInOnly, uploaded } from '#modules/producers/index.ts'
import { listUnits } from '#modules/territory/index.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { Refusal, refusalOf } from '#platform/refusal.ts'
import { tabOf, tabStates } from './batch-tabs.ts'
import { columnRoutes } from './column-routes.tsx'
import { confirmImport, resumeImport, stalledAfter } from './confirm-import.ts'
import { discardImport } from './discard-import.ts'
import { getImport } from './get-import.ts'
import { listBatches } from './import-batch-store.ts'
import { importsFor, importsSeenBy, mayImport } from './import-rights.ts'
import { countRows, listRows } from './import-row-store.ts'
import { emptySheet, faultySheet } from './import-sheet.ts'
import { listFaulty } from './list-faulty.ts'
import { rowRoutes } from './row-routes.tsx'
import { startImport } from './start-import.ts'
import { BatchPage } from './views/batch-page.tsx'
import { ImportsPage } from './views/imports-page.tsx'
import './text.ts'

/** Lists of recognised products: brought in, looked over, mended, confirmed. */
export const routes = new Hono<Env>()

routes.use('/imports', signedInOnly)
routes.use('/imports/*', signedInOnly)

routes.get('/imports', (c) => importsPage(c))

routes.post('/imports', async (c) => {
  if (importsFor(c.get('ctx').actor).length === 0) throw new Refusal('not_found', 'imports.place_unknown')
  const { t } = c.get('view')
  const { unitId, file } = await c.req.parseBody()
  const upload = await uploaded(file)
  const chosen = typeof unitId === 'string' ? unitId : ''
  if (!upload) return importsPage(c, { unitId: chosen, fileFault: t('imports:refusal.file_missing') })
  const starting = startImport(c.get('ctx'), { unitId: chosen, ...upload })
  const refusal = await refusalOf(starting, 'invalid')
  if (refusal) {
    const [namespace, code] = refusal.code.split('.')
    return importsPage(c, { unitId: chosen, fileFault: t(`${namespace}:refusal.${code}`, refusal.facts) })
  }
  const { batchId, isKnown } = await starting
  sayNext(c, isKnown ? 'info' : 'success', isKnown ? 'imports:done.known' : 'imports:done.brought')
  return c.redirect(`/imports/${batchId}`, 303)
})

routes.get('/imports/template.xlsx', async (c) => {
  const { t } = c.get('view')
  return sheetAnswer(c, t('imports:template_name'), await emptySheet(t))
})

routes.get('/imports/:id', async (c) => {
  const ctx = c.get('ctx')
  const batch = await getImport(ctx, c.req.param('id'))
  const tab = tabOf(c.req.query('tab'))
  const asked = lineOf(c.req.query('after'))
  const found = await listRows(ctx.db, batch.id, { states: tabStates[tab], after: asked ?? -1, limit: 51 })
  const rows = found.slice(0, 50)
  const page = {
    ...{ batch, tab, rows },
    counts: await countRows(ctx.db, batch.id),
    next: found.length > rows.length ? (rows.at(-1)?.line ?? null) : null,
    isFirst: asked === null,
    changeable: mayImport(ctx.actor, batch.unitPath),
    stalled: batch.movedAt !== null && ctx.now.getTime() - batch.movedAt.getTime() >= stalledAfter,
  }
  // While it runs the page looks again by itself, without a script.
  if (batch.state === 'running') c.header('refresh', '3')
  return render(c, <BatchPage {...page} />)
})

routes.get('/imports/:id/faults.xlsx', async (c) => {
  const ctx = c.get('ctx')
  const { t } = c.get('view')
  const batch = await getImport(ctx, c.req.param('id'))
  const bytes = await faultySheet(batch, listFaulty(ctx, batch.id), t)
  return sheetAnswer(c, t('imports:faults_name'), bytes)
})

routes.post('/imports/:id/confirmation', async (c) => {
  const batchId = c.req.param('id')
  await confirmImport(c.get('ctx'), { batchId })
  sayNext(c, 'success', 'imports:done.confirmed')
  return c.redirect(`/imports/${batchId}`, 303)
})

routes.post('/imports/:id/resumption', async (c) => {
  const batchId = c.req.param('id')
  await resumeImport(c.get('ctx'), { batchId })
  return c.redirect(`/imports/${batchId}`, 303)
})

routes.post('/imports/:id/removal', async (c) => {
  await discardImport(c.get('ctx'), { batchId: c.req.param('id') })
  sayNext(c, 'success', 'imports:done.discarded')
  return c.redirect('/imports', 303)
})

routes.route('/', columnRoutes)
routes.route('/', rowRoutes)

async function importsPage(c: Context<Env>, faulty?: { unitId: string; fileFault: string }) {
  const { db, actor } = c.get('ctx')
  const seen = importsSeenBy(actor)
  if (seen.length === 0) throw new Refusal('forbidden', 'imports.place_unknown')
  const places = importsFor(actor)
  const all = await listUnits(db, { level: 'province' })
  const provinces = all.filter(({ path }) =>
    places.some((place) => path === place || path.startsWith(`${place}/`)),
  )
  const batches = await listBatches(db, seen, 100)
  return render(c, <ImportsPage {...{ batches, provinces }} {...faulty} />, faulty ? 422 : 200)
}

function lineOf(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,7}$/.test(text) ? Number(text) : null
}
