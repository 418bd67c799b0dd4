import { Hono } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { practiceRoutes } from './practice-routes.tsx'

/** What helps a producer forward: practice, the province's figures and policies. */
export const routes = new Hono<Env>()
for (const each of [practiceRoutes]) routes.route('/', each)
