import { Hono } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { packRoutes } from './central-pack/pack-routes.tsx'
import { centralRoutes } from './central-routes.tsx'
import { certificateRoutes } from './certificate-routes.tsx'
import { councilPlanRoutes } from './council-plan-routes.tsx'
import { decisionRoutes } from './decision-routes.tsx'
import { followUpRoutes } from './follow-up-routes.tsx'
import { truthRoutes } from './truth-routes.tsx'

/** The pages of decisions, certificates and truth. */
export const routes = new Hono<Env>()
for (const pages of [
  truthRoutes,
  decisionRoutes,
  centralRoutes,
  packRoutes,
  certificateRoutes,
  followUpRoutes,
  councilPlanRoutes,
])
  routes.route('/', pages)
