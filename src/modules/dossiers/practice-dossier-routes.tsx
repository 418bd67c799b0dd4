import { Hono } from 'hono'
import { readPractice } from '#modules/guidance/index.ts'
import { getCriteriaSet } from '#modules/regulation/index.ts'
import { dayOf } from '#platform/dates.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { attempt, sentenceOf } from './attempt.ts'
import { lawFor } from './criteria-of-dossier.ts'
import { openDossier } from './open-dossier.ts'
import { ownProducts } from './own-products.ts'
import { PracticeDossierPage } from './views/practice-dossier-page.tsx'
import './text.ts'

/** A dossier from a practice sheet: a producer chooses the product, the answers come along. */
export const practiceDossierRoutes = new Hono<Env>()

practiceDossierRoutes.post('/dossiers/practice/:id', async (c) => {
  const { db, now } = c.get('ctx')
  const { set } = await getCriteriaSet(db, c.req.param('id'))
  const form = await c.req.formData()
  const answers = readPractice(form, set)
  const products = (await ownProducts(c.get('ctx'))).filter(
    ({ productSetNo }) => productSetNo === set.productSetNo,
  )
  const { productSetNo } = set
  const law = await lawFor(db, { productSetNo, kind: 'first', day: dayOf(now) })
  const isInForce = law.criteriaSetId === set.id
  const productId = String(form.get('product') ?? '')
  const page = { set, answers, products, productId, isInForce }
  if (!isInForce || !form.has('product')) return render(c, <PracticeDossierPage {...page} />)
  const { t } = c.get('view')
  if (productId === '')
    return render(c, <PracticeDossierPage {...page} fault={t('dossiers:page.filing.choose_product')} />, 422)
  const practised = { criteriaSetId: set.id, answers }
  const { done, refusal } = await attempt(() =>
    openDossier(c.get('ctx'), { productId, kind: 'first', practised }),
  )
  if (refusal)
    return render(c, <PracticeDossierPage {...page} fault={t(sentenceOf(refusal), refusal.facts)} />, 422)
  sayNext(c, 'success', 'dossiers:page.filing.opened', { code: done.code })
  return c.redirect(`/dossiers/${done.id}/self-assessment`, 303)
})
