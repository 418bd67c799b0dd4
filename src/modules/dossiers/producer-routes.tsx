import { Hono } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { changesRoutes } from './changes-routes.tsx'
import { dossierRoutes } from './dossier-routes.tsx'
import { evidenceRoutes } from './evidence-routes.tsx'
import { formRoutes } from './form-routes.tsx'
import { ownDossierRoutes } from './own-dossier-routes.tsx'
import { formDownloadRoutes } from './papers/form-download-routes.ts'
import { returnNoticeRoutes } from './papers/return-notice-routes.ts'
import { slipRoutes } from './papers/slip-routes.ts'
import { portfolioRoutes } from './portfolio-routes.tsx'
import { practiceDossierRoutes } from './practice-dossier-routes.tsx'
import { raisePlanRoutes } from './raise-plan-routes.tsx'
import { selfAssessmentRoutes } from './self-assessment-routes.tsx'
import { submissionRoutes } from './submission-routes.tsx'
import { citingRoutes } from './vault/citing-routes.tsx'
import { vaultPaperRoutes } from './vault/vault-paper-routes.tsx'
import { vaultRoutes } from './vault/vault-routes.tsx'

/**
 * The pages on which a producer, and a consultant under its mandate, fill in a dossier; its officers and auditors read
 * on them what was filed.
 */
export const producerRoutes = new Hono<Env>()
for (const routes of [
  ownDossierRoutes,
  dossierRoutes,
  formRoutes,
  selfAssessmentRoutes,
  raisePlanRoutes,
  evidenceRoutes,
  submissionRoutes,
  formDownloadRoutes,
  slipRoutes,
  returnNoticeRoutes,
  changesRoutes,
  portfolioRoutes,
  practiceDossierRoutes,
  citingRoutes,
  vaultRoutes,
  vaultPaperRoutes,
])
  producerRoutes.route('/', routes)
