import type { Kysely } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addScannedPaper, typedPaper } from '#modules/producers/index.ts'
import { bareResults, makeCertificate } from '#modules/recognition/testing.ts'
import { type Actor, nobody } from '#platform/ctx.ts'
import type { Database } from '#platform/db/connect.ts'
import { listEvents } from '#platform/events/event-store.ts'
import { smallPdf } from '#platform/files/testing/small-files.ts'
import { newId } from '#platform/ids.ts'
import { testApp } from '#platform/testing/test-app.ts'
import { actorWith, testCtx, testNow } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { testFiles } from '#platform/testing/test-files.ts'
import type { BuyerPackTables } from '../buyer-pack-tables.ts'
import { routes } from '../routes.tsx'
import { filledPack } from '../testing.ts'
import { addPack, removePack } from '../write-pack.ts'
import { newShareCode, readShareCode } from './share-code.ts'
import { shareFaults } from './share-form.ts'
import { endShare, sharePack } from './share-pack.ts'
import { listShares } from './share-store.ts'

let database: Database
let db: Kysely<BuyerPackTables>
let mai: Actor
let packId: string
let fileIds: string[]

beforeAll(async () => {
  database = await openTestDb({ damaged: bareResults })
  db = database.db
})
afterAll(() => database.close())
beforeEach(async () => {
  const { producerId, productId } = await makeCertificate(testCtx(database.db))
  mai = actorWith('producer', 'vn/14/03868', { id: 'mai', producerId })
  const kept = async (number: string, validTo: string) =>
    addScannedPaper(as(mai), await testFiles(), {
      producerId,
      typed: typedPaper({ kind: 'test_results', number, validTo }),
      uploads: [{ name: 'phieu.pdf', bytes: smallPdf({ objects: `% ${newId()}` }) }],
    })
  const papers = [await kept('KN-12', '2026-12-10'), await kept('KN-01', '2026-01-01')]
  const ids = papers.map(({ id }) => id)
  packId = (await addPack(as(mai), { producerId, typed: filledPack([productId], ids) })).id
  const rows = await db.selectFrom('producerPaperPage').selectAll().where('paperId', 'in', ids).execute()
  fileIds = ids.map((id) => rows.find(({ paperId }) => paperId === id)?.fileId ?? '')
})

const as = (actor: Actor, now = testNow) => testCtx(db, { actor, now })
const visit = (path: string, { now = testNow, actor = nobody } = {}) =>
  testApp(db, routes, { actor, now }).request(path)
const agreed = { endsOn: '2026-12-24', understood: 'on' }
const shared = async () => (await sharePack(as(mai), { packId, typed: agreed })).code

test('a code has eighty random bits and is read however it is written', () => {
  const code = newShareCode()
  expect(code).toMatch(/^[0-9A-Y]{4}(-[0-9A-Y]{4}){3}$/)
  expect(readShareCode(code.toLowerCase().replaceAll('-', ''))).toBe(code)
  expect(readShareCode(code.slice(1))).toBeNull()
})

test.each([
  ['2026-11-24', 'on', {}],
  ['2027-05-23', 'on', {}],
  ['2027-05-24', 'on', { endsOn: 'too_late' }],
  ['2026-11-23', 'on', { endsOn: 'in_the_past' }],
  ['2026-02-30', 'on', { endsOn: 'not_a_day' }],
  ['', 'on', { endsOn: 'not_a_day' }],
  ['2026-12-24', '', { understood: 'not_understood' }],
])('a link of 24/11/2026 to %s, agreed %s: %j', (endsOn, understood, faults) => {
  expect(shareFaults({ endsOn, understood }, '2026-11-24')).toEqual(faults)
})

test('nothing is shared before its producer says so; then whoever holds the link reads it, without an account', async () => {
  expect(await listShares(db, [packId])).toEqual([])
  const code = await shared()
  const answer = await visit(`/chao-hang/${code}`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('x-robots-tag')).toContain('noindex')
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  const page = await answer.text()
  expect(page).toContain('content="noindex, nofollow, noarchive"')
  expect(page).toContain('Tình trạng lúc 14:05 ngày 24/11/2026')
  expect(page).toContain('Sắp hết hạn, đến 10/12/2026')
  expect(page).toContain('Phiếu kiểm nghiệm: hết hiệu lực từ 02/01/2026')
  expect(page).not.toContain('KN-01')
  const names = (await listEvents(db, `buyer_pack:${packId}`)).map(({ name }) => name)
  expect(names).toEqual(['buyer_pack.added', 'buyer_pack.shared'])
})

test('the page reads papers that count, and no other file', async () => {
  const code = await shared()
  const [counting = '', ended = ''] = fileIds
  const opened = await visit(`/chao-hang/${code}/giay-to/${counting}`)
  expect([opened.status, opened.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  expect(opened.headers.get('cache-control')).toBe('private, no-store')
  expect((await visit(`/chao-hang/${code}/giay-to/${ended}`)).status).toBe(404)
  const later = new Date('2026-12-11T03:00:00Z')
  expect((await visit(`/chao-hang/${code}/giay-to/${counting}`, { now: later })).status).toBe(404)
})

test('it opens to the end of its last day, and says in plain words that it has ended', async () => {
  const code = await shared()
  expect((await visit(`/chao-hang/${code}`, { now: new Date('2026-12-24T16:59:00Z') })).status).toBe(200)
  const now = new Date('2026-12-24T17:00:00Z')
  for (const path of ['', '/ho-so.zip', `/giay-to/${fileIds[0]}`]) {
    const over = await visit(`/chao-hang/${code}${path}`, { now })
    expect([path, over.status]).toEqual([path, 410])
    expect(await over.text()).toContain('Đường dẫn này đã hết hạn')
  }
})

test('it is ended at once by its producer, also by removing the pack; a new link has another code', async () => {
  const first = await shared()
  await endShare(as(mai), { packId })
  expect((await visit(`/chao-hang/${first}`)).status).toBe(410)
  const second = await shared()
  expect(second).not.toBe(first)
  expect((await visit(`/chao-hang/${second}`)).status).toBe(200)
  await removePack(as(mai), { packId })
  expect((await visit(`/chao-hang/${second}`)).status).toBe(410)
})

test('asked twice there is one link; after its last day there is another', async () => {
  const both = await Promise.all([shared(), shared()])
  expect(new Set(both).size).toBe(1)
  const now = new Date('2027-01-05T03:00:00Z')
  const typed = { endsOn: '2027-01-31', understood: 'on' }
  const next = await sharePack(as(mai, now), { packId, typed })
  expect(next.code).not.toBe(both[0])
  expect((await visit(`/chao-hang/${both[0]}`, { now })).status).toBe(410)
  expect((await visit(`/chao-hang/${next.code}`, { now })).status).toBe(200)
})

test('how often it was opened is counted, its own producer apart; of the opener nothing is kept', async () => {
  const code = await shared()
  await Promise.all([1, 2, 3].map(() => visit(`/chao-hang/${code}`)))
  await visit(`/chao-hang/${code}`, { actor: mai })
  const [share] = await listShares(db, [packId])
  expect(share).toMatchObject({ opened: 3, lastOpenedAt: testNow })
  const page = await (await visit(`/buyer-packs/${packId}`, { actor: mai })).text()
  expect(page).toContain('3 lần')
  expect(page).toContain(`value="http://localhost/chao-hang/${code}"`)
  const officer = actorWith('province_officer', 'vn/14')
  expect(await (await visit(`/buyer-packs/${packId}`, { actor: officer })).text()).not.toContain(code)
})

test('who guesses finds nothing, and after thirty wrong ones is told to wait', async () => {
  const code = await shared()
  // Long before the other tests, which share the count.
  const now = new Date('2026-11-24T01:00:00Z')
  const guesses = Array.from({ length: 30 }, () => visit(`/chao-hang/${newShareCode()}`, { now }))
  expect(new Set((await Promise.all(guesses)).map(({ status }) => status))).toEqual(new Set([404]))
  expect((await visit(`/chao-hang/${code}`, { now })).status).toBe(429)
  expect((await visit(`/chao-hang/${code}`, { now: new Date('2026-11-24T01:11:00Z') })).status).toBe(200)
})

test('the form names what will be read, and refuses who has not agreed', async () => {
  const app = testApp(db, routes, { actor: mai })
  const here = `/buyer-packs/${packId}/share`
  const form = await (await app.request(here)).text()
  expect(form).toContain('value="2026-12-24"')
  expect(form).toContain('Ai có đường dẫn đều đọc được các giấy tờ này')
  const faulty = await app.request(here, { endsOn: '2027-12-24' })
  const said = await faulty.text()
  expect([faulty.status, said.includes('value="2027-12-24"'), said.includes('trong vòng 180 ngày')]).toEqual([
    422,
    true,
    true,
  ])
  expect((await app.request(here, agreed)).headers.get('location')).toBe(`/buyer-packs/${packId}#share`)
  expect((await app.request(`${here}/end`, {})).status).toBe(303)
  const closed = { code: 'buyer-packs.for_its_producer' }
  const officer = as(actorWith('commune_officer', 'vn/14/03868'))
  await expect(sharePack(officer, { packId, typed: agreed })).rejects.toMatchObject(closed)
  await expect(endShare(officer, { packId })).rejects.toMatchObject(closed)
})
