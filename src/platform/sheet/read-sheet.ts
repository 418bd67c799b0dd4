import { decodeText, type Encoding, readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'
import { longestCell, refuseSheet, type SheetLimits } from './sheet-limits.ts'
import type { SheetRow } from './sheet-row.ts'

export interface Sheet {
  kind: 'xlsx' | 'csv'
  /** How the text was written; `windows-1258` is a guess worth a second look at the preview. */
  encoding: Encoding
  headers: string[]
  /** To be read once, in order. Reading may end in a refusal. */
  rows: AsyncIterable<SheetRow>
}

const usualLimits: SheetLimits = { maxRows: 50_000, maxColumns: 200 }

/**
 * Opens an Excel file (.xlsx) or a CSV file: the first row with anything in it is the headers, every other comes as
 * trimmed text. Formulas are read as their values.
 * @throws Refusal `invalid` `sheet.…`; also while the rows are read (`too_many_rows`, `too_many_columns`, `unreadable`)
 */
export async function readSheet(bytes: Uint8Array, limits: Partial<SheetLimits> = {}): Promise<Sheet> {
  const { kind, encoding, rows } = openRows(Buffer.from(bytes), { ...usualLimits, ...limits })
  const first = await rows.next()
  if (first.done) throw refuseSheet('empty')
  const headers = first.value.cells.map(clean)
  return { kind, encoding, headers, rows: cleaned(rows, limits.maxRows ?? usualLimits.maxRows) }
}

function openRows(bytes: Buffer, limits: SheetLimits) {
  if (bytes.length === 0) throw refuseSheet('empty')
  if (startsWith(bytes, 'PK\u0003\u0004')) {
    return { kind: 'xlsx', encoding: 'utf-8', rows: readXlsx(bytes, limits) } as const
  }
  // Excel 97–2003, and newer files behind a password, are the same kind of container.
  if (startsWith(bytes, '\u00d0\u00cf\u0011\u00e0')) throw refuseSheet('old_excel')
  if (startsWith(bytes, '%PDF-') || startsWith(bytes, '{\\rtf')) throw refuseSheet('unsupported')
  const decoded = decodeText(bytes)
  if (!decoded || /^\s*<(!doctype|html|\?xml|table)/i.test(decoded.text)) throw refuseSheet('unsupported')
  return { kind: 'csv', encoding: decoded.encoding, rows: readCsv(decoded.text, limits) } as const
}

function startsWith(bytes: Buffer, sign: string): boolean {
  return bytes.toString('latin1', 0, sign.length) === sign
}

async function* cleaned(rows: AsyncGenerator<SheetRow>, maxRows: number): AsyncGenerator<SheetRow> {
  let count = 0
  for await (const { line, cells } of rows) {
    count += 1
    if (count > maxRows) throw refuseSheet('too_many_rows', { limit: maxRows })
    yield { line, cells: cells.map(clean) }
  }
}

function clean(cell: string): string {
  if (cell.length > longestCell) throw refuseSheet('unreadable')
  return cell.normalize('NFC').replaceAll('\u00a0', ' ').replaceAll(/\r\n?/g, '\n').trim()
}
