import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { defaultRules, fileSet, lawRegime } from '#modules/regulation/index.ts'
import { type Actor, nobody } from '#platform/ctx.ts'
import type { Database } from '#platform/db/connect.ts'
import { testApp } from '#platform/testing/test-app.ts'
import { actorWith, testCtx } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { addPolicy, changePolicy, removePolicy } from './keep-policies.ts'
import { planFor } from './plan-for.ts'
import { policyFaults, typedPolicyOf } from './policy-form.ts'
import { findPolicy, listPolicies } from './policy-store.ts'
import { routes } from './routes.tsx'

const hoa = actorWith('province_officer', 'vn/14', { id: 'hoa' })
const elsewhere = actorWith('province_officer', 'vn/11', { id: 'other' })
let database: Database

beforeAll(async () => {
  database = await openTestDb({
    damaged: {
      'what an event is about exists, or was removed: `dossier:<id>` names a row of the table dossier':
        'every test begins with an empty list',
    },
  })
})
afterAll(() => database.close())
beforeEach(() => database.db.deleteFrom('support_policy').execute())

const as = (actor: Actor) => testCtx(database.db, { actor })
const app = (actor: Actor = hoa) => testApp(database.db, routes, { actor })
const facts = { title: 'Hỗ trợ bao bì', pays: '50 % chi phí in bao bì' }
const added = async (more = {}) =>
  (await addPolicy(as(hoa), { typed: typedPolicyOf({ ...facts, ...more }) })).id

test('a policy is written down, changed and taken out by the officer of its province', async () => {
  const id = await added()
  await changePolicy(as(hoa), { id, version: 1, typed: typedPolicyOf({ ...facts, title: 'Hỗ trợ nhãn' }) })
  expect(await findPolicy(database.db, id)).toMatchObject({ title: 'Hỗ trợ nhãn', version: 2, unitId: '14' })
  const stale = changePolicy(as(hoa), { id, version: 1, typed: typedPolicyOf(facts) })
  await expect(stale).rejects.toMatchObject({ code: 'guidance.changed_meanwhile' })
  const early = removePolicy(as(hoa), { id, version: 1 })
  await expect(early).rejects.toMatchObject({ code: 'guidance.changed_meanwhile' })
  await removePolicy(as(hoa), { id, version: 2 })
  expect(await findPolicy(database.db, id)).toBeUndefined()
})

test('of two changes at once one is stored and one refused', async () => {
  const id = await added()
  const typed = typedPolicyOf(facts)
  const both = await Promise.allSettled([
    changePolicy(as(hoa), { id, version: 1, typed }),
    changePolicy(as(hoa), { id, version: 1, typed }),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test.each([
  ['a visitor', nobody],
  ['another province', elsewhere],
  ['an officer of the commune', actorWith('commune_officer', 'vn/14/03868')],
  ['the leader', actorWith('leader', 'vn/14')],
  ['an auditor', actorWith('auditor', 'vn/14')],
])('does not let %s find it to change', async (_, actor) => {
  const id = await added()
  const gone = { kind: 'not_found' }
  await expect(
    changePolicy(as(actor), { id, version: 1, typed: typedPolicyOf(facts) }),
  ).rejects.toMatchObject(gone)
  await expect(removePolicy(as(actor), { id, version: 1 })).rejects.toMatchObject(gone)
  for (const path of [`/guidance/policies/${id}`, `/guidance/policies/${id}/removal`])
    expect((await app(actor).request(path)).status).toBe(404)
})

test.each([
  [{ title: '' }, 'title'],
  [{ pays: '' }, 'pays'],
  [{ link: 'javascript:alert(1)' }, 'link'],
  [{ link: 'sonla.gov.vn' }, 'link'],
  [{ validFrom: '2026-02-30' }, 'validFrom'],
  [{ validFrom: '2026-05-01', validTo: '2026-04-01' }, 'validTo'],
  [{ isVerified: true }, 'decisionNumber'],
])('%j is a fault of %s', (wrong, field) => {
  expect(Object.keys(policyFaults(typedPolicyOf({ ...facts, ...wrong })))).toEqual([field])
})

test('a plan names what is valid that day and fits its raises', async () => {
  await added({ title: 'Mọi việc' })
  await added({ title: 'Hết hạn', validTo: '2025-12-31' })
  await added({ title: 'Chưa đến', validFrom: '2027-01-01' })
  await added({ title: 'Bao bì', kinds: ['packaging'] })
  await added({ title: 'Xuất khẩu', kinds: ['global_market'] })
  const set = fileSet('qd26-2026-13')
  if (!set) throw new Error('the sheet of coffee is gone')
  const law = { set, bands: lawRegime('qd26-2026').bands, rules: defaultRules }
  const told = await planFor(database.db, { law, answers: {}, stars: 3, unitId: '14', day: '2026-11-24' })
  expect(told.policies.map(({ title }) => title)).toEqual(['Bao bì', 'Mọi việc'])
  const there = await planFor(database.db, { law, answers: {}, stars: 3, unitId: '11', day: '2026-11-24' })
  expect(there.policies).toEqual([])
})

test('the pages: an empty list says what to do, a faulty form keeps what was typed, taking out asks first', async () => {
  expect(await (await app().request('/guidance/policies')).text()).toContain('Chưa có chính sách nào')
  const faulty = await app().request('/guidance/policies', {
    title: '',
    pays: 'Năm mươi phần trăm',
    kinds: ['packaging'],
  })
  const html = await faulty.text()
  expect(faulty.status).toBe(422)
  expect(html).toContain('Năm mươi phần trăm')
  expect(html).toContain('Nhập tên chính sách.')
  const sent = await app().request('/guidance/policies', {
    title: 'Bao bì',
    pays: 'Một nửa',
    kinds: ['packaging', 'story'],
  })
  expect(sent.headers.get('location')).toBe('/guidance/policies')
  const [policy] = await listPolicies(database.db, { unitId: '14' })
  expect(policy).toMatchObject({ kinds: ['packaging', 'story'], isVerified: false, decisionNumber: null })
  const own = `/guidance/policies/${policy?.id}`
  expect(await (await app().request('/guidance/policies')).text()).toContain('Chưa kiểm chứng')
  expect(await (await app().request(`${own}/removal`)).text()).toContain('sẽ không còn trong kế hoạch')
  expect((await app().request(`${own}/removal`, { version: '1' })).status).toBe(303)
  expect(await listPolicies(database.db, { unitId: '14' })).toEqual([])
  expect((await app().request('/guidance/policies.xlsx')).status).toBe(200)
})
