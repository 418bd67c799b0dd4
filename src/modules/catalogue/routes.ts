import { Hono } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { catalogueRoutes } from './catalogue-routes.tsx'
import { checkRoutes } from './check-routes.tsx'
import { consultantRoutes } from './consultant-routes.tsx'
import { homeRoutes } from './home-routes.tsx'
import { productRoutes } from './product-routes.tsx'
import { sitemapRoutes } from './sitemap-routes.ts'

/** The public site. */
export const routes = new Hono<Env>()
for (const pages of [
  homeRoutes,
  catalogueRoutes,
  productRoutes,
  checkRoutes,
  consultantRoutes,
  sitemapRoutes,
])
  routes.route('/', pages)
