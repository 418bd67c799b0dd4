import { createHash } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import type { Kysely } from 'kysely'
import { dayOf, showDay, showTime } from '#platform/dates.ts'
import type { Env } from '#platform/http/env.ts'
import { publicVersion } from './page-version-store.ts'

/** Stand for the time and the day of the request in a page that is kept; no text of people holds them. */
export const timeMark = '\ue0fe'
export const dayMark = '\ue0ff'

interface KeptPage {
  /** The page, cut where the time or the day of the request goes. */
  pieces: readonly string[]
  etag: string | null
  contentType: string
}

interface Pages {
  kept: Map<string, KeptPage>
  size: number
  version: string
  /** When the database was last asked, by the process's own clock, and the answer that is on its way. */
  askedAt: number
  asking: Promise<void> | null
}

const askEvery = 100
const mostCharacters = 48_000_000
// Pages of one process and one database: each process asks for itself, so that many may serve.
const pagesOf = new WeakMap<object, Pages>()

/**
 * Answers a public page from memory where it is kept, before anything else is done for the request. What is kept is
 * dropped as soon as an event changes any of it, also by another process: that is asked ten times a second, and a page
 * is never older than the answer. Mount it before whatever reads the session.
 */
// biome-ignore lint/suspicious/noExplicitAny: only the events are read
export function pagesFromMemory(db: Kysely<any>, clock: () => Date): MiddlewareHandler {
  return async (c, next) => {
    const key = pageKey(c.req.raw)
    const pages = key === null ? undefined : pagesOf.get(db)
    if (key === null || !pages?.kept.has(key)) return next()
    await refresh(db, pages, dayOf(clock()))
    const page = pages.kept.get(key)
    return page ? answer(c.req.raw, page, clock()) : next()
  }
}

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
  if (key === null) return answer(c.req.raw, pageOf(await draw(), contentType), now)

  const pages = pagesOf.get(db) ?? emptyPages()
  pagesOf.set(db, pages)
  await refresh(db, pages, dayOf(now))
  const known = pages.kept.get(key)
  if (known) return answer(c.req.raw, known, now)
  const { version } = pages
  const page = pageOf(await draw(), contentType)
  // What changed while the page was drawn may be missing in it.
  if (pages.version === version) keep(pages, key, page)
  return answer(c.req.raw, page, now)
}

/** A visitor's page by all that it may depend on; null where it must not be shared: other cookies may mean a person. */
function pageKey(request: Request): string | null {
  if (request.method !== 'GET' && request.method !== 'HEAD') return null
  const cookies = request.headers.get('cookie') ?? ''
  const pairs = cookies.split(/; */).filter(Boolean)
  if (pairs.some((pair) => !/^(language|theme)=/.test(pair))) return null
  const choices = pairs.filter((pair) => /^(language=(vi|en)|theme=(tea|tea-dark))$/.test(pair)).sort()
  return `${request.url}\n${choices.join(';')}`
}

function emptyPages(): Pages {
  return { kept: new Map(), size: 0, version: '', askedAt: Number.NEGATIVE_INFINITY, asking: null }
}

// biome-ignore lint/suspicious/noExplicitAny: only the events are read
async function refresh(db: Kysely<any>, pages: Pages, day: string): Promise<void> {
  if (performance.now() - pages.askedAt < askEvery && pages.version.startsWith(day)) return
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
  pages.kept.set(key, page)
  pages.size += sizeOf(page)
  for (const [oldest, dropped] of pages.kept) {
    if (pages.size <= mostCharacters) break
    pages.size -= sizeOf(dropped)
    pages.kept.delete(oldest)
  }
}

function sizeOf({ pieces }: KeptPage): number {
  return pieces.reduce((sum, piece) => sum + piece.length, 500)
}

function pageOf(text: string, contentType: string): KeptPage {
  const pieces = text.split(new RegExp(`(${timeMark}|${dayMark})`))
  const etag = pieces.length > 1 ? null : `"${createHash('sha1').update(text).digest('base64url')}"`
  return { pieces, etag, contentType }
}

function answer(request: Request, { pieces, etag, contentType }: KeptPage, now: Date): Response {
  if (etag === null) {
    // It says at what time it was asked for: a copy of it would lie.
    const headers = { 'content-type': contentType, 'cache-control': 'no-store' }
    return new Response(pieces.map((piece) => filled(piece, now)).join(''), { headers })
  }
  const headers = { 'content-type': contentType, 'cache-control': 'private, no-cache', vary: 'cookie', etag }
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  return new Response(pieces[0], { headers })
}

function filled(piece: string, now: Date): string {
  if (piece === timeMark) return showTime(now)
  return piece === dayMark ? showDay(dayOf(now)) : piece
}
