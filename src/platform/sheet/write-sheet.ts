import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Column, Worksheet } from 'exceljs'
import { longestCell } from './sheet-limits.ts'

export interface SheetColumn {
  header: string
  /** In letters of ordinary width. */
  width: number
  kind: 'text' | 'number' | 'day' | 'money'
  /** Of a number: how many places after the comma are shown. */
  decimals?: number
}

/** Days are `2026-11-24`, money whole đồng, nothing is null. */
export type SheetCell = string | number | null

export interface NewSheet {
  sheetName: string
  columns: SheetColumn[]
  rows: AsyncIterable<SheetCell[]> | Iterable<SheetCell[]>
}

const rowsInOneGo = 250

/** An Excel file: bold head that stays in sight and filters, days and money as Excel's own, every text as text. */
export async function writeSheet({ sheetName, columns, rows }: NewSheet): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs')
  const stream = new PassThrough()
  const whole = buffer(stream)
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: false,
  })
  const sheet = workbook.addWorksheet(nameOf(sheetName), { views: [{ state: 'frozen', ySplit: 1 }] })
  addHead(sheet, columns)
  let written = 0
  for await (const row of rows) {
    sheet.addRow(columns.map(({ kind }, index) => cellValue(row[index] ?? null, kind))).commit()
    written += 1
    if (written % rowsInOneGo === 0) await new Promise(setImmediate)
  }
  sheet.commit()
  await workbook.commit()
  return whole
}

function addHead(sheet: Worksheet, columns: SheetColumn[]): void {
  sheet.columns = columns.map(
    (column): Partial<Column> => ({
      width: column.width,
      style: { numFmt: formatOf(column), alignment: { vertical: 'top', wrapText: column.kind === 'text' } },
    }),
  )
  const head = sheet.addRow(columns.map(({ header }) => header))
  head.font = { bold: true }
  head.commit()
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } }
}

function formatOf({ kind, decimals = 0 }: SheetColumn): string {
  if (kind === 'day') return 'dd/mm/yyyy'
  if (kind === 'money') return '#,##0'
  if (kind === 'number') return decimals > 0 ? `0.${'0'.repeat(decimals)}` : 'General'
  return '@'
}

/** A text stays one whatever it begins with: only an object could become a formula, and none is made here. */
function cellValue(cell: SheetCell, kind: SheetColumn['kind']): string | number | Date | null {
  if (cell === null || cell === '') return null
  if (kind === 'text')
    return String(cell)
      .normalize('NFC')
      .replaceAll(/\p{Cs}/gu, '')
      .slice(0, longestCell)
  if (kind === 'day') return new Date(`${cell}T00:00:00Z`)
  return Number(cell)
}

/** Excel allows 31 letters and none of its own signs. */
function nameOf(name: string): string {
  return (
    name
      .replaceAll(/[[\]:*?/\\']/g, ' ')
      .trim()
      .slice(0, 31) || 'Sheet1'
  )
}
