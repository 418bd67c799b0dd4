import { Hono } from 'hono'
import { routes as appraisal } from '#modules/appraisal/index.ts'
import { routes as buyerPacks } from '#modules/buyer-packs/index.ts'
import { routes as catalogue } from '#modules/catalogue/index.ts'
import { routes as consultants } from '#modules/consultants/index.ts'
import { routes as councils } from '#modules/councils/index.ts'
import { deskRoutes, lookUpRoutes, producerRoutes } from '#modules/dossiers/index.ts'
import { routes as guidance } from '#modules/guidance/index.ts'
import { routes as imports } from '#modules/imports/index.ts'
import { routes as plans } from '#modules/plans/index.ts'
import { routes as producers } from '#modules/producers/index.ts'
import { routes as products } from '#modules/products/index.ts'
import { routes as recognition } from '#modules/recognition/index.ts'
import { routes as regulation } from '#modules/regulation/index.ts'
import { routes as statistics } from '#modules/statistics/index.ts'
import { routes as territory } from '#modules/territory/index.ts'
import type { Env } from '#platform/http/env.ts'

/** The pages of every module. */
export const moduleRoutes = new Hono<Env>()
const all = [
  territory,
  regulation,
  producers,
  products,
  consultants,
  producerRoutes,
  deskRoutes,
  lookUpRoutes,
  councils,
  recognition,
  buyerPacks,
  imports,
  catalogue,
  statistics,
  guidance,
  appraisal,
  plans,
]
for (const routes of all) moduleRoutes.route('/', routes)
