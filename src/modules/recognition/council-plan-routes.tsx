import { Hono } from 'hono'
import { planSheet, readPreference, readTarget } from '#modules/guidance/index.ts'
import { sheetAnswer } from '#modules/producers/index.ts'
import type { Env } from '#platform/http/env.ts'
import { render } from '#platform/http/render.tsx'
import { readCouncilPlan } from './read-council-plan.ts'
import { CouncilPlanPage } from './views/council-plan-page.tsx'
import './text.ts'

/** After the decision: what to raise for the next star, from the points of the council. */
export const councilPlanRoutes = new Hono<Env>()

councilPlanRoutes.get('/dossiers/:id/council-plan', async (c) => {
  const plan = await readCouncilPlan(c.get('ctx'), c.req.param('id'), aimOf(c.req.query()))
  return render(c, <CouncilPlanPage {...plan} />)
})

councilPlanRoutes.get('/dossiers/:id/council-plan.xlsx', async (c) => {
  const { told, dossier } = await readCouncilPlan(c.get('ctx'), c.req.param('id'), aimOf(c.req.query()))
  const name = `${c.get('view').t('guidance:plan.excel_name')}-${dossier.code}`
  return sheetAnswer(c, name, await planSheet(told, c.get('view')))
})

function aimOf({ stars, prefer }: Record<string, string>) {
  return { stars: readTarget(stars), prefer: readPreference(prefer) }
}
