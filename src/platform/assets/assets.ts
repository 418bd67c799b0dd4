import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import { Hono } from 'hono'

const dist = new URL('../../../dist/', import.meta.url)
/** Built files first; the project's own folder serves pictures and icons when nothing was built (tests). */
const roots = [new URL('public/', dist), new URL('../../../public/', import.meta.url)]

/** The address of a built file: `asset('app.css')` → `/assets/app-9b4924a75a.css`; without a build the plain name. */
export function asset(name: string): string {
  return `/assets/${manifest()[name] ?? name}`
}

/** Serves what a browser loads by itself: built files for ever, pictures and icons with an ETag. */
export const assetRoutes = new Hono()
  .get('/assets/:name', (c) =>
    serve(c.req.raw, ['assets', c.req.param('name')], 'public, max-age=31536000, immutable'),
  )
  .get('/art/:name', (c) => serve(c.req.raw, ['art', c.req.param('name')], 'public, max-age=86400'))
  .get('/icons/:name', (c) => serve(c.req.raw, ['icons', c.req.param('name')], 'public, max-age=86400'))
  .get('/favicon.svg', (c) => serve(c.req.raw, ['favicon.svg'], 'public, max-age=86400'))
  .get('/manifest.webmanifest', (c) => serve(c.req.raw, ['manifest.webmanifest'], 'public, max-age=86400'))

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}
const compressible = new Set(['.css', '.js', '.svg', '.webmanifest'])

interface KeptFile {
  changedAt: number
  etag: string
  plain: Uint8Array<ArrayBuffer>
  br?: Uint8Array<ArrayBuffer>
  gzip?: Uint8Array<ArrayBuffer>
}

const kept = new Map<string, KeptFile>()

async function serve(request: Request, path: string[], cacheControl: string): Promise<Response> {
  const name = path.join('/')
  const contentType = contentTypes[extname(name)]
  const file = contentType && path.every(isFileName) ? await keptFile(name) : undefined
  if (!contentType || !file) return new Response('Not found', { status: 404 })

  const encoding = encodingFor(request, file)
  const headers = new Headers({
    'content-type': contentType,
    'cache-control': cacheControl,
    etag: file.etag,
    vary: 'accept-encoding',
    'x-content-type-options': 'nosniff',
  })
  // A picture opened by itself is a document: it may draw, and nothing else.
  if (extname(name) === '.svg')
    headers.set('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
  if (request.headers.get('if-none-match') === file.etag) return new Response(null, { status: 304, headers })
  if (encoding) headers.set('content-encoding', encoding)
  return new Response((encoding && file[encoding]) || file.plain, { headers })
}

/** A plain name: no folder, no leading dot, so that no address leads out of the public folder. */
function isFileName(segment: string): boolean {
  return /^[\w-][\w.-]*$/.test(segment)
}

function encodingFor(request: Request, file: KeptFile): 'br' | 'gzip' | undefined {
  const accepted = request.headers.get('accept-encoding') ?? ''
  if (file.br && /\bbr\b/.test(accepted)) return 'br'
  return file.gzip && /\bgzip\b/.test(accepted) ? 'gzip' : undefined
}

async function keptFile(name: string): Promise<KeptFile | undefined> {
  const url = roots.map((root) => new URL(name, root)).find((candidate) => changedAt(candidate) > 0)
  if (!url) return undefined
  const known = kept.get(name)
  if (known && known.changedAt === changedAt(url)) return known
  const file = await load(url)
  kept.set(name, file)
  return file
}

async function load(url: URL): Promise<KeptFile> {
  const plain = new Uint8Array(await readFile(url))
  const etag = `"${createHash('sha256').update(plain).digest('hex').slice(0, 20)}"`
  const file = { changedAt: changedAt(url), etag, plain }
  if (!compressible.has(extname(url.pathname)) || plain.length < 800) return file
  const [br, zipped] = await Promise.all([promisify(brotliCompress)(plain), promisify(gzip)(plain)])
  return { ...file, br: new Uint8Array(br), gzip: new Uint8Array(zipped) }
}

/** When the file last changed, in milliseconds; 0 when there is none. */
function changedAt(url: URL): number {
  return statSync(url, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

let known: { changedAt: number; names: Readonly<Record<string, string>> } = { changedAt: 0, names: {} }

/** Read again when a build has written it anew, so that a running development server follows. */
function manifest(): Readonly<Record<string, string>> {
  const file = new URL('assets.json', dist)
  const changed = changedAt(file)
  if (changed !== known.changedAt) {
    known = { changedAt: changed, names: changed === 0 ? {} : JSON.parse(readFileSync(file, 'utf8')) }
  }
  return known.names
}
