import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { mostBytesOfFile } from '#platform/files/file-limit.ts'
import type { Env } from '#platform/http/env.ts'
import { Refusal } from '#platform/refusal.ts'
import { refusalWords } from '#platform/text/refusal-words.ts'
import { getUpload, receivePart, startUpload, stopUpload } from './receive-upload.ts'
import type { UploadRow } from './upload-store.ts'

/**
 * Files sent piece by piece, so that a lost line loses only the piece under way. It speaks the core of tus 1.0
 * (tus.io), with its extensions creation, expiration and termination; refusals are sentences for the person who sends.
 */
export const uploadRoutes = new Hono<Env>()

const version = '1.0.0'
const pieces = 'application/offset+octet-stream'

/** Every answer names the version; a visitor sends nothing. */
const speakTus: MiddlewareHandler<Env> = async (c, next) => {
  c.header('tus-resumable', version)
  c.header('cache-control', 'no-store')
  if (c.get('ctx').actor.id === null && c.req.method !== 'OPTIONS')
    return c.text(c.get('view').t('platform:refusal.sign_in_first'), 403)
  await next()
}

uploadRoutes.use('/uploads', speakTus)
uploadRoutes.use('/uploads/*', speakTus)

uploadRoutes.options('/uploads', (c) =>
  c.body(null, 204, {
    'tus-version': version,
    'tus-extension': 'creation,expiration,termination',
    'tus-max-size': String(mostBytesOfFile),
  }),
)

uploadRoutes.post('/uploads', (c) =>
  answered(c, async () => {
    if (!isOurVersion(c)) return otherVersion(c)
    const size = wholeNumber(c.req.header('upload-length'))
    if (size === null) return c.text('Upload-Length', 400)
    const name = nameIn(c.req.header('upload-metadata') ?? '')
    const upload = await startUpload(c.get('ctx'), { name, size })
    return c.body(null, 201, { location: `/uploads/${upload.id}`, ...standing(upload) })
  }),
)

// HEAD is answered by this, without a body.
uploadRoutes.get('/uploads/:id', (c) =>
  answered(c, async () => {
    const upload = await getUpload(c.get('ctx'), c.req.param('id'))
    return c.body(null, 200, { ...standing(upload), 'upload-length': String(upload.size) })
  }),
)

uploadRoutes.patch('/uploads/:id', (c) =>
  answered(c, async () => {
    // Whose it is comes first, then how it is spoken of.
    const { id } = await getUpload(c.get('ctx'), c.req.param('id'))
    if (!isOurVersion(c)) return otherVersion(c)
    if (c.req.header('content-type') !== pieces) return c.text(pieces, 415)
    const atOffset = wholeNumber(c.req.header('upload-offset'))
    if (atOffset === null) return c.text('Upload-Offset', 400)
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    const upload = await receivePart(c.get('ctx'), c.get('files'), { id, atOffset, bytes })
    return c.body(null, 204, standing(upload))
  }),
)

uploadRoutes.delete('/uploads/:id', (c) =>
  answered(c, async () => {
    await getUpload(c.get('ctx'), c.req.param('id'))
    if (!isOurVersion(c)) return otherVersion(c)
    await stopUpload(c.get('ctx'), c.req.param('id'))
    return c.body(null, 204)
  }),
)

const isOurVersion = (c: Context<Env>) => c.req.header('tus-resumable') === version
const otherVersion = (c: Context<Env>) => c.text(version, 412, { 'tus-version': version })

const statuses = { not_found: 404, forbidden: 403, conflict: 409, invalid: 422 } as const

async function answered(c: Context<Env>, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    const sentence = refusalWords(thrown, c.get('view').t)
    return c.text(sentence, statuses[thrown.kind])
  }
}

function standing({ received, expiresAt }: UploadRow): Record<string, string> {
  return { 'upload-offset': String(received), 'upload-expires': expiresAt.toUTCString() }
}

function wholeNumber(text: string | undefined): number | null {
  return text && /^\d{1,10}$/.test(text) ? Number(text) : null
}

/** The name in `filename <base64>,…`; empty when none is said. */
function nameIn(metadata: string): string {
  const pair = metadata.split(',').find((one) => one.trim().startsWith('filename '))
  return Buffer.from(pair?.trim().split(' ')[1] ?? '', 'base64').toString('utf8')
}
