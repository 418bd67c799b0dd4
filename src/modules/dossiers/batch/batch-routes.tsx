import { type Context, Hono } from 'hono'
import { listHolders, namesOf, unitPathsOf } from '#modules/people/index.ts'
import { dayOf } from '#platform/dates.ts'
import type { Env } from '#platform/http/env.ts'
import { render } from '#platform/http/render.tsx'
import { isId, newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { type BatchStep, isBatchStep, mostInBatch } from './batch-steps.ts'
import { findBatch, listBatchLines } from './batch-store.ts'
import { planBatch, readSubjects } from './plan-batch.ts'
import { runBatch } from './run-batch.ts'
import { BatchPage } from './views/batch-page.tsx'
import { BatchResultPage } from './views/batch-result-page.tsx'
import './text.ts'

/** Several dossiers of the province's desk at once: what would happen, doing it, what came of it. */
export const batchRoutes = new Hono<Env>()

interface Typed {
  batchId: string
  personId: string
  note: string
  toRoundId: string
}

batchRoutes.get('/desk/batch', (c) => {
  refuseOthers(c)
  const step = stepIn(c.req.query('step'))
  const typed = { batchId: newId(), personId: '', note: '', toRoundId: '' }
  return showPlan(c, { step, ids: c.req.queries('id') ?? [], typed, faults: {} })
})

batchRoutes.post('/desk/batch', async (c) => {
  refuseOthers(c)
  const ctx = c.get('ctx')
  const form = await c.req.formData()
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const step = stepIn(text('step'))
  const batchId = isId(text('batch')) ? text('batch') : newId()
  const note = text('note').slice(0, 500)
  const typed = { batchId, personId: text('personId'), note, toRoundId: text('toRoundId') }
  const dossiers = form.getAll('dossier').slice(0, mostInBatch).map(readDossier)
  const ids = dossiers.map(({ id }) => id)
  const { t } = c.get('view')
  if (ids.length === 0) return showPlan(c, { step, ids, typed, faults: {} })
  if (step === 'assign' && typed.personId === '')
    return showPlan(c, { step, ids, typed, faults: { personId: t('batch:person_missing') } })
  if (step === 'carry' && typed.note === '' && (await hasUnfinished(c, ids)))
    return showPlan(c, { step, ids, typed, faults: { note: t('batch:note_missing') } })
  await runBatch(ctx, { ...typed, step, dossiers, toRoundId: typed.toRoundId || undefined })
  return c.redirect(`/desk/batches/${batchId}`, 303)
})

batchRoutes.get('/desk/batches/:id', async (c) => {
  const ctx = c.get('ctx')
  const id = c.req.param('id')
  const batch = isId(id) && ctx.actor.id ? await findBatch(ctx.db, id, ctx.actor.id) : undefined
  if (!batch) throw new Refusal('not_found', 'batch.unknown')
  const lines = await listBatchLines(ctx.db, id)
  return render(
    c,
    <BatchResultPage
      batch={batch}
      subjects={await readSubjects(ctx, batch.dossierIds)}
      lines={new Map(lines.map((line) => [line.dossierId, line]))}
    />,
  )
})

async function showPlan(
  c: Context<Env>,
  {
    step,
    ids,
    typed,
    faults,
  }: {
    step: BatchStep
    ids: readonly string[]
    typed: Typed
    faults: { personId?: string; note?: string }
  },
): Promise<Response> {
  const ctx = c.get('ctx')
  return render(
    c,
    <BatchPage
      batchId={typed.batchId}
      step={step}
      lines={await planBatch(ctx, step, ids)}
      colleagues={step === 'assign' ? await colleaguesOf(c) : []}
      typed={typed}
      faults={faults}
      most={new Set(ids).size > mostInBatch ? mostInBatch : null}
    />,
    Object.keys(faults).length > 0 ? 422 : 200,
  )
}

/** The officers of the desks at which the actor works. */
async function colleaguesOf(c: Context<Env>): Promise<{ id: string; name: string }[]> {
  const { db, actor, now } = c.get('ctx')
  const found = new Set<string>()
  for (const unitPath of unitPathsOf(actor, 'province_officer'))
    for (const id of await listHolders(db, { role: 'province_officer', unitPath, day: dayOf(now) }))
      found.add(id)
  const names = await namesOf(db, found)
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'vi'))
}

async function hasUnfinished(c: Context<Env>, ids: readonly string[]): Promise<boolean> {
  const lines = await planBatch(c.get('ctx'), 'carry', ids)
  return lines.some(({ carriage }) => carriage?.reason === 'unfinished')
}

/** `<id> <version>`, as the summary hands it on. */
function readDossier(value: unknown): { id: string; version: number | undefined } {
  const [id = '', version = ''] = String(value).split(' ')
  return { id, version: /^\d+$/.test(version) ? Number(version) : undefined }
}

function stepIn(text: unknown): BatchStep {
  if (!isBatchStep(text)) throw new Refusal('not_found', 'batch.unknown')
  return text
}

function refuseOthers(c: Context<Env>): void {
  if (unitPathsOf(c.get('ctx').actor, 'province_officer').length === 0)
    throw new Refusal('forbidden', 'batch.for_the_province')
}
