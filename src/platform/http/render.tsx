import type { Context } from 'hono'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { ViewProvider } from '#platform/ui/view.ts'
import type { Env } from './env.ts'

type PageStatus = 200 | 201 | 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503

/** Answers with the page. */
export function render(c: Context<Env>, page: VNode, status: PageStatus = 200): Response {
  return c.html(pageText(c, page), status)
}

/** The page's HTML, for answers that are kept. */
export function pageText(c: Context<Env>, page: VNode): string {
  return `<!doctype html>${renderToString(<ViewProvider value={c.get('view')}>{page}</ViewProvider>)}`
}
