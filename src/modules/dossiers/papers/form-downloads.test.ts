import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '#platform/ctx.ts'
import { readPdfText } from '#platform/pdf/testing/read-pdf-text.ts'
import { stopDrawing } from '#platform/pdf/typst-thread.ts'
import { testApp } from '#platform/testing/test-app.ts'
import { actorWith } from '#platform/testing/test-ctx.ts'
import { communeContents } from '../commune-contents.ts'
import { deskRoutes } from '../desk-routes.tsx'
import { producerRoutes } from '../producer-routes.tsx'
import { listSnapshots } from '../snapshot-store.ts'
import { fileDossier } from '../testing/file-dossier.ts'
import { type SmallWorld, smallWorld } from '../testing/small-world.ts'
import { openTestDesk, pdf, type TestDesk } from '../testing/test-desk.ts'

let desk: TestDesk
let world: SmallWorld

beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(async () => {
  await desk.close()
  await stopDrawing()
})
beforeEach(async () => {
  world = await smallWorld(desk.ctx)
})

const get = (actor: Actor, path: string) => testApp(desk.db, producerRoutes, { actor }).request(path)
const squeezed = (text: string) => text.replaceAll(/[\s\u200b]/g, '').toLocaleLowerCase('vi')
async function textOf(actor: Actor, path: string): Promise<string> {
  const answer = await get(actor, path)
  expect(answer.status).toBe(200)
  return squeezed(readPdfText(new Uint8Array(await answer.arrayBuffer())))
}

test('a draft says that it is one; what was handed in says from which set it was printed', async () => {
  const draft = await desk.filed(world, 'draft')
  expect(await textOf(world.mai, `/dossiers/${draft.id}/forms/mau-01.pdf`)).toContain(squeezed('BẢN NHÁP'))
  const other = await smallWorld(desk.ctx)
  const filed = await desk.filed(other, 'received')
  const text = await textOf(other.mai, `/dossiers/${filed.id}/forms/mau-01.pdf`)
  const [snapshot] = await listSnapshots(desk.db, filed.id)
  expect(text).not.toContain(squeezed('BẢN NHÁP'))
  expect(text).toContain(squeezed(snapshot?.digest ?? 'none'))
  expect(text).toContain(squeezed(filed.communeReceipt ?? 'none'))
})

test('Form 02 carries every criterion with its points and evidence, and a person’s ethnicity for those who handle it', async () => {
  const paper = { paperKind: 'test_results', title: 'Phiếu kiểm nghiệm tháng 9', file: pdf() }
  const filed = await desk.filed(world, 'received', {
    report: { representativeEthnicity: 'H’Mông', revenue: '1240000' },
    evidence: { files: desk.files, papers: [paper] },
  })
  const path = `/dossiers/${filed.id}/forms/mau-02.pdf`
  const text = await textOf(world.mai, path)
  for (const words of ['Phiếu kiểm nghiệm tháng 9', '1.240.000 đồng', 'H’Mông', 'Cộng phần A', '/100'])
    expect(text).toContain(squeezed(words))
  const leader = actorWith('leader', 'vn/14', { id: 'thang' })
  expect(await textOf(leader, path)).not.toContain(squeezed('H’Mông'))
})

test('the report and the letter of the commune carry their numbers; before there is one, there is no such paper', async () => {
  const filed = await desk.filed(world, 'proposed')
  expect(await textOf(world.lan, `/dossiers/${filed.id}/forms/mau-03.pdf`)).toMatch(/số:\d+\/bc-ocop/)
  const letter = await textOf(world.hoa, `/dossiers/${filed.id}/forms/cong-van.pdf`)
  expect(letter).toMatch(/số:\d+\/ubnd-ocop/)
  expect(letter).toContain(squeezed('05 đơn vị sản phẩm mẫu'))
  const other = await smallWorld(desk.ctx)
  const early = await desk.filed(other, 'received')
  expect((await get(other.lan, `/dossiers/${early.id}/forms/mau-03.pdf`)).status).toBe(404)
})

test('Word files are Word files, named for the dossier', async () => {
  const filed = await desk.filed(world, 'proposed')
  for (const form of ['mau-01', 'mau-02', 'mau-03', 'cong-van']) {
    const answer = await get(world.lan, `/dossiers/${filed.id}/forms/${form}.docx`)
    expect(answer.headers.get('content-disposition')).toContain(`${form}-${filed.code}.docx`)
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
  }
})

test('whoever may not read the dossier gets no form of it, and there are no other forms', async () => {
  const filed = await desk.filed(world, 'proposed')
  const stranger = actorWith('commune_officer', 'vn/11/03127', { id: 'x' })
  expect((await get(stranger, `/dossiers/${filed.id}/forms/mau-01.pdf`)).status).toBe(404)
  for (const file of ['mau-04.pdf', 'mau-01', 'mau-01.exe', 'mau-01.pdf.docx'])
    expect((await get(world.mai, `/dossiers/${filed.id}/forms/${file}`)).status).toBe(404)
})

test('the report and the letter are shown before they are sent: nothing is kept, no number taken', async () => {
  const { id } = await desk.filed(world, 'received')
  const note = 'Toàn bộ búp hái ở bản Tà Xùa.'
  const form = {
    ...Object.fromEntries(communeContents.map((content) => [`met:${content}`, 'yes'])),
    'note:materialOrigin': note,
    proposal: 'Đề nghị tỉnh đánh giá.',
    samples: '5',
  }
  const preview = (actor: Actor, paper: string, typed: Record<string, string>) =>
    testApp(desk.db, deskRoutes, { actor }).request(`/dossiers/${id}/proposal/preview/${paper}`, typed)
  const report = await preview(world.lan, 'mau-03.pdf', form)
  const text = squeezed(readPdfText(new Uint8Array(await report.arrayBuffer())))
  for (const shown of [note, 'BẢN XEM TRƯỚC', 'Mẫu số 03']) expect(text).toContain(squeezed(shown))
  expect((await preview(world.lan, 'cong-van.pdf', form)).status).toBe(200)
  expect((await preview(world.lan, 'mau-03.pdf', { ...form, proposal: '' })).status).toBe(422)
  expect((await preview(world.lan, 'mau-01.pdf', form)).status).toBe(404)
  expect((await preview(world.hoa, 'mau-03.pdf', form)).status).toBe(403)
  expect(await desk.found(id)).toMatchObject({ state: 'received', productCode: null })
})

test('at the counter Form 01 is printed to be signed, as it will be handed in', async () => {
  const { id } = await fileDossier(desk.ctx, {
    productId: world.productId,
    producer: world.lan,
    communeOfficer: world.lan,
    provinceOfficer: world.hoa,
    atCounter: true,
    upTo: 'draft',
  })
  const text = await textOf(world.lan, `/dossiers/${id}/forms/mau-01.pdf`)
  expect([text.includes(squeezed('BẢN IN ĐỂ KÝ')), text.includes(squeezed('BẢN NHÁP'))]).toEqual([
    true,
    false,
  ])
})
