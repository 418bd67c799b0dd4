import { afterAll, expect, test } from 'vitest'
import { printPicture } from '#platform/files/clean-picture.ts'
import { picture } from '#platform/files/testing/small-files.ts'
import { readPdfText } from '#platform/pdf/testing/read-pdf-text.ts'
import { stopDrawing } from '#platform/pdf/typst-thread.ts'
import { paperPdf, paperWord } from './draw-paper.ts'
import type { Paper } from './paper.ts'

afterAll(stopDrawing)

const letter: Paper = {
  title: 'Công văn đề nghị',
  mark: 'DỮ LIỆU MINH HỌA',
  head: {
    superior: 'Ủy ban nhân dân tỉnh Sơn La',
    issuer: 'Ủy ban nhân dân xã Tà Xùa',
    number: '05/UBND-OCOP',
    place: 'Tà Xùa',
    date: 'ngày 05 tháng 01 năm 2026',
    about: 'đề nghị đánh giá, phân hạng sản phẩm OCOP',
  },
  addressees: ['Ủy ban nhân dân tỉnh Sơn La', 'Văn phòng Điều phối nông thôn mới tỉnh'],
  blocks: [
    { is: 'heading', text: 'I. Kết quả' },
    { is: 'paragraph', text: 'Dòng thứ nhất.\nDòng thứ hai có <dấu> & "ngoặc".' },
    { is: 'facts', rows: [['Chủ thể', 'Hợp tác xã Chè Mây Tà Xùa']] },
    { is: 'note', text: 'In từ hồ sơ điện tử.' },
    { is: 'list', items: ['Hồ sơ điện tử', '05 đơn vị sản phẩm mẫu'] },
    {
      is: 'table',
      columns: [
        { label: 'TT', share: 1, align: 'center' },
        { label: 'Nội dung', share: 5 },
      ],
      rows: [['1', 'Nguồn gốc nguyên liệu']],
    },
    { is: 'side_by_side', cells: [{ title: 'Xã tiếp nhận', lines: ['03/PĐK-14-03868-2026'] }] },
  ],
  closing: {
    recipients: ['Như trên', 'Lưu: VT, OCOP'],
    signatures: [{ lines: ['TM. Ủy ban nhân dân', 'Chủ tịch'], name: 'Sùng A Tủa' }],
  },
}

const form: Paper = {
  title: 'Phiếu đăng ký',
  form: 'Mẫu số 01',
  head: {},
  name: { kind: 'Phiếu đăng ký', subject: 'Đánh giá, phân hạng sản phẩm OCOP' },
  blocks: [{ is: 'paragraph', text: 'Chúng tôi cam kết.' }],
  closing: {
    signatures: [
      { lines: ['Người nhận'], name: '' },
      { lines: ['Đại diện chủ thể'], name: 'Mùa Thị Mai', note: '(Ký, ghi rõ họ tên)' },
    ],
  },
}

test.each([
  ['a letter', letter],
  ['a form of the law', form],
])('%s carries the same words as PDF and as Word', async (_, paper) => {
  const pdf = letters(readPdfText(await paperPdf(paper)))
  const word = letters(await wordText(await paperWord(paper)))
  for (const text of textsOf(paper)) {
    expect(pdf, text).toContain(letters(text))
    expect(word, text).toContain(letters(text))
  }
})

test('a paper of a producer has no line for a number', async () => {
  expect(letters(readPdfText(await paperPdf(form)))).not.toContain(letters('Số:'))
  expect(letters(await wordText(await paperWord(form)))).not.toContain(letters('Số:'))
})

/** Every text of the paper, its kinds and the ways it is set left out. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.split('\n').filter(Boolean)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value)
    .filter(([name]) => !['is', 'align', 'title'].includes(name) || Array.isArray(value))
    .flatMap(([, one]) => textsOf(one))
}

/** Where a line breaks and what stands in capitals is the writers' business. */
function letters(text: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replaceAll(/[\s\u200b]/g, '')
}

async function wordText(bytes: Uint8Array): Promise<string> {
  const { default: JSZip } = await import('jszip')
  const zip = await JSZip.loadAsync(bytes)
  const xml = await zip.file('word/document.xml')?.async('string')
  return (xml ?? '')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

test('pictures stand in both, each with its caption', async () => {
  const given = await printPicture(await picture('png'), 900)
  const paper: Paper = {
    ...form,
    blocks: [{ is: 'pictures', items: [{ name: 'anh-1.jpg', caption: 'Xưởng sao chè' }] }],
  }
  const pictures = { 'anh-1.jpg': given }
  expect(await readPdfText(await paperPdf(paper, undefined, pictures))).toContain('Xưởng sao chè')
  const word = Buffer.from(await paperWord(paper, pictures)).toString('latin1')
  expect(word).toMatch(/word\/media\/[\w-]+\.jpg/)
})
