import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { stopDrawing } from '#platform/pdf/typst-thread.ts'
import { testApp } from '#platform/testing/test-app.ts'
import { actorWith } from '#platform/testing/test-ctx.ts'
import { giveLookUpCode } from './give-look-up-code.ts'
import { lookUpRoutes } from './look-up-routes.tsx'
import { findLookUpCode } from './look-up-store.ts'
import { slipRoutes } from './papers/slip-routes.ts'
import { type SmallWorld, smallWorld } from './testing/small-world.ts'
import { openTestDesk, type TestDesk } from './testing/test-desk.ts'

let desk: TestDesk
let world: SmallWorld

beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(async () => {
  await stopDrawing()
  await desk.close()
})
beforeEach(async () => {
  world = await smallWorld(desk.ctx)
})

const ask = (code: string) =>
  testApp(desk.db, lookUpRoutes).request(`/tra-cuu?code=${encodeURIComponent(code)}`)
const codeOf = async (id: string) => (await findLookUpCode(desk.db, id)) ?? ''

test('receipt gives a code, under which anybody reads the state and the day, and nothing about people', async () => {
  const dossier = await desk.filed(world, 'received')
  const answer = await ask((await codeOf(dossier.id)).toLowerCase().replaceAll('-', ''))
  const html = await answer.text()
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
  expect(html).toContain('Đang kiểm tra')
  expect(html).toContain(dossier.communeReceipt)
  expect(html).toContain('15/12/2026')
  expect(html).toContain('noindex')
  for (const hidden of ['Hợp tác xã chè', 'Sùng Thị Mai', '0912', 'Trà xanh', '/100', 'lan'])
    expect(html.replace(/<[^>]+>/g, ' '), hidden).not.toMatch(new RegExp(`\\b${hidden}`))
})

test('a returned dossier says what is asked for and by when, without the officer’s own words', async () => {
  const toMend = [
    {
      target: 'paper:test_results',
      reason: 'outdated' as const,
      note: 'Chị Mai, 0912 345 678, gửi phiếu mới',
    },
  ]
  const dossier = await desk.filed(world, 'returned', { toMend })
  const html = await (await ask(await codeOf(dossier.id))).text()
  expect(html).toContain('Cần bổ sung trước ngày')
  expect(html).toContain('Quá cũ')
  expect(html).not.toContain('0912 345 678')
})

test('what cannot be a code is 422 with what was typed; a code of no dossier is 404, in words', async () => {
  const odd = await ask('"><script>')
  expect(odd.status).toBe(422)
  expect(await odd.text()).not.toContain('"><script>')
  const unknown = await ask('000-000-000')
  expect(unknown.status).toBe(404)
  expect(await unknown.text()).toContain('Không có hồ sơ nào mang mã này')
})

test('without a code it is a form', async () => {
  const answer = await testApp(desk.db, lookUpRoutes).request('/tra-cuu')
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain('name="code"')
})

test('two who ask for a code at once get the same one', async () => {
  const { id } = await desk.filed(world, 'submitted')
  const give = () => giveLookUpCode(desk.as(world.lan), id)
  const [first, second] = await Promise.all([give(), give()])
  expect(first).toBe(second)
})

test('guessing ends in a refusal', async () => {
  for (let count = 0; count < 30; count += 1) await ask('000-000-000')
  const { id } = await desk.filed(world, 'received')
  expect((await ask(await codeOf(id))).status).toBe(429)
})

test('the slip is a PDF for the household and the commune, and for nobody else', async () => {
  const { id } = await desk.filed(world, 'received')
  const slip = (actor = world.lan) =>
    testApp(desk.db, slipRoutes, { actor }).request(`/dossiers/${id}/slip.pdf`)
  const answer = await slip()
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  expect((await slip(world.mai)).status).toBe(200)
  expect((await slip(world.hoa)).status).toBe(403)
  expect((await slip(actorWith('auditor', 'vn/14'))).status).toBe(403)
  expect((await slip(actorWith('commune_officer', 'vn/14/03646'))).status).toBe(404)
  const draft = await desk.filed(await smallWorld(desk.ctx), 'submitted')
  const early = await testApp(desk.db, slipRoutes, { actor: world.lan }).request(
    `/dossiers/${draft.id}/slip.pdf`,
  )
  expect(early.status).toBe(409)
})
