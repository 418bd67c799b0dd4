import type { Kysely } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addScannedPaper, listPapers, typedPaper } from '#modules/producers/index.ts'
import type { Actor } from '#platform/ctx.ts'
import { addDays, dayOf } from '#platform/dates.ts'
import { testApp } from '#platform/testing/test-app.ts'
import { actorWith, testCtx, testNow } from '#platform/testing/test-ctx.ts'
import { receivePart, startUpload } from '#platform/uploads/receive-upload.ts'
import type { UploadTables } from '#platform/uploads/upload-store.ts'
import { citePapers } from '../cite-paper.ts'
import { listEvidence } from '../evidence-store.ts'
import { producerRoutes } from '../producer-routes.tsx'
import { postFiles } from '../testing/post-files.ts'
import { type SmallWorld, smallWorld } from '../testing/small-world.ts'
import { openTestDesk, pdf, type TestDesk } from '../testing/test-desk.ts'
import { addLeanings } from './leanings.ts'
import { readVault } from './read-vault.ts'
import { listExpiringPapers } from './weak-papers.ts'

let desk: TestDesk
let world: SmallWorld

beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())
beforeEach(async () => {
  world = await smallWorld(desk.ctx)
})

const app = (actor: Actor = world.mai) => testApp(desk.db, producerRoutes, { actor })
const page = async (path: string, actor = world.mai) => (await app(actor).request(path)).text()
const post = (path: string, form: Parameters<typeof postFiles>[2]['form'], actor = world.mai) =>
  postFiles(desk, producerRoutes, { actor, path, form })
const vault = () => `/producers/${world.producerId}/papers`
const kept = (more: Record<string, string> = {}, mark = '') =>
  addScannedPaper(desk.as(world.mai), desk.files, {
    producerId: world.producerId,
    typed: typedPaper({ kind: 'test_results', number: 'KN-12', ...more }),
    uploads: [pdf('phieu.pdf', world.producerId + mark)],
  })
const today = dayOf(testNow)

test('the vault says how each paper stands, and finds by word, kind and standing', async () => {
  await kept({ validTo: addDays(today, -1) })
  await kept({ kind: 'awards', title: 'Giải Vàng', number: '7' }, 'b')
  expect(await page(vault())).toMatch(/KN-12[\s\S]*Hết hạn · [\s\S]*/)
  expect(await page(`${vault()}?q=giai`)).not.toContain('KN-12')
  expect(await page(`${vault()}?kind=awards`)).not.toContain('KN-12')
  expect(await page(`${vault()}?status=expired`)).not.toContain('Giải Vàng')
  expect(await page(`${vault()}?q=không có`)).toContain('Không có giấy tờ nào hợp với bộ lọc')
  expect((await app().request(`${vault()}.xlsx`)).headers.get('content-type')).toContain('spreadsheetml')
})

test('an empty vault says what to do, and an auditor only reads', async () => {
  expect(await page(vault())).toContain('Kho chưa có giấy tờ nào')
  const auditor = actorWith('auditor', 'vn/14')
  expect(await page(vault(), auditor)).not.toContain('type="file"')
  expect((await post(`${vault()}/uploads`, { files: pdf() }, auditor)).status).toBe(403)
  const home = await app().request('/vault')
  expect(home.headers.get('location')).toBe(vault())
})

test('files sent before their form are kept by it, and stand in it again when it is faulty', async () => {
  const ctx = testCtx(desk.db as unknown as Kysely<UploadTables>, { actor: world.mai })
  const { name, bytes } = pdf('hợp đồng.pdf', world.producerId)
  const { id } = await startUpload(ctx, { name, size: bytes.length })
  await receivePart(ctx, desk.files, { id, atOffset: 0, bytes })
  const broken = { name: 'a.txt', bytes: new TextEncoder().encode('abc') }
  const form = { 'files.sent': id, as: 'papers', kind: 'market' }
  const faulty = await post(`${vault()}/uploads`, { ...form, files: broken })
  expect(faulty.status).toBe(422)
  const html = await faulty.text()
  expect(html).toContain(`value="${id}"`)
  expect(html).toContain('hợp đồng.pdf')
  expect((await post(`${vault()}/uploads`, form)).status).toBe(303)
  expect(await listPapers(desk.db, world.producerId)).toMatchObject([{ kind: 'market', title: 'hợp đồng' }])
  const other = await smallWorld(desk.ctx)
  const stolen = await post(`/producers/${other.producerId}/papers/uploads`, form, {
    ...other.mai,
    id: 'other',
  })
  expect(stolen.status).toBe(422)
})

test('a paper is described anew and replaced; faults come back with what was typed', async () => {
  const paper = await kept()
  const at = `${vault()}/${paper.id}`
  const typed = { kind: 'test_results', title: '', number: 'Số "mới"', issuer: '', note: '' }
  const faulty = await post(`${at}/edit`, { ...typed, issuedOn: '2026-02-30', validTo: '' })
  expect(faulty.status).toBe(422)
  expect(await faulty.text()).toContain('value="Số &quot;mới&quot;"')
  expect((await post(`${at}/edit`, { ...typed, issuedOn: '', validTo: '2027-01-01' })).status).toBe(303)
  expect((await post(`${at}/newer`, { ...typed, issuedOn: '', validTo: '' })).status).toBe(422)
  const newer = { ...typed, issuedOn: '', validTo: '', file: pdf('moi.pdf', `${world.producerId}n`) }
  expect((await post(`${at}/newer`, newer)).status).toBe(303)
  expect((await post(`${at}/newer`, { ...newer, file: pdf('x.pdf', 'x') })).status).toBe(409)
  expect(await page(at)).toContain('Đã thay bằng bản mới:')
  expect(await page(vault())).not.toContain(`/papers/${paper.id}"`)
})

test('papers are chosen for a criterion, those that fit first, without losing what was answered', async () => {
  const { id } = await desk.filed(world, 'draft')
  const paper = await kept()
  const section = await app().request(`/dossiers/${id}/self-assessment/1`, {
    go: 'cite:1.1',
    version: String((await desk.found(id)).version),
  })
  const picker = section.headers.get('location') ?? ''
  expect(picker).toBe(`/dossiers/${id}/citations?criterion=1.1`)
  expect(await page(picker)).toContain('Giấy tờ khác trong kho')
  expect(await page(`/dossiers/${id}/citations?paper=test_results`)).toContain('Giấy tờ hợp với mục này')
  expect((await app().request(picker, { as: 'papers' })).status).toBe(422)
  const cited = await app().request(picker, { paper: paper.id })
  expect(cited.headers.get('location')).toMatch(/self-assessment\/.*#tc-1\.1$/)
  expect(await listEvidence(desk.db, id)).toMatchObject([{ criterion: '1.1', paperId: paper.id }])
  const opened = await app().request(`/dossiers/${id}/papers/${paper.id}`)
  expect([opened.status, opened.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  expect((await app(world.lan).request(`/dossiers/${id}/papers/${paper.id}`)).status).toBe(404)
})

test('a new paper is brought into the vault and cited in one step; its pages are opened one by one', async () => {
  const { id } = await desk.filed(world, 'draft')
  const picker = `/dossiers/${id}/citations?criterion=1.1`
  expect((await post(picker, { title: 'Sổ', as: 'pages', files: undefined })).status).toBe(422)
  expect((await post(picker, { title: 'Sổ', as: 'pages', files: pdf('so.pdf', id) })).status).toBe(303)
  const [evidence] = await listEvidence(desk.db, id)
  expect(evidence).toMatchObject({ title: 'Sổ', pages: [{ position: 1 }] })
  const at = `/dossiers/${id}/evidence/${evidence?.id}`
  expect((await app().request(at)).status).toBe(200)
  expect((await app().request(`${at}?page=2`)).status).toBe(404)
})

test('a paper that ends before the round is shown in the dossier and told to those who remind', async () => {
  const { id } = await desk.filed(world, 'draft')
  const validTo = addDays(today, 20)
  const paper = await kept({ validTo })
  await citePapers(desk.as(world.mai), { dossierId: id, paperKind: 'test_results', paperIds: [paper.id] })
  expect(await page(`/dossiers/${id}`)).toContain('Giấy tờ cần thay trước khi xong đợt đánh giá')
  const found = await listExpiringPapers(desk.ctx, { from: today, to: addDays(today, 30) })
  expect(found.find(({ paperId }) => paperId === paper.id)).toMatchObject({
    validTo,
    weakens: [{ dossierId: id }],
  })
  expect(await listExpiringPapers(desk.ctx, { from: today, to: addDays(today, 19) })).not.toMatchObject([
    { paperId: paper.id },
  ])
})

test('what came of a dossier and outlasts a paper that ends soon is named in the vault and to those who remind', async () => {
  const { id } = await desk.filed(world, 'draft')
  const [soon, fine] = [
    await kept({ validTo: addDays(today, 20) }),
    await kept({ validTo: addDays(today, 200) }, 'fine'),
  ]
  await citePapers(desk.as(world.mai), {
    dossierId: id,
    paperKind: 'test_results',
    paperIds: [soon.id, fine.id],
  })
  // As a certificate in force would say it.
  addLeanings(async (_ctx, { dossierIds }) =>
    dossierIds
      .filter((one) => one === id)
      .map((dossierId) => ({
        ...{ on: { dossierId }, until: addDays(today, 300), said: 'dossiers:page.vault.weakens' },
        ...{ name: 'OCOP-14-2026-0001 Trà', href: '/v/SL00-0000' },
      })),
  )
  const { lines } = await readVault(desk.as(world.mai), world.producerId)
  const laterOf = (paperId: string) =>
    lines.find(({ paper }) => paper.id === paperId)?.weakensLater.map(({ name }) => name)
  expect([laterOf(soon.id), laterOf(fine.id)]).toEqual([['OCOP-14-2026-0001 Trà'], []])
  expect(await page(`/producers/${world.producerId}/papers/${soon.id}`)).toContain('OCOP-14-2026-0001 Trà')
  const found = await listExpiringPapers(desk.ctx, { from: today, to: addDays(today, 30) })
  expect(found.find(({ paperId }) => paperId === soon.id)?.weakensLater).toHaveLength(1)
})
