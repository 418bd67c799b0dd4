import type { Worksheet } from 'exceljs'
import { longestCell } from './sheet-limits.ts'

/** A cell of a form: words that stay, or a place to fill in, freely or from a list. */
export type FormCell = string | { value: string; choices?: readonly string[] | undefined }

export interface NewForm {
  sheetName: string
  /** In letters of ordinary width. */
  widths: readonly number[]
  rows: readonly (readonly FormCell[])[]
  /** How many of the first rows are heads: bold, and in sight while scrolling. */
  heads: number
}

const listSheet = 'Danh sách'

/**
 * An Excel file to be filled in and read back: everything is locked but the places to fill in; a place with choices has
 * a drop-down of them (they lie on a hidden sheet, since Excel takes no long lists otherwise) and still takes other
 * words, which whoever reads it back must look at. The lock has no password: it guards against slips, not against people.
 */
export async function writeForm({ sheetName, widths, rows, heads }: NewForm): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  const sheet = workbook.addWorksheet(sheetName, { views: [{ state: 'frozen', ySplit: heads }] })
  const lists = workbook.addWorksheet(listSheet, { state: 'veryHidden' })
  sheet.columns = widths.map((width) => ({ width }))
  rows.forEach((cells, index) => {
    cells.forEach((cell, column) => {
      writeCell(sheet, lists, { row: index + 1, column: column + 1, cell })
    })
    if (index < heads) sheet.getRow(index + 1).font = { bold: true }
  })
  await sheet.protect('', { selectLockedCells: true, formatColumns: true, formatRows: true })
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function writeCell(
  sheet: Worksheet,
  lists: Worksheet,
  { row, column, cell }: { row: number; column: number; cell: FormCell },
): void {
  const place = sheet.getCell(row, column)
  place.alignment = { vertical: 'top', wrapText: true }
  place.numFmt = '@'
  const value = typeof cell === 'string' ? cell : cell.value
  if (value !== '')
    place.value = value
      .normalize('NFC')
      .replaceAll(/\p{Cs}/gu, '')
      .slice(0, longestCell)
  if (typeof cell === 'string') return
  place.protection = { locked: false }
  place.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF7E0' } }
  if (!cell.choices || cell.choices.length === 0) return
  cell.choices.forEach((choice, index) => {
    lists.getCell(row, index + 1).value = choice
  })
  const last = lists.getCell(row, cell.choices.length).address.replace(/\d+$/, '')
  place.dataValidation = {
    type: 'list',
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'warning',
    formulae: [`'${listSheet}'!$A$${row}:$${last}$${row}`],
  }
}
