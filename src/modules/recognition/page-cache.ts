import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Context, MiddlewareHandler } from 'hono'
import type { Kysely } from 'kysely'
import { dayOf, showDay, showTime } from '#platform/dates.ts'
import type { Env } from '#platform/http/env.ts'
import type { NoteRequest } from '#platform/http/request-log.ts'
import { newId } from '#platform/ids.ts'
import { publicVersion } from './page-version-store.ts'

/** Stand for the time and the day of the request in a page that is kept; no text of people holds them. */
export const timeMark = '\ue0fe'
export const dayMark = '\ue0ff'

interface KeptPage {
  /** With marks where the time or the day of the request goes. */
  text: string
  /** Null where there are marks: such a page is another each second. */
  etag: string | null
  contentType: string
  /** When it was drawn, by the process's own clock. */
  drawnAt: number
  filled: Filled | null
}

/** The bytes of a page as it is sent: of a page with marks those of one second. */
interface Filled {
  second: number
  plain: Uint8Array<ArrayBuffer>
  gzip: Uint8Array<ArrayBuffer>
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
  note: NoteRequest
}

/**
 * Answers a public page from memory where it is kept, before anything else is done for the request; such a request has
 * its number and its line in the log like any other. What is kept is dropped as soon as an event changes any of it,
 * also by another process: that is asked ten times a second, and a page is never older than the answer. Mount it first.
 */
export function pagesFromMemory({ db, clock, said, note }: Memory): MiddlewareHandler {
  return async (c, next) => {
    const began = performance.now()
    const request = c.req.raw
    const key = pageKey(request)
    const pages = key === null ? undefined : pagesOf.get(db)
    if (key === null || !pages?.kept.has(key)) return next()
    if (isStale(pages, dayOf(clock()))) await refresh(db, pages, dayOf(clock()))
    const page = find(pages, key)
    if (!page) return next()
    const requestId = newId()
    const answered = answer(request, page, { now: clock(), said: { ...said, 'x-request-id': requestId } })
    note({ requestId, method: request.method, path: c.req.path, status: answered.status, began })
    return answered
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
  if (key === null) return answer(c.req.raw, pageOf(await draw(), contentType), { now })

  const pages = pagesOf.get(db) ?? emptyPages()
  pagesOf.set(db, pages)
  await refresh(db, pages, dayOf(now))
  const known = find(pages, key)
  if (known) return answer(c.req.raw, known, { now })
  const { version } = pages
  const page = pageOf(await draw(), contentType)
  // What changed while the page was drawn may be missing in it.
  if (pages.version === version) keep(pages, key, page)
  return answer(c.req.raw, page, { now })
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
  const cookies = request.headers.get('cookie') ?? ''
  const pairs = cookies.split(/; */).filter(Boolean)
  if (pairs.some((pair) => !/^(language|theme)=/.test(pair))) return null
  const choices = pairs.filter((pair) => /^(language=(vi|en)|theme=(tea|tea-dark))$/.test(pair)).sort()
  return `${request.url}\n${choices.join(';')}`
}

function emptyPages(): Pages {
  return { kept: new Map(), size: 0, version: '', askedAt: Number.NEGATIVE_INFINITY, asking: null }
}

function isStale(pages: Pages, day: string): boolean {
  return performance.now() - pages.askedAt >= askEvery || !pages.version.startsWith(day)
}

// biome-ignore lint/suspicious/noExplicitAny: only the events are read
async function refresh(db: Kysely<any>, pages: Pages, day: string): Promise<void> {
  if (!isStale(pages, day)) return
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

/** Its text, its bytes and its small bytes, in characters. */
function sizeOf({ text }: KeptPage): number {
  return text.length * 2 + 1000
}

function pageOf(text: string, contentType: string): KeptPage {
  const moving = text.includes(timeMark) || text.includes(dayMark)
  const etag = moving ? null : `W/"${createHash('sha1').update(text).digest('base64url')}"`
  return { text, etag, contentType, drawnAt: performance.now(), filled: null }
}

function answer(
  request: Request,
  page: KeptPage,
  { now, said = {} }: { now: Date; said?: Readonly<Record<string, string>> },
): Response {
  const { etag, contentType } = page
  // What says at what time it was asked for must not be kept: a copy of it would lie.
  const headers: Record<string, string> =
    etag === null
      ? { ...said, 'content-type': contentType, 'cache-control': 'no-store', vary: 'accept-encoding' }
      : {
          ...said,
          'content-type': contentType,
          'cache-control': 'private, no-cache',
          vary: 'cookie, accept-encoding',
          etag,
        }
  if (etag !== null && request.headers.get('if-none-match') === etag)
    return new Response(null, { status: 304, headers })
  const { plain, gzip } = bytesOf(page, now)
  if (!/\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')) return new Response(plain, { headers })
  headers['content-encoding'] = 'gzip'
  return new Response(gzip, { headers })
}

function bytesOf(page: KeptPage, now: Date): Filled {
  const second = page.etag === null ? Math.floor(now.getTime() / 1000) : 0
  if (page.filled?.second === second) return page.filled
  const text =
    page.etag === null
      ? page.text.replaceAll(timeMark, showTime(now)).replaceAll(dayMark, showDay(dayOf(now)))
      : page.text
  const plain = new Uint8Array(Buffer.from(text))
  page.filled = { second, plain, gzip: new Uint8Array(gzipSync(plain)) }
  return page.filled
}
