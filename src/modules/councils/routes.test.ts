import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { grantRole } from '#modules/people/index.ts'
import { theSet } from '#modules/regulation/testing.ts'
import { type Actor, nobody, system } from '#platform/ctx.ts'
import type { Env } from '#platform/http/env.ts'
import { newId } from '#platform/ids.ts'
import { readPdfText } from '#platform/pdf/testing/read-pdf-text.ts'
import { stopDrawing } from '#platform/pdf/typst-thread.ts'
import { testApp } from '#platform/testing/test-app.ts'
import { actorWith, testCtx } from '#platform/testing/test-ctx.ts'
import { testView } from '#platform/testing/test-view.ts'
import { closeDossier } from './close-dossier.ts'
import { noteAttendance } from './note-attendance.ts'
import { recuse } from './recuse.ts'
import { routes } from './routes.tsx'
import { saveAnswer } from './save-answer.ts'
import {
  type CouncilWorld,
  coffee,
  officer,
  openCouncilWorld,
  type Scoring,
} from './testing/council-world.ts'
import { answersOfTotal, councilOfSeven, scoreDossier } from './testing.ts'

let world: CouncilWorld

beforeAll(async () => {
  world = await openCouncilWorld()
})
afterAll(async () => {
  await stopDrawing()
  await world.close()
})

const app = (actor: Actor) => testApp(world.db, routes, { actor })
const get = async (actor: Actor, path: string) => {
  const answer = await app(actor).request(path)
  return { status: answer.status, html: await answer.text() }
}
const post = async (actor: Actor, path: string, form: Record<string, string | string[]> = {}) => {
  const answer = await app(actor).request(path, form)
  return { status: answer.status, html: await answer.text(), to: answer.headers.get('location') ?? '' }
}
const put = async (actor: Actor, path: string, body: unknown) => {
  const one = new Hono<Env>()
  one.use(async (c, next) => {
    c.set('ctx', testCtx(world.db, { actor }))
    c.set('view', testView({ actor, now: new Date(), locale: 'vi', path }))
    await next()
  })
  one.route('/', routes)
  const answer = await one.request(path, { method: 'PUT', body: JSON.stringify(body) })
  return { status: answer.status, body: await answer.json() }
}
const dossierOf = ({ at }: Scoring) => `/sessions/${at.sessionId}/dossiers/${at.dossierId}`

async function seatCandidates(): Promise<void> {
  for (const { id, name, position } of councilOfSeven) {
    const role = position === 'secretary' ? 'secretary' : position === 'chair' ? 'chair' : 'member'
    const made = { createdAt: new Date(), updatedAt: new Date() }
    const person = {
      id,
      name,
      email: `${id}@example.vn`,
      emailVerified: true,
      locale: 'vi' as const,
      ...made,
    }
    const more = { twoFactorEnabled: false, fold: id, sortKey: id, isDemo: true, disabledAt: null }
    await world.db
      .insertInto('person')
      .values({ ...person, ...more })
      .execute()
    const held = { personId: id, role, unitId: '14', validFrom: '2026-01-01' } as const
    await grantRole(world.as(system), held, async () => undefined)
  }
}

test('the whole way by forms alone: council, session, sheets, result, minutes', async () => {
  await seatCandidates()
  const rules = {
    quorum: '75',
    maxDeviation: '10',
    outlierPoints: '5',
    rounding: 'half_up',
    decimals: '2',
    markRule: 'majority',
    tourismMarks: 'advisory',
    adviserMonths: '36',
    knockOutVote: 'half_sitting',
    quorumBase: 'council',
    replacedSheets: 'void',
    dailyCapacity: '30',
  }
  const seats = councilOfSeven.flatMap(({ id, position, organisation }) => [
    [`position:${id}`, position],
    [`organisation:${id}`, organisation],
    ...(position === 'secretary' ? [] : [[`scores:${id}`, 'on']]),
  ])
  const decision = {
    unitPath: 'vn/14',
    name: 'Hội đồng OCOP',
    decisionNumber: '99/QĐ-UBND',
    decidedOn: '2026-11-02',
    signer: 'Chủ tịch',
  }
  const made = await post(officer, '/councils', { ...decision, ...rules, ...Object.fromEntries(seats) })
  expect(made.status).toBe(303)
  const second = await world.checkedDossier()
  const first = await world.checkedDossier()
  const plan = {
    name: 'Phiên 1',
    heldOn: '2026-11-24',
    place: 'Sơn La',
    [`order:${second}`]: '2',
    [`order:${first}`]: '1',
  }
  const planned = await post(officer, `${made.to}/sessions`, plan)
  const session = planned.to
  const council = await world.council()
  const [chair, thu, mai] = [council.chair, council.secretary, council.actor('mai')]
  expect((await post(thu, `${session}/opening`)).status).toBe(303)
  const room = `${session}/dossiers/${first}`
  expect(await get(mai, `${session}`)).toMatchObject({
    html: expect.stringContaining('2 sản phẩm chưa khai'),
  })
  const sentAway = await post(chair, `${session}/declaration`, { seen: [first, second] })
  expect(sentAway).toMatchObject({ status: 422, html: expect.stringContaining('Hãy xác nhận không có') })
  for (const { id } of councilOfSeven)
    expect(
      await post(council.actor(id), `${session}/declaration`, {
        seen: [first, second],
        noneElse: 'on',
        dossier: first,
      }),
    ).toMatchObject({ status: 303, to: room })
  const list = (await get(mai, '/my-scoring')).html
  expect(list.indexOf(first)).toBeLessThan(list.indexOf(second))

  const sheet = `${session}/dossiers/${first}/sheet`
  const answered = await post(mai, `${sheet}/answers/4.1`, {
    version: '0',
    option: '3',
    note: 'Có 6 đại lý',
    go: '4.2',
  })
  expect(answered.to).toBe(`${sheet}?criterion=4.2`)
  const back = (await get(mai, `${sheet}?criterion=4.1`)).html
  expect(back).toContain('Đã chấm 1/34')
  expect(back).toMatch(/value="3"[^>]*checked|checked[^>]*value="3"/)
  const early = await post(mai, `${sheet}/hand-in`, { version: '1' })
  expect([early.status, early.html.includes('Còn 33 tiêu chí chưa chấm')]).toEqual([422, true])

  const answers = Object.entries(answersOfTotal(theSet(coffee), 78))
  const whole = Object.fromEntries(answers.map(([code, [no = 0]]) => [`option:${code}`, String(no)]))
  expect((await post(mai, sheet, { version: '1', ...whole })).to).toBe(`${sheet}?all=1`)
  expect((await post(mai, `${sheet}/hand-in`, { version: '2' })).to).toBe('/my-scoring')
  const at = { sessionId: session.split('/').at(-1) ?? '', dossierId: first }
  const others = ['chair', 'vice', 'dung', 'hoa'].map((id) => ({ member: council.actor(id), total: 79 }))
  await scoreDossier(world.office, { ...at, sheets: others })

  const closed = await post(chair, `${session}/dossiers/${first}/closing`, { reason: '' })
  const result = await get(mai, closed.to)
  expect(result.html).toContain('78,80')
  expect(result.html).toContain('Các phiếu lượt 1')
  await post(thu, `${session}/dossiers/${second}/release`, { reason: 'Chờ kiểm nghiệm' })
  const ended = await post(thu, `${session}/closing`, { minutesNumber: '07/BB-HĐ' })
  expect(ended.status).toBe(303)
  const pdf = await app(mai).request(`${session}/minutes.pdf`)
  expect(pdf.headers.get('content-type')).toBe('application/pdf')
  const bytes = new Uint8Array(await pdf.arrayBuffer())
  const text = readPdfText(bytes).replaceAll(/\s+/g, '')
  for (const said of ['Số: 07/BB-HĐ', 'BIÊN BẢN', '78,80', 'Chờ kiểm nghiệm'])
    expect(text, said).toContain(said.replaceAll(' ', ''))
  const again = new Uint8Array(await (await app(chair).request(`${session}/minutes.pdf`)).arrayBuffer())
  expect(Buffer.from(again).equals(Buffer.from(bytes))).toBe(true)
})

test('a faulty council comes back with everything typed and each fault in words', async () => {
  const form = {
    unitPath: 'vn/14',
    name: 'Hội đồng "A"',
    decisionNumber: '',
    decidedOn: '2026-11-02',
    signer: 'Chủ tịch',
  }
  const rules = {
    quorum: '80',
    maxDeviation: '12',
    outlierPoints: '5',
    rounding: 'down',
    decimals: '1',
    markRule: 'all',
    tourismMarks: 'binding',
    adviserMonths: '24',
    knockOutVote: 'half_sitting',
    quorumBase: 'council',
    replacedSheets: 'void',
    dailyCapacity: '30',
  }
  const { status, html } = await post(officer, '/councils', { ...form, ...rules })
  expect(status).toBe(422)
  expect(html).toContain('value="Hội đồng &quot;A&quot;"')
  expect(html).toContain('value="80"')
  expect(html).toContain('Cần điền ô này.')
  expect(html).toContain('Cần đúng một chủ tịch')
  const wild = await post(officer, '/councils', { ...form, ...rules, quorum: '8o', markRule: 'all' })
  expect([wild.status, wild.html.includes('value="8o"')]).toEqual([422, true])
  expect(wild.html).toMatch(/checked[^>]*value="all"/)
})

test('a session refused comes back with its fields, and nothing was planned', async () => {
  const { councilId } = await world.council()
  const dossierId = await world.checkedDossier()
  const typed = { name: 'Phiên "hai"', heldOn: '2026-11-30', place: '', [`order:${dossierId}`]: '1' }
  const { status, html } = await post(officer, `/councils/${councilId}/sessions`, typed)
  expect([status, html.includes('Phiên &quot;hai&quot;'), html.includes('địa điểm')]).toEqual([
    422,
    true,
    true,
  ])
  expect(await world.stateOf(dossierId)).toBe('checked')
})

test('the browser saves answer by answer, and is told what became of each', async () => {
  const scoring = await world.scoring()
  const mai = scoring.council.actor('mai')
  const answers = `${dossierOf(scoring)}/sheet/answers`
  const saved = await put(mai, `${answers}/4.1`, { options: [3], version: 0 })
  expect(saved).toEqual({ status: 200, body: { is: 'saved', version: 1, at: '14:05:32' } })
  expect((await put(mai, `${answers}/4.1`, { options: [3], version: 0 })).body).toMatchObject({
    is: 'saved',
    version: 1,
  })
  const old = await put(mai, `${answers}/4.2`, { options: [1], version: 0 })
  expect(old).toEqual({
    status: 409,
    body: { is: 'changed', version: 1, answers: { '4.1': [3] }, notes: {}, reasons: {} },
  })
  expect(await put(mai, `${answers}/4.1`, { options: [99], version: 1 })).toMatchObject({
    status: 422,
    body: { is: 'refused' },
  })
  for (const body of [
    null,
    { options: ['3'], version: 1 },
    { points: 5, version: 1 },
    { options: [3] },
    { options: [3], version: 1, total: 100 },
  ])
    expect(await put(mai, `${answers}/4.1`, body)).toMatchObject({ status: 400, body: { is: 'refused' } })
  for (const body of [null, { options: [3], version: 1 }]) {
    expect(await put(officer, `${answers}/4.1`, body)).toMatchObject({ status: 403 })
    expect(await put(nobody, `${answers}/4.1`, body)).toMatchObject({ status: 404 })
  }
})

test('a form of an old page shows both: what is kept, and what was typed, to be saved once more', async () => {
  const scoring = await world.scoring()
  const { council, at } = scoring
  const mai = council.actor('mai')
  await saveAnswer(world.as(mai), { ...at, criterion: '4.1', options: [1], version: 0 })
  const sheet = `${dossierOf(scoring)}/sheet`
  const { status, html } = await post(mai, `${sheet}/answers/4.1`, {
    version: '0',
    option: '4',
    note: 'mới',
    go: '4.2',
  })
  expect([status, html.includes('thay đổi ở một cửa sổ khác')]).toEqual([409, true])
  expect(html).toMatch(/value="4"[^>]*checked|checked[^>]*value="4"/)
  const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
  expect(
    (await post(mai, `${sheet}/answers/4.1`, { version, option: '4', note: 'mới', go: '4.2' })).status,
  ).toBe(303)
})

test('no page of the room shows another’s sheet before the dossier is closed', async () => {
  const scoring = await world.scoring()
  const { council, at } = scoring
  await saveAnswer(world.as(council.actor('dung')), {
    ...at,
    criterion: '4.1',
    options: [1],
    note: 'bí mật',
    version: 0,
  })
  await scoreDossier(world.office, {
    ...at,
    sheets: ['chair', 'vice'].map((id, n) => ({ member: council.actor(id), total: 73 + n })),
  })
  const room = dossierOf(scoring)
  const pages = [
    '/my-scoring',
    `/sessions/${at.sessionId}`,
    room,
    `${room}/sheet`,
    `${room}/sheet?all=1`,
    `${room}/sheet/hand-in`,
  ]
  for (const id of ['mai', 'thu'])
    for (const page of pages) {
      const { html } = await get(council.actor(id), page)
      expect(html, page).not.toContain('bí mật')
      expect(html, page).not.toMatch(/\b7[34](,00)? điểm|<b>7[34]<\/b>/)
    }
})

test('the room of a dossier keeps a refused reason and says why', async () => {
  const scoring = await world.scoring()
  const { council, at } = scoring
  await scoreDossier(world.office, { ...at, sheets: [{ member: council.chair, total: 60 }] })
  const closing = await post(council.chair, `${dossierOf(scoring)}/closing`, { reason: 'đủ rồi' })
  expect(closing.status).toBe(409)
  expect(closing.html).toContain('Mới có 1 phiếu hợp lệ, cần ít nhất 5 phiếu')
  expect(closing.html).toContain('đủ rồi')
  const round = await post(council.chair, `${dossierOf(scoring)}/rounds`, { reason: 'Thảo luận lại' })
  expect(round.to).toBe(dossierOf(scoring))
  expect((await get(council.chair, round.to)).html).toContain('Các phiếu lượt 1')
  expect((await get(council.actor('mai'), round.to)).html).not.toContain('Các phiếu lượt 1')
})

test('a member takes no part by the form, and the dossier no longer opens', async () => {
  const scoring = await world.scoring()
  const mai = scoring.council.actor('mai')
  const form = { personId: 'mai', reason: 'Từng tư vấn cho chủ thể' }
  expect((await post(mai, `${dossierOf(scoring)}/recusals`, form)).to).toBe(`/sessions/${scoring.sessionId}`)
  for (const page of ['', '/sheet', '/sheet/hand-in', '/result', `/evidence/${newId()}`])
    expect((await get(mai, `${dossierOf(scoring)}${page}`)).status, page).toBe(403)
  expect((await get(mai, `/sessions/${scoring.sessionId}`)).html).not.toContain(`${dossierOf(scoring)}"`)
})

const outsiders: [string, Actor][] = [
  ['nobody', nobody],
  ['the office of another province', actorWith('province_officer', 'vn/11')],
  ['a member of another council', actorWith('member', 'vn/14', { id: 'other' })],
  ['a commune officer', actorWith('commune_officer', 'vn/14/03868')],
  ['the producer', actorWith('producer', 'vn/14/03868', { producerId: newId() })],
  ['an auditor while the session is open', actorWith('auditor', 'vn/14')],
]

test.each(outsiders)('for %s nothing of a session is there', async (_, actor) => {
  const scoring = await world.scoring()
  const room = dossierOf(scoring)
  const pages = [
    `/sessions/${scoring.sessionId}`,
    room,
    `${room}/sheet`,
    `${room}/sheet/hand-in`,
    `${room}/result`,
  ]
  for (const page of [...pages, `/sessions/${scoring.sessionId}/minutes.pdf`, `${room}/evidence/${newId()}`])
    expect((await get(actor, page)).status, page).toBe(404)
  const steps = [
    'closing',
    'rounds',
    'release',
    'recusals',
    'knock-outs',
    'sheet',
    'sheet/answers/4.1',
    'sheet/hand-in',
  ]
  for (const step of steps)
    expect((await post(actor, `${room}/${step}`, { reason: 'x', version: '0' })).status, step).toBe(404)
  for (const step of ['opening', 'attendance', 'closing'])
    expect(
      (await post(actor, `/sessions/${scoring.sessionId}/${step}`, { minutesNumber: '1' })).status,
      step,
    ).toBe(404)
})

test.each([
  ['nobody', nobody, 403, 404],
  ['an auditor', actorWith('auditor', 'vn/14'), 403, 200],
  ['a leader', actorWith('leader', 'vn/14'), 403, 200],
  ['a member', actorWith('member', 'vn/14', { id: 'mai' }), 403, 200],
  ['the office', officer, 200, 200],
  ['the office of another province', actorWith('province_officer', 'vn/11'), 200, 404],
])('councils for %s: setting up %s %s, reading %s', async (_, actor, create, read) => {
  const { councilId } = await world.council()
  expect((await get(actor, '/councils/new')).status).toBe(create)
  expect((await get(actor, `/councils/${councilId}`)).status).toBe(read)
  expect((await get(actor, '/councils')).status).toBe(actor === nobody ? 403 : 200)
})

test.each([
  ['an auditor', actorWith('auditor', 'vn/14')],
  ['a leader', actorWith('leader', 'vn/14')],
  ['a member', actorWith('member', 'vn/14', { id: 'mai' })],
])('%s is refused the forms of a council, faulty ones too', async (_, actor) => {
  const { councilId } = await world.council()
  for (const form of ['rules', 'sessions', 'members', 'members/hoa/change'])
    expect((await post(actor, `/councils/${councilId}/${form}`, { quorum: 'x' })).status, form).toBe(403)
  expect((await post(actor, '/councils')).status).toBe(403)
})

test('addresses that are no ids are not found', async () => {
  const { council, sessionId } = await world.scoring()
  for (const page of [
    '/councils/x',
    '/sessions/x',
    `/sessions/${sessionId}/dossiers/x`,
    `/sessions/${sessionId}/dossiers/x/sheet`,
  ])
    expect((await get(council.chair, page)).status, page).toBe(404)
})

test('pages speak English where asked', async () => {
  const scoring = await world.scoring()
  const { council, at } = scoring
  await recuse(world.as(council.actor('mai')), { ...at, personId: 'mai', reason: 'x' })
  await noteAttendance(world.as(council.secretary), { sessionId: at.sessionId, present: ['chair'] })
  await scoreDossier(world.office, {
    ...at,
    sheets: council.scorers.slice(0, 5).map((member) => ({ member, total: 92 })),
  })
  const english = testApp(world.db, routes, { actor: council.chair, locale: 'en' })
  const html = async (path: string) => (await english.request(path)).text()
  expect(await html(`${dossierOf(scoring)}/sheet?criterion=4.1`)).toContain(
    'International or modern trade channels',
  )
  expect(await html(dossierOf(scoring))).toContain('5 valid sheets are in')
  await closeDossier(world.as(council.chair), at)
  expect(await html(`${dossierOf(scoring)}/result`)).toContain('Why this result')
  for (const page of [
    '/councils',
    '/my-scoring',
    `/sessions/${at.sessionId}`,
    `/councils/${council.councilId}`,
  ])
    expect((await english.request(page)).status, page).toBe(200)
})

test('the desk shows what the producer handed in and what the commune found', async () => {
  const note = 'Thuê lao động ngoài xã'
  const scoring = await world.scoring({
    report: { materialArea: 'Vùng chè 40 ha của bản' },
    communeReport: {
      materialOrigin: { met: true, note: '' },
      localLabour: { met: false, note },
      ideaOrigin: { met: true, note: '' },
      localIdentity: { met: true, note: '' },
      proposal: 'Đề nghị',
    },
  })
  const { html } = await get(scoring.council.actor('mai'), `${dossierOf(scoring)}/sheet`)
  expect(html).toContain('Vùng chè 40 ha của bản')
  expect(html).toContain('Chưa đạt. Thuê lao động ngoài xã')
  expect((await post(scoring.council.chair, '/sessions')).status).toBe(404)
  expect((await app(scoring.council.chair).request('/sessions')).headers.get('location')).toBe('/councils')
})
