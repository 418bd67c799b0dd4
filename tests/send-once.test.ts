import type { Hono } from 'hono'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { goodPassword, makePerson } from '../src/modules/people/testing.ts'
import { registerProducer, typedProducer } from '../src/modules/producers/index.ts'
import { publishAllSets } from '../src/modules/regulation/index.ts'
import { system } from '../src/platform/ctx.ts'
import type { Database } from '../src/platform/db/connect.ts'
import type { Env } from '../src/platform/http/env.ts'
import { testCtx } from '../src/platform/testing/test-ctx.ts'
import { openTestDb } from '../src/platform/testing/test-db.ts'
import { openProgram, type Visitor, visitor } from './program.ts'

let database: Database
let app: Hono<Env>
let path: string
let mai: Visitor

const honey = { name: 'Mật ong Tà Xùa', productSetNo: '2', specification: 'Chai 500 ml', unitId: '03868' }

beforeAll(async () => {
  database = await openTestDb()
  app = await openProgram(database.db)
  const ctx = testCtx(database.db, { actor: system })
  await publishAllSets(ctx, { acceptedBy: 'system' })
  const facts = { kind: 'household', name: 'Hộ Lò Thị Mai', unitId: '03868', address: 'Bản Bẹ' }
  const { id } = await registerProducer(ctx, { typed: typedProducer(facts) })
  path = `/products/new?producer=${id}`
  mai = await signedIn('Lò Thị Mai')
})
afterAll(() => database.close())

async function signedIn(name: string): Promise<Visitor> {
  const { email } = await makePerson(database.db, name, [{ role: 'commune_officer', unitId: '03868' }])
  const person = visitor(app)
  await person.post('/sign-in', { email, password: goodPassword })
  return person
}

async function products(): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from product`.execute(
    database.db,
  )
  return rows[0]?.count ?? 0
}

/** The key that a page gives its form. */
async function keyIn(page: Promise<{ text: string }>): Promise<string> {
  return /name="_once" value="([\w-]{36})"/.exec((await page).text)?.[1] ?? expect.fail('no key')
}

test('a button pressed twice at once, and once more later, makes one product and leads to it each time', async () => {
  const before = await products()
  const form = { ...honey, _once: await keyIn(mai.get(path)) }
  const [first, second] = await Promise.all([mai.post(path, form), mai.post(path, form)])
  const later = await mai.post(path, form)
  expect(first.location).toMatch(/^\/products\/[\w-]{36}$/)
  expect([second.status, second.location]).toEqual([303, first.location])
  expect([later.status, later.location]).toEqual([303, first.location])
  expect(await products()).toBe(before + 1)
})

test('a form that was refused goes in once it is mended, with the same key or the new one of its page', async () => {
  const before = await products()
  const key = await keyIn(mai.get(path))
  const refused = await mai.post(path, { ...honey, name: '', _once: key })
  expect(refused.status).toBe(422)
  expect((await mai.post(path, { ...honey, name: 'Mật ong bạc hà', _once: key })).status).toBe(303)
  const fresh = await keyIn(Promise.resolve(refused))
  expect(fresh).not.toBe(key)
  expect((await mai.post(path, { ...honey, name: 'Mật ong hoa nhãn', _once: fresh })).status).toBe(303)
  expect(await products()).toBe(before + 2)
})

test('somebody else who sends the key is not led to what it made', async () => {
  const form = { ...honey, name: 'Mật ong rừng', _once: await keyIn(mai.get(path)) }
  const { location } = await mai.post(path, form)
  const other = await signedIn('Lò Văn Nam')
  const answer = await other.post(path, form)
  expect(location).toMatch(/^\/products\//)
  expect([answer.status, answer.location]).toEqual([409, null])
})

test('a key that is none, or none at all, is a form like any other', async () => {
  const before = await products()
  for (const _once of ['', 'x', '1; drop table product'])
    expect((await mai.post(path, { ...honey, name: `Mật ong ${_once.length}`, _once })).status).toBe(303)
  expect((await mai.post(path, { ...honey, name: 'Mật ong táo mèo' })).status).toBe(303)
  expect(await products()).toBe(before + 4)
})
