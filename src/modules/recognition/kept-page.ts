import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { dayOf, showDay, showTime } from '#platform/dates.ts'

/** Stand for the time and the day of the request in a page that is kept; no text of people holds them. */
export const timeMark = '\ue0fe'
export const dayMark = '\ue0ff'

/** A page as it was drawn, with the bytes that were last sent of it. */
export interface KeptPage {
  /** With marks where the time or the day of the request goes. */
  text: string
  /** Null where there are marks: such a page is another each second. */
  etag: string | null
  /** What every answer with this page says of it. */
  headers: Readonly<Record<string, string>>
  /** When it was drawn, by the process's own clock. */
  drawnAt: number
  filled: Filled | null
}

/** A page as it is sent: of a page with marks that of one second. */
interface Filled {
  second: number
  text: string
  /** Packed when first asked for so. */
  sent: Partial<Record<Encoding, Sent>>
}

type Encoding = 'br' | 'gzip' | 'identity'

interface Sent {
  bytes: Uint8Array<ArrayBuffer>
  headers: Readonly<Record<string, string>>
}

/** `also`: headers that every answer with this page bears beside its own. */
export function pageOf(text: string, contentType: string, also: Readonly<Record<string, string>>): KeptPage {
  const moving = text.includes(timeMark) || text.includes(dayMark)
  const etag = moving ? null : `W/"${createHash('sha1').update(text).digest('base64url')}"`
  // What says at what time it was asked for must not be kept: a copy of it would lie.
  const headers: Record<string, string> =
    etag === null
      ? { ...also, 'content-type': contentType, 'cache-control': 'no-store', vary: 'accept-encoding' }
      : {
          ...also,
          'content-type': contentType,
          'cache-control': 'private, no-cache',
          vary: 'cookie, accept-encoding',
          etag,
        }
  return { text, etag, headers, drawnAt: performance.now(), filled: null }
}

/** Answers with the page as it is at that moment, small to whoever reads it so. */
export function answerWith(request: Request, page: KeptPage, now: Date, requestId?: string): Response {
  const { etag } = page
  if (etag !== null && request.headers.get('if-none-match') === etag)
    return new Response(null, { status: 304, headers: numbered(page.headers, requestId) })
  const { bytes, headers } = sentAs(encodingFor(request), page, now)
  return new Response(bytes, { headers: numbered(headers, requestId) })
}

function numbered(headers: Readonly<Record<string, string>>, requestId: string | undefined) {
  const own = { ...headers }
  if (requestId) own['x-request-id'] = requestId
  return own
}

/** What it takes in memory: its text, its bytes and its small bytes, in characters. */
export function sizeOf({ text }: KeptPage): number {
  return text.length * 2 + 1000
}

function encodingFor(request: Request): Encoding {
  const accepted = request.headers.get('accept-encoding') ?? ''
  if (/\bbr\b/.test(accepted)) return 'br'
  return /\bgzip\b/.test(accepted) ? 'gzip' : 'identity'
}

function sentAs(encoding: Encoding, page: KeptPage, now: Date): Sent {
  const { sent, text } = filledAt(page, now)
  const known = sent[encoding] ?? packed(encoding, text, page.headers)
  sent[encoding] = known
  return known
}

function filledAt(page: KeptPage, now: Date): Filled {
  const second = page.etag === null ? Math.floor(now.getTime() / 1000) : 0
  if (page.filled?.second === second) return page.filled
  const text =
    page.etag === null
      ? page.text.replaceAll(timeMark, showTime(now)).replaceAll(dayMark, showDay(dayOf(now)))
      : page.text
  page.filled = { second, text, sent: {} }
  return page.filled
}

const pack: Readonly<Record<Encoding, (text: string) => Buffer>> = {
  // A middle quality: pages that tell the time are packed anew each second.
  br: (text) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (text) => gzipSync(text),
  identity: (text) => Buffer.from(text),
}

function packed(encoding: Encoding, text: string, own: Readonly<Record<string, string>>): Sent {
  const bytes = new Uint8Array(pack[encoding](text))
  const headers: Record<string, string> = { ...own, 'content-length': String(bytes.length) }
  if (encoding !== 'identity') headers['content-encoding'] = encoding
  return { bytes, headers }
}
