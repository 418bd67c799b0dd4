import type { Kysely } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { findDossier } from '#modules/dossiers/index.ts'
import { type SmallWorld, smallWorld } from '#modules/dossiers/testing.ts'
import { listProducts } from '#modules/products/index.ts'
import { type Actor, nobody } from '#platform/ctx.ts'
import type { Database } from '#platform/db/connect.ts'
import { readPdfText } from '#platform/pdf/testing/read-pdf-text.ts'
import { stopDrawing } from '#platform/pdf/typst-thread.ts'
import { testApp } from '#platform/testing/test-app.ts'
import { actorWith, testCtx } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { formsFromPlan } from './forms-from-plan.ts'
import { findIdea } from './idea-store.ts'
import { openDossierOfPlan } from './open-dossier-of-plan.ts'
import { findPlan } from './plan-store.ts'
import type { PlanTables } from './plan-tables.ts'
import { remarkOnPlan } from './remark-on-plan.ts'
import { routes } from './routes.tsx'
import { buildIdea, buildPlan, filledPlan } from './testing.ts'
import { addPlan, savePlan, sendPlan } from './write-plan.ts'
import { listYearlyPlan } from './yearly-plan-store.ts'

let database: Database
let db: Kysely<PlanTables>
let world: SmallWorld

beforeAll(async () => {
  database = await openTestDb()
  db = database.db
})
afterAll(async () => {
  await database.close()
  await stopDrawing()
})
beforeEach(async () => {
  world = await smallWorld(testCtx(db))
})

const as = (actor: Actor) => testCtx(db, { actor })
const app = (actor: Actor) => testApp(db, routes, { actor })
const accepted = () =>
  buildIdea(as, { producerId: world.producerId, producer: world.mai, commune: world.lan, upTo: 'accepted' })
const planned = (more: Omit<Parameters<typeof buildPlan>[1], 'producerId' | 'producer'> = {}) =>
  buildPlan(as, { producerId: world.producerId, producer: world.mai, ...more })
const productNames = async () =>
  (await listProducts(db, { reach: { paths: [], ids: [world.producerId] } }, { limit: 9 })).map(
    ({ name }) => name,
  )

test('from the idea by way of the plan to the dossier nothing is typed twice', async () => {
  const ideaId = await accepted()
  const planId = await planned({ ideaId })
  const { id, isNew } = await openDossierOfPlan(as(world.mai), { planId })
  expect(isNew).toBe(true)
  expect(await productNames()).toEqual(['Trà hoa chè Tà Xùa', 'Trà xanh Tà Xùa'])
  const dossier = await findDossier(db, id)
  expect(dossier).toMatchObject({
    planId,
    kind: 'first',
    state: 'draft',
    registration: { representativeName: 'Sùng Thị Mai', specification: 'Hộp 50 g' },
    report: {
      history: 'Từ những cây chè cổ thụ của bản.',
      materialArea: 'Rừng chè cổ bản Bẹ, 12 ha.',
      market: 'Cửa hàng ở Tà Xùa, bán trên mạng.',
    },
    carried: ['registration', 'report'],
  })
  expect(dossier?.report.planAhead).toContain('01/2027 đến 03/2027: Mua máy')
  expect(dossier?.report.planAhead).toContain('doanh thu 180.000.000')
  expect(dossier?.report.revenue ?? '').toBe('')
  expect((await findIdea(db, ideaId))?.productId).toBe(dossier?.productId)
  expect((await findPlan(db, planId))?.productId).toBe(dossier?.productId)
})

test('what the plan does not say the idea may; what neither says stays empty', () => {
  const idea = { material: 'Hoa chè của bản', market: 'Chợ phiên' }
  const { registration, report } = formsFromPlan(
    filledPlan({ materialArea: '', market: '', quality: '' }),
    idea,
  )
  expect(report).toMatchObject({ materialArea: 'Hoa chè của bản', market: 'Chợ phiên' })
  expect(report).not.toHaveProperty('quality')
  expect(report.organisation).toContain('Số lao động: 8, trong đó lao động địa phương: 8.')
  expect(registration).toEqual({ specification: 'Hộp 50 g' })
})

test('a plan becomes one dossier, however often and however fast it is asked', async () => {
  const planId = await planned()
  const both = await Promise.all([1, 2].map(() => openDossierOfPlan(as(world.mai), { planId })))
  expect(both[0]?.id).toBe(both[1]?.id)
  expect(both.map(({ isNew }) => isNew).sort()).toEqual([false, true])
  expect(await productNames()).toHaveLength(2)
})

test('a plan without a product set says so and makes nothing', async () => {
  const planId = await planned({ typed: { productSetNo: '' } })
  const opening = openDossierOfPlan(as(world.mai), { planId })
  await expect(opening).rejects.toMatchObject({ code: 'plans.set_missing' })
  expect(await productNames()).toEqual(['Trà xanh Tà Xùa'])
  const answer = await app(world.mai).request(`/plans/business/${planId}/dossier`, {})
  expect([answer.status, (await answer.text()).includes('Chọn bộ sản phẩm')]).toEqual([409, true])
})

test('every saving is a version; the same again is none; an old one is refused', async () => {
  const planId = await planned()
  const save = (version: number, change = {}) =>
    savePlan(as(world.mai), { planId, version, content: filledPlan(change) })
  expect(await save(1)).toEqual({ version: 1 })
  expect(await save(1, { scale: 'Hai nghìn hộp.' })).toEqual({ version: 2 })
  await expect(save(1, { scale: 'Ba' })).rejects.toMatchObject({ code: 'plans.changed_meanwhile' })
  const versions = await db
    .selectFrom('businessPlanVersion')
    .select('no')
    .where('planId', '=', planId)
    .execute()
  expect(versions.map(({ no }) => no).sort()).toEqual([1, 2])
  const both = await Promise.allSettled(['a', 'b'].map((risks) => save(2, { risks })))
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('one idea has one plan, and only once it was accepted', async () => {
  const ideaId = await accepted()
  const content = filledPlan()
  const add = (id = ideaId) => addPlan(as(world.mai), { producerId: '', ideaId: id, content })
  const both = await Promise.allSettled([add(), add()])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const { producerId, mai: producer, lan: commune } = world
  const sent = await buildIdea(as, { producerId, producer, commune, upTo: 'sent' })
  await expect(add(sent)).rejects.toMatchObject({ code: 'plans.idea_not_accepted' })
})

test('the commune reads a plan once it was sent, remarks on a version, and a new version waits again', async () => {
  const planId = await planned()
  const page = `/plans/business/${planId}`
  expect((await app(world.lan).request(page)).status).toBe(404)
  await sendPlan(as(world.mai), { planId })
  expect((await app(world.lan).request(page)).status).toBe(200)
  const remark = { planId, words: 'Tính thêm khấu hao máy.', looked: true }
  await remarkOnPlan(as(world.lan), remark)
  expect((await findPlan(db, planId))?.lookedAt).toBe(1)
  expect(await (await app(world.mai).request(page)).text()).toContain('Tính thêm khấu hao máy.')
  await savePlan(as(world.mai), { planId, version: 1, content: filledPlan({ scale: 'Mới' }) })
  expect(await (await app(world.lan).request(page)).text()).toContain('Chờ xã xem')
  const silent = remarkOnPlan(as(world.lan), { planId, words: ' ', looked: false })
  await expect(silent).rejects.toMatchObject({ facts: { faults: { words: 'say_something' } } })
  await expect(sendPlan(as(world.mai), { planId })).rejects.toMatchObject({ code: 'plans.plan_sent' })
})

test.each<[string, Actor]>([
  ['a visitor', nobody],
  [
    'another producer',
    actorWith('producer', 'vn/14/03868', { id: 'o', producerId: '01a00000-0000-7000-8000-000000000001' }),
  ],
  ['the officer next door', actorWith('commune_officer', 'vn/14/03856')],
  ['an officer of another province', actorWith('province_officer', 'vn/11')],
  ['a consultant', actorWith('consultant', 'vn/14')],
  ['the administrator', actorWith('administrator', 'vn/14')],
])('%s finds no plan', async (_, actor) => {
  const planId = await planned({ sent: true })
  const content = filledPlan()
  const unknown = { kind: 'not_found' }
  await expect(savePlan(as(actor), { planId, version: 1, content })).rejects.toMatchObject(unknown)
  await expect(sendPlan(as(actor), { planId })).rejects.toMatchObject(unknown)
  await expect(openDossierOfPlan(as(actor), { planId })).rejects.toMatchObject(unknown)
  await expect(remarkOnPlan(as(actor), { planId, words: 'x', looked: true })).rejects.toMatchObject(unknown)
  const { producerId } = world
  await expect(addPlan(as(actor), { producerId, content })).rejects.toMatchObject(unknown)
})

test.each([
  ['the commune’s officer', () => world.lan],
  ['the province’s officer', () => world.hoa],
  ['an auditor', () => actorWith('auditor', 'vn/14')],
])('%s reads a plan and writes nothing in it', async (_, who) => {
  const planId = await planned({ sent: true })
  const content = filledPlan({ scale: 'Khác' })
  expect((await app(who()).request(`/plans/business/${planId}`)).status).toBe(200)
  const forbidden = { kind: 'forbidden' }
  await expect(savePlan(as(who()), { planId, version: 1, content })).rejects.toMatchObject(forbidden)
  await expect(openDossierOfPlan(as(who()), { planId })).rejects.toMatchObject(forbidden)
  if (who() === world.lan) return
  await expect(remarkOnPlan(as(who()), { planId, words: 'x', looked: true })).rejects.toMatchObject(forbidden)
})

test('the form begins with the idea, keeps what was typed, and shows the sums once it is saved', async () => {
  const ideaId = await accepted()
  const page = app(world.mai)
  const empty = await (await page.request(`/plans/business/new?idea=${ideaId}`)).text()
  expect(empty).toContain('Hoa hái từ rừng chè cổ của bản')
  expect(empty).toContain('value="2027"')
  const form = { ...filledPlan(), ideaId, producerId: world.producerId, loan: 'vay bạn' }
  const faulty = await page.request('/plans/business', form)
  expect([faulty.status, (await faulty.text()).includes('value="vay bạn"')]).toEqual([422, true])
  const saved = await page.request('/plans/business', { ...form, loan: '40.000.000' })
  const here = saved.headers.get('location') ?? ''
  const shown = await (await page.request(here)).text()
  expect(shown).toContain('Hòa vốn khi bán được 400 hộp')
  expect(shown).toContain('Còn thiếu nguồn vốn 10.000.000')
  expect((await page.request(`/plans/business/new?idea=${ideaId}`)).headers.get('location')).toBe(here)
  const opened = await page.request(`${here}/dossier`, {})
  expect(opened.headers.get('location')).toMatch(/^\/dossiers\//)
})

test('the list of plans has what waits, and goes along as an Excel file', async () => {
  const planId = await planned({ sent: true })
  const list = async (path: string) => (await app(world.lan).request(path)).text()
  expect(await list('/plans/business?waiting=1')).toContain(planId)
  await remarkOnPlan(as(world.lan), { planId, words: '', looked: true })
  expect(await list('/plans/business?waiting=1')).not.toContain(planId)
  expect(await list('/plans/business')).toContain(planId)
  expect((await app(world.lan).request('/plans/business.xlsx')).status).toBe(200)
})

test('it prints as PDF and goes along as Word and Excel', async () => {
  const planId = await planned()
  const fetched = (file: string) => app(world.mai).request(`/plans/business/${planId}/${file}`)
  const pdf = readPdfText(new Uint8Array(await (await fetched('paper/phuong-an.pdf')).arrayBuffer()))
  expect(pdf.replaceAll(/\s/g, '')).toContain('khôngquyđịnhmẫuchophươngán')
  expect((await fetched('paper/phuong-an.docx')).headers.get('content-disposition')).toContain('.docx')
  expect((await fetched('figures.xlsx')).status).toBe(200)
  expect((await fetched('paper/khac.pdf')).status).toBe(404)
})

test('the yearly plan tells how many were planned, and how far they came', async () => {
  const year = 2031
  const typed = { expectedYear: String(year) }
  const { producerId, mai: producer, lan: commune } = world
  const idea = (upTo: 'accepted' | 'sent') => buildIdea(as, { producerId, producer, commune, upTo, typed })
  const planId = await planned({ ideaId: await idea('accepted') })
  await openDossierOfPlan(as(world.mai), { planId })
  await planned({ ideaId: await idea('accepted') })
  await idea('accepted')
  await idea('sent')
  const lines = await listYearlyPlan(db, { paths: ['vn/14'], year })
  expect(lines).toEqual([
    {
      unitPath: 'vn/14/03868',
      communeName: 'Xã Tà Xùa',
      ...{ planned: 3, withPlan: 2, withDossier: 1, recognised: 0, waiting: 1, recognisedInYear: 0 },
    },
  ])
  expect(await listYearlyPlan(db, { paths: ['vn/11'], year })).toEqual([])
  const page = await app(world.hoa).request(`/plans/year?year=${year}`)
  expect(await page.text()).toContain('Xã Tà Xùa')
  expect((await app(world.hoa).request(`/plans/year.xlsx?year=${year}`)).status).toBe(200)
  expect((await app(world.mai).request('/plans/year')).status).toBe(403)
})
