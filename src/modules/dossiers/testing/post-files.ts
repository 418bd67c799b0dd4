import { Hono } from 'hono'
import type { Actor } from '#platform/ctx.ts'
import type { Upload } from '#platform/files/check-upload.ts'
import type { Env } from '#platform/http/env.ts'
import { answerError } from '#platform/http/errors.tsx'
import { testView } from '#platform/testing/test-view.ts'
import type { TestDesk } from './test-desk.ts'

/** Posts a form with files, as a browser posts it, to a module's routes. */
export function postFiles(
  desk: Pick<TestDesk, 'as' | 'files'>,
  routes: Hono<Env>,
  { actor, path, form }: { actor: Actor; path: string; form: Record<string, string | Upload | undefined> },
): Promise<Response> {
  const app = new Hono<Env>()
  app.use(async (c, next) => {
    const ctx = desk.as(actor)
    c.set('requestId', 'test')
    c.set('files', desk.files)
    c.set('ctx', ctx)
    c.set('view', testView({ actor, now: ctx.now, locale: 'vi', path }))
    await next()
  })
  app.route('/', routes)
  app.onError(answerError)
  const body = new FormData()
  for (const [name, value] of Object.entries(form)) {
    if (typeof value === 'string') body.append(name, value)
    else body.append(name, fileOf(value))
  }
  return Promise.resolve(app.request(path, { method: 'POST', body }))
}

/** Browsers hand in a nameless, empty file where none was chosen. */
function fileOf(upload: Upload | undefined): File {
  return new File(upload ? [new Uint8Array(upload.bytes)] : [], upload?.name ?? '')
}
