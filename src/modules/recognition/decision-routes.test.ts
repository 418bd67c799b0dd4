import { afterAll, beforeAll, expect, test } from 'vitest'
import { nobody } from '#platform/ctx.ts'
import type { Database } from '#platform/db/connect.ts'
import { testApp } from '#platform/testing/test-app.ts'
import { actorWith } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { routes } from './routes.tsx'
import {
  as,
  bareResults,
  hoa,
  lan,
  makeCertificate,
  makeDossier,
  minh,
  newDecision,
  officer,
  stranger,
} from './testing.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDb({ damaged: bareResults })
})
afterAll(() => database.close())

const app = (actor = lan) => testApp(database.db, routes, { actor })
const page = async (path: string, actor = lan) => (await app(actor).request(path)).text()
const stateOf = async (id: string) =>
  (await database.db.selectFrom('dossier').select('state').where('id', '=', id).executeTakeFirstOrThrow())
    .state

test('each dossier stands under what the law lets follow', async () => {
  const four = await makeDossier(database.db, { name: 'Mận sấy gừng', average: 8000 })
  const five = await makeDossier(database.db, { name: 'Cà phê bột', average: 9350 })
  const two = await makeDossier(database.db, { name: 'Rượu mơ', average: 4200 })
  await makeDossier(database.db, { name: 'Của Hà Nội', unitPath: 'vn/01/00004' })
  const html = await page('/decisions')
  const part = (title: string) =>
    html.slice(html.indexOf(title), html.indexOf('</section>', html.indexOf(title)))
  expect(part('Công nhận 3 và 4 sao')).toContain(four.dossierId)
  expect(part('Phê duyệt kết quả')).toContain(five.dossierId)
  expect(part('Chưa đủ sao')).toContain(two.dossierId)
  expect(html).toContain('80,00 điểm')
  expect(html).toContain('Chủ tịch Ủy ban nhân dân tỉnh Sơn La')
  expect(html).not.toContain('Của Hà Nội')
})

test('a leader signs for several products and lands on the decision with its certificates', async () => {
  const one = await makeDossier(database.db, { average: 7100 })
  const two = await makeDossier(database.db, { average: 5100, name: 'Măng trúc' })
  const form = { ...newDecision(), dossier: [one.dossierId, two.dossierId] }
  const answer = await app().request('/decisions', form)
  expect(answer.status).toBe(303)
  const html = await page(answer.headers.get('location') ?? '')
  expect(html).toContain('Măng trúc')
  expect(html).toContain('OCOP 4 sao')
  expect(html).toContain('OCOP-14-2026-')
})

test('a faulty decision comes back with everything typed, the choice kept and the fault beside its field', async () => {
  const { dossierId } = await makeDossier(database.db)
  const form = { ...newDecision({ number: '', signerName: 'Lò "Mùa"' }), dossier: [dossierId] }
  const answer = await app().request('/decisions', form)
  const html = await answer.text()
  expect(answer.status).toBe(422)
  expect(html).toContain('Cần điền ô này.')
  expect(html).toContain('value="Lò &quot;Mùa&quot;"')
  expect(html).toMatch(new RegExp(`value="${dossierId}"[^>]*checked|checked[^>]*value="${dossierId}"`))
  expect(await stateOf(dossierId)).toBe('scored')
})

test('nothing chosen is said in words', async () => {
  await makeDossier(database.db)
  const answer = await app().request('/decisions', { ...newDecision() })
  expect([answer.status, (await answer.text()).includes('Hãy chọn ít nhất một hồ sơ.')]).toEqual([422, true])
})

test('officers and auditors see what waits and are offered no signing', async () => {
  await makeDossier(database.db)
  for (const actor of [officer, actorWith('auditor', 'vn/14'), minh]) {
    const html = await page('/decisions', actor)
    expect(html).toContain('Công nhận 3 và 4 sao')
    expect(html).not.toContain('Ký công nhận')
  }
})

test.each([
  ['a visitor', nobody],
  ['a producer', actorWith('producer', 'vn/14/03868', { producerId: 'p' })],
  ['a council member', actorWith('member', 'vn/14')],
])('%s has no such pages', async (_, actor) => {
  for (const path of ['/decisions', '/certificates', '/certificates.xlsx'])
    expect((await app(actor).request(path)).status).toBe(403)
})

test('a province’s decision is not found by another’s leader', async () => {
  const { decisionId, certificateId } = await makeCertificate(as(database.db, lan))
  expect((await app(stranger).request(`/decisions/${decisionId}`)).status).toBe(404)
  expect((await app(stranger).request(`/certificates/${certificateId}`)).status).toBe(404)
  expect((await app().request('/decisions/none')).status).toBe(404)
})

test('the chair sends 90 points to the centre, whose officer writes down its result', async () => {
  const { dossierId } = await makeDossier(database.db, { average: 9229, name: 'Bạch trà' })
  expect((await app().request('/decisions/approvals', { ...newDecision(), dossier: dossierId })).status).toBe(
    303,
  )
  expect(await page('/decisions', hoa)).toContain(`/dossiers/${dossierId}/central-result`)
  expect((await app(lan).request(`/dossiers/${dossierId}/central-result`)).status).toBe(403)

  const result = { average: '91,40', stars: '5', minutesNumber: '12/BB', concludedOn: '2026-11-22', note: '' }
  const path = `/dossiers/${dossierId}/central-result`
  const faulty = await app(hoa).request(path, { ...result, ...newDecision(), average: '91,405' })
  expect([faulty.status, (await faulty.text()).includes('nhiều nhất hai chữ số lẻ')]).toEqual([422, true])
  expect((await app(hoa).request(path, { ...result, ...newDecision() })).status).toBe(303)
  expect(await stateOf(dossierId)).toBe('recognised')
})

test('one and two stars are ended, and what came back is assessed again, by a post each', async () => {
  const two = await makeDossier(database.db, { average: 4200 })
  expect((await app().request(`/dossiers/${two.dossierId}/non-recognition`, {})).status).toBe(303)
  expect(await stateOf(two.dossierId)).toBe('not_recognised')
  const again = await app().request(`/dossiers/${two.dossierId}/non-recognition`, {})
  expect(again.status).toBe(409)
})

test('the list of certificates is filtered, searched without marks, counted by status, and taken along in Excel', async () => {
  const made = await makeCertificate(as(database.db, lan), { name: 'Hồng giòn sấy dẻo' })
  await makeCertificate(as(database.db, lan), {
    issuedOn: '2023-03-01',
    regimeId: 'qd148-2023',
    name: 'Hồng giòn cũ',
  })
  const html = await page('/certificates?status=valid&q=hong+gion')
  expect(html).toContain('Hồng giòn sấy dẻo')
  expect(html).not.toContain('Hồng giòn cũ')
  expect(await page(`/certificates?q=${made.code.toLowerCase()}`)).toContain('Hồng giòn sấy dẻo')
  const commune = await page('/certificates?q=hong', actorWith('commune_officer', 'vn/14/03646'))
  expect(commune).not.toContain('Hồng giòn sấy dẻo')
  const sheet = await app().request('/certificates.xlsx?q=hong+gion')
  expect(sheet.headers.get('content-type')).toContain('spreadsheetml')
  expect(
    Buffer.from(await sheet.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
})

test('a leader revokes on a ground of the law, with the reason; a faulty form comes back whole', async () => {
  const { certificateId } = await makeCertificate(as(database.db, lan), { issuedOn: '2026-11-02' })
  const path = `/certificates/${certificateId}`
  expect(await page(path)).toContain('Ký thu hồi')
  expect(await page(path, officer)).not.toContain('Ký thu hồi')
  const form = { ...newDecision(), ground: 'd', reason: 'Dán nhãn lên hàng khác' }
  const faulty = await app().request(`${path}/revocation`, { ...form, number: '' })
  const html = await faulty.text()
  expect(faulty.status).toBe(422)
  expect(html).toContain('Dán nhãn lên hàng khác')
  expect(html).toMatch(/value="d"[^>]*checked|checked[^>]*value="d"/)
  expect((await app().request(`${path}/revocation`, form)).status).toBe(303)
  const after = await page(path)
  expect(after).toContain('Đã thu hồi')
  expect(after).not.toContain('Ký thu hồi')
})
