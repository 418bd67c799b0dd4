import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { nobody } from '#platform/ctx.ts'
import { testApp } from '#platform/testing/test-app.ts'
import { actorWith } from '#platform/testing/test-ctx.ts'
import { producerRoutes } from './producer-routes.tsx'
import { proposeDossier } from './propose-dossier.ts'
import { returnByProvince } from './return-by-province.ts'
import { type SmallWorld, smallWorld } from './testing/small-world.ts'
import { allFound, openTestDesk, strangers, type TestDesk } from './testing/test-desk.ts'

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
const page = async (id: string, actor = world.mai) => (await app(actor).request(`/dossiers/${id}`)).text()

test('a draft shows its producer what is missing and the way to hand it in', async () => {
  const { id } = await desk.filed(world, 'draft', { registration: { phone: '' } })
  const html = await page(id)
  expect(html).toContain('Trước khi nộp')
  expect(html).toContain('Còn thiếu: Điện thoại.')
  expect(html).toContain(`href="/dossiers/${id}/submission"`)
  expect(html).toContain(`href="/dossiers/${id}/withdrawal"`)
})

test('each is shown the steps that are open to them, and no other', async () => {
  const { id } = await desk.filed(world, 'received')
  const forLan = await page(id, world.lan)
  expect(forLan).toContain(`href="/dossiers/${id}/return"`)
  expect(forLan).toContain(`href="/dossiers/${id}/proposal"`)
  expect(forLan).not.toContain('/withdrawal')
  const forMai = await page(id)
  expect(forMai).toContain('/withdrawal')
  expect(forMai).not.toContain('/proposal')
  const forAuditor = await page(id, actorWith('auditor', 'vn/14'))
  expect(forAuditor).not.toMatch(/\/(return|proposal|withdrawal)"/)
})

test('receiving is one press, and a province returns to its own page', async () => {
  const { id } = await desk.filed(world, 'submitted')
  expect(await page(id, world.lan)).toContain(`<form method="post" action="/dossiers/${id}/receipt">`)
  const other = await smallWorld(desk.ctx)
  const proposed = await desk.filed(other, 'proposed')
  const forHoa = await page(proposed.id, other.hoa)
  expect(forHoa).toContain(`href="/dossiers/${proposed.id}/province-return"`)
  expect(forHoa).toContain(`href="/dossiers/${proposed.id}/check"`)
})

test('a commune is shown something to send again only where one of its contents was sent back', async () => {
  const { id } = await desk.filed(world, 'returned_by_province')
  expect(await page(id, world.lan)).not.toContain(`href="/dossiers/${id}/proposal"`)
  const other = await smallWorld(desk.ctx)
  const toMend = [{ target: 'commune:localLabour', reason: 'incorrect', note: 'Ghi rõ số người.' } as const]
  const content = await desk.filed(other, 'received')
  await proposeDossier(desk.as(other.lan), { dossierId: content.id, report: allFound, samples: 5 })
  await returnByProvince(desk.as(other.hoa), { dossierId: content.id, items: toMend, dueOn: '2026-12-01' })
  expect(await page(content.id, other.lan)).toContain(`href="/dossiers/${content.id}/proposal"`)
})

test('the commune’s clock is said in words', async () => {
  const { id } = await desk.filed(world, 'received')
  expect(await page(id)).toMatch(/Xã còn 1[45] ngày làm việc/)
})

test('what was sent back is listed with its reason and leads the producer to the part', async () => {
  const { id } = await desk.filed(world, 'returned')
  const html = await page(id)
  expect(html).toContain('đã sửa 0 trên 2 mục')
  expect(html).toContain('Thiếu trang ký tên của các hộ liên kết.')
  expect(html).toContain(`/dossiers/${id}/evidence#giay-raw_material`)
  expect(await page(id, world.lan)).not.toContain('evidence#giay-raw_material')
})

test('everything that happened is told, also what the province found', async () => {
  const { id } = await desk.filed(world, 'checked')
  const html = await page(id)
  expect(html).toContain('Nộp hồ sơ lên xã')
  expect(html).toContain('Xã nhận hồ sơ, số')
  expect(html).toContain('Tỉnh kiểm tra xong, số')
  expect(html).toContain('Toàn bộ nguyên liệu thu hái trên địa bàn xã.')
})

test('a withdrawn dossier says so and offers nothing', async () => {
  const { id } = await desk.filed(world, 'withdrawn')
  const html = await page(id)
  expect(html).toContain('Đã rút')
  expect(html).toContain('Rút hồ sơ: Chủ thể chuẩn bị lại vùng nguyên liệu.')
  expect(html).not.toContain('/withdrawal')
})

test('a dossier out of reach is not found, nor is a draft by officers', async () => {
  const { id } = await desk.filed(world, 'submitted')
  for (const actor of [...strangers, nobody])
    expect((await app(actor).request(`/dossiers/${id}`)).status).toBe(404)
  const other = await smallWorld(desk.ctx)
  const draft = await desk.filed(other, 'draft')
  expect((await app(world.lan).request(`/dossiers/${draft.id}`)).status).toBe(404)
  expect((await app().request('/dossiers/none')).status).toBe(404)
})

test('the page speaks English too', async () => {
  const { id } = await desk.filed(world, 'returned')
  const english = testApp(desk.db, producerRoutes, { actor: world.mai, locale: 'en' })
  expect(await (await english.request(`/dossiers/${id}`)).text()).toContain('What comes next')
})
