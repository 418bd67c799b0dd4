import type { MiddlewareHandler } from 'hono'
import type { Logger } from 'pino'
import { newId } from '#platform/ids.ts'
import type { Env } from './env.ts'
import type { Metrics } from './metrics.ts'

/**
 * Gives each request its number, which stands in the log, in the answer's `x-request-id` and on the page of a defect,
 * and writes one line about it. Query strings are left out of the log: they may hold names.
 */
export function requestLog(log: Logger, metrics: Metrics): MiddlewareHandler<Env> {
  return async (c, next) => {
    const requestId = newId()
    c.set('requestId', requestId)
    const began = performance.now()
    await next()
    const seconds = (performance.now() - began) / 1000
    c.res.headers.set('x-request-id', requestId)
    metrics.observe(c.req.method, c.res.status, seconds)
    const line = {
      requestId,
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      ms: Math.round(seconds * 1000),
    }
    if (!c.req.path.startsWith('/assets/')) log.info(line, 'request')
  }
}
