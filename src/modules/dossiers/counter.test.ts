import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Actor, nobody } from '#platform/ctx.ts'
import { testApp } from '#platform/testing/test-app.ts'
import { actorWith } from '#platform/testing/test-ctx.ts'
import { deskRoutes } from './desk-routes.tsx'
import { keepSignature } from './keep-signature.ts'
import { openDossier } from './open-dossier.ts'
import { receiveDossier } from './receive-dossier.ts'
import { resubmitDossier } from './resubmit-dossier.ts'
import { returnByProvince } from './return-by-province.ts'
import { returnDossier } from './return-dossier.ts'
import { listSignatures } from './signature-store.ts'
import { listSnapshots } from './snapshot-store.ts'
import { submissionRoutes } from './submission-routes.tsx'
import { submitDossier } from './submit-dossier.ts'
import { fileDossier } from './testing/file-dossier.ts'
import { postFiles } from './testing/post-files.ts'
import { type SmallWorld, smallWorld } from './testing/small-world.ts'
import { openTestDesk, pdf, strangers, type TestDesk } from './testing/test-desk.ts'
import { withdrawDossier } from './withdraw-dossier.ts'

let desk: TestDesk
let world: SmallWorld

beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())
beforeEach(async () => {
  world = await smallWorld(desk.ctx)
})

/** A draft that Lan has typed in at the counter. */
const typed = () =>
  fileDossier(desk.ctx, {
    productId: world.productId,
    producer: world.lan,
    communeOfficer: world.lan,
    provinceOfficer: world.hoa,
    atCounter: true,
    upTo: 'draft',
  })
const sign = (dossierId: string, actor: Actor = world.lan) =>
  keepSignature(desk.as(actor), desk.files, { dossierId, file: pdf('trang-ky.pdf', dossierId) })
const submit = (dossierId: string) => submitDossier(desk.as(world.lan), { dossierId, pledged: true })
const toMend = [{ target: 'report', reason: 'incomplete' as const, note: 'Ghi thêm.' }]

test('an officer files for a household: only on the page that it signed, which stands in the snapshot', async () => {
  const { id } = await typed()
  await expect(submit(id)).rejects.toMatchObject({ code: 'dossiers.signature_missing' })
  await sign(id)
  await submit(id)
  await receiveDossier(desk.as(world.lan), { dossierId: id })
  expect(await desk.found(id)).toMatchObject({ state: 'received', atCounter: true, createdBy: 'lan' })
  const [snapshot] = await listSnapshots(desk.db, id)
  const signature = expect.stringMatching(/^[0-9a-f]{64}$/)
  expect(snapshot?.content.pledge).toMatchObject({
    by: 'Sùng Thị Mai',
    atCounter: { officer: 'lan', signature },
  })
  expect(await desk.eventsOf(id)).toContain('dossier.signature_kept')
})

test('a page stands for one act; a new one replaces the one that waits', async () => {
  const { id } = await typed()
  await sign(id)
  await sign(id)
  await submit(id)
  await receiveDossier(desk.as(world.lan), { dossierId: id })
  const used = (await listSignatures(desk.db, id)).map(({ usedFor }) => usedFor)
  expect(used.toSorted()).toEqual(['replaced', 'submission'])
  await returnDossier(desk.as(world.lan), { dossierId: id, items: toMend, dueOn: '2026-12-01' })
  const withdraw = () => withdrawDossier(desk.as(world.lan), { dossierId: id, reason: 'Hộ không làm nữa.' })
  await expect(withdraw()).rejects.toMatchObject({ code: 'dossiers.signature_missing' })
  await sign(id)
  await withdraw()
  expect(await desk.found(id)).toMatchObject({ state: 'withdrawn' })
  await expect(sign(id)).rejects.toMatchObject({ kind: 'conflict' })
})

test('what only the commune has to mend needs no page of the household', async () => {
  const { id } = await fileDossier(desk.ctx, {
    productId: world.productId,
    producer: world.lan,
    communeOfficer: world.lan,
    provinceOfficer: world.hoa,
    atCounter: true,
    signature: { files: desk.files, page: () => pdf() },
    upTo: 'proposed',
  })
  const items = [{ target: 'commune:localLabour', reason: 'incorrect' as const, note: 'Ghi rõ.' }]
  await returnByProvince(desk.as(world.hoa), { dossierId: id, items, dueOn: '2026-12-01' })
  const resubmit = resubmitDossier(desk.as(world.lan), { dossierId: id, pledged: false })
  await expect(resubmit).rejects.toMatchObject({ code: 'dossiers.not_mended' })
})

test('two who hand it in at once use the page once', async () => {
  const { id } = await typed()
  await sign(id)
  const outcomes = await Promise.allSettled([submit(id), submit(id)])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('who has no counter in that commune opens nothing there', async () => {
  const open = (actor: Actor) =>
    openDossier(desk.as(actor), { productId: world.productId, kind: 'first', atCounter: true })
  for (const actor of [...strangers, world.mai, world.hoa, actorWith('auditor', 'vn/14'), nobody])
    await expect(open(actor), actor.id ?? 'nobody').rejects.toMatchObject({ kind: 'not_found' })
})

test('a dossier that the producer files itself stays out of the officer’s hands', async () => {
  const { id } = await desk.filed(world, 'received')
  await expect(sign(id)).rejects.toMatchObject({ kind: 'forbidden' })
  const draft = await desk.filed(await smallWorld(desk.ctx), 'draft')
  await expect(submit(draft.id)).rejects.toMatchObject({ kind: 'not_found' })
})

test.each<[string, () => Actor, string]>([
  ['another commune', () => actorWith('commune_officer', 'vn/14/03646'), 'not_found'],
  ['the province', () => world.hoa, 'not_found'],
  ['an auditor', () => actorWith('auditor', 'vn/14'), 'forbidden'],
  ['the producer', () => world.mai, 'forbidden'],
])('%s keeps no signed page', async (_, who, kind) => {
  const { id } = await typed()
  await expect(sign(id, who())).rejects.toMatchObject({ kind })
})

test('the counter shows what was begun, opens a dossier, and takes a photographed page', async () => {
  const at = (actor: Actor) => testApp(desk.db, deskRoutes, { actor })
  expect((await at(world.mai).request('/counter')).status).toBe(403)
  const opened = await at(world.lan).request('/counter', { product: world.productId })
  expect(opened.status).toBe(303)
  const path = opened.headers.get('location') ?? ''
  expect(await (await at(world.lan).request('/counter')).text()).toContain(path)
  const again = await at(world.lan).request('/counter', { product: world.productId })
  expect([again.status, await again.text()]).toEqual([422, expect.stringContaining('role="alert"')])

  const form = { file: pdf() }
  const page = await postFiles(desk, deskRoutes, { actor: world.lan, path: `${path}/signature`, form })
  expect([page.status, page.headers.get('location')]).toEqual([303, `${path}/submission`])
  const [kept] = await listSignatures(desk.db, path.split('/').at(-1) ?? '')
  const seen = await at(world.lan).request(`${path}/signatures/${kept?.id}`)
  expect([seen.status, seen.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  expect((await at(world.hoa).request(`${path}/signatures/${kept?.id}`)).status).toBe(404)
  const html = await (
    await testApp(desk.db, submissionRoutes, { actor: world.lan }).request(`${path}/submission`)
  ).text()
  expect(html).toContain('capture="environment"')
  expect(html).toContain('Đã có trang ký')
})
