import { type Context, Hono } from 'hono'
import { findDossier } from '#modules/dossiers/index.ts'
import { findProduct } from '#modules/products/index.ts'
import { dayOf } from '#platform/dates.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { isId } from '#platform/ids.ts'
import { Refusal, refusalOf } from '#platform/refusal.ts'
import { refusalWords } from '#platform/text/refusal-words.ts'
import { suggestedDecision, typedDecision } from './decision-form.ts'
import { mayRecordForCentre, maySee } from './decision-level.ts'
import { type CentralResult, recordCentralResult } from './record-central-result.ts'
import { type CentralForm, CentralResultPage } from './views/central-result-page.tsx'
import './text.ts'

/** Where the centre writes down what its council concluded. */
export const centralRoutes = new Hono<Env>()

const post = 'Bộ trưởng Bộ Nông nghiệp và Môi trường'

centralRoutes.get('/dossiers/:id/central-result', async (c) => {
  const { now } = c.get('ctx')
  const suggested = suggestedDecision({ now, name: '', post })
  const typed = { ...suggested, average: '', stars: '', minutesNumber: '', concludedOn: dayOf(now), note: '' }
  return showForm(c, { typed, faults: {} })
})

centralRoutes.post('/dossiers/:id/central-result', async (c) => {
  const form = await c.req.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  const typed = {
    ...typedDecision(form),
    average: text('average'),
    stars: text('stars'),
    minutesNumber: text('minutesNumber'),
    concludedOn: text('concludedOn'),
    note: text('note'),
  }
  const refusal = await refusalOf(
    recordCentralResult(c.get('ctx'), resultOf(c.req.param('id'), typed)),
    'invalid',
  )
  if (refusal) {
    const faults = (refusal.facts.faults ?? {}) as CentralForm['faults']
    const message = refusalWords(refusal, c.get('view').t)
    return showForm(c, { typed, faults, message })
  }
  sayNext(c, 'success', 'recognition:done.central')
  return c.redirect('/decisions', 303)
})

async function showForm(c: Context<Env>, form: CentralForm): Promise<Response> {
  const { db, actor } = c.get('ctx')
  const id = c.req.param('id') ?? ''
  const dossier = isId(id) ? await findDossier(db, id) : undefined
  if (!dossier || !maySee(actor, dossier.unitPath))
    throw new Refusal('not_found', 'recognition.dossier_unknown')
  if (!mayRecordForCentre(actor)) throw new Refusal('forbidden', 'recognition.not_the_centre')
  const product = await findProduct(db, dossier.productId)
  const shown = { id, code: dossier.code, productName: product?.name ?? dossier.code }
  return render(c, <CentralResultPage dossier={shown} form={form} />, form.message ? 422 : 200)
}

/** Points as people write them, with a comma or a point, in whole hundredths; what is no number stays none. */
function resultOf(dossierId: string, typed: CentralForm['typed']): CentralResult {
  const { average, stars, minutesNumber, concludedOn, note, ...decision } = typed
  const points = /^\d{1,3}([.,]\d{1,2})?$/.test(average.trim())
    ? Number(average.trim().replace(',', '.'))
    : Number.NaN
  return {
    dossierId,
    average: Math.round(points * 100),
    stars: Number(stars),
    minutesNumber,
    concludedOn,
    note,
    decision,
  }
}
