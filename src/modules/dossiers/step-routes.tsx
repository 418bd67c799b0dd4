import { Hono } from 'hono'
import { dayOf } from '#platform/dates.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { findAssessment } from './assessment-store.ts'
import { assignHolder, giveToColleague } from './assign-holder.ts'
import { attempt } from './attempt.ts'
import { checkDossier } from './check-dossier.ts'
import { criteriaOfDossier } from './criteria-of-dossier.ts'
import { listEvidence } from './evidence-store.ts'
import { listFixLists } from './fix-list-store.ts'
import { getDossier, stepOf } from './get-dossier.ts'
import { readDossierHead } from './read-dossier-head.ts'
import { readLastMending } from './read-last-mending.ts'
import { receiveDossier } from './receive-dossier.ts'
import { showConflict, versionIn } from './show-conflict.tsx'
import { CheckPage } from './views/check-page.tsx'

/** Steps that an officer takes with one press, and the page on which the province checks. */
export const officerStepRoutes = new Hono<Env>()

officerStepRoutes.post('/dossiers/:id/receipt', async (c) => {
  const dossierId = c.req.param('id')
  const { done, refusal } = await attempt(() => receiveDossier(c.get('ctx'), { dossierId }))
  if (refusal) return showConflict(c, refusal, { dossierId })
  const { receipt, dueOn } = done
  sayNext(c, 'success', 'dossiers:page.desk.said.received', { receipt, day: dueOn })
  return c.redirect(`/dossiers/${dossierId}/return`, 303)
})

officerStepRoutes.post('/dossiers/:id/holder', async (c) => {
  const ctx = c.get('ctx')
  const dossierId = c.req.param('id')
  const form = await c.req.formData()
  const version = versionIn(form)
  const personId = form.get('person')
  const take = form.get('take') !== 'no'
  const { refusal } = await attempt(() =>
    typeof personId === 'string'
      ? giveToColleague(ctx, { dossierId, personId, version })
      : assignHolder(ctx, { dossierId, take, version }),
  )
  if (refusal?.kind === 'conflict') return showConflict(c, refusal, { dossierId, version })
  if (refusal) sayNext(c, 'error', 'dossiers:refusal.not_of_this_desk')
  else if (typeof personId === 'string') sayNext(c, 'success', 'dossiers:page.desk.said.given')
  else sayNext(c, 'success', take ? 'dossiers:page.desk.said.taken' : 'dossiers:page.desk.said.put_back')
  return c.redirect(`/dossiers/${dossierId}`, 303)
})

officerStepRoutes.get('/dossiers/:id/check', async (c) => {
  const ctx = c.get('ctx')
  const dossier = await getDossier(ctx, c.req.param('id'))
  stepOf(ctx.actor, dossier, 'check')
  return render(
    c,
    <CheckPage
      head={await readDossierHead(ctx.db, dossier, { actor: ctx.actor, today: dayOf(ctx.now) })}
      assessment={await findAssessment(ctx.db, dossier.id)}
      evidence={await listEvidence(ctx.db, dossier.id)}
      set={await criteriaOfDossier(ctx.db, dossier)}
      earlier={await listFixLists(ctx.db, dossier.id)}
      mending={await readLastMending(ctx.db, dossier.id)}
    />,
  )
})

officerStepRoutes.post('/dossiers/:id/check', async (c) => {
  const dossierId = c.req.param('id')
  const version = versionIn(await c.req.formData())
  const { done, refusal } = await attempt(() => checkDossier(c.get('ctx'), { dossierId, version }))
  if (refusal) return showConflict(c, refusal, { dossierId, version })
  sayNext(c, 'success', 'dossiers:page.desk.said.checked', { receipt: done.receipt })
  return c.redirect('/desk', 303)
})
