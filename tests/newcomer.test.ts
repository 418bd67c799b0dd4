import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { goodPassword, lastToken, makePerson } from '../src/modules/people/testing.ts'
import { publishAllSets } from '../src/modules/regulation/index.ts'
import type { Database } from '../src/platform/db/connect.ts'
import type { Env } from '../src/platform/http/env.ts'
import { testCtx } from '../src/platform/testing/test-ctx.ts'
import { openTestDb } from '../src/platform/testing/test-db.ts'
import { openProgram, visitor } from './program.ts'

let database: Database
let app: Hono<Env>

beforeAll(async () => {
  database = await openTestDb()
  app = await openProgram(database.db)
  await publishAllSets(testCtx(database.db), { acceptedBy: 'system' })
})
afterAll(() => database.close())

const household = {
  ...{ kind: 'household', name: 'Hộ kinh doanh Lò Văn Lan', unitId: '03868', address: 'Bản Tà Xùa' },
  ...{ phone: '0912 345 678', representativeName: 'Lò Văn Lan', representativePost: 'Chủ hộ' },
}
const honey = { name: 'Mật ong Tà Xùa', productSetNo: '2', specification: 'Chai 500 ml', unitId: '03868' }

test('somebody invited as a producer registers theirs, and from then on files for it', async () => {
  const officer = await makePerson(database.db, 'Lường Thị Lan', [
    { role: 'commune_officer', unitId: '03868' },
  ])
  const lan = visitor(app)
  await lan.post('/sign-in', { email: officer.email, password: goodPassword })
  const email = 'moi@saolang.example'
  const invited = await lan.post('/invitations', {
    role: 'producer',
    unit: '03868',
    name: 'Lò Văn Lan',
    email,
  })
  expect(invited.location).toBe('/invitations')

  const newcomer = visitor(app)
  const accepted = { token: await lastToken(database.db, email), name: 'Lò Văn Lan', password: goodPassword }
  expect((await newcomer.post('/invitation', accepted)).location).toBe('/work')
  expect((await newcomer.get('/work')).text).toContain('href="/producers/new"')

  const faulty = await newcomer.post('/producers/new', { ...household, name: '' })
  expect(faulty.status).toBe(422)
  expect((await newcomer.get('/work')).text).toContain('href="/producers/new"')
  const registered = await newcomer.post('/producers/new', household)
  const producerPath = registered.location ?? expect.fail()
  expect((await newcomer.get(producerPath)).status).toBe(200)
  expect((await newcomer.get('/work')).text).not.toContain('href="/producers/new"')
  expect((await newcomer.post('/producers/new', { ...household, name: 'Hộ thứ hai' })).status).toBe(403)

  const producer = producerPath.split('/').at(-1) ?? ''
  const added = await newcomer.post(`/products/new?producer=${producer}`, { ...honey, producerId: producer })
  const product = /[\w-]{36}/.exec(added.location ?? '')?.[0] ?? expect.fail(added.text)
  const opened = await newcomer.post('/dossiers', { product, kind: 'first' })
  expect(opened.location).toMatch(/^\/dossiers\/[\w-]{36}$/)
  expect((await newcomer.get(opened.location ?? '')).status).toBe(200)
})
