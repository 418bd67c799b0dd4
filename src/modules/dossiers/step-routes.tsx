import { Hono } from 'hono'
import { dayOf } from '#platform/dates.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { findAssessment } from './assessment-store.ts'
import { assignHolder } from './assign-holder.ts'
import { checkDossier } from './check-dossier.ts'
import { criteriaOfDossier } from './criteria-of-dossier.ts'
import { listEvidence } from './evidence-store.ts'
import { listFixLists } from './fix-list-store.ts'
import { getDossier, stepOf } from './get-dossier.ts'
import { readDossierHead } from './read-dossier-head.ts'
import { receiveDossier } from './receive-dossier.ts'
import { CheckPage } from './views/check-page.tsx'

/** Steps that an officer takes with one press, and the page on which the province checks. */
export const officerStepRoutes = new Hono<Env>()

officerStepRoutes.post('/dossiers/:id/receipt', async (c) => {
  const dossierId = c.req.param('id')
  const { receipt, dueOn } = await receiveDossier(c.get('ctx'), { dossierId })
  sayNext(c, 'success', 'dossiers:page.desk.said.received', { receipt, day: dueOn })
  return c.redirect(`/dossiers/${dossierId}/return`, 303)
})

officerStepRoutes.post('/dossiers/:id/holder', async (c) => {
  const dossierId = c.req.param('id')
  const take = (await c.req.formData()).get('take') !== 'no'
  await assignHolder(c.get('ctx'), { dossierId, take })
  sayNext(c, 'success', take ? 'dossiers:page.desk.said.taken' : 'dossiers:page.desk.said.put_back')
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
    />,
  )
})

officerStepRoutes.post('/dossiers/:id/check', async (c) => {
  const { receipt } = await checkDossier(c.get('ctx'), { dossierId: c.req.param('id') })
  sayNext(c, 'success', 'dossiers:page.desk.said.checked', { receipt })
  return c.redirect('/desk', 303)
})
