import type { MiddlewareHandler } from 'hono'
import type { Logger } from 'pino'
import { newId } from '#platform/ids.ts'
import type { Env } from './env.ts'
import type { Metrics } from './metrics.ts'

/** What is noted about a request once it is answered: one line in the log, and its time among the figures. */
export interface Answered {
  requestId: string
  method: string
  path: string
  status: number
  /** `performance.now()` when the request came in. */
  began: number
}

export type NoteRequest = (answered: Answered) => void

/** Query strings are left out of the log: they may hold names. */
export function noteRequests(log: Logger, metrics: Metrics): NoteRequest {
  return ({ began, ...line }) => {
    const milliseconds = performance.now() - began
    metrics.observe(line.method, line.status, milliseconds / 1000)
    if (!line.path.startsWith('/assets/')) log.info({ ...line, ms: Math.round(milliseconds) }, 'request')
  }
}

/**
 * Gives each request its number, which stands in the log, in the answer's `x-request-id` and on the page of a defect.
 */
export function requestLog(note: NoteRequest): MiddlewareHandler<Env> {
  return async (c, next) => {
    const requestId = newId()
    c.set('requestId', requestId)
    const began = performance.now()
    await next()
    c.res.headers.set('x-request-id', requestId)
    note({ requestId, method: c.req.method, path: c.req.path, status: c.res.status, began })
  }
}
