import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/db/connect.ts'
import { stopDrawing } from '#platform/pdf/typst-thread.ts'
import { testApp } from '#platform/testing/test-app.ts'
import { actorWith } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { decideRecognition } from './decide-recognition.ts'
import { revokeCertificate } from './revoke-certificate.ts'
import { as, bareResults, lan, makeCertificate, makeDossier, newDecision } from './testing.ts'
import { truthRoutes } from './truth-routes.tsx'

let database: Database
beforeAll(async () => {
  database = await openTestDb({ damaged: bareResults })
})
afterAll(async () => {
  await stopDrawing()
  await database.close()
})

const app = (options = {}) => testApp(database.db, truthRoutes, options)
const textOf = (html: string) =>
  html
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const open = async (code: string, options = {}) => {
  const answer = await app(options).request(`/v/${code}`)
  const html = await answer.text()
  return { status: answer.status, headers: answer.headers, html, text: textOf(html) }
}
const old = { average: 7000, regimeId: 'qd148-2023' }

test('a certificate in force says so first, with the moment and the address of the check', async () => {
  const { code } = await makeCertificate(as(database.db, lan))
  const { status, html, text, headers } = await open(code)
  expect(status).toBe(200)
  expect(html).toMatch(/<h1[^>]*>.*Còn hiệu lực<\/h1>/s)
  expect(text).toContain(`Kiểm tra lúc 14:05:32 , 24/11/2026 localhost/v/ ${code}`)
  for (const words of [
    'Trà xanh Tà Xùa',
    'HTX chè Tà Xùa',
    'OCOP 4 sao',
    '24/11/2029',
    'Xã Tà Xùa, tỉnh Sơn La',
  ])
    expect(text).toContain(words)
  expect(html).toContain('bg-sao-ok')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(html).toContain('<link rel="canonical" href="http://localhost/san-pham/')
  expect(html).toContain('<meta name="robots" content="noarchive, nosnippet"/>')
})

test('the same page a minute later, from memory, tells its own time', async () => {
  const { code } = await makeCertificate(as(database.db, lan))
  await open(code)
  const { text } = await open(code, { now: new Date('2026-11-24T07:06:40Z') })
  expect(text).toContain('14:06:40')
})

test.each([
  ['expiring', '2024-03-01', 'Còn hiệu lực', 'Sắp hết hạn: còn 97 ngày', 'bg-sao-ok'],
  ['expired', '2023-03-01', 'Hết hạn', 'không có sao OCOP', 'bg-sao-end'],
])('an %s certificate says so', async (_, issuedOn, word, sentence, colour) => {
  const { code } = await makeCertificate(as(database.db, lan), { issuedOn, ...old })
  const { html, text } = await open(code)
  expect(html).toMatch(new RegExp(`<h1[^>]*>.*${word}</h1>`, 's'))
  expect(text).toContain(sentence)
  expect(html).toContain(colour)
})

test('a revoked certificate says by which decision and why, at once', async () => {
  const { code, certificateId } = await makeCertificate(as(database.db, lan), { issuedOn: '2026-11-02' })
  await open(code)
  const decision = newDecision({ number: '4001/QĐ-UBND' })
  await revokeCertificate(as(database.db, lan), {
    certificateId,
    ground: 'd',
    reason: 'Chi tiết nội bộ',
    decision,
  })
  await new Promise((resolve) => setTimeout(resolve, 120))
  const { html, text } = await open(code)
  expect(html).toMatch(/<h1[^>]*>.*Đã thu hồi<\/h1>/s)
  expect(html).toContain('bg-sao-off')
  expect(html).not.toContain('bg-sao-ok')
  expect(text).toContain('4001/QĐ-UBND')
  expect(text).toContain('Dùng sai nhãn hiệu OCOP')
  expect(text).not.toContain('Chi tiết nội bộ')
})

test.each([['AAAA-AAAA'], ['SL7K-4M2O'], ['xx'], ['%3Cb%3E'], ['..%2F..']])(
  'the unknown code %s is not found, in words, never green',
  async (code) => {
    const { status, html, text } = await open(code)
    expect(status).toBe(404)
    expect(html).toMatch(/<h1[^>]*>.*Không có mã này<\/h1>/s)
    expect(text).toContain('Chưa thể nói sản phẩm này có sao OCOP')
    expect(html).not.toMatch(/bg-sao-ok|ocop-ok|<b>\s*</)
  },
)

test('a code in small letters leads to the one address of its page', async () => {
  const { code } = await makeCertificate(as(database.db, lan))
  const answer = await app().request(`/v/${code.toLowerCase().replace('-', '')}`)
  expect([answer.status, answer.headers.get('location')]).toEqual([301, `/v/${code}`])
})

test('an older certificate of the product leads to the newer one', async () => {
  const old = await makeCertificate(as(database.db, lan), { issuedOn: '2026-07-24', average: 6000 })
  const { dossierId } = await makeDossier(database.db, {
    productId: old.productId,
    producerId: old.producerId,
  })
  const { certificates } = await decideRecognition(as(database.db, lan), {
    dossierIds: [dossierId],
    decision: newDecision(),
  })
  const { html, text } = await open(old.code)
  expect(text).toContain('Giấy này đã được thay: sản phẩm hiện có 4 sao')
  expect(html).toContain(`/v/${certificates[0]?.code}`)
})

test('what was made in a former commune is shown under today’s, with the former name', async () => {
  const unitPath = 'vn/14/121~2025/03869~2025'
  const { code } = await makeCertificate(as(database.db, lan), { issuedOn: '2025-03-01', ...old, unitPath })
  expect((await open(code)).text).toContain('Xã Tà Xùa (trước sắp xếp: Xã Háng Đồng, tỉnh Sơn La)')
})

test('names are text, whatever stands in them', async () => {
  const { code } = await makeCertificate(as(database.db, lan), { name: '<script>alert(1)</script>' })
  expect((await open(code)).html).not.toContain('<script>alert')
})

test('in English it says the same', async () => {
  const { code } = await makeCertificate(as(database.db, lan))
  expect((await open(code, { locale: 'en', actor: actorWith('auditor', 'vn') })).text).toContain('In force')
})

test('the certificate itself is a PDF that browsers may keep', async () => {
  const { code } = await makeCertificate(as(database.db, lan))
  const answer = await app().request(`/v/${code.toLowerCase()}/certificate.pdf`)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  expect(
    Buffer.from(await answer.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  const unknown = await app().request('/v/AAAA-AAAA/certificate.pdf')
  expect(unknown.status).toBe(404)
})
