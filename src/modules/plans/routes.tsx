import { Hono } from 'hono'
import { signedInOnly } from '#modules/producers/index.ts'
import type { Env } from '#platform/http/env.ts'
import { ideaListRoutes } from './idea-list-routes.tsx'
import { ideaRoutes } from './idea-routes.tsx'
import { planFileRoutes } from './plan-file-routes.ts'
import { planRoutes } from './plan-routes.tsx'
import { yearlyPlanRoutes } from './yearly-plan-routes.tsx'
import './text.ts'

/** Steps 2 and 3 of the yearly cycle: ideas, business plans, the plan of the year. */
export const routes = new Hono<Env>()
routes.use('/plans', signedInOnly)
routes.use('/plans/*', signedInOnly)
for (const each of [ideaListRoutes, ideaRoutes, planFileRoutes, planRoutes, yearlyPlanRoutes])
  routes.route('/', each)
