import { Hono } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { truthRoutes } from './truth-routes.tsx'

/** The pages of decisions, certificates and truth. */
export const routes = new Hono<Env>()
routes.route('/', truthRoutes)
