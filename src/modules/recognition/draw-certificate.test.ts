import { afterAll, beforeAll, expect, test } from 'vitest'
import { nobody } from '#platform/ctx.ts'
import type { Database } from '#platform/db/connect.ts'
import type { FileTables } from '#platform/files/stored-file-store.ts'
import { checkSignedPdf } from '#platform/pdf/check-signed-pdf.ts'
import { readPdfText } from '#platform/pdf/testing/read-pdf-text.ts'
import { stopDrawing } from '#platform/pdf/typst-thread.ts'
import { testCtx } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { testFiles, testSigningKey } from '#platform/testing/test-files.ts'
import { drawCertificate } from './draw-certificate.ts'
import type { RecognitionTables } from './recognition-tables.ts'
import { as, bareResults, lan, makeCertificate } from './testing.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDb({ damaged: bareResults })
})
afterAll(async () => {
  await stopDrawing()
  await database.close()
})

const draw = async (code: string, origin = 'https://ocop.sonla.example') =>
  drawCertificate(testCtx<RecognitionTables & FileTables>(database.db, { actor: nobody }), {
    code,
    files: await testFiles(),
    signingKey: testSigningKey,
    origin,
  })
const close = (text: string) => text.replaceAll(/\s|\u200b/g, '')

test('a certificate is a signed PDF/A that says what was recognised, by whom, until when, and whose system keeps it', async () => {
  const { code, number } = await makeCertificate(as(database.db, lan), { average: 8229 })
  const { bytes } = await draw(code)
  const raw = Buffer.from(bytes).toString('latin1')
  expect(raw).toContain('<pdfaid:part>2</pdfaid:part>')
  expect(checkSignedPdf(bytes)).toMatchObject({ intact: true })
  const text = close(readPdfText(bytes))
  for (const words of [
    'ỦY BAN NHÂN DÂN TỈNH SƠN LA',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    number,
    'OCOP 4 sao',
    'Trà xanh Tà Xùa',
    'HTX chè Tà Xùa',
    '14-03868-',
    'từ 24/11/2026 đến hết 24/11/2029',
    code,
    `ocop.sonla.example/v/${code}`,
    'chủ quản hệ thống: Ủy ban nhân dân tỉnh Sơn La',
    'Lò Thị Lan',
  ])
    expect(text).toContain(close(words))
})

test('it is drawn once: also when many ask at once, and whatever address they came by', async () => {
  const { code } = await makeCertificate(as(database.db, lan))
  const drawn = await Promise.all([draw(code), draw(code), draw(code)])
  const later = await draw(code, 'https://another.example')
  expect(new Set([...drawn, later].map(({ sha256 }) => sha256)).size).toBe(1)
  expect(close(readPdfText(later.bytes))).not.toContain('another.example')
})

test('an unknown code draws nothing', async () => {
  await expect(draw('AAAA-AAAA')).rejects.toMatchObject({ code: 'recognition.code_unknown' })
})

test('a name of 300 letters still fits on the one page', async () => {
  const { code } = await makeCertificate(as(database.db, lan), {
    name: 'Chè Shan tuyết cổ thụ '.repeat(13).trim(),
  })
  const { bytes } = await draw(code)
  expect(Buffer.from(bytes).toString('latin1')).toMatch(/\/Type \/Pages\s*\/Count 1\b/)
})
