import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testApp } from '#platform/testing/test-app.ts'
import { attachEvidence } from './attach-evidence.ts'
import { listEvidence } from './evidence-store.ts'
import { producerRoutes } from './producer-routes.tsx'
import { submitDossier } from './submit-dossier.ts'
import { postFiles } from './testing/post-files.ts'
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
const upload = (path: string, form: Parameters<typeof postFiles>[2]['form'], actor = world.mai) =>
  postFiles(desk, producerRoutes, { actor, path, form })
const attached = (dossierId: string) =>
  attachEvidence(desk.as(world.mai), desk.files, {
    dossierId,
    paperKind: 'test_results',
    title: 'Phiếu kiểm nghiệm',
    file: pdf('phieu.pdf', dossierId),
  })

test('a paper is added under its kind with its name, and can be opened and taken out', async () => {
  const { id } = await desk.filed(world, 'draft')
  const path = `/dossiers/${id}/evidence`
  const form = { paperKind: 'awards', title: 'Giải thưởng 2025', file: pdf() }
  expect((await upload(path, form)).status).toBe(303)
  const [evidence] = await listEvidence(desk.db, id)
  expect(await page(path)).toContain('Giải thưởng 2025')
  const file = await app().request(`${path}/${evidence?.id}`)
  expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  expect((await app().request(`${path}/${evidence?.id}/removal`, {})).status).toBe(303)
  expect(await listEvidence(desk.db, id)).toEqual([])
})

test('an upload that cannot be taken comes back beside its kind with the name typed', async () => {
  const { id } = await desk.filed(world, 'draft')
  const path = `/dossiers/${id}/evidence`
  const none = await upload(path, { paperKind: 'awards', title: 'Giải "Vàng"', file: undefined })
  const html = await none.text()
  expect(none.status).toBe(422)
  expect(html).toContain('Hãy chọn một tệp.')
  expect(html).toContain('value="Giải &quot;Vàng&quot;"')
  const text = { name: 'a.txt', bytes: new TextEncoder().encode('abc') }
  expect((await upload(path, { paperKind: 'awards', title: '', file: text })).status).toBe(422)
})

test('a file is read by whoever may read its dossier, and by nobody else', async () => {
  const { id } = await desk.filed(world, 'draft')
  const { id: evidenceId } = await attached(id)
  await submitDossier(desk.as(world.mai), { dossierId: id, pledged: true })
  const path = `/dossiers/${id}/evidence/${evidenceId}`
  expect((await app(world.lan).request(path)).status).toBe(200)
  for (const actor of strangers) expect((await app(actor).request(path)).status).toBe(404)
  const other = await smallWorld(desk.ctx)
  const theirs = await desk.filed(other, 'submitted')
  expect((await app(world.lan).request(`/dossiers/${theirs.id}/evidence/${evidenceId}`)).status).toBe(404)
})

test('what was handed in is closed: nothing is added and nothing taken out', async () => {
  const { id } = await desk.filed(world, 'draft')
  const { id: evidenceId } = await attached(id)
  await submitDossier(desk.as(world.mai), { dossierId: id, pledged: true })
  const path = `/dossiers/${id}/evidence`
  expect(await page(path)).not.toContain('type="file"')
  expect((await upload(path, { paperKind: 'awards', title: '', file: pdf() })).status).toBe(409)
  expect((await app().request(`${path}/${evidenceId}/removal`, {})).status).toBe(409)
  for (const actor of strangers)
    expect((await upload(path, { paperKind: 'awards', title: '', file: pdf() }, actor)).status).toBe(404)
})

test('of a returned dossier only the papers that were sent back are open, with the officer’s words', async () => {
  const { id } = await desk.filed(world, 'returned')
  const html = await page(`/dossiers/${id}/evidence`)
  expect(html).toContain('Phiếu đã hết giá trị.')
  expect(html).toContain('id="f-file-test_results"')
  expect(html).not.toContain('id="f-file-awards"')
})
