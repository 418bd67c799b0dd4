import { Hono } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { batchRoutes } from './batch/batch-routes.tsx'
import { counterRoutes } from './counter-routes.tsx'
import { fixListRoutes } from './fix-list-routes.tsx'
import { officerListRoutes } from './list-routes.tsx'
import { proposalRoutes } from './proposal-routes.tsx'
import { returnRoutes } from './return-routes.tsx'
import { roundRoutes } from './rounds/round-routes.tsx'
import { officerStepRoutes } from './step-routes.tsx'
import './text.ts'

/** The pages of the officers who handle dossiers, in communes and in the province. */
export const deskRoutes = new Hono<Env>()
for (const pages of [
  officerListRoutes,
  officerStepRoutes,
  returnRoutes,
  fixListRoutes,
  proposalRoutes,
  batchRoutes,
  roundRoutes,
  counterRoutes,
])
  deskRoutes.route('/', pages)
