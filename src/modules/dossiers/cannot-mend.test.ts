import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '#platform/ctx.ts'
import { stopDrawing } from '#platform/pdf/typst-thread.ts'
import { testApp } from '#platform/testing/test-app.ts'
import { actorWith } from '#platform/testing/test-ctx.ts'
import { answerCannotMend } from './answer-cannot-mend.ts'
import { deskRoutes } from './desk-routes.tsx'
import { findOpenFixList, listFixLists } from './fix-list-store.ts'
import { returnNoticeRoutes } from './papers/return-notice-routes.ts'
import { producerRoutes } from './producer-routes.tsx'
import { Report } from './report.ts'
import { resubmitDossier } from './resubmit-dossier.ts'
import { returnDossier } from './return-dossier.ts'
import { saveReport } from './save-report.ts'
import { type SmallWorld, smallWorld } from './testing/small-world.ts'
import { morningOf, openTestDesk, type TestDesk } from './testing/test-desk.ts'

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

const target = 'paper:test_results'
const words = 'Phòng thử nghiệm trong tỉnh chưa làm chỉ tiêu này.'
const toMend = [
  { target, reason: 'outdated' as const, note: 'Gửi phiếu mới.' },
  { target: 'report', reason: 'incomplete' as const, note: 'Ghi rõ năm thành lập.' },
]
const returned = () => desk.filed(world, 'returned', { toMend })
const answer = (actor: Actor, dossierId: string, about = target, why = words) =>
  answerCannotMend(desk.as(actor), { dossierId, target: about, words: why })

const mend = async (dossierId: string, history: string) => {
  const { report } = await desk.found(dossierId)
  await saveReport(desk.as(world.mai), { dossierId, report: { ...Report.parse(report), history } })
}

test('what was mended or answered may be sent again; the officer reads both, before and after', async () => {
  const { id: dossierId } = await returned()
  const send = () => resubmitDossier(desk.as(world.mai), { dossierId, pledged: true })
  await answer(world.mai, dossierId)
  await expect(send()).rejects.toMatchObject({ facts: { unmended: ['report'] } })
  await mend(dossierId, 'Thành lập năm 2018.')
  await send()
  expect(await desk.found(dossierId)).toMatchObject({ state: 'received' })
  const html = await (
    await testApp(desk.db, deskRoutes, { actor: world.lan }).request(`/dossiers/${dossierId}/return`)
  ).text()
  for (const shown of [words, 'Không bổ sung được', 'Thành lập năm 2018.', 'đã được trả lại 1 lần'])
    expect(html).toContain(shown)
})

test('mending after all takes the answer back', async () => {
  const { id: dossierId } = await returned()
  await answer(world.mai, dossierId, 'report')
  await mend(dossierId, 'Mới.')
  const item = (await findOpenFixList(desk.db, dossierId))?.items.find((one) => one.target === 'report')
  expect([item?.cannotMend, item?.mendedAt instanceof Date]).toEqual([null, true])
  await expect(answer(world.mai, dossierId, 'report')).rejects.toMatchObject({ kind: 'conflict' })
})

test.each([
  ['without words', target, '  ', 'invalid'],
  ['about what nobody asked', 'paper:awards', words, 'conflict'],
  ['about no part at all', '', words, 'conflict'],
])('an answer %s is refused', async (_, about, why, kind) => {
  const { id } = await returned()
  await expect(answer(world.mai, id, about, why)).rejects.toMatchObject({ kind })
})

test('for the commune’s own contents the producer does not answer', async () => {
  const contents = [{ target: 'commune:localLabour', reason: 'incorrect' as const, note: 'Ghi rõ.' }]
  const { id } = await desk.filed(world, 'returned_by_province', { toMend: contents })
  await expect(answer(world.mai, id, 'commune:localLabour')).rejects.toMatchObject({ kind: 'conflict' })
})

test.each<[string, () => Actor, string]>([
  ['the officer', () => world.lan, 'forbidden'],
  ['the province', () => world.hoa, 'forbidden'],
  ['an auditor', () => actorWith('auditor', 'vn/14'), 'forbidden'],
  ['another producer', () => actorWith('producer', 'vn/14/03868', { producerId: 'p2' }), 'not_found'],
])('%s does not answer', async (_, who, kind) => {
  const { id } = await returned()
  await expect(answer(who(), id)).rejects.toMatchObject({ kind })
})

test('the page keeps what was typed, and says what is missing', async () => {
  const { id } = await returned()
  const app = testApp(desk.db, producerRoutes, { actor: world.mai })
  const path = `/dossiers/${id}/mending`
  const empty = await app.request(`${path}/answer`, { target, words: ' ' })
  expect([empty.status, await empty.text()]).toEqual([422, expect.stringContaining('Hãy ghi vì sao')])
  expect((await app.request(`${path}/answer`, { target, words })).status).toBe(303)
  expect(await (await app.request(path)).text()).toContain(words)
})

test('a day on which nobody works moves to the next working day', async () => {
  const { id: dossierId } = await desk.filed(world, 'received')
  const sent = await returnDossier(desk.as(world.lan, morningOf('2026-11-25')), {
    dossierId,
    items: toMend,
    dueOn: '2026-11-28',
  })
  expect(sent.dueOn).toBe('2026-11-30')
  expect((await findOpenFixList(desk.db, dossierId))?.dueOn).toBe('2026-11-30')
})

test('the request is a paper for who may read the dossier, as PDF and as Word', async () => {
  const { id } = await returned()
  const [list] = await listFixLists(desk.db, id)
  const get = (file: string, actor = world.mai) =>
    testApp(desk.db, returnNoticeRoutes, { actor }).request(`/dossiers/${id}/returns/${file}`)
  const pdf = await get(`${list?.id}.pdf`)
  expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  expect((await get(`${list?.id}.docx`, world.lan)).status).toBe(200)
  for (const file of [`${list?.id}.odt`, 'x.pdf', `${id}.pdf`]) expect((await get(file)).status).toBe(404)
  const stranger = actorWith('commune_officer', 'vn/14/03646')
  expect((await get(`${list?.id}.pdf`, stranger)).status).toBe(404)
})
