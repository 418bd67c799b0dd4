import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../src/app.ts'
import { demoAccounts, mailOf } from '../src/demo/accounts.ts'
import { fillDemonstration } from '../src/demo/fill-demonstration.ts'
import { openAuth, readActor } from '../src/modules/people/index.ts'
import { type Actor, nobody } from '../src/platform/ctx.ts'
import type { Database } from '../src/platform/db/connect.ts'
import { noJobs } from '../src/platform/jobs/queue.ts'
import { actorWith, testNow } from '../src/platform/testing/test-ctx.ts'
import { openTestDb } from '../src/platform/testing/test-db.ts'
import { testFiles, testSigningKey } from '../src/platform/testing/test-files.ts'

let database: Database
let ask: (path: string, actor: Actor, headers?: Record<string, string>) => Promise<Response>
const people = new Map<string, Actor>()

beforeAll(async () => {
  database = await openTestDb()
  const { db } = database
  const log = pino({ level: 'silent' })
  const files = await testFiles()
  await fillDemonstration({ db, log, files, now: testNow })
  const { rows } = await sql<{ id: string; email: string }>`select id, email from person`.execute(db)
  for (const account of demoAccounts) {
    const id = rows.find(({ email }) => email === mailOf(account))?.id ?? ''
    people.set(account.mailbox, await readActor(db, id, '2026-11-24'))
  }
  let asking: Actor = nobody
  const secret = 'x'.repeat(32)
  const app = createApp({
    ...{ db, log, files, jobs: noJobs, clock: () => testNow, signingKey: testSigningKey },
    ...{ demo: false, demoPassword: null, publicUrl: null, trustProxy: false },
    auth: await openAuth({ db, secret, baseUrl: 'http://localhost', secure: false }),
    whoAsks: async () => ({ actor: asking, sessionId: null, twoFactorOn: true, locale: null, cookies: [] }),
  })
  ask = async (path, actor, headers = {}) => {
    asking = actor
    return app.request(path, { headers })
  }
}, 120_000)
afterAll(() => database.close())

const person = (mailbox: string): Actor => people.get(mailbox) ?? nobody
const pageOf = async (path: string, actor: Actor) => (await ask(path, actor)).text()

/** The text of one part of the page. */
function part(page: string, key: string): string {
  return new RegExp(`<section id="${key}".*?</section>`, 's').exec(page)?.[0] ?? ''
}

const partsOf = (page: string) => [...page.matchAll(/<section id="([a-z_]+)"/g)].map(([, key]) => key)

test.each([
  ['chu-the', ['mine', 'extra_tests', 'buyer_packs', 'products']],
  ['xa', ['inbox', 'commune_plans', 'renewals', 'certificates']],
  ['tinh', ['desk', 'applications', 'to_submit', 'at_centre', 'renewals', 'certificates']],
  ['to-tu-van', ['advisory', 'appraisals']],
  ['chu-tich', ['scoring', 'sessions', 'signing']],
  ['thu-ky', ['sessions']],
  ['thanh-vien-4', ['scoring']],
  ['lanh-dao', ['to_decide', 'at_centre', 'certificates']],
  ['trung-uong', ['to_record', 'renewals', 'certificates']],
  ['bo-truong', ['to_record', 'certificates']],
  ['tu-van', ['portfolio']],
  ['tu-van-2', ['portfolio']],
  ['tu-van-3', ['consultant']],
  ['kiem-tra', ['check', 'certificates']],
  ['quan-tri', ['invitations', 'certificates', 'people', 'law', 'mail', 'health', 'events']],
  ['kiem-toan', ['overseen', 'certificates', 'people', 'law', 'events']],
])('the home of %s has its parts, what waits first', async (mailbox, keys) => {
  expect(partsOf(await pageOf('/work', person(mailbox)))).toEqual(keys)
})

test('a producer sees the products as cards, each with its star or without, and what to do next', async () => {
  const page = await pageOf('/work', person('chu-the'))
  const products = part(page, 'products')
  expect(products.match(/<li/g)).toHaveLength(9)
  for (const words of ['Chưa xếp hạng', 'OCOP 4 sao', 'Làm tiếp hồ sơ', 'Bổ sung hồ sơ'])
    expect(products).toContain(words)
  expect(part(page, 'mine')).toMatch(/còn \d+ mục cần bổ sung/)
  expect(part(page, 'mine')).toMatch(/Tự chấm \d+ điểm.*sao còn thiếu/)
})

test('who runs a session sees whose sheets are awaited, and no point of any', async () => {
  const sessions = part(await pageOf('/work', person('thu-ky')), 'sessions')
  expect(sessions).toContain('Đã nộp 3/18 phiếu')
  expect(sessions).toContain('Nguyễn Thành Long (3)')
  expect(sessions).not.toMatch(/\d+ điểm/)
})

test('somebody with several roles sees the parts of each, the urgent ones first', async () => {
  const { id, name, holdings } = person('kiem-toan')
  const both = { id, name, holdings: [...holdings, ...person('lanh-dao').holdings] }
  const keys = partsOf(await pageOf('/work', both))
  expect(keys[0]).toBe('to_decide')
  expect(keys).toContain('overseen')
})

test.each([
  ['inbox', 'xa', /href="(\/inbox\?tab=\w+)"[^>]*><b[^>]*>(\d+)/g],
  ['desk', 'tinh', /href="(\/desk\?tab=\w+)"[^>]*><b[^>]*>(\d+)/g],
  ['overseen', 'kiem-toan', /href="(\/desk\?tab=\w+)"[^>]*><b[^>]*>(\d+)/g],
  ['certificates', 'kiem-tra', /href="(\/certificates\?status=\w+)"[^>]*><b[^>]*>(\d+)/g],
  ['renewals', 'tinh', /href="(\/certificates\?ending=\w+)"[^>]*><b[^>]*>(\d+)/g],
])('every number of %s is the length of the list behind it', async (key, mailbox, pattern) => {
  const figures = [...part(await pageOf('/work', person(mailbox)), key).matchAll(pattern)]
  expect(figures.length).toBeGreaterThan(2)
  expect(figures.some(([, , count]) => count !== '0')).toBe(true)
  for (const [, href = '', count] of figures) expect(await lengthOf(href, mailbox), href).toBe(Number(count))
})

test.each([
  ['chu-the', '/dossiers', '/dossiers?tab=to_do'],
  ['xa', '/inbox', '/inbox'],
  ['tinh', '/desk', '/desk'],
  ['to-tu-van', '/desk', '/desk?tab=checked'],
])('the number beside a place of %s is the length of its list', async (mailbox, place, list) => {
  const page = await pageOf('/work', person(mailbox))
  const count = new RegExp(`<a href="${place}"[^>]*>.*?<span class="badge[^>]*>(\\d+)<`, 's').exec(page)?.[1]
  expect(Number(count)).toBeGreaterThan(0)
  expect(await lengthOf(list, mailbox)).toBe(Number(count))
})

/** How many lines the list has at this address. */
async function lengthOf(href: string, mailbox: string): Promise<number> {
  const page = await pageOf(href, person(mailbox))
  const main = page.slice(page.indexOf('<main'))
  const kind = href.startsWith('/certificates') ? 'certificates' : 'dossiers'
  const links = [...main.matchAll(new RegExp(`href="/${kind}/([0-9a-f-]{36})"`, 'g'))]
  return new Set(links.map(([, id]) => id)).size
}

test.each([
  ['commune_officer', 'vn/14/03646'],
  ['commune_officer', 'vn/11/03127'],
  ['province_officer', 'vn/11'],
  ['advisory', 'vn/11'],
  ['leader', 'vn/11'],
  ['inspector', 'vn/11'],
  ['auditor', 'vn/11'],
] as const)('a %s of %s sees nothing of Tà Xùa', async (role, unitPath) => {
  const page = await pageOf('/work', actorWith(role, unitPath, { id: 'stranger' }))
  expect(page).not.toMatch(/Tà Xùa|Chiềng Cơi|Mộc Sơn/)
  expect([...page.matchAll(/href="\/(?:inbox|desk|certificates)\?[^"]*"[^>]*><b[^>]*>([1-9]\d*)/g)]).toEqual(
    [],
  )
})

test('a producer sees nothing of another producer', async () => {
  expect(await pageOf('/work', person('chu-the-2'))).not.toMatch(/Tà Xùa|Mộc Sơn/)
})

test('a visitor is asked to sign in', async () => {
  const answer = await ask('/work', nobody)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in?back=/work'])
})

test('nothing is counted for what a script fetches', async () => {
  const badge = /<span class="badge/
  const fetched = await ask('/work', person('xa'), { accept: '*/*' })
  expect(badge.test(await fetched.text())).toBe(false)
  const shown = await ask('/work', person('xa'), { accept: 'text/html,*/*;q=0.8' })
  expect(badge.test(await shown.text())).toBe(true)
})
