import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testApp } from '#platform/testing/test-app.ts'
import { actorWith } from '#platform/testing/test-ctx.ts'
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

const registration = {
  representativeName: 'Sùng Thị Mai',
  representativePost: 'Giám đốc',
  address: 'Bản Tà Xùa',
  phone: '0912 345 678',
  email: 'mai@taxua.vn',
  specification: 'Hộp 200 g',
}

test('Form 01 begins with the register, is saved, and is printed with what was typed', async () => {
  const { id } = await desk.filed(world, 'draft')
  const path = `/dossiers/${id}/registration`
  expect(await page(path)).toContain('value="Sùng Thị Mai"')
  const answer = await app().request(path, registration)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/dossiers/${id}`])
  const html = await page(path)
  expect(html).toContain('value="Hộp 200 g"')
  expect(html).toContain('Phiếu đăng ký đánh giá, phân hạng sản phẩm OCOP')
})

test('a wrong number or address comes back beside its field, everything typed kept', async () => {
  const { id } = await desk.filed(world, 'draft')
  const typed = { ...registration, phone: 'không có', email: 'mai tại taxua', address: 'Bản "Mới"' }
  const answer = await app().request(`/dossiers/${id}/registration`, typed)
  const html = await answer.text()
  expect(answer.status).toBe(422)
  expect(html).toContain('value="không có"')
  expect(html).toContain('value="mai tại taxua"')
  expect(html).toContain('value="Bản &quot;Mới&quot;"')
  expect(html).toContain('Số điện thoại chỉ gồm chữ số')
  expect(html).toContain('Thư điện tử chưa đúng')
})

test('who saves over a newer version is told, with what they typed kept', async () => {
  const { id } = await desk.filed(world, 'draft')
  const answer = await app().request(`/dossiers/${id}/registration`, { ...registration, version: '1' })
  const html = await answer.text()
  expect(answer.status).toBe(409)
  expect(html).toContain('vừa được sửa ở nơi khác')
  expect(html).toContain('value="mai@taxua.vn"')
})

test('what was handed in is read, not filled in', async () => {
  const { id } = await desk.filed(world, 'submitted')
  for (const part of ['registration', 'report']) {
    const html = await page(`/dossiers/${id}/${part}`)
    expect(html).toContain('giữ nguyên như đã nộp')
    expect(html).not.toContain('name="version"')
  }
  expect((await app().request(`/dossiers/${id}/registration`, registration)).status).toBe(409)
})

test('Form 02 keeps texts, ticks and money; a wrong amount comes back', async () => {
  const { id } = await desk.filed(world, 'draft')
  const path = `/dossiers/${id}/report`
  const report = {
    representativeGender: 'female',
    foundedOn: '2018-05-04',
    papers: ['food_safety', 'quality_declaration'],
    rights: ['trademark'],
    history: 'Từ năm 2018.\nNăm 2020 mở xưởng.',
    revenue: '1.240.000.000 đ',
  }
  const faulty = await app().request(path, { ...report, profit: 'khá' })
  const returned = await faulty.text()
  expect(faulty.status).toBe(422)
  expect(returned).toContain('value="khá"')
  expect(returned).toContain('Năm 2020 mở xưởng.')
  expect(returned).toMatch(/value="food_safety"[^>]*checked|checked[^>]*value="food_safety"/)
  expect((await app().request(path, report)).status).toBe(303)
  expect((await desk.found(id)).report).toMatchObject({
    revenue: '1240000000',
    papers: ['food_safety', 'quality_declaration'],
  })
})

test('what the report says of a person is shown to those who handle the dossier only', async () => {
  const { id } = await desk.filed(world, 'submitted', { report: { representativeEthnicity: 'Mông' } })
  const path = `/dossiers/${id}/report`
  expect(await page(path, world.lan)).toContain('Mông')
  expect(await page(path, actorWith('auditor', 'vn/14'))).not.toContain('Mông')
})

test('the forms of somebody else’s dossier are not found', async () => {
  const { id } = await desk.filed(world, 'submitted')
  for (const actor of strangers)
    for (const part of ['registration', 'report']) {
      expect((await app(actor).request(`/dossiers/${id}/${part}`)).status).toBe(404)
      expect((await app(actor).request(`/dossiers/${id}/${part}`, registration)).status).toBe(404)
    }
})
