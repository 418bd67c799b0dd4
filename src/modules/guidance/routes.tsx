import { Hono } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { criterionEffortRoutes } from './criterion-effort-routes.tsx'
import { effortListRoutes } from './effort-list-routes.tsx'
import { effortRoutes } from './effort-routes.tsx'
import { policyRoutes } from './policy-routes.tsx'
import { practiceRoutes } from './practice-routes.tsx'

/** What helps a producer forward: practice, the province's figures and policies. */
export const routes = new Hono<Env>()
for (const each of [practiceRoutes, effortListRoutes, effortRoutes, criterionEffortRoutes, policyRoutes])
  routes.route('/', each)
