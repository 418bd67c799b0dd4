import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testApp } from '#platform/testing/test-app.ts'
import { producerRoutes } from './producer-routes.tsx'
import { type SmallWorld, smallWorld } from './testing/small-world.ts'
import { openTestDesk, strangers, type TestDesk } from './testing/test-desk.ts'

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
const page = async (path: string, actor = world.mai) => (await app(actor).request(path)).text()

test('the plan names what to raise, leads to each line, and says that it is no result', async () => {
  const { id } = await desk.filed(world, 'draft', { selfTotal: 58 })
  expect(await page(`/dossiers/${id}/self-assessment`)).toContain(`href="/dossiers/${id}/raise-plan"`)
  const html = await page(`/dossiers/${id}/raise-plan?stars=4`)
  expect(html).toContain('Kế hoạch nâng điểm lên 4 sao')
  expect(html).toContain('không phải kết quả công nhận')
  expect(html).toMatch(/Để đạt 4 sao còn thiếu \d+ điểm/)
  expect(html).toMatch(new RegExp(`href="/dossiers/${id}/self-assessment/\\d+#tc-`))
  expect(html).toContain('ước tính cho tỉnh Sơn La')
})

test('what is enough already says so', async () => {
  const { id } = await desk.filed(world, 'draft', { selfTotal: 95 })
  expect(await page(`/dossiers/${id}/raise-plan?stars=3`)).toContain('Đã đủ điểm và đủ mốc cho 3 sao')
})

test('after it was handed in the producer still reads it, and so does the commune’s officer', async () => {
  const { id } = await desk.filed(world, 'received', { selfTotal: 70 })
  for (const actor of [world.mai, world.lan])
    expect((await app(actor).request(`/dossiers/${id}/raise-plan`)).status).toBe(200)
})

test('an address that asks for no rank of ours gets the next one on the way', async () => {
  const { id } = await desk.filed(world, 'draft', { selfTotal: 68 })
  expect((await app().request(`/dossiers/${id}/raise-plan?stars=9&prefer=x`)).status).toBe(200)
})

test('it goes along as an Excel file', async () => {
  const { id, code } = await desk.filed(world, 'draft', { selfTotal: 58 })
  const answer = await app().request(`/dossiers/${id}/raise-plan.xlsx?stars=4`)
  expect(answer.headers.get('content-disposition')).toContain(code)
})

test('strangers do not find it', async () => {
  const { id } = await desk.filed(world, 'received')
  for (const actor of strangers)
    for (const path of [`/dossiers/${id}/raise-plan`, `/dossiers/${id}/raise-plan.xlsx`])
      expect((await app(actor).request(path)).status).toBe(404)
})
