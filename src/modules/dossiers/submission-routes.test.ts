import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testApp } from '#platform/testing/test-app.ts'
import { attachEvidence } from './attach-evidence.ts'
import { openDossier } from './open-dossier.ts'
import { producerRoutes } from './producer-routes.tsx'
import { type SmallWorld, smallWorld } from './testing/small-world.ts'
import { openTestDesk, pdf, strangers, type TestDesk } from './testing/test-desk.ts'

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

test('a whole dossier is handed in with the pledge, once', async () => {
  const { id } = await desk.filed(world, 'draft')
  const path = `/dossiers/${id}/submission`
  const { version } = await desk.found(id)
  expect(await page(path)).toContain('cam kết nội dung hồ sơ là đúng sự thật')
  const form = { pledged: 'yes', version: String(version) }
  expect((await app().request(path, form)).status).toBe(303)
  expect((await desk.found(id)).state).toBe('submitted')
  expect((await app().request(path, form)).status).toBe(409)
  expect((await app().request(path)).status).toBe(409)
})

test('without the pledge it stays here, and says so beside the box', async () => {
  const { id } = await desk.filed(world, 'draft')
  const answer = await app().request(`/dossiers/${id}/submission`, {})
  expect([answer.status, (await answer.text()).includes('Hãy đánh dấu cam kết')]).toEqual([422, true])
  expect((await desk.found(id)).state).toBe('draft')
})

test('an unfinished dossier shows what is missing and is not handed in', async () => {
  const { id } = await openDossier(desk.as(world.mai), { productId: world.productId, kind: 'first' })
  const path = `/dossiers/${id}/submission`
  expect(await page(path)).toContain('Đã chấm 0 trên')
  const answer = await app().request(path, { pledged: 'yes' })
  expect([answer.status, (await answer.text()).includes('chưa đủ nội dung để nộp')]).toEqual([422, true])
})

test('mending shows each part as it was and as it is, and is sent again when all is mended', async () => {
  const { id } = await desk.filed(world, 'returned')
  const path = `/dossiers/${id}/mending`
  const html = await page(path)
  expect(html).toContain('Thiếu trang ký tên của các hộ liên kết.')
  expect(html).toContain('Còn 2 mục chưa sửa')
  const early = await app().request(path, { pledged: 'yes' })
  expect([
    early.status,
    (await early.text()).includes('Còn mục trong yêu cầu bổ sung chưa được sửa.'),
  ]).toEqual([422, true])
  for (const paperKind of ['raw_material', 'test_results'])
    await attachEvidence(desk.as(world.mai), desk.files, {
      dossierId: id,
      paperKind,
      title: `Giấy mới ${paperKind}`,
      file: pdf('moi.pdf', paperKind),
    })
  expect(await page(path)).toContain('Giấy mới test_results')
  expect((await app().request(path, {})).status).toBe(422)
  expect((await app().request(path, { pledged: 'yes' })).status).toBe(303)
  expect((await desk.found(id)).state).toBe('received')
})

test('a dossier is withdrawn only with a reason', async () => {
  const { id } = await desk.filed(world, 'submitted')
  const path = `/dossiers/${id}/withdrawal`
  const answer = await app().request(path, { reason: '  ' })
  expect([answer.status, (await answer.text()).includes('cho biết lý do rút hồ sơ')]).toEqual([422, true])
  expect((await app().request(path, { reason: 'Đổi bao bì' })).status).toBe(303)
  expect((await desk.found(id)).state).toBe('withdrawn')
  expect((await app().request(path)).status).toBe(409)
})

test('these steps are the producer’s: officers are refused, strangers find nothing', async () => {
  const { id } = await desk.filed(world, 'returned')
  for (const step of ['mending', 'withdrawal', 'submission']) {
    expect((await app(world.lan).request(`/dossiers/${id}/${step}`)).status).toBe(403)
    for (const actor of strangers) {
      expect((await app(actor).request(`/dossiers/${id}/${step}`)).status).toBe(404)
      expect((await app(actor).request(`/dossiers/${id}/${step}`, { reason: 'x' })).status).toBe(404)
    }
  }
})
