import readQr from 'jsqr'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { qrCode } from './qr-code.ts'
import { renderPdf } from './render-pdf.ts'
import { registerTemplate } from './template-registry.ts'
import { exampleDecision } from './testing/example-decision.ts'
import { examplePapers } from './testing/example-papers.ts'
import { readPdfText } from './testing/read-pdf-text.ts'
import { stopDrawing } from './typst-thread.ts'

registerTemplate('example-decision', new URL('./testing/example-decision.typ', import.meta.url))
registerTemplate('example-papers', new URL('./testing/example-papers.typ', import.meta.url))
registerTemplate('broken', new URL('./testing/broken.typ', import.meta.url))
registerTemplate('curious', new URL('./testing/curious.typ', import.meta.url))

afterAll(stopDrawing)

const pictures = { 'qr.svg': qrCode('https://example.vn/v/SL7K-4M2Q') }
// Where a line breaks, or a word is put in a box of its own, is the typesetter's business.
const close = (text: string) => text.replaceAll(/\s/g, '')
const textOf = (pdf: Uint8Array) => close(readPdfText(pdf))
const draw = (change: Partial<typeof exampleDecision> = {}) =>
  renderPdf('example-decision', { ...exampleDecision, ...change }, { pictures })

test('a decision is a PDF/A-2b whose text is the text of the decision', async () => {
  const pdf = await draw()
  const bytes = Buffer.from(pdf).toString('latin1')
  expect(bytes.startsWith('%PDF-1.7')).toBe(true)
  expect(bytes).toContain('<pdfaid:part>2</pdfaid:part>')
  expect(bytes).toContain('<pdfaid:conformance>B</pdfaid:conformance>')
  const text = textOf(pdf)
  expect(text).toContain(close('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'))
  expect(text).toContain(close('Số: 05/QĐ-UBND'))
  expect(text).toContain(close('Căn cứ Luật Tổ chức chính quyền địa phương;'))
  expect(text).toContain(close('đ) Đổi mới bao bì.'))
})

test('minutes have no line of place and date, a letter has its subject under the number and those it goes to', async () => {
  const pages = readPdfText(await renderPdf('example-papers', examplePapers))
    .split('\f')
    .map(close)
  const [minutes = '', letter = ''] = pages
  expect(minutes).not.toContain(close('Sơn La, ngày'))
  expect(minutes).toMatch(/THƯKÝ.*LòVănLan.*CHỦTỌA.*NguyễnThịMai.*Nơinhận:-Nhưtrên;-Lưu:VT,PTNT\./)
  expect(letter).toContain(close('Số: 123/SNNMT-PTNT V/v bổ sung hồ sơ sản phẩm OCOP'))
  expect(letter).toContain(close('Sơn La, ngày 24 tháng 11 năm 2026'))
  expect(letter).toContain(close('- Ủy ban nhân dân xã Tà Xùa; - Hợp tác xã Chè Tà Xùa.'))
  expect(letter).toContain(close('năm 2027./.'))
  expect(letter).toMatch(/TL\.GIÁMĐỐCTRƯỞNGPHÒNG/)
})

test('a QR code is read by a phone, even when it is small', async () => {
  const text = 'https://example.vn/v/SL7K-4M2Q'
  const picture = sharp(qrCode(text)).resize(200).ensureAlpha()
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true })
  expect(readQr.default(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(text)
})

test('equal data give equal bytes', async () => {
  expect(Buffer.from(await draw()).equals(Buffer.from(await draw()))).toBe(true)
})

test.each([
  ['a call of a function', '#read("/etc/passwd")'],
  ['an include', '#include "/templates/broken.typ"'],
  ['a formula', '$x^2$ và $#panic()$'],
  ['quotes and brackets', `"ngoặc" 'đơn' [vuông] {nhọn} \\n \\u{41} *đậm* _nghiêng_ @nhãn <nhãn>`],
  ['comments', '// chú thích /* và */ nữa'],
  ['letters of other scripts', 'Ελληνικά Кириллица'],
])('sets %s as plain text', async (_, name) => {
  expect(textOf(await draw({ rows: [['1', name, name, '3']] }))).toContain(close(name))
})

test.each([
  ['an emoji', 'Trà 🍵 sen', 'Trà □ sen'],
  ['signs that no font has', '茶 chè', '□ chè'],
  ['a family of joined emoji', 'Hộ 👨‍👩‍👧 Mai', 'Hộ □□□ Mai'],
  ['half a pair', 'Chè \ud83c Shan', 'Chè □ Shan'],
  ['marks that turn text around', 'sao \u202e5\u202c', 'sao 5'],
  ['control characters', 'Chè\u0000\u0007 Shan', 'Chè Shan'],
  ['letters with loose marks', 'Tà Xùa'.normalize('NFD'), 'Tà Xùa'],
])('draws %s in a way that PDF/A bears', async (_, name, drawn) => {
  expect(textOf(await draw({ rows: [['1', name, 'Mai', '3']] }))).toContain(close(drawn))
})

test.each([
  ['with spaces', 'Chè Shan tuyết cổ thụ '.repeat(23)],
  ['without a space', 'Chè'.repeat(167)],
])('draws a name of 500 characters %s', async (_, name) => {
  expect(textOf(await draw({ rows: [['1', name, name, '3']], subject: name }))).toContain(close(name))
})

test('a template reads nothing but its data, its pictures and the shared templates', async () => {
  for (const path of ['/etc/passwd', '../../etc/passwd', '/templates/../../../../etc/passwd']) {
    await expect(renderPdf('curious', { path })).rejects.toThrow(/cannot be drawn/)
  }
})

test('a picture lasts for its own document only', async () => {
  await draw()
  await expect(renderPdf('example-decision', exampleDecision)).rejects.toThrow(/qr\.svg/)
})

test('a broken template is reported and the next document is drawn', async () => {
  const [broken, whole] = await Promise.allSettled([renderPdf('broken', {}), draw()])
  expect(broken).toMatchObject({
    status: 'rejected',
    reason: { message: expect.stringContaining('/templates/broken') },
  })
  expect(whole.status).toBe('fulfilled')
})

test('a thread that was stopped is started again', async () => {
  await draw()
  await stopDrawing()
  expect((await draw()).length).toBeGreaterThan(1000)
})

test('a template that registers later is known to the running thread', async () => {
  await draw()
  registerTemplate('late', new URL('./testing/example-decision.typ', import.meta.url))
  expect((await renderPdf('late', exampleDecision, { pictures })).length).toBeGreaterThan(1000)
})

test('refuses an unknown template and a picture name that leaves its folder', async () => {
  await expect(renderPdf('unknown', {})).rejects.toThrow(/no template is called unknown/)
  await expect(renderPdf('broken', {}, { pictures: { '../x.svg': new Uint8Array() } })).rejects.toThrow(
    /picture/,
  )
})

test('two templates cannot have one name', () => {
  expect(() => registerTemplate('broken', new URL('./testing/curious.typ', import.meta.url))).toThrow(
    /two templates/,
  )
})
