import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Actor, nobody } from '#platform/ctx.ts'
import type { Database } from '#platform/db/connect.ts'
import { testApp } from '#platform/testing/test-app.ts'
import { actorWith, testCtx } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { changeEffort, restoreEstimate } from './change-effort.ts'
import { figuresOf } from './effort-store.ts'
import { routes } from './routes.tsx'

const hoa = actorWith('province_officer', 'vn/14', { id: 'hoa' })
let database: Database

beforeAll(async () => {
  database = await openTestDb()
})
afterAll(() => database.close())
beforeEach(() => database.db.deleteFrom('raise_effort').execute())

const as = (actor: Actor) => testCtx(database.db, { actor })
const app = (actor: Actor = hoa) => testApp(database.db, routes, { actor })
const figures = async (unitId = '14') => (await figuresOf(database.db, unitId))('packaging')
const typed = {
  months: ['1', '2', '3'],
  cost: ['1.000.000', '2000000', '3 000 000'],
  papers: '',
  helperNote: '',
}
const change = (actor: Actor, version = 0) => changeEffort(as(actor), { kind: 'packaging', version, typed })

test('the province’s figures stand in place of the estimates, for it alone', async () => {
  expect((await figures()).version).toBe(0)
  await change(hoa)
  expect(await figures()).toMatchObject({
    version: 1,
    levels: [
      { months: 1, cost: 1_000_000 },
      { months: 2, cost: 2_000_000 },
      { months: 3, cost: 3_000_000 },
    ],
  })
  expect((await figures('11')).version).toBe(0)
  await restoreEstimate(as(hoa), { kind: 'packaging', version: 1 })
  expect((await figures()).version).toBe(0)
})

test('of two who enter figures at once the second is told', async () => {
  const both = await Promise.allSettled([change(hoa), change({ ...hoa, id: 'lan' })])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await change(hoa, 1)
  await expect(change(hoa, 1)).rejects.toMatchObject({ code: 'guidance.changed_meanwhile' })
  const stale = restoreEstimate(as(hoa), { kind: 'packaging', version: 1 })
  await expect(stale).rejects.toMatchObject({ code: 'guidance.changed_meanwhile' })
})

test.each([
  ['a visitor', nobody, 'platform.sign_in_first'],
  ['a producer', actorWith('producer', 'vn/14/03868', { producerId: 'p' }), 'guidance.for_officers'],
  ['an officer of a commune', actorWith('commune_officer', 'vn/14/03868'), 'guidance.for_province_officers'],
  ['the leader', actorWith('leader', 'vn/14'), 'guidance.for_province_officers'],
  ['an auditor', actorWith('auditor', 'vn/14'), 'guidance.for_province_officers'],
  ['the administrator', actorWith('administrator', 'vn/14'), 'guidance.for_officers'],
])('refuses %s', async (_, actor, code) => {
  await expect(change(actor)).rejects.toMatchObject({ code })
  const restored = restoreEstimate(as(actor), { kind: 'packaging', version: 1 })
  await expect(restored).rejects.toMatchObject({ code })
})

test.each([
  ['a month too many', { months: ['1', '2', '121'] }, 'months-3'],
  ['no amount', { cost: ['1', '', '3'] }, 'cost-2'],
  ['words for an amount', { cost: ['1', '2 triệu', '3'] }, 'cost-2'],
  ['a level too few', { months: ['1', '2'] }, 'months-3'],
  ['a level too many', { months: ['1', '2', '3', '4'] }, 'months-4'],
  ['too long a text', { papers: 'x'.repeat(2001) }, 'papers'],
])('refuses %s, by its field', async (_, wrong, field) => {
  const faulty = changeEffort(as(hoa), { kind: 'packaging', version: 0, typed: { ...typed, ...wrong } })
  const faults = expect.objectContaining({ [field]: expect.any(String) })
  await expect(faulty).rejects.toMatchObject({ kind: 'invalid', facts: { faults } })
})

test('the page keeps what was typed, and tells whose figures stand', async () => {
  const path = '/guidance/efforts/packaging'
  const form = {
    version: '0',
    'months-1': '1',
    'cost-1': 'năm triệu',
    'months-2': '2',
    'cost-2': '2',
    'months-3': '3',
    'cost-3': '3',
  }
  const faulty = await app().request(path, form)
  expect([faulty.status, (await faulty.text()).includes('value="năm triệu"')]).toEqual([422, true])
  const kept = await app().request(path, { ...form, 'cost-1': '5.000.000' })
  expect([kept.status, kept.headers.get('location')]).toEqual([303, '/guidance'])
  const list = await (await app().request('/guidance')).text()
  expect(list).toContain('Số của tỉnh')
  expect(list).toContain('Mức 1: 1 tháng, 5.000.000')
  expect(await (await app(actorWith('auditor', 'vn/14')).request('/guidance')).text()).not.toContain(
    `href="${path}"`,
  )
  const back = await app().request(`${path}/estimate`, { version: '1' })
  expect(back.status).toBe(303)
  expect((await app().request('/guidance/efforts/no_such')).status).toBe(404)
  expect((await app().request('/guidance/efforts.xlsx')).status).toBe(200)
})
