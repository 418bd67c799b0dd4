import { type Context, Hono } from 'hono'
import { dayOf } from '#platform/dates.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { attempt, sentenceOf } from './attempt.ts'
import { countTabs, listDossiers } from './dossier-list-store.ts'
import { tabOf } from './dossier-tabs.ts'
import { openDossier } from './open-dossier.ts'
import { ownProducts } from './own-products.ts'
import { DossiersPage } from './views/dossiers-page.tsx'
import { NewDossierPage } from './views/new-dossier-page.tsx'
import './text.ts'

/** A producer's dossiers: the list, and opening one. */
export const ownDossierRoutes = new Hono<Env>()

ownDossierRoutes.get('/dossiers', async (c) => {
  const { db, actor, now } = c.get('ctx')
  const products = await ownProducts(c.get('ctx'))
  const query = { actor, view: 'mine', today: dayOf(now) } as const
  const tab = tabOf('mine', c.req.query('tab'))
  const after = c.req.query('after')
  const { rows, next } = await listDossiers(db, query, { tab, after })
  const counts = await countTabs(db, query)
  const list = { rows, next, counts, tab: tab.key, isFirst: !after, hasProducts: products.length > 0 }
  return render(c, <DossiersPage {...list} />)
})

ownDossierRoutes.get('/dossiers/new', (c) => showNew(c, { productId: c.req.query('product') ?? '' }))

ownDossierRoutes.post('/dossiers', async (c) => {
  const form = await c.req.formData()
  const productId = String(form.get('product') ?? '')
  if (!productId) return showNew(c, { productId }, 'dossiers:page.filing.choose_product')
  const { done, refusal } = await attempt(() => openDossier(c.get('ctx'), { productId, kind: 'first' }))
  if (refusal) return showNew(c, { productId }, sentenceOf(refusal))
  sayNext(c, 'success', 'dossiers:page.filing.opened', { code: done.code })
  return c.redirect(`/dossiers/${done.id}`, 303)
})

async function showNew(c: Context<Env>, typed: { productId: string }, fault?: string): Promise<Response> {
  const products = await ownProducts(c.get('ctx'))
  const sentence = fault && c.get('view').t(fault)
  return render(c, <NewDossierPage {...{ products, typed }} fault={sentence} />, fault ? 422 : 200)
}
