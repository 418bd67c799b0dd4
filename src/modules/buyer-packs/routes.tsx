import { Hono } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { listRoutes } from './list-routes.tsx'
import { packRoutes } from './pack-routes.tsx'
import { openRoutes } from './share/open-routes.tsx'
import { shareRoutes } from './share/share-routes.tsx'
import './text.ts'

/** Buyer packs: for their producer, and for who holds a link. */
export const routes = new Hono<Env>()
for (const each of [listRoutes, packRoutes, shareRoutes, openRoutes]) routes.route('/', each)
