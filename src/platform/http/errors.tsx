import type { Context, ErrorHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { Refusal, type RefusalKind } from '#platform/refusal.ts'
import type { Env } from './env.ts'
import { ErrorPage } from './error-page.tsx'
import './refusal-sentences.ts'
import { render } from './render.tsx'

const statuses = { not_found: 404, forbidden: 403, conflict: 409, invalid: 422 } as const satisfies Record<
  RefusalKind,
  number
>

/** The one place where a refusal becomes a status and a page in words, and a defect a calm sentence with its number. */
export const answerError: ErrorHandler<Env> = (error, c) => {
  const { t } = c.get('view')
  if (c.req.path.startsWith('/api/')) return problemOf(error, c)
  if (error instanceof Refusal) {
    const [namespace, ...rest] = error.code.split('.')
    const message = t(`${namespace}:refusal.${rest.join('.')}`, error.facts)
    return render(c, <ErrorPage kind={error.kind} message={message} />, statuses[error.kind])
  }
  if (error instanceof HTTPException && error.status < 500) {
    const kind = error.status === 413 ? 'too_large' : 'bad_request'
    return render(
      c,
      <ErrorPage kind={kind} message={t(`platform:error.${kind}.text`)} />,
      error.status === 413 ? 413 : 400,
    )
  }
  c.get('ctx').log.error({ err: error, requestId: c.get('requestId'), path: c.req.path }, 'defect')
  const message = t('platform:error.defect.text', { requestId: c.get('requestId') })
  return render(c, <ErrorPage kind="defect" message={message} />, 500)
}

/** The same for programs: a problem as RFC 9457 writes it, in English words and with the refusal's code. */
function problemOf(error: Error, c: Context<Env>): Response {
  const headers = { 'content-type': 'application/problem+json' }
  const answer = (status: number, title: string, more = {}) =>
    new Response(JSON.stringify({ type: 'about:blank', title, status, ...more }), { status, headers })
  if (error instanceof Refusal) return answer(statuses[error.kind], error.code)
  if (error instanceof HTTPException && error.status < 500) return answer(error.status, error.message)
  c.get('ctx').log.error({ err: error, requestId: c.get('requestId'), path: c.req.path }, 'defect')
  return answer(500, 'defect', { detail: `request ${c.get('requestId')}` })
}
