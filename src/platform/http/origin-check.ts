import type { MiddlewareHandler } from 'hono'
import { Refusal } from '#platform/refusal.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a change that another site's page asks for. Browsers say where a post comes from; a program without a
 * browser (no `Origin`, no `Sec-Fetch-Site`) carries no cookies of a victim and is let through.
 */
export function originCheck(origin: string | null): MiddlewareHandler {
  return async (c, next) => {
    if (!safe.has(c.req.method) && isForeign(c.req.raw, origin))
      throw new Refusal('forbidden', 'platform.foreign_origin')
    await next()
  }
}

function isForeign(request: Request, ours: string | null): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site && site !== 'same-origin' && site !== 'none') return true
  const origin = request.headers.get('origin')
  if (!origin) return false
  return origin !== (ours ?? new URL(request.url).origin) && origin !== new URL(request.url).origin
}
