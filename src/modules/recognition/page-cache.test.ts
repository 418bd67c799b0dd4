import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { nobody } from '#platform/ctx.ts'
import type { Database } from '#platform/db/connect.ts'
import { record } from '#platform/events/record.ts'
import type { Env } from '#platform/http/env.ts'
import type { Answered } from '#platform/http/request-log.ts'
import { actorWith, testCtx, testNow } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { dayMark, timeMark } from './kept-page.ts'
import { answerPage, pagesFromMemory } from './page-cache.ts'

let database: Database
let app: Hono<Env>
let now = testNow
let actor = nobody
let drawn: string[] = []
let noted: Answered[] = []
beforeAll(async () => {
  database = await openTestDb()
  app = new Hono<Env>()
  app.use(
    pagesFromMemory({
      db: database.db,
      clock: () => now,
      said: { 'x-said': 'always' },
      note: (one) => noted.push(one),
    }),
  )
  app.use(async (c, next) => {
    c.set('ctx', testCtx(database.db, { actor, now }))
    await next()
  })
  const page = (words: string) => async () => {
    drawn.push(words)
    return words
  }
  app.get('/list', (c) => answerPage(c, page(`list ${c.req.query('sao') ?? ''}`)))
  app.get('/truth', (c) => answerPage(c, page(`at ${timeMark} on ${dayMark}`)))
})
afterAll(() => database.close())
beforeEach(() => {
  now = testNow
  actor = nobody
  drawn = []
  noted = []
})

let place = 0
/** An address that no other test opened. */
const fresh = (path: string) => {
  place += 1
  return `${path}?t=${place}`
}
const open = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })
const change = async () => {
  await record(testCtx(database.db), 'certificate.issued', 'unit:14')
  await new Promise((resolve) => setTimeout(resolve, 120))
}

test('a page is drawn once for all visitors, apart for each query, language and theme', async () => {
  const path = fresh('/list')
  for (const headers of [{}, {}, { cookie: 'language=en' }, { cookie: 'language=en; theme=tea-dark' }, {}])
    expect(await (await open(path, headers)).text()).toBe('list ')
  await open(`${path}&sao=4`)
  expect(drawn).toHaveLength(4)
})

test('a page from memory says what every answer says, and is noted with its number but without its query', async () => {
  const path = fresh('/list')
  await open(path)
  const answer = await open(path)
  expect(answer.headers.get('x-said')).toBe('always')
  const [line, ...more] = noted
  expect(more).toEqual([])
  expect(line).toMatchObject({ method: 'GET', path: '/list', status: 200 })
  expect(answer.headers.get('x-request-id')).toBe(line?.requestId)
})

test('who has another cookie, or is signed in, gets a page of their own', async () => {
  const path = fresh('/list')
  await open(path)
  await open(path, { cookie: 'session=x' })
  await open(path, { cookie: 'session=x' })
  actor = actorWith('leader', 'vn/14')
  await open(path, { cookie: 'session=x' })
  expect(drawn).toHaveLength(4)
})

test('an event that changes a public page drops what is kept', async () => {
  const path = fresh('/list')
  await open(path)
  await change()
  await open(path)
  expect(drawn).toHaveLength(2)
})

test('a new day drops what is kept', async () => {
  const path = fresh('/list')
  await open(path)
  now = new Date('2026-11-24T17:00:01Z')
  await open(path)
  expect(drawn).toHaveLength(2)
})

test('a browser that has the page is told so', async () => {
  const path = fresh('/list')
  const etag = (await open(path)).headers.get('etag') ?? ''
  const again = await open(path, { 'if-none-match': etag })
  expect([again.status, await again.text()]).toEqual([304, ''])
})

test('a kept page still says the very second at which it is asked for, and no copy of it is kept', async () => {
  const path = fresh('/truth')
  expect(await (await open(path)).text()).toBe('at 14:05:32 on 24/11/2026')
  now = new Date('2026-11-24T07:05:33Z')
  const answer = await open(path)
  expect(await answer.text()).toBe('at 14:05:33 on 24/11/2026')
  expect([answer.headers.get('cache-control'), answer.headers.get('etag')]).toEqual(['no-store', null])
  expect(drawn).toHaveLength(1)
})

test('it is sent small to whoever can read it so', async () => {
  const words = 'at 14:05:32 on 24/11/2026'
  const path = fresh('/truth')
  for (const [accepted, encoding, unpack] of [
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
    ['', null, (bytes: Buffer) => bytes],
  ] as const) {
    const answer = await open(path, { 'accept-encoding': accepted })
    expect(answer.headers.get('content-encoding')).toBe(encoding)
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(answer.headers.get('content-length')).toBe(String(bytes.length))
    expect(unpack(bytes).toString()).toBe(words)
  }
})
