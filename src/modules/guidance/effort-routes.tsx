import { type Context, Hono } from 'hono'
import { findUnit } from '#modules/territory/index.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { Refusal, refusalOf } from '#platform/refusal.ts'
import { changeEffort, restoreEstimate } from './change-effort.ts'
import { namesOfKind, readKind } from './criterion-kinds.ts'
import { type EffortFaults, type TypedEffort, typedEffort, typedFromFigures } from './effort-form.ts'
import { figuresOf } from './effort-store.ts'
import { mayKeepGuidance, provinceToKeep, provinceToRead } from './guidance-rights.ts'
import { inSentence } from './plan-for.ts'
import { versionIn } from './version-in.ts'
import { EffortFormPage } from './views/effort-form-page.tsx'
import { EffortsPage } from './views/efforts-page.tsx'
import './text.ts'

/** What raises take in the province: read by its officers, kept by the province's. */
export const effortRoutes = new Hono<Env>()

effortRoutes.get('/guidance', async (c) => {
  const { db, actor } = c.get('ctx')
  const unitId = provinceToRead(actor)
  const [figures, unit] = await Promise.all([figuresOf(db, unitId), findUnit(db, unitId)])
  const mayKeep = mayKeepGuidance(actor, unitId)
  return render(c, <EffortsPage {...{ figures, mayKeep }} province={inSentence(unit?.name)} />)
})

effortRoutes.get('/guidance/efforts/:kind', (c) => showForm(c))

effortRoutes.post('/guidance/efforts/:kind', async (c) => {
  const form = await c.req.formData()
  const typed = typedEffort(form)
  const change = { kind: c.req.param('kind'), version: versionIn(form), typed }
  const refusal = await refusalOf(changeEffort(c.get('ctx'), change), 'invalid')
  if (refusal) return showForm(c, { ...change, faults: refusal.facts.faults as EffortFaults })
  sayNext(c, 'success', 'guidance:efforts.saved')
  return c.redirect('/guidance', 303)
})

effortRoutes.post('/guidance/efforts/:kind/estimate', async (c) => {
  const form = await c.req.formData()
  await restoreEstimate(c.get('ctx'), { kind: c.req.param('kind'), version: versionIn(form) })
  sayNext(c, 'success', 'guidance:efforts.restored')
  return c.redirect('/guidance', 303)
})

interface Faulty {
  typed: TypedEffort
  version: number
  faults: EffortFaults
}

async function showForm(c: Context<Env>, faulty?: Faulty): Promise<Response> {
  const { db, actor } = c.get('ctx')
  const unitId = provinceToKeep(actor)
  const kind = readKind(c.req.param('kind') ?? '')
  if (!kind) throw new Refusal('not_found', 'guidance.kind_unknown')
  const figures = (await figuresOf(db, unitId))(kind)
  const typed = faulty?.typed ?? typedFromFigures(figures)
  const version = faulty?.version ?? figures.version
  const message = faulty && c.get('view').t('guidance:fault.form')
  return render(
    c,
    <EffortFormPage
      {...{ figures, typed, version, message }}
      faults={faulty?.faults ?? {}}
      criteria={namesOfKind(kind)}
    />,
    faulty ? 422 : 200,
  )
}
