import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { testApp } from '#platform/testing/test-app.ts'
import { checkDossier } from '../check-dossier.ts'
import { deskRoutes } from '../desk-routes.tsx'
import { dossierRoutes } from '../dossier-routes.tsx'
import { type SmallWorld, smallWorld } from '../testing/small-world.ts'
import { morningOf, openTestDesk, type TestDesk } from '../testing/test-desk.ts'
import { listCarries } from './carry-store.ts'
import { askSiteCheck } from './site-check.ts'

let desk: TestDesk
let world: SmallWorld

beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())
beforeEach(async () => {
  world = await smallWorld(desk.ctx)
})

type Form = Record<string, string | string[]>
const send = (path: string, actor: Actor, form?: Form) =>
  testApp(desk.db, deskRoutes, { actor }).request(path, form)
const page = async (path: string, actor: Actor) => (await send(path, actor)).text()
const dossierPage = async (id: string, actor: Actor) =>
  (await testApp(desk.db, dossierRoutes, { actor }).request(`/dossiers/${id}`)).text()

const early = {
  draft: morningOf('2026-10-01'),
  submitted: morningOf('2026-10-02'),
  received: morningOf('2026-10-05'),
  proposed: morningOf('2026-10-12'),
}
const reassessment = { kind: 'reassessment', basis: { certificateId: newId(), dossierId: null } } as const

describe('the board of a round', () => {
  test('says how many days are left, and leads to what came too late', async () => {
    const { id } = await desk.filed(world, 'proposed')
    const html = await page('/rounds', world.hoa)
    expect(html).toContain('Còn 35 ngày để hoàn thành')
    const href = /href="(\/rounds\/[0-9a-f-]{36}\?column=late)"/.exec(html)?.[1] ?? ''
    const late = await page(href, world.hoa)
    expect(late).toContain(`value="${id}"`)
    expect(late).toContain('Đến sau hạn')
    // The commune reads the board; it has nothing to tick.
    expect(await page(href, world.lan)).not.toContain('type="checkbox" class="checkbox" form="batch"')
  })

  test('comes as Excel', async () => {
    await desk.filed(world, 'proposed')
    const html = await page('/rounds', world.hoa)
    const id = /\/rounds\/([0-9a-f-]{36})/.exec(html)?.[1]
    for (const path of ['/rounds.xlsx', `/rounds/${id}/list.xlsx`]) {
      const answer = await send(path, world.hoa)
      expect(answer.headers.get('content-type')).toContain('spreadsheetml')
    }
  })

  test('a faulty extra round comes back with what was typed', async () => {
    const typed = { provincePath: 'vn/14', planNumber: '185/KH-UBND', proposalsBefore: '2026-11-01' }
    const answer = await send('/rounds', world.hoa, { ...typed, doneBefore: '2027-01-01' })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('value="185/KH-UBND"')
    expect(html).toContain('Chọn một ngày sau hôm nay.')
  })
})

describe('carrying', () => {
  test('asks for a reason where the round is not over, and keeps what was chosen', async () => {
    const { id, version } = await desk.filed(world, 'checked', { at: { ...early } })
    expect(await page(`/dossiers/${id}/carry`, world.hoa)).toContain('phải hoàn thành trước ngày 30/12/2026')
    const answer = await send(`/dossiers/${id}/carry`, world.hoa, { note: ' ', version: String(version) })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Ghi lý do chưa hoàn thành được trong đợt này.')
    expect(await listCarries(desk.db, id)).toEqual([])
  })

  test('the second officer sees what the first did, with the reason they had typed', async () => {
    const { id, version } = await desk.filed(world, 'proposed', { at: { ...early } })
    await checkDossier(desk.as(world.hoa), { dossierId: id, version })
    const form = { note: 'Chờ kiểm nghiệm lại', version: String(version) }
    const answer = await send(`/dossiers/${id}/carry`, world.hoa, form)
    const html = await answer.text()
    expect(answer.status).toBe(409)
    expect(html).toContain('Tỉnh kiểm tra xong')
    expect(html).toContain('Chờ kiểm nghiệm lại')
  })

  test('gives a letter as PDF and as Word to those who read the dossier', async () => {
    const { id } = await desk.filed(world, 'proposed')
    expect((await send(`/dossiers/${id}/carry`, world.hoa, { note: '' })).status).toBe(303)
    const [carry] = await listCarries(desk.db, id)
    for (const [kind, type] of [
      ['pdf', 'application/pdf'],
      ['docx', 'wordprocessingml'],
    ] as const) {
      const answer = await send(`/dossiers/${id}/carries/${carry?.id}.${kind}`, world.lan)
      expect(answer.headers.get('content-type')).toContain(type)
    }
    expect(await dossierPage(id, world.mai)).toContain(`${carry?.letterNumber}`)
    const other = await desk.filed(await smallWorld(desk.ctx), 'proposed')
    expect((await send(`/dossiers/${other.id}/carries/${carry?.id}.pdf`, world.hoa)).status).toBe(404)
  })
})

describe('a reassessment', () => {
  test('shows by when it is answered, on its page and in the list', async () => {
    const { id } = await desk.filed(world, 'checked', { at: { ...early }, ...reassessment })
    expect(await dossierPage(id, world.hoa)).toContain('Trả lời trước hết ngày 26/11/2026')
    expect(await page('/desk?tab=checked', world.hoa)).toContain('Trả lời 26/11/2026')
  })

  test('shows everybody who reads it that the site must be looked at, and why', async () => {
    const { id: dossierId } = await desk.filed(world, 'proposed', { ...reassessment })
    const note = 'Xem vùng nguyên liệu mới ở bản Bẹ'
    await askSiteCheck(desk.as(world.hoa), { dossierId, reason: 'scale_changed', note })
    for (const actor of [world.hoa, world.lan, world.mai])
      expect(await dossierPage(dossierId, actor)).toContain(note)
    expect(await dossierPage(dossierId, world.lan)).not.toContain('Bỏ yêu cầu kiểm tra')
  })
})

describe('a batch', () => {
  test('of nothing says what to do; an unknown step is not found', async () => {
    expect(await page('/desk/batch?step=check', world.hoa)).toContain('Chưa đánh dấu hồ sơ nào')
    expect((await send('/desk/batch?step=delete', world.hoa)).status).toBe(404)
    expect((await send('/desk/batch?step=check', world.lan)).status).toBe(403)
  })

  test('shows its outcome to who began it, and to nobody else', async () => {
    const { id, version } = await desk.filed(world, 'proposed')
    const batch = newId()
    const form = { step: 'check', batch, dossier: `${id} ${version}` }
    const answer = await send('/desk/batch', world.hoa, form)
    expect(answer.headers.get('location')).toBe(`/desk/batches/${batch}`)
    expect(await page(`/desk/batches/${batch}`, world.hoa)).toContain('Đã làm xong 1 hồ sơ')
    expect((await send(`/desk/batches/${batch}`, { ...world.hoa, id: 'other' })).status).toBe(404)
  })
})
