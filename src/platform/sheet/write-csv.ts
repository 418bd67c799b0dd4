import type { NewSheet, SheetCell } from './write-sheet.ts'

/**
 * A CSV file in UTF-8 with its mark, so that Excel reads Vietnamese; commas, CRLF (RFC 4180). Texts that Excel would
 * take for a formula get an apostrophe in front.
 */
export async function* writeCsv({
  columns,
  rows,
}: Pick<NewSheet, 'columns' | 'rows'>): AsyncGenerator<string> {
  yield `\ufeff${lineOf(columns.map(({ header }) => header))}`
  for await (const row of rows) yield lineOf(columns.map((_, index) => row[index] ?? null))
}

function lineOf(cells: SheetCell[]): string {
  return `${cells.map(fieldOf).join(',')}\r\n`
}

function fieldOf(cell: SheetCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
