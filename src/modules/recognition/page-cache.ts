import type { Context, MiddlewareHandler } from 'hono'
import type { Kysely } from 'kysely'
import { dayOf } from '#platform/dates.ts'
import type { Env } from '#platform/http/env.ts'
import type { NoteRequest } from '#platform/http/request-log.ts'
import { newId } from '#platform/ids.ts'
import { answerWith, type KeptPage, pageOf, sizeOf } from './kept-page.ts'
import { publicVersion } from './page-version-store.ts'

interface Pages {
  /** What every answer says, whatever it is. */
  said: Readonly<Record<string, string>>
  kept: Map<string, KeptPage>
  size: number
  version: string
  /** When the database was last asked, by the process's own clock, and the answer that is on its way. */
  askedAt: number
  asking: Promise<void> | null
}

const askEvery = 100
const mostCharacters = 48_000_000
// What no event tells of, such as a mended name of a place, is seen after this many milliseconds at the latest.
const mostAge = 600_000
// Pages of one process and one database: each process asks for itself, so that many may serve.
const pagesOf = new WeakMap<object, Pages>()

export interface Memory {
  // biome-ignore lint/suspicious/noExplicitAny: only the events are read
  db: Kysely<any>
  clock: () => Date
  /** What every answer says, whatever it is. */
  said: Readonly<Record<string, string>>
  /** Told of each answer: requests that are answered here reach nothing behind it. */
  note: NoteRequest
}

/**
 * Answers a public page from memory where it is kept, before anything else is done for the request. What is kept is
 * dropped as soon as an event changes any of it, also by another process: that is asked ten times a second, and a page
 * is never older than the answer. Mount it first: it gives the request its number and its headers by itself.
 */
export function pagesFromMemory({ db, clock, said, note }: Memory): MiddlewareHandler {
  const pages = emptyPages(said)
  pagesOf.set(db, pages)
  return async (c, next) => {
    const began = performance.now()
    const request = c.req.raw
    const key = pageKey(request)
    if (key === null || !pages.kept.has(key)) return next()
    const now = clock()
    const day = dayOf(now)
    // What cannot be asked here fails again behind, where failures are told.
    if (!isFresh(pages, day) && !(await refresh(db, pages, day).then(yes, no))) return next()
    const page = find(pages, key)
    if (!page) return next()
    const requestId = newId()
    const answer = answerWith(request, page, now, requestId)
    note({ requestId, method: request.method, path: c.req.path, status: answer.status, began })
    return answer
  }
}

const yes = () => true
const no = () => false

/**
 * Answers with a public page and keeps it for the next visitor. `draw` is given marks in place of the time of the
 * request. Pages for people who are signed in are drawn anew each time.
 */
export async function answerPage(
  c: Context<Env>,
  draw: () => Promise<string>,
  contentType = 'text/html; charset=UTF-8',
): Promise<Response> {
  const { db, now, actor } = c.get('ctx')
  const key = actor.id === null ? pageKey(c.req.raw) : null
  if (key === null) return answerWith(c.req.raw, pageOf(await draw(), contentType, {}), now)

  const pages = pagesOf.get(db) ?? emptyPages({})
  pagesOf.set(db, pages)
  await refresh(db, pages, dayOf(now))
  const known = find(pages, key)
  if (known) return answerWith(c.req.raw, known, now)
  const { version, said } = pages
  const page = pageOf(await draw(), contentType, said)
  // What changed while the page was drawn may be missing in it.
  if (pages.version === version) keep(pages, key, page)
  return answerWith(c.req.raw, page, now)
}

/** The page, now the last to be dropped; what is too old is drawn anew. */
function find(pages: Pages, key: string): KeptPage | undefined {
  const page = pages.kept.get(key)
  if (!page) return undefined
  pages.kept.delete(key)
  if (performance.now() - page.drawnAt > mostAge) {
    pages.size -= sizeOf(page)
    return undefined
  }
  pages.kept.set(key, page)
  return page
}

/** A visitor's page by all that it may depend on; null where it must not be shared: other cookies may mean a person. */
function pageKey(request: Request): string | null {
  if (request.method !== 'GET' && request.method !== 'HEAD') return null
  const cookies = request.headers.get('cookie')
  if (!cookies) return `${request.url}\n`
  const pairs = cookies.split(/; */).filter(Boolean)
  if (pairs.some((pair) => !/^(language|theme)=/.test(pair))) return null
  const choices = pairs.filter((pair) => /^(language=(vi|en)|theme=(tea|tea-dark))$/.test(pair)).sort()
  return `${request.url}\n${choices.join(';')}`
}

function emptyPages(said: Pages['said']): Pages {
  return { said, kept: new Map(), size: 0, version: '', askedAt: Number.NEGATIVE_INFINITY, asking: null }
}

function isFresh({ askedAt, version }: Pages, day: string): boolean {
  return performance.now() - askedAt < askEvery && version.startsWith(day)
}

// biome-ignore lint/suspicious/noExplicitAny: only the events are read
async function refresh(db: Kysely<any>, pages: Pages, day: string): Promise<void> {
  if (isFresh(pages, day)) return
  pages.asking ??= ask(db, pages, day).finally(() => {
    pages.asking = null
  })
  await pages.asking
}

// biome-ignore lint/suspicious/noExplicitAny: only the events are read
async function ask(db: Kysely<any>, pages: Pages, day: string): Promise<void> {
  const askedAt = performance.now()
  const version = `${day} ${await publicVersion(db)}`
  if (version !== pages.version) {
    pages.kept.clear()
    pages.size = 0
    pages.version = version
  }
  pages.askedAt = askedAt
}

function keep(pages: Pages, key: string, page: KeptPage): void {
  const before = pages.kept.get(key)
  if (before) pages.size -= sizeOf(before)
  pages.kept.set(key, page)
  pages.size += sizeOf(page)
  for (const [oldest, dropped] of pages.kept) {
    if (pages.size <= mostCharacters) break
    pages.size -= sizeOf(dropped)
    pages.kept.delete(oldest)
  }
}
