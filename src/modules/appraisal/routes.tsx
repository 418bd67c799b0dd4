import { Hono } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { extraTestRoutes } from './extra-tests/extra-test-routes.tsx'
import { appraisalListRoutes } from './report/list-routes.tsx'
import { reportRoutes } from './report/report-routes.tsx'
import { sampleRoutes } from './samples/sample-routes.tsx'

/** The pages of the advisory team's work: reports, extra tests, samples. */
export const routes = new Hono<Env>()
for (const pages of [appraisalListRoutes, reportRoutes, extraTestRoutes, sampleRoutes])
  routes.route('/', pages)
