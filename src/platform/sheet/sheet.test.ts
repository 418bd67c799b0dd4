import { deflateRawSync } from 'node:zlib'
import exceljs from 'exceljs'
import { describe, expect, test } from 'vitest'
import { readSheet, type Sheet } from './read-sheet.ts'
import { writeCsv } from './write-csv.ts'
import { type NewSheet, writeSheet } from './write-sheet.ts'

async function rowsOf(sheet: Sheet): Promise<[number, ...string[]][]> {
  const rows: [number, ...string[]][] = []
  for await (const { line, cells } of sheet.rows) rows.push([line, ...cells])
  return rows
}

const columns: NewSheet['columns'] = [
  { header: 'Sản phẩm', width: 40, kind: 'text' },
  { header: 'Ngày', width: 12, kind: 'day' },
  { header: 'Điểm', width: 10, kind: 'number', decimals: 2 },
  { header: 'Doanh thu', width: 16, kind: 'money' },
]
const products: NewSheet = {
  sheetName: 'Sản phẩm: năm 2026/1',
  columns,
  rows: [
    ['Chè Shan tuyết', '2026-11-24', 75.16, 1_500_000],
    ['Mận\nsấy dẻo', null, null, 0],
    ['=HYPERLINK("http://example.vn")', '2026-02-28', 3, 2],
    ['\u0000\ud83cđiều "lạ" <b> & ~', null, 0.1 + 0.2, null],
  ],
}

describe('an Excel file that is written', () => {
  test('is read back as it was, texts as texts', async () => {
    const sheet = await readSheet(await writeSheet(products))
    expect(sheet.headers).toEqual(['Sản phẩm', 'Ngày', 'Điểm', 'Doanh thu'])
    expect(await rowsOf(sheet)).toEqual([
      [2, 'Chè Shan tuyết', '2026-11-24', '75.16', '1500000'],
      [3, 'Mận\nsấy dẻo', '', '', '0'],
      [4, '=HYPERLINK("http://example.vn")', '2026-02-28', '3', '2'],
      [5, 'điều "lạ" <b> & ~', '', '0.3'],
    ])
  })

  test('has a bold head that stays and filters, days and money that Excel knows, and no formula', async () => {
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.load((await writeSheet(products)) as never)
    const sheet = workbook.worksheets[0] ?? expect.fail()
    expect(sheet.name).toBe('Sản phẩm  năm 2026 1')
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(sheet.autoFilter).toBe('A1:D1')
    expect(sheet.getCell('A1').font.bold).toBe(true)
    expect(sheet.getCell('B2').value).toEqual(new Date('2026-11-24T00:00:00Z'))
    expect(sheet.getCell('B2').numFmt).toBe('dd/mm/yyyy')
    expect(sheet.getCell('D2')).toMatchObject({ value: 1_500_000, numFmt: '#,##0' })
    expect(sheet.getCell('C2').numFmt).toBe('0.00')
    expect(sheet.getCell('A4').type).toBe(exceljs.ValueType.String)
  })

  test('may come from rows that arrive one by one', async () => {
    async function* arriving() {
      for (let number = 1; number <= 2500; number += 1) yield [`Sản phẩm ${number}`, null, number, null]
    }
    const sheet = await readSheet(await writeSheet({ ...products, rows: arriving() }))
    const rows = await rowsOf(sheet)
    expect(rows).toHaveLength(2500)
    expect(rows.at(-1)).toEqual([2501, 'Sản phẩm 2500', '', '2500'])
  })
})

async function workbookOf(fill: (workbook: exceljs.Workbook) => void): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook()
  fill(workbook)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

describe('an Excel file of somebody else', () => {
  test.each(['inline', 'shared'])('of any length keeps every letter, its texts %s', async (where) => {
    // Letters of one to three bytes, so that pieces of any size cut through some of them.
    const words = Array.from(
      { length: 6000 },
      (_, n) => `${'a'.repeat(n % 5)}Mường Và, xã Sốp Cộp ở vùng cao số ${n}`,
    )
    const sheet = where === 'inline' ? await writeSheet(oneColumn(words)) : await sharedStringsOf(words)
    const read: string[] = []
    for await (const { cells } of (await readSheet(sheet)).rows) read.push(cells[0] ?? '')
    expect(read.filter((word) => word.includes('\ufffd'))).toEqual([])
    expect(read).toEqual(words)
  })

  test('gives the values that people see', async () => {
    const bytes = await workbookOf((workbook) => {
      const sheet = workbook.addWorksheet('A')
      sheet.addRow([' Mã ', 'Tên\u00a0gọi'.normalize('NFD')])
      sheet.addRow([])
      sheet.addRow([
        { formula: 'A1&"x"', result: 'kết quả' },
        { text: 'thư', hyperlink: 'mailto:a@b.vn' },
      ])
      sheet.addRow([{ richText: [{ text: 'Chè ' }, { text: 'Shan', font: { bold: true } }] }, true])
      sheet.addRow([3868, new Date('2026-11-24T09:30:00Z'), { error: '#N/A' }, { formula: '1/0' }])
      sheet.getCell('A5').numFmt = '00000'
      sheet.addRow([1e21, 1e-7, 12345678901])
    })
    const sheet = await readSheet(bytes)
    expect(sheet.headers).toEqual(['Mã', 'Tên gọi'])
    expect(await rowsOf(sheet)).toEqual([
      [3, 'kết quả', 'thư'],
      [4, 'Chè Shan', '1'],
      [5, '03868', '2026-11-24 09:30'],
      [6, '1000000000000000000000', '0.0000001', '12345678901'],
    ])
  })

  test('is read from its first sheet that is not hidden', async () => {
    const bytes = await workbookOf((workbook) => {
      workbook.addWorksheet('hidden', { state: 'hidden' }).addRow(['ẩn'])
      workbook.addWorksheet('seen').addRows([['thấy'], ['1']])
      workbook.addWorksheet('next').addRow(['sau'])
    })
    const sheet = await readSheet(bytes)
    expect([sheet.headers, await rowsOf(sheet)]).toEqual([['thấy'], [[2, '1']]])
  })

  test('is refused beyond the limits, while it is read', async () => {
    const bytes = await workbookOf((workbook) =>
      workbook.addWorksheet('A').addRows([['a'], ['1'], ['2'], ['3']]),
    )
    await expect(rowsOf(await readSheet(bytes, { maxRows: 2 }))).rejects.toMatchObject({
      code: 'sheet.too_many_rows',
      facts: { limit: 2 },
    })
    const wide = await workbookOf((workbook) => workbook.addWorksheet('A').addRow(['a', 'b', 'c']))
    await expect(readSheet(wide, { maxColumns: 2 })).rejects.toMatchObject({ code: 'sheet.too_many_columns' })
  })

  test('without rows is refused', async () => {
    const bytes = await workbookOf((workbook) => void workbook.addWorksheet('A'))
    await expect(readSheet(bytes)).rejects.toMatchObject({ code: 'sheet.empty' })
  })

  test('may be left unread half-way', async () => {
    const bytes = await workbookOf((workbook) =>
      workbook.addWorksheet('A').addRows(Array.from({ length: 5000 }, () => ['a'])),
    )
    for await (const { line } of (await readSheet(bytes)).rows) if (line === 3) break
  })

  test.each([0.2, 0.5, 0.9])('that is cut off is refused', async (share) => {
    const bytes = await writeSheet(products)
    await expect(readSheet(bytes.subarray(0, bytes.length * share))).rejects.toMatchObject({
      code: 'sheet.unreadable',
    })
  })
})

describe('a packed file', () => {
  const sheetXml = (size: number) => Buffer.alloc(size, ' ')

  test('that unpacks to more than memory bears is refused, whatever sizes it claims', async () => {
    const bomb = zipOf([{ name: 'xl/workbook.xml', content: sheetXml(210 * 1024 * 1024), claimed: 10 }])
    expect(bomb.length).toBeLessThan(1024 * 1024)
    await expect(readSheet(bomb)).rejects.toMatchObject({ code: 'sheet.too_large' })
  }, 60_000)

  test('with something between its entries is refused', async () => {
    const entries = [{ name: 'xl/workbook.xml', content: Buffer.from('<workbook/>') }]
    await expect(readSheet(zipOf(entries, Buffer.alloc(100)))).rejects.toMatchObject({
      code: 'sheet.unreadable',
    })
  })

  test('that is no workbook is refused', async () => {
    const bytes = zipOf([{ name: 'word/document.xml', content: Buffer.from('<document/>') }])
    await expect(readSheet(bytes)).rejects.toMatchObject({ code: 'sheet.unsupported' })
  })
})

/** A ZIP as an attacker would write it: `claimed` sizes, `between` before the directory. Checksums are left at zero. */
function zipOf(
  entries: { name: string; content: Buffer; claimed?: number }[],
  between = Buffer.alloc(0),
): Buffer {
  const locals: Buffer[] = []
  const heads: Buffer[] = []
  let at = 0
  for (const { name, content, claimed = content.length } of entries) {
    const packed = deflateRawSync(content)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(claimed, 22)
    local.writeUInt16LE(name.length, 26)
    const head = Buffer.alloc(46)
    head.writeUInt32LE(0x02014b50, 0)
    head.writeUInt16LE(8, 10)
    head.writeUInt32LE(packed.length, 20)
    head.writeUInt32LE(claimed, 24)
    head.writeUInt16LE(name.length, 28)
    head.writeUInt32LE(at, 42)
    const whole = Buffer.concat([local, Buffer.from(name), packed])
    locals.push(whole)
    heads.push(Buffer.concat([head, Buffer.from(name)]))
    at += whole.length
  }
  const directory = Buffer.concat(heads)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at + between.length, 16)
  return Buffer.concat([...locals, between, directory, end])
}

describe('a CSV file', () => {
  const text = 'Mã;Tên;Ghi chú\r\n03868;Tà Xùa;"có ; và\r\n""xuống dòng"""\r\n;;\r\n03715;Mường Bang;'
  const seen = [
    [2, '03868', 'Tà Xùa', 'có ; và\n"xuống dòng"'],
    [5, '03715', 'Mường Bang'],
  ]

  test.each([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
    ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 the other way', Buffer.from(`\ufeff${text}`, 'utf16le').swap16(), 'utf-16be'],
  ])('is read in %s', async (_, bytes, encoding) => {
    const sheet = await readSheet(bytes)
    expect(sheet).toMatchObject({ kind: 'csv', encoding, headers: ['Mã', 'Tên', 'Ghi chú'] })
    expect(await rowsOf(sheet)).toEqual(seen)
  })

  test('of old Vietnamese Windows is read, and says so', async () => {
    // "Tà Xùa,Chè": the grave accent is a sign of its own after the letter, or part of it.
    const bytes = Buffer.from([
      0x54, 0xe0, 0x20, 0x58, 0xf9, 0x61, 0x2c, 0x43, 0x68, 0xe8, 0x0a, 0x61, 0xec, 0x2c, 0x31,
    ])
    const sheet = await readSheet(bytes)
    expect(sheet).toMatchObject({ encoding: 'windows-1258', headers: ['Tà Xùa', 'Chè'] })
    expect(await rowsOf(sheet)).toEqual([[2, 'á', '1']])
  })

  test.each([',', ';', '\t'])('may be separated by %j', async (sign) => {
    const sheet = await readSheet(
      Buffer.from(['Mã', 'Tên, gọi; "tắt"'].map((cell) => `"${cell.replaceAll('"', '""')}"`).join(sign)),
    )
    expect(sheet.headers).toEqual(['Mã', 'Tên, gọi; "tắt"'])
  })

  test('may say its separator in a line of its own', async () => {
    const sheet = await readSheet(Buffer.from('sep=|\r\na|b;c;d\r\n1|2'))
    expect(sheet.headers).toEqual(['a', 'b;c;d'])
    expect(await rowsOf(sheet)).toEqual([[3, '1', '2']])
  })

  test('is refused beyond the limits', async () => {
    await expect(rowsOf(await readSheet(Buffer.from('a\n1\n2\n3'), { maxRows: 2 }))).rejects.toMatchObject({
      code: 'sheet.too_many_rows',
    })
    await expect(readSheet(Buffer.from('a,b,c'), { maxColumns: 2 })).rejects.toMatchObject({
      code: 'sheet.too_many_columns',
    })
    await expect(readSheet(Buffer.from(`a\n"${'x'.repeat(40_000)}"`)).then(rowsOf)).rejects.toMatchObject({
      code: 'sheet.unreadable',
    })
  })

  test('that is written can be read by Excel, and starts no formula', async () => {
    const lines: string[] = []
    for await (const line of writeCsv({
      columns,
      rows: [
        ['=1+1', '2026-11-24', -5, 1000],
        ['Chè, "Shan"', null, null, null],
        ['-x', null, null, null],
      ],
    })) {
      lines.push(line)
    }
    expect(lines.join('')).toBe(
      '\ufeffSản phẩm,Ngày,Điểm,Doanh thu\r\n\'=1+1,2026-11-24,-5,1000\r\n"Chè, ""Shan""",,,\r\n\'-x,,,\r\n',
    )
    expect((await readSheet(Buffer.from(lines.join('')))).headers[0]).toBe('Sản phẩm')
  })
})

test.each([
  ['nothing', Buffer.alloc(0), 'empty'],
  ['blank lines', Buffer.from('\n\n ; ;\n'), 'empty'],
  ['a PDF', Buffer.from('%PDF-1.7\n'), 'unsupported'],
  ['a web page called .xls', Buffer.from('<html><table>'), 'unsupported'],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'unsupported'],
  ['an old or locked Excel file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old_excel'],
])('refuses %s', async (_, bytes, code) => {
  await expect(readSheet(bytes)).rejects.toMatchObject({ kind: 'invalid', code: `sheet.${code}` })
})

function oneColumn(words: string[]): NewSheet {
  return {
    sheetName: 'A',
    columns: [{ header: 'A', width: 20, kind: 'text' }],
    rows: words.map((word) => [word]),
  }
}

async function sharedStringsOf(words: string[]): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook()
  const sheet = workbook.addWorksheet('A')
  for (const word of ['A', ...words]) sheet.addRow([word])
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
