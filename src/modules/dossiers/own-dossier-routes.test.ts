import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { nobody } from '#platform/ctx.ts'
import { testApp } from '#platform/testing/test-app.ts'
import { producerRoutes } from './producer-routes.tsx'
import { type SmallWorld, smallWorld } from './testing/small-world.ts'
import { openTestDesk, type TestDesk } from './testing/test-desk.ts'

let desk: TestDesk
let world: SmallWorld

beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())
beforeEach(async () => {
  world = await smallWorld(desk.ctx)
})

const app = (actor = world.mai) => testApp(desk.db, producerRoutes, { actor })
const page = async (path: string) => (await app().request(path)).text()

test('a producer without dossiers is asked to open one, and opens it', async () => {
  expect(await page('/dossiers')).toContain('href="/dossiers/new"')
  expect(await page(`/dossiers/new?product=${world.productId}`)).toMatch(
    new RegExp(`value="${world.productId}"[^>]*selected|selected[^>]*value="${world.productId}"`),
  )
  const answer = await app().request('/dossiers', { product: world.productId, kind: 'first' })
  expect(answer.status).toBe(303)
  expect(await page(answer.headers.get('location') ?? '')).toContain('Trà xanh Tà Xùa')
  const list = await page('/dossiers')
  expect(list).toContain('Trà xanh Tà Xùa')
  expect(list).toContain('Đang soạn')
  expect(list).toContain('Dữ liệu minh họa')
})

test('a second dossier for the same product is refused in the form, which keeps the choice', async () => {
  await desk.filed(world, 'draft')
  const answer = await app().request('/dossiers', { product: world.productId })
  const html = await answer.text()
  expect(answer.status).toBe(422)
  expect(html).toContain('đang có một hồ sơ chưa xong')
  expect(html).toMatch(
    new RegExp(`<option[^>]*selected[^>]*value="${world.productId}"|value="${world.productId}"[^>]*selected`),
  )
})

test('a form without a product comes back with what is missing', async () => {
  const noProduct = await app().request('/dossiers', { product: '', kind: 'first' })
  expect(noProduct.status).toBe(422)
})

test('another producer’s product is not found, and its dossiers stand in no other list', async () => {
  const other = await smallWorld(desk.ctx)
  const { code } = await desk.filed(other, 'submitted')
  const answer = await app().request('/dossiers', { product: other.productId, kind: 'first' })
  expect(answer.status).toBe(404)
  expect(await page('/dossiers')).not.toContain(code)
})

test('what was returned stands under what there is to do, with its day', async () => {
  await desk.filed(world, 'returned')
  const html = await page('/dossiers?tab=to_do')
  expect(html).toContain('Chờ bổ sung')
  expect(html).toContain('Trước 01/12/2026')
})

test('who acts for no producer has no list of their own', async () => {
  for (const actor of [nobody, world.lan]) {
    expect((await app(actor).request('/dossiers')).status).toBe(403)
    expect((await app(actor).request('/dossiers/new')).status).toBe(403)
  }
})
