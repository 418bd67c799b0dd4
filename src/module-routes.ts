import { Hono } from 'hono'
import { routes as recognition } from '#modules/recognition/index.ts'
import { routes as regulation } from '#modules/regulation/index.ts'
import type { Env } from '#platform/http/env.ts'

/** The pages of every module. */
export const moduleRoutes = new Hono<Env>()
for (const routes of [regulation, recognition]) moduleRoutes.route('/', routes)
