import { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Actor, nobody } from '#platform/ctx.ts'
import type { Database } from '#platform/db/connect.ts'
import { mostBytesOfFile } from '#platform/files/file-limit.ts'
import { sweepFiles } from '#platform/files/sweep-files.ts'
import { smallPdf } from '#platform/files/testing/small-files.ts'
import type { Env } from '#platform/http/env.ts'
import { answerError } from '#platform/http/errors.tsx'
import { actorWith, testCtx, testNow } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { testFiles } from '#platform/testing/test-files.ts'
import { testView } from '#platform/testing/test-view.ts'
import { readUpload } from './receive-upload.ts'
import { sendFile } from './send-file.ts'
import { uploadRoutes } from './upload-routes.ts'
import { forgetUploads } from './upload-store.ts'

let database: Database
const mai = actorWith('producer', 'vn/14/03868', { id: 'mai' })

beforeAll(async () => {
  database = await openTestDb()
})
afterAll(() => database.close())
beforeEach(() => forgetUploads(database.db, new Date('2999-01-01')))

function appOf(actor: Actor, now = testNow): Hono<Env> {
  const app = new Hono<Env>()
  app.use(async (c, next) => {
    c.set('requestId', 'test')
    c.set('files', await testFiles())
    c.set('ctx', testCtx(database.db, { actor, now }))
    c.set('view', testView({ actor, now, locale: 'vi', path: '/' }))
    await next()
  })
  app.route('/', uploadRoutes)
  app.onError(answerError)
  return app
}

const tus = { 'tus-resumable': '1.0.0' }
const start = (size: number, { actor = mai, name = 'giấy.pdf' } = {}) =>
  appOf(actor).request('/uploads', {
    method: 'POST',
    headers: {
      ...tus,
      'upload-length': String(size),
      'upload-metadata': `filename ${Buffer.from(name).toString('base64')}`,
    },
  })
const place = async (size: number) => (await start(size)).headers.get('location') ?? ''
const patch = (at: string, offset: number, bytes: Uint8Array, actor: Actor = mai) =>
  appOf(actor).request(at, {
    method: 'PATCH',
    headers: { ...tus, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
    body: new Uint8Array(bytes),
  })
const offsetAt = async (at: string, actor: Actor = mai) => {
  const { status, headers } = await appOf(actor).request(at, { method: 'HEAD', headers: tus })
  return status === 200 ? Number(headers.get('upload-offset')) : status
}

const pdf = smallPdf()

test('a file arrives piece by piece and is read whole by who sent it, byte for byte', async () => {
  const at = await place(pdf.length)
  const cut = 100
  expect(await offsetAt(at)).toBe(0)
  expect((await patch(at, 0, pdf.subarray(0, cut))).status).toBe(204)
  expect(await offsetAt(at)).toBe(cut)
  const last = await patch(at, cut, pdf.subarray(cut))
  expect([last.status, last.headers.get('upload-offset')]).toEqual([204, String(pdf.length)])
  const id = at.split('/').at(-1) ?? ''
  const read = await readUpload(testCtx(database.db, { actor: mai }), await testFiles(), id)
  expect(read.name).toBe('giấy.pdf')
  expect(Buffer.from(read.bytes).equals(pdf)).toBe(true)
})

test('a piece that does not follow what is here is refused, and of two at once one is taken', async () => {
  const at = await place(pdf.length)
  expect((await patch(at, 50, pdf.subarray(50))).status).toBe(409)
  const both = await Promise.all([patch(at, 0, pdf.subarray(0, 80)), patch(at, 0, pdf.subarray(0, 90))])
  expect(both.map(({ status }) => status).sort()).toEqual([204, 409])
  expect([80, 90]).toContain(await offsetAt(at))
})

test('more than was announced, or more than a file may have, is refused in words', async () => {
  const large = await start(mostBytesOfFile + 1)
  expect(large.status).toBe(422)
  expect(await large.text()).toContain('lớn hơn 25 MB')
  const at = await place(10)
  expect((await patch(at, 0, pdf)).status).toBe(422)
  expect(await offsetAt(at)).toBe(0)
})

test('what cannot be kept is refused when it is whole, in words, and is gone', async () => {
  const text = new TextEncoder().encode('xin chào')
  const at = await place(text.length)
  const answer = await patch(at, 0, text)
  expect(answer.status).toBe(422)
  expect(answer.headers.get('content-type')).toContain('text/plain')
  expect(await answer.text()).toContain('không phải PDF')
  expect(await offsetAt(at)).toBe(404)
})

test('a file on its way belongs to its sender alone', async () => {
  const at = await place(pdf.length)
  const other = actorWith('producer', 'vn/14/03868', { id: 'other' })
  expect(await offsetAt(at, other)).toBe(404)
  expect((await patch(at, 0, pdf, other)).status).toBe(404)
  expect((await appOf(other).request(at, { method: 'DELETE', headers: tus })).status).toBe(404)
  expect((await start(10, { actor: nobody })).status).toBe(403)
  expect((await appOf(mai).request(at, { method: 'DELETE', headers: tus })).status).toBe(204)
  expect(await offsetAt(at)).toBe(404)
})

test('another version, another content type and a missing length are told apart', async () => {
  const at = await place(10)
  expect((await appOf(mai).request('/uploads', { method: 'POST' })).status).toBe(412)
  expect((await appOf(mai).request('/uploads', { method: 'POST', headers: tus })).status).toBe(400)
  expect((await appOf(mai).request(at, { method: 'PATCH', headers: tus })).status).toBe(415)
  const said = await appOf(nobody).request('/uploads', { method: 'OPTIONS' })
  expect(said.headers.get('tus-max-size')).toBe(String(mostBytesOfFile))
})

test('what nobody used in time is forgotten, and its bytes are swept', async () => {
  const at = await place(pdf.length)
  await patch(at, 0, pdf.subarray(0, 100))
  const later = new Date(testNow.getTime() + 21 * 60 * 60 * 1000)
  expect((await appOf(mai, later).request(at, { method: 'HEAD', headers: tus })).status).toBe(404)
  expect(await forgetUploads(database.db, testNow)).toBe(0)
  expect(await forgetUploads(database.db, later)).toBe(1)
  const files = await testFiles()
  await sweepFiles(database.db, files, new Date(Date.now() + 2 * 24 * 60 * 60 * 1000))
  const left: string[] = []
  for await (const { sha256 } of files.list()) left.push(sha256)
  expect(left).toEqual([])
})

test('a sender has only so much on the way at once', async () => {
  for (let sent = 0; sent < 20; sent += 1) await start(mostBytesOfFile)
  const answer = await start(mostBytesOfFile)
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('quá nhiều tệp')
})

/** A line that breaks: before the server hears of it, or, at odd times, after it has answered. */
function breakingLine(app: Hono<Env>, breaks: readonly ('before' | 'after' | null)[]) {
  let request = 0
  return async (address: string, init: RequestInit) => {
    const how = breaks[request] ?? null
    request += 1
    if (how === 'before') throw new TypeError('line lost')
    const answer = await app.request(address, init)
    if (how === 'after') throw new TypeError('line lost')
    return answer
  }
}

test.each([
  ['before a piece', [null, 'before', 'before']],
  ['after a piece, whose answer is lost', [null, null, 'after', null, 'after']],
  ['while it is announced', ['before', 'after']],
] as const)('the browser’s sender goes on after the line broke %s', async (_, breaks) => {
  const before = globalThis.fetch
  globalThis.fetch = breakingLine(appOf(mai), breaks) as typeof fetch
  try {
    const waits: number[] = []
    const pause = async (milliseconds: number) => void waits.push(milliseconds)
    const file = new File([new Uint8Array(pdf)], 'giấy.pdf')
    const signal = new AbortController().signal
    const seen: number[] = []
    const onProgress = (sent: number) => void seen.push(sent)
    const end = await sendFile(file, { signal, onProgress, pause, piece: 64 })
    if (end.is !== 'sent') throw new Error(JSON.stringify(end))
    const { bytes } = await readUpload(testCtx(database.db, { actor: mai }), await testFiles(), end.id)
    expect(Buffer.from(bytes).equals(pdf)).toBe(true)
    expect(seen.at(-1)).toBe(pdf.length)
    expect(waits.length).toBe(breaks.filter(Boolean).length)
  } finally {
    globalThis.fetch = before
  }
})

test('the browser’s sender says what the server refuses', async () => {
  const before = globalThis.fetch
  globalThis.fetch = breakingLine(appOf(mai), []) as typeof fetch
  try {
    const file = new File(['xin chào'], 'a.pdf')
    const end = await sendFile(file, { signal: new AbortController().signal, onProgress: () => {} })
    expect(end).toMatchObject({ is: 'refused', why: expect.stringContaining('không phải PDF') })
  } finally {
    globalThis.fetch = before
  }
})
