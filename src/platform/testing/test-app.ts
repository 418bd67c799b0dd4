import { Hono } from 'hono'
import type { Kysely } from 'kysely'
import { type Actor, nobody } from '#platform/ctx.ts'
import type { Env } from '#platform/http/env.ts'
import { answerError } from '#platform/http/errors.tsx'
import { testCtx, testNow } from './test-ctx.ts'
import { testFiles, testSigningKey } from './test-files.ts'
import { testView } from './test-view.ts'

export interface TestApp {
  /** Requests a page as the actor; a body is posted as a form would, with its files where it is a `FormData`. */
  request(path: string, form?: Record<string, string | string[]> | FormData): Promise<Response>
  as(actor: Actor): TestApp
}

/** A module's routes, mounted as the program mounts them, without sign-in: the test says who asks. */
export function testApp(
  // biome-ignore lint/suspicious/noExplicitAny: each module's routes name their own tables
  db: Kysely<any>,
  routes: Hono<Env>,
  { actor = nobody, now = testNow, locale = 'vi' }: { actor?: Actor; now?: Date; locale?: 'vi' | 'en' } = {},
): TestApp {
  const app = new Hono<Env>()
  app.use(async (c, next) => {
    c.set('requestId', 'test')
    c.set('files', await testFiles())
    c.set('signingKey', testSigningKey)
    c.set('origin', 'http://localhost')
    c.set('address', '127.0.0.1')
    c.set('ctx', testCtx(db, { actor, now }))
    c.set('view', testView({ actor, now, locale, path: new URL(c.req.url).pathname }))
    await next()
  })
  app.route('/', routes)
  app.onError(answerError)
  return {
    request: async (path, form) => app.request(path, form ? { method: 'POST', body: formBody(form) } : {}),
    as: (other) => testApp(db, routes, { actor: other, now, locale }),
  }
}

function formBody(form: Record<string, string | string[]> | FormData): URLSearchParams | FormData {
  if (form instanceof FormData) return form
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) body.append(name, one)
  return body
}
