import { Hono } from 'hono'
import { deviceOf } from '#modules/people/index.ts'
import { asset } from '#platform/assets/assets.ts'
import type { Env } from '#platform/http/env.ts'
import { Refusal } from '#platform/refusal.ts'
import type { NoticeParts } from './notice-parts.ts'
import { subscribePush, unsubscribePush } from './subscribe-push.ts'

/** What the island of the settings asks for: to be subscribed, to be taken off, and the worker that shows messages. */
export function pushRoutes({ pushKey }: Pick<NoticeParts, 'pushKey'>): Hono<Env> {
  const routes = new Hono<Env>()

  // Under one address for ever, so that a browser keeps one worker; what it runs is the built file of today.
  routes.get('/notices/worker.js', (c) => {
    c.header('content-type', 'text/javascript; charset=utf-8')
    return c.body(`importScripts('${asset('show-push.js')}')\n`)
  })

  routes.post('/notices/devices', async (c) => {
    if (!pushKey) throw new Refusal('not_found', 'notices.push_off')
    const { browser, system } = deviceOf(c.req.header('user-agent') ?? null)
    const device = [browser, system].filter((word) => word !== null).join(', ') || 'Web'
    await subscribePush(c.get('ctx'), { subscription: await jsonOf(c.req), device })
    return c.body(null, 204)
  })

  routes.post('/notices/devices/removal', async (c) => {
    const asked = await jsonOf(c.req)
    const endpoint = (asked as { endpoint?: unknown } | null)?.endpoint
    if (typeof endpoint !== 'string') throw new Refusal('invalid', 'notices.subscription_wrong')
    await unsubscribePush(c.get('ctx'), { endpoint })
    return c.body(null, 204)
  })
  return routes
}

async function jsonOf(request: { json(): Promise<unknown> }): Promise<unknown> {
  return request.json().catch(() => null)
}
