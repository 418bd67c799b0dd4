import { Hono } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { mandateRoutes } from './mandate-routes.tsx'
import { registerRoutes } from './register-routes.tsx'

/** The pages of consultants: their register and their mandates. */
export const routes = new Hono<Env>()
for (const pages of [registerRoutes, mandateRoutes]) routes.route('/', pages)
