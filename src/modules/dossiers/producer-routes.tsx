import { Hono } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { dossierRoutes } from './dossier-routes.tsx'
import { formRoutes } from './form-routes.tsx'
import { ownDossierRoutes } from './own-dossier-routes.tsx'

/** The pages on which a producer files a dossier; its officers and auditors read on them what was filed. */
export const producerRoutes = new Hono<Env>()
for (const routes of [ownDossierRoutes, dossierRoutes, formRoutes]) producerRoutes.route('/', routes)
