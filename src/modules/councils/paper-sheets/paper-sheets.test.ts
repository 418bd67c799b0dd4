import { afterAll, beforeAll, expect, test } from 'vitest'
import { lawRegime } from '#modules/regulation/index.ts'
import { theSet } from '#modules/regulation/testing.ts'
import type { Actor } from '#platform/ctx.ts'
import { smallPdf } from '#platform/files/testing/small-files.ts'
import { readPdfText } from '#platform/pdf/testing/read-pdf-text.ts'
import { stopDrawing } from '#platform/pdf/typst-thread.ts'
import { writeForm } from '#platform/sheet/write-form.ts'
import { testApp } from '#platform/testing/test-app.ts'
import { testFiles } from '#platform/testing/test-files.ts'
import { addMember } from '../add-member.ts'
import { checkIn } from '../attendance/check-in.ts'
import { closeDossier } from '../close-dossier.ts'
import { closeSession } from '../close-session.ts'
import { scoreFormOf } from '../desk/score-form-of.ts'
import { openSheetsToMembers } from '../discussion/open-sheets-to-members.ts'
import { enterFile } from '../documents/enter-file.ts'
import { handInSheet } from '../hand-in-sheet.ts'
import { minutesPaper } from '../minutes-paper.ts'
import { noteAttendance } from '../note-attendance.ts'
import { openNewRound } from '../open-new-round.ts'
import { readResult } from '../read-result.ts'
import { recuse } from '../recuse.ts'
import { releaseMember } from '../release-member.ts'
import { routes } from '../routes.tsx'
import { saveAnswer } from '../save-answer.ts'
import { findSheet } from '../score-sheet-store.ts'
import { findSession, listPresent } from '../session-store.ts'
import {
  type CouncilWorld,
  coffee,
  officer,
  openCouncilWorld,
  type Scoring,
} from '../testing/council-world.ts'
import {
  answersOfTotal,
  byDecision,
  councilOfSeven,
  discussDossier,
  memberActor,
  reasonsFor,
  scoreDossier,
} from '../testing.ts'
import { countersignPaperSheet } from './countersign-paper-sheet.ts'
import { enterPaperSheet } from './enter-paper-sheet.ts'
import { excelSheet } from './excel-sheet.ts'
import { showPaperCode } from './paper-code.ts'
import { listPaperSheets } from './paper-sheet-store.ts'
import { paperStanding } from './paper-standing.ts'
import { printPaperSheets } from './print-paper-sheets.ts'
import { readPapers } from './read-papers.ts'
import { text } from './text.ts'
import { typePaperSheet } from './type-paper-sheet.ts'

let world: CouncilWorld
const set = theSet(coffee)
const given = answersOfTotal(set, 82)
/** Two secretaries, so that one may countersign what the other typed. */
const people = [
  ...councilOfSeven,
  { id: 'yen', name: 'Lò Thị Yên', position: 'secretary' as const, organisation: 'Văn phòng Điều phối' },
]

beforeAll(async () => {
  world = await openCouncilWorld()
})
afterAll(async () => {
  await stopDrawing()
  await world.close()
})

interface Printed extends Scoring {
  codeOf(memberId: string): string
}

/** A dossier being scored, with a code for the sheet of everybody who scores. */
async function printed(): Promise<Printed> {
  const scoring = await world.scoring({ people })
  const { council, sessionId, dossierId } = scoring
  await printPaperSheets(world.as(council.secretary), { sessionId, dossierId: null, memberId: null })
  const papers = await listPaperSheets(world.db, sessionId)
  const codeOf = (memberId: string) =>
    papers.find((paper) => paper.memberId === memberId && paper.dossierId === dossierId)?.code ?? ''
  return { ...scoring, codeOf }
}

const type = async (actor: Actor, code: string, more: Partial<Parameters<typeof typePaperSheet>[2]> = {}) =>
  typePaperSheet(world.as(actor), await testFiles(), {
    ...{ code, version: 0, answers: given, notes: {}, way: 'typed' as const },
    ...more,
  })
const sign = (actor: Actor, code: string, version = 1) =>
  countersignPaperSheet(world.as(actor), { code, version })
/** A form with files, which the plain test app does not send. */
function postForm(actor: Actor, path: string, body: FormData): Promise<Response> {
  return Promise.resolve(testApp(world.db, routes, { actor }).request(path, body))
}
const sheetOf = ({ at }: Scoring, memberId: string) => findSheet(world.db, { ...at, memberId, round: 1 })

test('each member who scores has one code for a dossier and round, however often it is printed', async () => {
  const { council, sessionId } = await printed()
  const before = await listPaperSheets(world.db, sessionId)
  expect(before.map(({ memberId }) => memberId).sort()).toEqual(council.scorers.map(({ id }) => id).sort())
  await printPaperSheets(world.as(council.chair), { sessionId, dossierId: null, memberId: 'mai' })
  expect(await listPaperSheets(world.db, sessionId)).toEqual(before)
})

test('what one person types counts nowhere until a second one countersigns; then it is the member’s sheet', async () => {
  const scoring = await printed()
  const { council, codeOf } = scoring
  await type(council.secretary, codeOf('mai'), { notes: { '4.1': ' 6 đại lý ', '99': 'x' } })
  expect(await sheetOf(scoring, 'mai')).toBeUndefined()
  await expect(sign(council.secretary, codeOf('mai'))).rejects.toMatchObject({
    code: 'paper_sheets.second_person',
  })
  expect(await sign(council.actor('mai'), codeOf('mai'))).toEqual({ total: 82 })
  expect(await sheetOf(scoring, 'mai')).toMatchObject({
    answers: given,
    notes: { '4.1': '6 đại lý' },
    total: 82,
    handedInAt: expect.any(Date),
  })
  await expect(sign(council.actor('mai'), codeOf('mai'))).rejects.toMatchObject({ code: 'paper_sheets.done' })
  await expect(type(council.secretary, codeOf('mai'), { version: 1 })).rejects.toMatchObject({
    code: 'paper_sheets.done',
  })
})

test('a paper that is in is open to those who had a part in it, and to nobody else while its round is scored', async () => {
  const scoring = await printed()
  const { council, at, codeOf } = scoring
  const code = codeOf('mai')
  await type(council.secretary, code)
  await scoreDossier(world.office, { ...at, sheets: [{ member: council.chair, total: 80 }] })
  await expect(enterPaperSheet(world.as(council.chair), code)).resolves.toMatchObject({ countersigns: true })
  await sign(council.actor('mai'), code)
  for (const actor of [council.secretary, council.actor('mai')])
    await expect(enterPaperSheet(world.as(actor), code)).resolves.toMatchObject({ standing: 'done' })
  await expect(enterPaperSheet(world.as(council.chair), code)).rejects.toMatchObject({
    code: 'paper_sheets.in_already',
  })
  const { papers } = await readPapers(world.as(council.chair), at.sessionId)
  expect(papers.find((paper) => paper.code === code)?.opens).toBe(false)
})

test('who has declared nothing of a dossier opens none of its papers', async () => {
  const { council, codeOf } = await printed()
  const late = { id: 'late', name: 'Lê Muộn', position: 'secretary' as const, organisation: 'Văn phòng' }
  await addMember(world.office, {
    ...{ councilId: council.councilId, personId: late.id, position: late.position, scores: false },
    ...{ organisation: late.organisation, decision: byDecision() },
  })
  await expect(enterPaperSheet(world.as(memberActor(late)), codeOf('mai'))).rejects.toMatchObject({
    code: 'conflicts.declare_first',
  })
})

test('a paper of a later round says why answers changed; sheet and minutes keep it', async () => {
  const scoring = await world.scoring({ people })
  const { council, at, sessionId } = scoring
  const chair = world.as(council.chair)
  const sheets = council.scorers.map((member) => ({ member, total: 80 }))
  await discussDossier(world.office, council, { ...at, sheets })
  await openSheetsToMembers(chair, { ...at, audience: 'members' })
  await openNewRound(chair, { ...at, reason: 'Thống nhất cách hiểu tiêu chí' })
  await printPaperSheets(world.as(council.secretary), { sessionId, dossierId: null, memberId: 'mai' })
  const code = (await listPaperSheets(world.db, sessionId))[0]?.code ?? ''
  await expect(type(council.secretary, code)).rejects.toMatchObject({
    code: 'discussion.change_unexplained',
  })
  await type(council.secretary, code, { reasons: { ...reasonsFor(given), '99': 'x' } })
  await checkIn(world.as(council.actor('mai')), { sessionId, here: false })
  expect(await sign(council.actor('yen'), code)).toEqual({ total: 82 })
  expect(await listPresent(world.db, sessionId)).not.toContain('mai')
  const sheet = await findSheet(world.db, { ...at, memberId: 'mai', round: 2 })
  expect(sheet?.reasons).toEqual(reasonsFor(given))

  for (const member of council.scorers.filter(({ id }) => id !== 'mai'))
    await handInSheet(world.as(member), { ...at, version: 1 })
  await closeDossier(chair, at)
  await checkIn(world.as(council.actor('long')), { sessionId, here: false })
  const minutes = await closeSession(world.as(council.secretary), { sessionId, minutesNumber: '77/BB-HĐ' })
  const said = minutesPaper(minutes, 'Ủy ban nhân dân tỉnh Sơn La')
  const lines = said.details[0]?.lines.join('\n')
  expect(lines).toMatch(/Lượt 2: .+ đổi câu trả lời ở tiêu chí .+, lý do ghi trên phiếu\./)
  expect(lines).toContain('Chủ trì đã mở các phiếu lượt 1 cho mọi thành viên chấm hồ sơ')
  expect(said.present.filter(([, , position]) => position?.includes('rời phòng lúc'))).toHaveLength(2)
  const { documents } = await enterFile(chair, sessionId)
  expect(JSON.stringify(documents)).toContain('Lý do thay đổi so với lượt trước')
})

test('two countersignatures at once: one goes in', async () => {
  const { council, codeOf } = await printed()
  await type(council.secretary, codeOf('mai'))
  const both = await Promise.allSettled([
    sign(council.actor('mai'), codeOf('mai')),
    sign(council.actor('yen'), codeOf('mai')),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('what is countersigned is the version that was seen', async () => {
  const { council, codeOf } = await printed()
  await type(council.secretary, codeOf('mai'))
  await type(council.actor('yen'), codeOf('mai'), { version: 1, answers: answersOfTotal(set, 75) })
  await expect(type(council.secretary, codeOf('mai'), { version: 1 })).rejects.toMatchObject({
    code: 'paper_sheets.changed',
  })
  await expect(sign(council.actor('mai'), codeOf('mai'), 1)).rejects.toMatchObject({
    code: 'paper_sheets.changed',
  })
  expect(await sign(council.secretary, codeOf('mai'), 2)).toEqual({ total: 75 })
})

test('a paper that lacks an answer is not taken in, and names what lacks', async () => {
  const { council, codeOf } = await printed()
  const { '4.1': _, ...lacking } = given
  await expect(type(council.secretary, codeOf('mai'), { answers: lacking })).rejects.toMatchObject({
    code: 'paper_sheets.incomplete',
    facts: { faults: [{ criterion: '4.1', fault: 'missing' }] },
  })
})

test.each<[string, (scoring: Printed) => Promise<Actor> | Actor, string | null]>([
  ['a secretary', ({ council }) => council.secretary, null],
  ['another secretary', ({ council }) => council.actor('yen'), null],
  ['the chair who has not handed in', ({ council }) => council.chair, 'paper_sheets.own_first'],
  [
    'the chair who has handed in',
    async ({ council, at }) => {
      await scoreDossier(world.office, { ...at, sheets: [{ member: council.chair, total: 80 }] })
      return council.chair
    },
    null,
  ],
  ['the member themself', ({ council }) => council.actor('mai'), 'paper_sheets.not_yours'],
  ['another member', ({ council }) => council.actor('hoa'), 'paper_sheets.not_yours'],
  ['the office', () => officer, 'paper_sheets.unknown'],
])('typing in by %s', async (_, who, refusal) => {
  const scoring = await printed()
  const work = type(await who(scoring), scoring.codeOf('mai'))
  if (refusal) await expect(work).rejects.toMatchObject({ code: refusal })
  else await work
})

test.each<[string, string, string | null]>([
  ['the member', 'mai', null],
  ['another secretary', 'yen', null],
  ['who typed it', 'thu', 'paper_sheets.second_person'],
  ['another member', 'hoa', 'paper_sheets.not_yours'],
  ['the chair who has not handed in', 'chair', 'paper_sheets.own_first'],
])('countersigning by %s', async (_, who, refusal) => {
  const { council, codeOf } = await printed()
  await type(council.secretary, codeOf('mai'))
  const work = sign(council.actor(who), codeOf('mai'))
  if (refusal) await expect(work).rejects.toMatchObject({ code: refusal })
  else expect(await work).toEqual({ total: 82 })
})

test.each<[string, (scoring: Printed) => Promise<unknown>]>([
  [
    'member_recused',
    ({ council, at }) =>
      recuse(world.as(council.actor('mai')), { ...at, personId: 'mai', reason: 'Họ hàng' }),
  ],
  [
    'member_left',
    ({ council }) =>
      releaseMember(world.office, {
        councilId: council.councilId,
        personId: 'mai',
        decision: byDecision('Nghỉ'),
      }),
  ],
  [
    'handed_in',
    ({ council, at }) =>
      scoreDossier(world.office, { ...at, sheets: [{ member: council.actor('mai'), total: 82 }] }),
  ],
  [
    'round_over',
    async ({ council, at }) => {
      await scoreDossier(world.office, { ...at, sheets: [{ member: council.chair, total: 82 }] })
      await openNewRound(world.as(council.chair), { ...at, reason: 'Thảo luận' })
    },
  ],
])('a stale code says so: %s', async (standing, happens) => {
  const scoring = await printed()
  await type(scoring.council.secretary, scoring.codeOf('mai'))
  await happens(scoring)
  await expect(type(scoring.council.secretary, scoring.codeOf('mai'), { version: 1 })).rejects.toMatchObject({
    code: `paper_sheets.${standing}`,
  })
  await expect(sign(scoring.council.actor('yen'), scoring.codeOf('mai'))).rejects.toMatchObject({
    code: `paper_sheets.${standing}`,
  })
})

test('a sheet printed under another digest of the criteria is stale', () => {
  const facts = {
    paper: { round: 1, criteriaDigest: 'a', countersignedAt: null },
    item: { round: 1, status: 'scoring' },
    ...{ member: { scores: true }, recused: false, handedIn: false },
  }
  expect(paperStanding({ ...facts, digest: 'a' })).toBe('open')
  expect(paperStanding({ ...facts, digest: 'b' })).toBe('other_criteria')
})

test('what the member had begun at the desk gives way to the signed paper', async () => {
  const scoring = await printed()
  const { council, codeOf, at } = scoring
  await saveAnswer(world.as(council.actor('mai')), { ...at, criterion: '4.1', options: [1], version: 0 })
  await type(council.secretary, codeOf('mai'))
  await sign(council.actor('mai'), codeOf('mai'))
  expect((await sheetOf(scoring, 'mai'))?.answers).toEqual(given)
})

test('the database itself refuses one person as both, and a change afterwards', async () => {
  const { council, codeOf } = await printed()
  await type(council.secretary, codeOf('mai'))
  await sign(council.actor('mai'), codeOf('mai'))
  await type(council.secretary, codeOf('hoa'))
  const change = (memberId: string, set: object) =>
    world.db.updateTable('paperSheet').set(set).where('code', '=', codeOf(memberId)).execute()
  await expect(change('mai', { typedBy: 'yen' })).rejects.toThrow('never changed')
  await expect(change('hoa', { dossierId: council.councilId })).rejects.toThrow('never changes')
  await expect(change('hoa', { typedBy: 'hoa' })).rejects.toThrow('check')
  const sheetId = (await listPaperSheets(world.db, (await printed()).sessionId))[0]?.id ?? ''
  const both = { countersignedBy: 'thu', countersignedAt: new Date(), sheetId }
  await expect(change('hoa', both)).rejects.toThrow()
})

test('the PDF has every sheet with its code, member and criteria; a blank one has none', async () => {
  const { council, sessionId, codeOf } = await printed()
  const app = testApp(world.db, routes, { actor: council.secretary })
  const pdf = await app.request(`/sessions/${sessionId}/paper-sheets.pdf?member=mai`)
  const words = readPdfText(new Uint8Array(await pdf.arrayBuffer())).replace(/\s+/g, ' ')
  expect(words).toContain(showPaperCode(codeOf('mai')))
  expect(words).not.toContain(showPaperCode(codeOf('hoa')))
  expect(words).toContain('4.1. ')
  const blank = await app.request(`/sessions/${sessionId}/paper-sheets.pdf?blank=1`)
  expect(readPdfText(new Uint8Array(await blank.arrayBuffer()))).toContain('Phiếu trống')
})

test('by pages alone: printed, typed with a scan, seen beside it, countersigned', async () => {
  const scoring = await printed()
  const { council, sessionId, codeOf } = scoring
  const thu = testApp(world.db, routes, { actor: council.secretary })
  const mai = thu.as(council.actor('mai'))
  const code = codeOf('mai')
  const asked = await thu.request(`/paper-sheets?code=${showPaperCode(code).toLowerCase()}`)
  expect(asked.headers.get('location')).toBe(`/paper-sheets/${code}`)
  const address = `/paper-sheets/${code}`
  const options = Object.entries(given).map(([criterion, [no = 0]]) => [`option:${criterion}`, String(no)])
  const { 'option:4.1': _, ...lacking } = Object.fromEntries(options)
  const refused = await thu.request(address, { version: '0', ...lacking, 'note:4.2': 'ghi trên giấy' })
  const page = await refused.text()
  expect([refused.status, page.includes('Chưa chọn mức'), page.includes('ghi trên giấy')]).toEqual([
    422,
    true,
    true,
  ])
  const body = new FormData()
  for (const [name, value] of [['version', '0'], ...options]) body.append(name ?? '', value ?? '')
  body.append('scan', new File([Uint8Array.from(smallPdf())], 'phieu.pdf', { type: 'application/pdf' }))
  const sent = await postForm(council.secretary, address, body)
  expect(sent.status).toBe(303)
  const own = await (await thu.request(address)).text()
  expect([own.includes('Người đã nhập không tự xác nhận được'), own.includes('countersignature')]).toEqual([
    true,
    false,
  ])
  const compared = await (await mai.request(address)).text()
  expect([compared.includes(`${address}/scan#`), compared.includes('countersignature')]).toEqual([true, true])
  expect((await mai.request(`${address}/scan`)).headers.get('content-type')).toBe('application/pdf')
  expect((await thu.as(council.actor('hoa')).request(address)).status).toBe(403)
  expect((await thu.as(council.actor('hoa')).request(`${address}/scan`)).status).toBe(403)
  const list = await (await mai.request('/my-scoring')).text()
  expect(list).toContain(address)
  const signed = await mai.request(`${address}/countersignature`, { version: '1' })
  expect(signed.status).toBe(303)
  expect((await sheetOf(scoring, 'mai'))?.total).toBe(82)
  const readings = await world.db.selectFrom('paperSheetReading').select('personId').execute()
  expect(readings.map(({ personId }) => personId)).toContain('thu')
  const listed = await (await thu.request(`/sessions/${sessionId}/paper-sheets`)).text()
  expect(listed).toContain('Đã xác nhận và nộp')
})

test('an Excel file of the same code is read back to be looked over; one of another code is refused', async () => {
  const { council, codeOf } = await printed()
  const app = testApp(world.db, routes, { actor: council.secretary })
  const file = await app.request(`/paper-sheets/${codeOf('mai')}/excel`)
  expect(file.headers.get('content-type')).toContain('spreadsheetml')
  const form = scoreFormOf(set, { bands: lawRegime(set.regimeId).bands, locale: 'vi', none: 'x' })
  const filled = await writeForm(excelSheet(form, { code: codeOf('mai'), title: '', answers: given }))
  const upload = async (code: string) => {
    const body = new FormData()
    body.append('file', new File([Uint8Array.from(filled)], 'phieu.xlsx'))
    return postForm(council.secretary, `/paper-sheets/${code}/excel`, body)
  }
  const read = await upload(codeOf('mai'))
  const page = await read.text()
  expect(page).toContain(`Đọc được ${form.criteria.length}/${form.criteria.length}`)
  expect(page).toContain('name="way" value="excel"')
  expect((await listPaperSheets(world.db, council.councilId)).length).toBe(0)
  const other = await upload(codeOf('hoa'))
  expect([other.status, (await other.text()).includes('mã của phiếu khác')]).toEqual([422, true])
})

test('a member scores in Excel: downloads, sends back, looks, saves to their own sheet', async () => {
  const scoring = await world.scoring({ people })
  const { council, at, sessionId } = scoring
  const mai = testApp(world.db, routes, { actor: council.actor('mai') })
  const sheet = `/sessions/${at.sessionId}/dossiers/${at.dossierId}/sheet`
  expect((await mai.request(`${sheet}/excel`)).status).toBe(200)
  expect((await mai.request(`${sheet}/excel-file`, {})).headers.get('content-type')).toContain(
    'spreadsheetml',
  )
  const [paper] = await listPaperSheets(world.db, sessionId)
  const form = scoreFormOf(set, { bands: lawRegime(set.regimeId).bands, locale: 'vi', none: 'x' })
  const filled = await writeForm(
    excelSheet(form, { code: paper?.code ?? '', title: '', answers: given, notes: { '4.1': 'sáu' } }),
  )
  const body = new FormData()
  body.append('file', new File([Uint8Array.from(filled)], 'phieu.xlsx'))
  const page = await (await postForm(council.actor('mai'), `${sheet}/excel`, body)).text()
  expect(page).toContain('Lưu vào phiếu của tôi')
  expect(await sheetOf(scoring, 'mai')).toBeUndefined()
  const hidden = [...page.matchAll(/name="(option:[^"]+|note:[^"]+)" value="([^"]*)"/g)]
  const fields = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]))
  expect((await mai.request(sheet, { version: '0', ...fields })).status).toBe(303)
  expect(await sheetOf(scoring, 'mai')).toMatchObject({ answers: given, notes: { '4.1': 'sáu' } })
})

test('result and minutes say which sheets came from paper, and which two people stand for them', async () => {
  const { council, codeOf, at, sessionId } = await printed()
  await type(council.secretary, codeOf('mai'))
  await sign(council.actor('mai'), codeOf('mai'))
  const others = council.scorers.filter(({ id }) => id !== 'mai' && id !== 'yen')
  await scoreDossier(world.office, { ...at, sheets: others.map((member) => ({ member, total: 82 })) })
  await closeDossier(world.as(council.chair), at)
  const { papers } = await readResult(world.as(council.chair), at)
  expect(papers).toEqual([expect.objectContaining({ code: showPaperCode(codeOf('mai')) })])
  await noteAttendance(world.as(council.chair), { sessionId, present: ['chair', 'thu'] })
  await closeSession(world.as(council.secretary), { sessionId, minutesNumber: '1/BB' })
  const minutes = (await findSession(world.db, sessionId))?.minutes ?? expect.fail()
  const lines = minutesPaper(minutes, 'x').details.flatMap((one) => one.lines)
  expect(lines.some((line) => line.includes(`từ bản giấy mã ${showPaperCode(codeOf('mai'))}`))).toBe(true)
})

test('the texts of both languages have the same keys', () => {
  const keys = (value: unknown, path = ''): string[] =>
    typeof value === 'string'
      ? [`${path} ${[...value.matchAll(/\{\{(\w+)/g)].map(([, name]) => name).sort()}`]
      : Object.entries(value as object).flatMap(([key, inner]) => keys(inner, `${path}.${key}`))
  expect(keys(text.en).sort()).toEqual(keys(text.vi).sort())
})
