import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import forge from 'node-forge'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkSignedPdf } from './check-signed-pdf.ts'
import { renderPdf } from './render-pdf.ts'
import { signPdf } from './sign-pdf.ts'
import { signText, textKeyOf, verifyText } from './sign-text.ts'
import { openSigningKey, type SigningKey } from './signing-key.ts'
import { registerTemplate } from './template-registry.ts'
import { stopDrawing } from './typst-thread.ts'

registerTemplate('letter', new URL('./testing/letter.typ', import.meta.url))

let dataDir: string
let key: SigningKey
let pdf: Uint8Array
let signed: Uint8Array

const now = new Date('2026-11-24T07:05:32Z')
const signing = { reason: 'Cấp giấy chứng nhận', location: 'Sơn La', signedAt: now }
const own = (dataDir: string) => openSigningKey({ dataDir, p12File: null, password: null }, now)

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'keys-'))
  key = await own(dataDir)
  pdf = await renderPdf('letter', { pages: 3 })
  signed = await signPdf(key, pdf, signing)
})
afterAll(async () => {
  await stopDrawing()
  await rm(dataDir, { recursive: true })
})

test('a key is made once, for this user only, and is the same ever after', async () => {
  const again = await own(dataDir)
  expect(again.p12.equals(key.p12)).toBe(true)
  expect(textKeyOf(again.textPublicKey)).toBe(textKeyOf(key.textPublicKey))
  expect(await readdir(join(dataDir, 'keys'))).toEqual(['signing.p12'])
  if (process.platform !== 'win32') {
    expect((await stat(join(dataDir, 'keys', 'signing.p12'))).mode & 0o777).toBe(0o600)
  }
})

test('two processes that start at once use one key', async () => {
  const fresh = await mkdtemp(join(tmpdir(), 'keys-'))
  const [one, other] = await Promise.all([own(fresh), own(fresh)])
  expect(one.p12.equals(other.p12)).toBe(true)
  expect(await readdir(join(fresh, 'keys'))).toEqual(['signing.p12'])
  await rm(fresh, { recursive: true })
})

test('a signed PDF says who signed it and when, and is intact', () => {
  expect(checkSignedPdf(signed)).toEqual({
    intact: true,
    coversFile: true,
    signer: 'Sao Làng (khóa tự tạo)',
    fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
    signedAt: now,
  })
})

test('a PDF without a signature has none', () => {
  expect(checkSignedPdf(pdf)).toBeNull()
})

test('signing appends: what was drawn stays as it was, and PDF/A keeps its file identifier', () => {
  const bytes = Buffer.from(signed)
  expect(bytes.subarray(0, pdf.length).equals(Buffer.from(pdf))).toBe(true)
  const idOf = (part: Buffer) =>
    /\/ID \[[^\]]*\]/.exec(part.toString('latin1', part.lastIndexOf('trailer')))?.[0]
  expect(idOf(bytes)).toBe(idOf(Buffer.from(pdf)))
})

test('the reason and the place are readable in Vietnamese', () => {
  const text = Buffer.from(signed).toString('latin1')
  const field = (name: string) =>
    new RegExp(`/${name} <FEFF([0-9A-F]*)>`).exec(text.slice(pdf.length))?.[1] ?? ''
  const read = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le')
  expect(read(field('Reason'))).toBe('Cấp giấy chứng nhận')
  expect(read(field('Location'))).toBe('Sơn La')
})

test('every changed byte is found', () => {
  const step = Math.max(1, Math.floor(signed.length / 400))
  const [, gapStart = 0, gapEnd = 0] =
    /\/ByteRange \[0 (\d+) (\d+)/.exec(Buffer.from(signed).toString('latin1'))?.map(Number) ?? []
  for (let at = 0; at < signed.length; at += step) {
    const inSignature = at >= gapStart && at < gapEnd
    if (inSignature) continue
    const changed = new Uint8Array(signed)
    changed[at] = (changed[at] ?? 0) ^ 1
    const checked = checkSignedPdf(changed)
    expect(checked === null || !checked.intact || !checked.coversFile, `byte ${at}`).toBe(true)
  }
})

test('a changed signature is found', () => {
  const start = Buffer.from(signed).indexOf('/Contents <3082') + 11
  const length = Number.parseInt(Buffer.from(signed).toString('latin1', start + 4, start + 8), 16)
  const end = start + (length + 4) * 2
  for (let at = end - 768; at < end; at += 9) {
    const changed = Buffer.from(signed)
    changed[at] = changed[at] === 0x30 ? 0x31 : 0x30
    expect(checkSignedPdf(changed)?.intact, `digit ${at}`).toBe(false)
  }
})

test('bytes hidden where the signature stands are found', () => {
  const hidden = Buffer.from(signed)
  const end = hidden.indexOf('00>', hidden.indexOf('/Contents <30'))
  hidden.write('>%x<', end - 8, 'latin1')
  expect(checkSignedPdf(hidden)).toBeNull()
})

test('what is added after the signature shows', () => {
  const longer = Buffer.concat([signed, Buffer.from('\n% more\n')])
  expect(checkSignedPdf(longer)).toMatchObject({ intact: true, coversFile: false })
})

test('a second signature leaves the first one whole', async () => {
  const twice = await signPdf(key, signed, { ...signing, reason: 'Ký của cơ quan' })
  expect(Buffer.from(twice).subarray(0, signed.length).equals(Buffer.from(signed))).toBe(true)
  expect(checkSignedPdf(twice)).toMatchObject({ intact: true, coversFile: true })
  expect(checkSignedPdf(twice.subarray(0, signed.length))).toMatchObject({ intact: true, coversFile: true })
})

test('a document of many pages is signed', async () => {
  const long = await signPdf(key, await renderPdf('letter', { pages: 120 }), signing)
  expect(checkSignedPdf(long)).toMatchObject({ intact: true, coversFile: true })
})

test('a signing file of an authority is opened with its password only', async () => {
  const p12File = join(dataDir, 'authority.p12')
  const p12 = forge.pkcs12.toPkcs12Asn1(
    forge.pki.privateKeyFromPem(String(key.privateKey.export({ type: 'pkcs8', format: 'pem' }))),
    key.certificates,
    'mật khẩu',
    { algorithm: '3des' },
  )
  await writeFile(p12File, Buffer.from(forge.asn1.toDer(p12).getBytes(), 'latin1'))
  const opened = await openSigningKey({ dataDir, p12File, password: 'mật khẩu' }, now)
  expect(opened.signer).toBe(key.signer)
  expect(checkSignedPdf(await signPdf(opened, pdf, signing))).toMatchObject({ intact: true })
  await expect(openSigningKey({ dataDir, p12File, password: 'sai' }, now)).rejects.toThrow(/cannot be opened/)
})

test('a signed text is known again, and no other', () => {
  const text = 'SL7K-4M2Q|Chè Shan tuyết Tà Xùa|4|2029-11-24'
  const signature = signText(key.textKey, text)
  expect(signature).toHaveLength(86)
  expect(verifyText(key.textPublicKey, text, signature)).toBe(true)
  expect(verifyText(key.textPublicKey, text.replace('|4|', '|5|'), signature)).toBe(false)
  for (let at = 0; at < signature.length; at += 1) {
    const other = signature[at] === 'A' ? 'B' : 'A'
    expect(
      verifyText(key.textPublicKey, text, signature.slice(0, at) + other + signature.slice(at + 1)),
    ).toBe(false)
  }
  expect(verifyText(key.textPublicKey, text, '')).toBe(false)
})
