import { Hono } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { accountRoutes } from './account-routes.tsx'
import { invitationRoutes } from './invitation-routes.tsx'
import { inviteRoutes } from './invite-routes.tsx'
import { outboxRoutes } from './outbox-routes.tsx'
import { passwordRoutes } from './password-routes.tsx'
import { peopleAdminRoutes } from './people-admin-routes.tsx'
import type { PeopleParts } from './people-parts.ts'
import { signInRoutes } from './sign-in-routes.tsx'
import { twoFactorRoutes } from './two-factor-routes.tsx'
import './text.ts'

const own = ['/sign-in', '/forgot-password', '/reset-password', '/account', '/invitation', '/invitations']

/** The pages of people: signing in, one's account, invitations, and who holds what. */
export function peopleRoutes(parts: PeopleParts): Hono<Env> {
  const routes = new Hono<Env>()
  for (const path of [...own, '/admin/people', '/admin/outbox']) {
    // What stands on these pages belongs to one person: it is kept in no cache and shown to no search engine.
    for (const within of [path, `${path}/*`])
      routes.use(within, async (c, next) => {
        c.header('cache-control', 'no-store')
        c.header('x-robots-tag', 'noindex')
        await next()
      })
  }
  routes.route('/', signInRoutes(parts))
  routes.route('/', passwordRoutes(parts))
  routes.route('/', accountRoutes(parts))
  routes.route('/', twoFactorRoutes(parts))
  routes.route('/', invitationRoutes(parts))
  routes.route('/', inviteRoutes(parts))
  routes.route('/', peopleAdminRoutes(parts))
  routes.route('/', outboxRoutes)
  return routes
}
