import { afterAll, beforeAll, expect, test } from 'vitest'
import { listEvents } from '#platform/events/event-store.ts'
import { smallPdf } from '#platform/files/testing/small-files.ts'
import { testApp } from '#platform/testing/test-app.ts'
import { actorWith, testNow } from '#platform/testing/test-ctx.ts'
import { translator } from '#platform/text/translator.ts'
import { routes } from '../routes.tsx'
import { type AppraisalDesk, openAppraisalDesk, strangers } from '../testing/appraisal-desk.ts'
import { buildTest } from '../testing.ts'
import { appraisalWork } from '../work-parts.tsx'
import { askTest } from './ask-test.ts'
import { cancelTest } from './cancel-test.ts'
import { askFaults, handInFaults, resultFaults, typedTest } from './extra-test-form.ts'
import { findTest } from './extra-test-store.ts'
import { handInTest } from './hand-in-test.ts'
import { receiveTest } from './receive-test.ts'

let desk: AppraisalDesk

beforeAll(async () => {
  desk = await openAppraisalDesk()
}, 120_000)
afterAll(() => desk.close())

const today = '2026-11-24'
const asked = { what: 'Chì', reason: 'Không có trong phiếu', dueOn: '2026-12-08' }
const sheet = { number: '204/KN', issuedOn: today }
const upload = { name: 'phieu.pdf', bytes: smallPdf() }

test.each([
  ['nothing', { what: '' }, { what: 'missing' }],
  ['no reason', { reason: '' }, { reason: 'missing' }],
  ['no day', { dueOn: '' }, { dueOn: 'day' }],
  ['a day that is past', { dueOn: '2026-11-23' }, { dueOn: 'past' }],
])('nobody asks for a test with %s', (_, change, faults) => {
  expect(askFaults(typedTest({ ...asked, ...change }), today)).toEqual(faults)
})

test('a sheet of results is not of tomorrow, and a result that does not pass says why', () => {
  expect(handInFaults(typedTest({ ...sheet, issuedOn: '2026-11-25' }), today)).toEqual({
    issuedOn: 'in_future',
  })
  expect(resultFaults(typedTest({ result: 'fails' }))).toEqual({ note: 'missing' })
  expect(resultFaults(typedTest({ result: 'passes' }))).toEqual({})
  expect(resultFaults(typedTest({ result: 'good' }))).toEqual({ result: 'choose' })
})

async function open(within = 14) {
  const { id: dossierId, world } = await desk.filed('checked')
  const testId = await buildTest(desk.as, { team: desk.viet, at: testNow }, { dossierId, within })
  return { dossierId, testId, mai: world.mai, world }
}

test('what is asked is handed in by the producer and judged by the team', async () => {
  const { dossierId, testId, mai } = await open()
  await handInTest(desk.as(mai), desk.files, { dossierId, testId, typed: typedTest(sheet), upload })
  const typed = typedTest({ result: 'unclear', note: 'Thiếu đơn vị đo' })
  await receiveTest(desk.as(desk.viet), desk.files, { dossierId, testId, typed, upload: null })
  expect(await findTest(desk.db, testId)).toMatchObject({
    state: 'received',
    result: 'unclear',
    number: '204/KN',
  })
  const events = await listEvents(desk.db, `extra_test:${testId}`)
  expect(events.map(({ name }) => name)).toEqual([
    'extra_test.asked',
    'extra_test.handed_in',
    'extra_test.received',
  ])
})

test('a sheet that came to the office is received with its file', async () => {
  const { dossierId, testId } = await open()
  const typed = typedTest({ ...sheet, result: 'passes' })
  const receive = (file: typeof upload | null) =>
    receiveTest(desk.as(desk.viet), desk.files, { dossierId, testId, typed, upload: file })
  await expect(receive(null)).rejects.toMatchObject({ facts: { faults: { file: 'choose_file' } } })
  await receive(upload)
  const file = await testApp(desk.db, routes, { actor: desk.hoa }).request(
    `/dossiers/${dossierId}/tests/${testId}/file`,
  )
  expect(file.headers.get('content-type')).toBe('application/pdf')
})

test('a test that was cancelled is handed in by nobody, and is cancelled once, with a reason', async () => {
  const { dossierId, testId, mai } = await open()
  const cancel = (reason: string) => cancelTest(desk.as(desk.viet), { dossierId, testId, reason })
  await expect(cancel(' ')).rejects.toMatchObject({ kind: 'invalid' })
  await cancel('Phiếu cũ đã có chỉ tiêu này')
  await expect(cancel('Nữa')).rejects.toMatchObject({ code: 'appraisal.test_moved_on' })
  const late = handInTest(desk.as(mai), desk.files, { dossierId, testId, typed: typedTest(sheet), upload })
  await expect(late).rejects.toMatchObject({ code: 'appraisal.test_moved_on' })
})

test('two who hand in at once: one sheet', async () => {
  const { dossierId, testId, mai } = await open()
  const handIn = () =>
    handInTest(desk.as(mai), desk.files, { dossierId, testId, typed: typedTest(sheet), upload })
  const ends = await Promise.allSettled([handIn(), handIn()])
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('who may not ask, hand in or cancel', async () => {
  const { dossierId, testId, world } = await open()
  const ask = (actor = desk.hoa) => askTest(desk.as(actor), { dossierId, typed: typedTest(asked) })
  for (const actor of [...strangers, world.mai, world.lan])
    await expect(ask(actor)).rejects.toMatchObject({ kind: 'not_found' })
  for (const actor of [desk.hoa, actorWith('auditor', 'vn/14'), actorWith('leader', 'vn/14')])
    await expect(ask(actor)).rejects.toMatchObject({ kind: 'forbidden' })
  const handIn = (actor = desk.viet) =>
    handInTest(desk.as(actor), desk.files, { dossierId, testId, typed: typedTest(sheet), upload })
  await expect(handIn()).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(handIn(strangers[4])).rejects.toMatchObject({ kind: 'not_found' })
  const cancel = cancelTest(desk.as(world.mai), { dossierId, testId, reason: 'Không muốn' })
  await expect(cancel).rejects.toMatchObject({ kind: 'forbidden' })
})

test('what is overdue stands on the list and on the team’s home; the producer sees what is asked of it', async () => {
  const { dossierId, mai } = await open(3)
  const later = new Date(testNow.getTime() + 5 * 86_400_000)
  const t = translator('vi')
  const [team] = await appraisalWork(desk.as(desk.viet, later), t)
  expect(team?.figures?.find(({ late }) => late)?.count).toBeGreaterThan(0)
  const [own] = await appraisalWork(desk.as(mai), t)
  expect(own?.lines[0]?.href).toContain(`/dossiers/${dossierId}/tests`)
  const page = await testApp(desk.db, routes, { actor: mai }).request(`/dossiers/${dossierId}/tests`)
  expect(await page.text()).toContain('name="file"')
  const late = await testApp(desk.db, routes, { actor: desk.viet, now: later }).request(
    '/appraisals?tab=late',
  )
  expect(await late.text()).toContain(`/dossiers/${dossierId}/tests`)
})

test('a form comes back with what was typed and its fault', async () => {
  const { dossierId } = await open()
  const app = testApp(desk.db, routes, { actor: desk.viet })
  const answer = await app.request(`/dossiers/${dossierId}/tests`, {
    what: 'Cadimi',
    reason: '',
    dueOn: '2026-12-08',
  })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('value="Cadimi"')
})
