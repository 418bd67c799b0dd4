import { afterAll, beforeAll, expect, test } from 'vitest'
import { decideConsultant, rateMandate } from '#modules/consultants/index.ts'
import { type ConsultantWorld, openConsultantWorld } from '#modules/consultants/testing/consultant-world.ts'
import { buildMandate } from '#modules/consultants/testing.ts'
import { testApp } from '#platform/testing/test-app.ts'
import { testNow } from '#platform/testing/test-ctx.ts'
import { consultantRoutes } from './consultant-routes.tsx'

let world: ConsultantWorld

beforeAll(async () => {
  world = await openConsultantWorld()
})
afterAll(() => world.close())

const page = async (query = '') =>
  (await testApp(world.db, consultantRoutes).request(`/tu-van${query}`)).text()

test('the public list names who is registered, by field, and nothing about persons', async () => {
  const all = await page()
  expect(all).toContain('Trung tâm Tư vấn OCOP Tây Bắc')
  expect(all).toContain('Lê Thị Lan')
  expect(all).not.toContain('@saolang.example')
  expect(await page('?field=tourism')).not.toContain('Lê Thị Lan')
  expect(await page('?q=tay%20bac')).not.toContain('Lê Thị Lan')
})

test('ratings are shown from three on, suspended ones are shown as such', async () => {
  const past = new Date(testNow.getTime() - 90 * 24 * 60 * 60 * 1000)
  const rate = async (days: number) => {
    const at = new Date(past.getTime() + days * 24 * 60 * 60 * 1000)
    const on = at.toISOString().slice(0, 10)
    const mandateId = await buildMandate(
      (actor) => world.as(actor, at),
      { producer: world.mai, consultant: world.tuan },
      { consultantId: world.tuansFirm, producerId: world.producerId, fromOn: on, toOn: on },
    )
    const typed = { knowledge: 5, diligence: 4, guidance: 4, words: '' }
    await rateMandate(world.as(world.mai), { mandateId, typed })
  }
  await rate(1)
  await rate(2)
  expect(await page()).not.toContain('trên 5 (')
  await rate(3)
  expect(await page()).toContain('4,3 trên 5 (3 nhận xét)')
  await decideConsultant(world.as(world.hoa), {
    consultantId: world.lansFirm,
    outcome: 'suspend',
    number: '5/QĐ-UBND',
    decidedOn: '2026-11-20',
    reason: 'Lý do riêng',
  })
  const html = await page()
  expect(html).toContain('Tạm dừng')
  expect(html).not.toContain('Lý do riêng')
})
