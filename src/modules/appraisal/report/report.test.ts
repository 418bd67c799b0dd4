import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { digestOf } from '#platform/events/digest.ts'
import { picture, smallPdf } from '#platform/files/testing/small-files.ts'
import { testApp } from '#platform/testing/test-app.ts'
import { actorWith } from '#platform/testing/test-ctx.ts'
import { routes } from '../routes.tsx'
import { type AppraisalDesk, openAppraisalDesk, strangers } from '../testing/appraisal-desk.ts'
import { buildReport, filledReport } from '../testing.ts'
import { addPhotos } from './add-photos.ts'
import { appraisalTabs, countAppraisals, listAppraisals } from './appraisal-list-store.ts'
import { removePhoto } from './change-photos.ts'
import { findSignedReport, getSignedReport } from './read-report.ts'
import { draftFaults, reportContent, signingFaults } from './report-content.ts'
import { findReport, listPhotos } from './report-store.ts'
import { saveReport } from './save-report.ts'
import { signReport } from './sign-report.ts'

let desk: AppraisalDesk

beforeAll(async () => {
  desk = await openAppraisalDesk()
}, 120_000)
afterAll(() => desk.close())

const today = '2026-11-24'
const save = (dossierId: string, version: number, change = {}, actor = desk.viet) =>
  saveReport(desk.as(actor), { dossierId, version, content: filledReport(change) })
const sign = (dossierId: string, version: number, signature = 'Lê Quốc Việt') =>
  signReport(desk.as(desk.viet), { dossierId, version, number: '12/BC-TTV', signature })
const app = (actor = desk.viet) => testApp(desk.db, routes, { actor })

test.each([
  ['nothing was said of the survey', { survey: '' }, 'survey', 'choose'],
  ['the survey has no day', { surveyOn: '' }, 'surveyOn', 'missing'],
  ['the survey is of tomorrow', { surveyOn: '2026-11-25' }, 'surveyOn', 'in_future'],
  ['nobody was there', { present: '' }, 'present', 'missing'],
  ['there was no survey and no reason is given', { survey: 'no' }, 'noSurveyReason', 'missing'],
  ['a latitude is beyond the pole', { latitude: '91' }, 'latitude', 'degree'],
  ['one coordinate stands alone', { longitude: '' }, 'latitude', 'both_degrees'],
  ['a part has no finding', { findingB: '' }, 'findingB', 'missing'],
  [
    'supplements are asked for and none is named',
    { conclusion: 'supplement_first' },
    'supplements',
    'say_what',
  ],
  ['there is no conclusion', { conclusion: '' }, 'conclusion', 'choose'],
])('a report cannot be signed when %s', (_, change, field, fault) => {
  expect(signingFaults(filledReport(change), { kind: 'first', today })).toEqual({ [field]: fault })
})

test('a report without a survey is whole when it says why: the law obliges nobody to visit', () => {
  const content = reportContent({ ...filledReport(), survey: 'no', noSurveyReason: 'Đã khảo sát tháng 9.' })
  expect(signingFaults(content, { kind: 'first', today })).toEqual({})
})

test('a visit at a reassessment has one of the two grounds of art. 7.6', () => {
  const content = filledReport()
  expect(signingFaults(content, { kind: 'reassessment', today })).toEqual({ surveyGround: 'choose' })
  const grounded = filledReport({ surveyGround: 'scale_changed' })
  expect(signingFaults(grounded, { kind: 'reassessment', today })).toEqual({})
})

test('an empty draft may be kept', () => {
  expect(draftFaults(reportContent({}), today)).toEqual({})
})

test('two who save over the same version: the second is told, and sees both on the page', async () => {
  const { id } = await desk.filed('checked')
  await save(id, 0)
  await save(id, 1, { findingA: 'Của Việt' })
  await expect(save(id, 1, { findingA: 'Của Liên' }, desk.lien)).rejects.toMatchObject({
    code: 'appraisal.changed_meanwhile',
  })
  const form = { ...filledReport({ findingA: 'Của Liên' }), version: '1' }
  const answer = await app(desk.lien).request(`/dossiers/${id}/appraisal/draft`, form)
  expect(answer.status).toBe(409)
  const page = await answer.text()
  expect(page).toContain('Của Việt')
  expect(page).toContain('>Của Liên</textarea>')
  expect(page).toContain('name="version" value="2"')
})

test('two who begin at once: one report', async () => {
  const { id } = await desk.filed('checked')
  const ends = await Promise.allSettled([save(id, 0), save(id, 0, {}, desk.lien)])
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a signed report is frozen with its pictures, and neither words nor pictures change any more', async () => {
  const { id } = await desk.filed('checked')
  const uploads = [
    { name: 'xuong.webp', bytes: await picture('webp') },
    { name: 'kho.png', bytes: await picture('png') },
  ]
  await buildReport(desk.as(desk.viet), {
    dossierId: id,
    photos: { files: desk.files, uploads, caption: 'Xưởng' },
  })
  const report = await findReport(desk.db, id)
  const photos = await listPhotos(desk.db, report?.id ?? '')
  expect(photos.map(({ caption }) => caption)).toEqual(['Xưởng', 'Xưởng'])
  await sign(id, 1)
  const signed = await findSignedReport(desk.db, id)
  expect(signed?.digest).toBe(digestOf(signed?.frozen))
  expect(signed?.frozen.photos).toHaveLength(2)
  await expect(save(id, 1)).rejects.toMatchObject({ code: 'appraisal.signed_already' })
  const photoId = photos[0]?.id ?? ''
  await expect(removePhoto(desk.as(desk.viet), { dossierId: id, photoId })).rejects.toMatchObject({
    code: 'appraisal.signed_already',
  })
  await expect(
    sql`update appraisal_report set version = 9 where dossier_id = ${id}`.execute(desk.db),
  ).rejects.toThrow('never changed')
  await expect(sql`delete from appraisal_photo where id = ${photoId}`.execute(desk.db)).rejects.toThrow(
    'never changed',
  )
})

test('only what was read is signed, by the signer’s own name', async () => {
  const { id } = await desk.filed('checked')
  await save(id, 0)
  await save(id, 1, { findingC: 'Thêm một ý.' }, desk.lien)
  await expect(sign(id, 1)).rejects.toMatchObject({ code: 'appraisal.changed_meanwhile' })
  await expect(sign(id, 2, 'Ai đó')).rejects.toMatchObject({
    facts: { faults: { signature: 'not_your_name' } },
  })
  await sign(id, 2)
  await expect(sign(id, 2)).rejects.toMatchObject({ code: 'appraisal.signed_already' })
})

test('a PDF is no picture of a survey, and none of the others is kept with it', async () => {
  const { id } = await desk.filed('checked')
  await save(id, 0)
  const uploads = [
    { name: 'xuong.webp', bytes: await picture('webp') },
    { name: 'giay.pdf', bytes: smallPdf() },
  ]
  await expect(addPhotos(desk.as(desk.viet), desk.files, { dossierId: id, uploads })).rejects.toMatchObject({
    code: 'appraisal.not_a_photo',
  })
  expect(await listPhotos(desk.db, (await findReport(desk.db, id))?.id ?? '')).toEqual([])
})

test('who is not of the team writes nothing, and before the province’s check nobody does', async () => {
  const { id } = await desk.filed('checked')
  for (const actor of strangers)
    await expect(save(id, 0, {}, actor)).rejects.toMatchObject({ kind: 'not_found' })
  for (const role of ['province_officer', 'leader', 'central_officer', 'auditor']) {
    const actor = actorWith(role, role === 'central_officer' ? 'vn' : 'vn/14')
    await expect(save(id, 0, {}, actor)).rejects.toMatchObject({ kind: 'forbidden' })
  }
  const { id: early } = await desk.filed('proposed')
  await expect(save(early, 0)).rejects.toMatchObject({ kind: 'conflict', code: 'appraisal.not_open' })
})

test('a draft is its team’s own; a signed report is read by the province and the centre, not by the producer', async () => {
  const { id, world } = await desk.filed('checked')
  await save(id, 0, { findingA: 'Điều chỉ tổ biết' })
  const leader = actorWith('leader', 'vn/14')
  const centre = actorWith('central_officer', 'vn')
  const pageOf = async (actor = leader) => app(actor).request(`/dossiers/${id}/appraisal`)
  expect(await (await pageOf()).text()).not.toContain('Điều chỉ tổ biết')
  for (const actor of [desk.lien, actorWith('auditor', 'vn/14')])
    expect(await (await pageOf(actor)).text()).toContain('Điều chỉ tổ biết')
  await sign(id, 1)
  for (const actor of [leader, centre, desk.hoa, actorWith('auditor', 'vn/14')])
    expect(await (await pageOf(actor)).text()).toContain('Điều chỉ tổ biết')
  for (const actor of [world.mai, world.lan, ...strangers]) {
    expect((await pageOf(actor)).status).toBe(404)
    await expect(getSignedReport(desk.as(actor), id)).rejects.toMatchObject({ kind: 'not_found' })
  }
})

test('the paper of a signed report is a PDF and a Word file', async () => {
  const { id } = await desk.filed('checked')
  await buildReport(desk.as(desk.viet), { dossierId: id, sign: { number: '7/BC-TTV' } })
  const asked = async (kind: string) => app().request(`/dossiers/${id}/appraisal/report.${kind}`)
  expect(new TextDecoder().decode((await (await asked('pdf')).arrayBuffer()).slice(0, 5))).toBe('%PDF-')
  expect(new TextDecoder().decode((await (await asked('docx')).arrayBuffer()).slice(0, 2))).toBe('PK')
})

test('a form that lacks nothing leads on to signing, and one with a fault keeps what was typed', async () => {
  const { id } = await desk.filed('checked')
  const faulty = { ...filledReport({ latitude: 'bắc', seen: 'Xưởng rộng' }), version: '0' }
  const answer = await app().request(`/dossiers/${id}/appraisal/draft`, faulty)
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('>Xưởng rộng</textarea>')
  const whole = { ...filledReport(), version: '0', go: 'sign' }
  const next = await app().request(`/dossiers/${id}/appraisal/draft`, whole)
  expect(next.headers.get('location')).toBe(`/dossiers/${id}/appraisal/signature`)
  const signing = await app().request(`/dossiers/${id}/appraisal/signature`)
  expect(await signing.text()).toContain('name="signature"')
})

test('every tab is counted as it is listed', async () => {
  const query = { paths: ['vn/14'], today }
  const counts = await countAppraisals(desk.db, query)
  for (const tab of appraisalTabs)
    expect([tab, counts[tab]]).toEqual([
      tab,
      (await listAppraisals(desk.db, query, { tab, limit: 500 })).rows.length,
    ])
  expect(counts.to_write).toBeGreaterThan(0)
})

test('the list tells what is to be written, and its sheet is one', async () => {
  const { id } = await desk.filed('checked')
  const page = await (await app().request('/appraisals?tab=to_write')).text()
  expect(page).toContain(`/dossiers/${id}/appraisal/draft`)
  expect(await (await app(desk.hoa).request('/appraisals?tab=to_write')).text()).not.toContain(
    `/dossiers/${id}/appraisal/draft`,
  )
  expect((await app(strangers[3]).request('/appraisals')).status).toBe(403)
  const sheet = await app().request('/appraisals.xlsx?tab=to_write')
  expect(sheet.headers.get('content-type')).toContain('spreadsheet')
})
