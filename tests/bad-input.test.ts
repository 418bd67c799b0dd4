import type { Hono } from 'hono'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillDemonstration } from '../src/demo/fill-demonstration.ts'
import { endRole } from '../src/modules/people/index.ts'
import { goodPassword, lastToken } from '../src/modules/people/testing.ts'
import type { Database } from '../src/platform/db/connect.ts'
import type { Env } from '../src/platform/http/env.ts'
import { testCtx } from '../src/platform/testing/test-ctx.ts'
import { openTestDb } from '../src/platform/testing/test-db.ts'
import { testFiles } from '../src/platform/testing/test-files.ts'
import { demoVisitor, openProgram, visitor } from './program.ts'

let database: Database
let app: Hono<Env>
let now = new Date('2026-11-24T07:05:32Z')

beforeAll(async () => {
  database = await openTestDb()
  const files = await testFiles()
  await fillDemonstration({ db: database.db, log: pino({ level: 'silent' }), files, now })
  app = await openProgram(database.db, { files, clock: () => now })
}, 120_000)
afterAll(() => database.close())

const dossierIn = async (state: string) => {
  const { rows } = await sql<{ id: string }>`
    select id::text from dossier where state = ${state} and unit_path = 'vn/14/03868' limit 1`.execute(
    database.db,
  )
  return rows[0]?.id ?? expect.fail(`no dossier is ${state}`)
}
const versionIn = (page: string) => /name="version" value="(\d+)"/.exec(page)?.[1] ?? expect.fail(page)
const registration = {
  ...{ representativeName: 'Mùa Thị Mai', representativePost: 'Giám đốc', address: 'Bản Tà Xùa' },
  ...{ phone: '0912 345 678', email: 'mai@saolang.example', specification: 'Hộp 100 g' },
}

test('a form of two people at once: the second is told, sees what they typed, and overwrites nothing', async () => {
  const path = `/dossiers/${await dossierIn('draft')}/registration`
  const [here, there] = [await demoVisitor(app, 'chu-the'), await demoVisitor(app, 'chu-the')]
  const version = versionIn((await here.get(path)).text)
  const saved = await here.post(path, { ...registration, phone: '0912 000 001', version })
  expect(saved.status).toBe(303)
  const late = await there.post(path, { ...registration, phone: '0912 000 002', version })
  expect(late.status).toBe(409)
  expect(late.text).toContain('value="0912 000 002"')
  expect((await there.get(path)).text).toContain('value="0912 000 001"')
})

test('a day that does not exist is said beside the form, and what was typed stays', async () => {
  const xa = await demoVisitor(app, 'xa')
  const path = `/dossiers/${await dossierIn('received')}/return`
  const form = { item: 'report', 'reason:report': 'incomplete', 'note:report': 'Ghi rõ vùng chè.' }
  for (const dueOn of ['2027-02-29', '31/11/2026', 'mai', '']) {
    const answer = await xa.post(path, { ...form, dueOn })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Ghi rõ vùng chè.')
  }
})

test('whoever lost the role while filling a form in is told, and nothing is written', async () => {
  const xa = await demoVisitor(app, 'xa')
  const id = await dossierIn('received')
  expect((await xa.get(`/dossiers/${id}/return`)).status).toBe(200)
  const { rows } = await sql<{ id: string }>`
    select h.id::text from role_holding h join person p on p.id = h.person_id
    where p.email = 'xa@saolang.example'`.execute(database.db)
  await endRole(testCtx(database.db, { now }), { holdingId: rows[0]?.id ?? '' })
  const answer = await xa.post(`/dossiers/${id}/return`, {
    ...{ item: 'report', 'reason:report': 'incomplete', 'note:report': 'Ghi rõ.', dueOn: '2026-12-31' },
  })
  expect(answer.status).toBe(404)
  expect(answer.text).toContain('<h1')
  expect(await dossierIn('received')).toBe(id)
  expect((await xa.get('/inbox')).status).toBe(403)
  expect((await xa.get('/work')).status).toBe(200)
})

test('a link that has run out says so, and how to get another', async () => {
  const officer = await demoVisitor(app, 'tinh')
  const email = 'moi-lai@saolang.example'
  await officer.post('/invitations', { role: 'commune_officer', unit: '03868', name: 'Lò Thị Én', email })
  const token = await lastToken(database.db, email)
  const sent = now
  now = new Date(sent.getTime() + 60 * 24 * 60 * 60 * 1000)
  const newcomer = visitor(app)
  const late = await newcomer.get(`/invitation?token=${token}`)
  expect(late.status).toBe(409)
  expect(late.text).toContain('quá bảy ngày')
  const posted = await newcomer.post('/invitation', { token, name: 'Lò Thị Én', password: goodPassword })
  expect(posted.status).toBe(409)
  expect((await newcomer.get('/invitation?token=khong-co')).status).toBe(404)
  now = sent
})

test('100 MB are refused in words before they are read', async () => {
  const body = new URLSearchParams({ phone: '1' })
  const path = `/dossiers/${await dossierIn('draft')}/evidence`
  const headers = { 'content-length': String(100 * 1024 * 1024), 'content-type': 'multipart/form-data' }
  const answer = await app.request(path, { method: 'POST', headers, body })
  expect(answer.status).toBe(413)
  expect(await answer.text()).toContain('25 MB')
})

test.each([
  '/dossiers/1',
  '/dossiers/../../etc/passwd',
  '/products/%00',
  '/v/<script>',
  '/certificates/null',
])('%s is no page, and that is said', async (path) => {
  const hoa = await demoVisitor(app, 'tinh')
  const answer = await hoa.get(path)
  expect(answer.status).toBe(404)
  expect(answer.text).not.toContain('<script>')
})

test('a pack for buyers and its copy are made once, however often the button is pressed', async () => {
  const mai = await demoVisitor(app, 'chu-the')
  const list = (await mai.get('/buyer-packs')).location ?? ''
  const keyIn = (page: string) => /name="_once" value="([\w-]{36})"/.exec(page)?.[1] ?? expect.fail('no key')
  const page = (await mai.get(`${list}/new`)).text
  const product = /name="product"[^>]*value="([\w-]{36})"/.exec(page)?.[1] ?? expect.fail('no product')
  const form = { name: 'Chè gửi hai lần', product, _once: keyIn(page) }
  const [first, second] = await Promise.all([mai.post(list, form), mai.post(list, form)])
  expect(first.location).toMatch(/^\/buyer-packs\//)
  expect(second.location).toBe(first.location)
  const copies = `${first.location}/copies`
  const once = { _once: keyIn((await mai.get(first.location ?? '')).text) }
  const [copy, same] = await Promise.all([mai.post(copies, once), mai.post(copies, once)])
  expect(same.location).toBe(copy.location)
  expect((await mai.get(list)).text.match(/>Chè gửi hai lần/g)).toHaveLength(2)
})

test('a refused pack keeps all that was typed, whatever was typed', async () => {
  const mai = await demoVisitor(app, 'chu-the')
  const list = (await mai.get('/buyer-packs')).location ?? ''
  const page = (await mai.get(`${list}/new`)).text
  const product = /name="product"[^>]*value="([\w-]{36})"/.exec(page)?.[1] ?? expect.fail('no product')
  const odd = {
    name: '<b>Chè</b>',
    product,
    [`packSize:${product}`]: 'Hộp “100 g”',
    [`price:${product}`]: '1e9',
  }
  const answer = await mai.post(list, { ...odd, paper: "'; drop table buyer_pack" })
  expect([answer.status, answer.text.includes('value="1e9"'), answer.text.includes('Hộp “100 g”')]).toEqual([
    422,
    true,
    true,
  ])
  expect(answer.text).toContain('&lt;b>Chè&lt;/b>')
  for (const papers of ["'; drop table buyer_pack", 'x'.repeat(3000)])
    expect((await mai.post(list, { name: 'Chè', product, paper: papers })).status).toBe(422)
  for (const code of ['x', '7KM2-QXTD-04HA-9WRC', '%00', '..%2F..'])
    expect((await visitor(app).get(`/chao-hang/${code}`)).status).toBe(404)
})
