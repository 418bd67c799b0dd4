import sharp from 'sharp'
import { expect, test } from 'vitest'
import { checkUpload, ownDocument } from './check-upload.ts'
import { claimedPng, heic, packedObjects, photograph, picture, smallPdf } from './testing/small-files.ts'

test('keeps a PDF byte for byte, since it may bear signatures', async () => {
  const bytes = smallPdf()
  const checked = await checkUpload({ name: 'Giấy phép.PDF', bytes })
  expect(checked).toMatchObject({ name: 'Giấy phép.pdf', contentType: 'application/pdf' })
  expect(Buffer.from(checked.bytes).equals(bytes)).toBe(true)
})

test('writes a photograph anew: upright, and without where it was taken', async () => {
  const bytes = await photograph()
  expect((await sharp(bytes).metadata()).exif).toBeDefined()
  const checked = await checkUpload({ name: 'ảnh đồi chè.jpeg', bytes })
  const kept = await sharp(checked.bytes).metadata()
  expect(kept).toMatchObject({ format: 'jpeg', width: 20, height: 40 })
  expect(kept.exif).toBeUndefined()
  expect(kept.orientation ?? 1).toBe(1)
  expect(Buffer.from(checked.bytes).includes('Phone of Mai')).toBe(false)
})

test.each(['png', 'webp'] as const)('keeps a %s', async (type) => {
  const checked = await checkUpload({ name: `bao bì.${type}`, bytes: await picture(type) })
  expect(checked.contentType).toBe(`image/${type}`)
})

test('a picture that is called by another kind of picture gets its true name', async () => {
  const checked = await checkUpload({ name: 'ảnh.png', bytes: await picture('webp') })
  expect(checked.name).toBe('ảnh.webp')
})

test('a picture larger than needed is made smaller', async () => {
  const { bytes } = await checkUpload({ name: 'rộng.png', bytes: await picture('png', 6000) })
  expect((await sharp(bytes).metadata()).width).toBe(5000)
})

test('what is hidden behind a picture does not survive', async () => {
  const bytes = Buffer.concat([await picture('png'), Buffer.from('PK\u0003\u0004<script>alert(1)</script>')])
  const checked = await checkUpload({ name: 'a.png', bytes })
  expect(Buffer.from(checked.bytes).includes('script')).toBe(false)
})

test.each([
  ['an empty file', 'a.pdf', new Uint8Array(), 'empty'],
  ['an iPhone picture', 'IMG_1.HEIC', heic(), 'heic'],
  ['a web page', 'a.html', Buffer.from('<html><script>alert(1)</script>'), 'unsupported'],
  ['a drawing with script', 'a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'unsupported'],
  [
    'a packed folder',
    'a.zip',
    Buffer.from('PK\u0003\u0004\u0014\u0000\u0000\u0000\u0000\u0000'),
    'unsupported',
  ],
  ['a program', 'a.pdf', Buffer.from('MZ\u0090\u0000'), 'unsupported'],
  ['a PDF called a program', 'a.exe', smallPdf(), 'wrong_extension'],
  ['a PDF called a picture', 'a.jpg', smallPdf(), 'wrong_extension'],
  ['a picture that unpacks to gigabytes', 'a.png', claimedPng(40_000, 40_000), 'picture_unreadable'],
  ['a picture that breaks off', 'a.png', claimedPng(4, 4), 'picture_unreadable'],
])('refuses %s', async (_, name, bytes, code) => {
  await expect(checkUpload({ name, bytes })).rejects.toMatchObject({ kind: 'invalid', code: `files.${code}` })
})

test('refuses a picture called a document', async () => {
  await expect(checkUpload({ name: 'a.pdf', bytes: await picture('png') })).rejects.toMatchObject({
    code: 'files.wrong_extension',
  })
})

test('refuses more bytes than the limit and says what the limit is', async () => {
  const limit = 1024 * 1024
  const bytes = Buffer.alloc(limit + 1)
  await expect(checkUpload({ name: 'a.pdf', bytes, limit })).rejects.toMatchObject({
    code: 'files.too_large',
    facts: { name: 'a.pdf', megabytes: 1 },
  })
})

const script = '<</S /JavaScript /JS (app.alert(1))>>'

test.each([
  ['a script', { objects: `8 0 obj ${script} endobj` }, 'pdf_active'],
  [
    'a script whose name is written in numbers',
    { objects: '8 0 obj <</S /J#61va#53cript>> endobj' },
    'pdf_active',
  ],
  ['a script in a packed object', { objects: packedObjects(`8 0 ${script}`) }, 'pdf_active'],
  ['a program to start', { objects: '8 0 obj <</S /Launch /F (cmd.exe)>> endobj' }, 'pdf_active'],
  ['a form that sends itself', { objects: '8 0 obj <</S /SubmitForm>> endobj' }, 'pdf_active'],
  [
    'objects packed so that nobody can look',
    { objects: packedObjects('x', '[/LZWDecode]') },
    'pdf_unreadable',
  ],
  [
    'objects packed twice',
    { objects: packedObjects('x', '[/ASCIIHexDecode /FlateDecode]') },
    'pdf_unreadable',
  ],
  [
    'rearranged packed objects',
    { objects: packedObjects('x', '/FlateDecode', '/DecodeParms 1 0 R') },
    'pdf_unreadable',
  ],
  ['a password', { trailer: '/Encrypt 5 0 R' }, 'pdf_encrypted'],
  ['an archive behind it', { tail: 'PK\u0003\u0004 and more' }, 'pdf_not_whole'],
])('refuses a PDF with %s', async (_, parts, code) => {
  await expect(checkUpload({ name: 'a.pdf', bytes: smallPdf(parts) })).rejects.toMatchObject({
    code: `files.${code}`,
  })
})

test('refuses a PDF that breaks off', async () => {
  await expect(checkUpload({ name: 'a.pdf', bytes: smallPdf().subarray(0, 90) })).rejects.toMatchObject({
    code: 'files.pdf_not_whole',
  })
})

test.each([
  ['plain packed objects', { objects: packedObjects('8 0 <</Type /Font>>') }],
  [
    'a note on what is encrypted, which encrypts nothing',
    { objects: '8 0 obj <</EncryptMetadata false>> endobj' },
  ],
  ['line ends after it', { tail: '\r\n\r\n' }],
])('keeps a PDF with %s', async (_, parts) => {
  expect((await checkUpload({ name: 'a.pdf', bytes: smallPdf(parts) })).contentType).toBe('application/pdf')
})

test("the platform's own documents are kept as they are", () => {
  const document = ownDocument('Giấy chứng nhận.pdf', smallPdf({ objects: '8 0 obj <</S /Launch>> endobj' }))
  expect(document).toMatchObject({
    name: 'Giấy chứng nhận.pdf',
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
})
