import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testApp } from '#platform/testing/test-app.ts'
import { selfAnswersOf, selfAssessmentOf } from './answer-store.ts'
import { listEvidence } from './evidence-store.ts'
import { openDossier } from './open-dossier.ts'
import { producerRoutes } from './producer-routes.tsx'
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
const opened = async () =>
  (await openDossier(desk.as(world.mai), { productId: world.productId, kind: 'first' })).id

/** Section 4 of the sheet as nobody has touched it yet. */
const untouched = { 'note:4.1': '', 'note:4.2': '', 'note:4.3': '' }

test('a section is answered and saved, and leads to the next; points are added up from the sheet', async () => {
  const id = await opened()
  const path = `/dossiers/${id}/self-assessment/4`
  expect(await page(path)).toContain('không phải kết quả công nhận')
  const form = { ...untouched, 'answer:4.1': '2', 'note:4.1': 'Sáu đại lý', go: 'next' }
  const answer = await app().request(path, form)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/dossiers/${id}/self-assessment/5`])
  expect(await selfAssessmentOf(desk.db, id)).toMatchObject({
    answers: { '4.1': [2] },
    notes: { '4.1': 'Sáu đại lý' },
  })
  const html = await page(path)
  expect(html).toContain('Sáu đại lý')
  expect(html).toContain('1/3')
})

test('the whole shows every section, what it comes to, and what is lacking for the next star', async () => {
  const { id } = await desk.filed(world, 'draft', { selfTotal: 68 })
  const html = await page(`/dossiers/${id}/self-assessment`)
  expect(html).toContain('Tự chấm: 6')
  expect(html).toMatch(/Đến \d sao còn thiếu/)
  expect(html).toContain(`/dossiers/${id}/self-assessment/11`)
})

test('a note without an answer, and an answer that the sheet has not, come back with everything typed', async () => {
  const id = await opened()
  const path = `/dossiers/${id}/self-assessment/4`
  const alone = await app().request(path, { ...untouched, 'answer:4.2': '1', 'note:4.1': 'Chưa chọn' })
  const html = await alone.text()
  expect(alone.status).toBe(422)
  expect(html).toContain('Chưa chọn')
  expect(html).toContain('Hãy chọn mức điểm rồi mới ghi chú.')
  expect(html).toMatch(/name="answer:4.2" value="1" checked|checked[^>]*name="answer:4.2" value="1"/)
  expect(await selfAnswersOf(desk.db, id)).toEqual({})
  const unknown = await app().request(path, { ...untouched, 'answer:4.1': '99' })
  expect(unknown.status).toBe(422)
})

test('files are sent with the answers, and taken out by a press that saves as well', async () => {
  const id = await opened()
  const path = `/dossiers/${id}/self-assessment/4`
  const form = { ...untouched, 'answer:4.1': '1', 'files:4.1': pdf('hop-dong.pdf'), 'files:4.2': undefined }
  const sent = await postFiles(desk, producerRoutes, { actor: world.mai, path, form })
  expect(sent.status).toBe(303)
  const [evidence] = await listEvidence(desk.db, id)
  expect(evidence).toMatchObject({ criterion: '4.1', title: 'hop-dong.pdf' })
  expect(await page(path)).toContain(`/dossiers/${id}/evidence/${evidence?.id}`)

  const out = { ...untouched, 'answer:4.1': '2', remove: evidence?.id ?? '' }
  expect((await app().request(path, out)).status).toBe(303)
  expect(await listEvidence(desk.db, id)).toEqual([])
  expect(await selfAnswersOf(desk.db, id)).toEqual({ '4.1': [2] })
})

test('a file that cannot be taken is told beside its criterion; the answers are kept', async () => {
  const id = await opened()
  const path = `/dossiers/${id}/self-assessment/4`
  const text = { name: 'ghi-chu.txt', bytes: new TextEncoder().encode('không phải ảnh') }
  const form = { ...untouched, 'answer:4.1': '1', 'files:4.1': text }
  const answer = await postFiles(desk, producerRoutes, { actor: world.mai, path, form })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('ghi-chu.txt')
  expect(await selfAnswersOf(desk.db, id)).toEqual({ '4.1': [1] })
})

test('of a returned dossier only the criteria that were sent back are open', async () => {
  const toMend = [{ target: 'criterion:4.1', reason: 'incorrect', note: 'Xem lại số đại lý.' } as const]
  const { id } = await desk.filed(world, 'returned', { toMend })
  const html = await page(`/dossiers/${id}/self-assessment/4`)
  expect(html).toContain('Xem lại số đại lý.')
  expect(html).toContain('name="note:4.1"')
  expect(html).not.toContain('name="note:4.2"')
  const closed = await app().request(`/dossiers/${id}/self-assessment/4`, {
    'answer:4.2': '1',
    'note:4.2': '',
  })
  expect([closed.status, (await closed.text()).includes('giữ nguyên')]).toEqual([409, true])
})

test('officers read the sheet and change nothing; strangers do not find it, nor a section that is not', async () => {
  const { id } = await desk.filed(world, 'received')
  const path = `/dossiers/${id}/self-assessment/4`
  expect(await page(path, world.lan)).not.toContain('name="note:4.1"')
  expect((await app(world.lan).request(path, { ...untouched, 'answer:4.1': '1' })).status).toBe(403)
  for (const actor of strangers) expect((await app(actor).request(path)).status).toBe(404)
  expect((await app().request(`/dossiers/${id}/self-assessment/99`)).status).toBe(404)
})
