import { expect, test } from 'vitest'
import { contentDisposition } from './content-disposition.ts'
import { fileHeaders } from './file-headers.ts'
import { safeName, withExtension } from './safe-name.ts'

test.each([
  ['Giấy phép.pdf', 'Giấy phép.pdf'],
  ['Giấy phép.pdf'.normalize('NFD'), 'Giấy phép.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\Mai\\ảnh.jpg', 'ảnh.jpg'],
  ['a\u0000b\u202egpj.exe', 'abgpj.exe'],
  ['  nhiều   chỗ trống .pdf', 'nhiều chỗ trống.pdf'],
  ['a<b>:"c|d?e*.pdf', 'a-b---c-d-e-.pdf'],
  ['con.pdf', 'con-.pdf'],
  ['...', 'tep'],
  ['', 'tep'],
  ['.pdf', 'pdf'],
  [`${'ả'.repeat(300)}.pdf`, `${'ả'.repeat(116)}.pdf`],
])('%j is kept as %j', (name, kept) => {
  expect(safeName(name)).toBe(kept)
})

test('a name gets its true extension', () => {
  expect(withExtension('ảnh.PNG', 'jpg')).toBe('ảnh.jpg')
  expect(withExtension('ảnh', 'jpg')).toBe('ảnh.jpg')
})

test('a download is named in Vietnamese, and without marks for old programs', () => {
  expect(contentDisposition('Đơn "đăng ký" (1).pdf')).toBe(
    `attachment; filename="Don _dang ky_ (1).pdf"; filename*=UTF-8''%C4%90%C6%A1n%20%22%C4%91%C4%83ng%20k%C3%BD%22%20%281%29.pdf`,
  )
})

test('a name cannot start a new header', () => {
  expect(contentDisposition('a\r\nSet-Cookie: b.pdf')).not.toMatch(/[\r\n]/)
})

const file = {
  id: '',
  sha256: 'a',
  size: 1,
  contentType: '',
  name: 'a.pdf',
  keptAt: new Date(0),
  keptBy: null,
}

test.each([
  ['application/pdf', 'inline', 'inline', false],
  ['image/png', 'inline', 'inline', true],
  ['image/png', 'attachment', 'attachment', true],
  ['text/html', 'inline', 'attachment', true],
] as const)('%s asked for %s is served as %s', (contentType, shown, served, sandboxed) => {
  const headers = fileHeaders({ ...file, contentType }, shown)
  expect(headers['content-disposition']).toMatch(new RegExp(`^${served}`))
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['content-security-policy']?.includes('sandbox')).toBe(sandboxed)
})
